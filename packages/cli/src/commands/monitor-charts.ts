import {
  type ChartEvent,
  type LeveyJenningsData,
  type LeveyJenningsPoint,
  leveyJenningsChart,
} from "@touchstone/charts";
import { OutputFiles } from "@touchstone/formats";
import {
  type Baseline,
  type BaselineSeries,
  controlKey,
  decisive,
  describeBaseline,
  type MonitorEvent,
  type MonitorResult,
  type PointVerdict,
  seriesKey,
  toScale,
} from "@touchstone/quality";

/** Analyte, material, level, lot, baseline. */
const LONGEST_NAME = 5;

/**
 * Writes a Levey-Jennings chart of each control of each baseline, all or none.
 *
 * @param prefix names become PREFIX.ANALYTE.MATERIAL.svg, with lot, level and baseline where they are needed to tell
 *   two charts apart; an ending .svg is left out.
 * @returns the files' names.
 * @throws FormatError TS_OUTPUT_UNWRITABLE.
 */
export function drawMonitor(
  prefix: string,
  result: MonitorResult,
  baselines: readonly Baseline[],
  events: readonly MonitorEvent[],
): string[] {
  const charts = chartsOf(baselines);
  for (const { points } of result.runs) for (const point of points) chartOf(point, charts)?.judged.push(point);
  const files = new OutputFiles(prefix.replace(/\.svg$/, ""));
  try {
    for (const [name, chart] of named(charts)) files.write(`.${name}.svg`, leveyJenningsChart(toData(chart, events)));
    return files.commit();
  } finally {
    files.discard();
  }
}

/** One control of one baseline, with the points that are held against it. */
interface ControlChart {
  readonly baseline: Baseline;
  readonly series: BaselineSeries;
  readonly judged: PointVerdict[];
}

function chartsOf(baselines: readonly Baseline[]): ControlChart[] {
  return baselines.flatMap((baseline) =>
    baseline.content.series.map((series) => ({ baseline, series, judged: [] as PointVerdict[] })),
  );
}

/** The chart of the limits that judged the point; of the newest of its control, or else of its series, where none did. */
function chartOf(
  { baseline, measurement, reason }: PointVerdict,
  charts: readonly ControlChart[],
): ControlChart | null {
  const own = charts.filter(({ series }) => controlKey(series) === controlKey(measurement));
  if (baseline !== null) {
    return own.find((chart) => chart.baseline.contentSha256 === baseline.contentSha256) ?? null;
  }
  // The baseline's own points are on its chart already.
  if (reason === "baseline period") return null;
  return own.at(-1) ?? charts.findLast(({ series }) => seriesKey(series) === seriesKey(measurement)) ?? null;
}

/** Names of as many parts as tell all charts apart. */
function named(charts: readonly ControlChart[]): [name: string, chart: ControlChart][] {
  const parts = charts.map(({ series: { analyte, material, level, materialLot }, baseline }) => {
    return [analyte, material, level ?? "", materialLot ?? "", describeBaseline(baseline.content)];
  });
  for (let count = 2; count <= LONGEST_NAME; count++) {
    const names = parts.map((words) =>
      words
        .slice(0, count)
        .filter((word) => word !== "")
        .map(slug)
        .join("."),
    );
    if (new Set(names).size === names.length) return names.map((name, index) => [name, charts[index]]);
  }
  return charts.map((chart, index) => [String(index + 1), chart]);
}

/** What may stand in a file name on every system. */
function slug(text: string): string {
  return text.replace(/[^\p{L}\p{N}_-]+/gu, "-");
}

function toData(chart: ControlChart, events: readonly MonitorEvent[]): LeveyJenningsData {
  const { baseline, series, judged } = chart;
  const { analyte, material, materialLot, level, scale, limits } = series;
  const own = baselinePoints(series);
  const used = series.points.filter(({ excluded }) => excluded === null);
  return {
    title: `${analyte} in ${material}${materialLot === null ? "" : `, lot ${materialLot}`}`,
    analyte,
    material,
    level: level ?? "not given",
    unit: scale === "raw" ? "" : scale,
    baseline: {
      version: describeBaseline(baseline.content),
      mean: limits.mean,
      sd: limits.sd,
      points: limits.n,
      period: { from: used[0]?.run ?? "", to: used.at(-1)?.run ?? "" },
      provisional: limits.provisional.length > 0,
    },
    points: [...own, ...judged.map((point) => judgedPoint(point, series))],
    events: events.filter((event) => concernsSeries(event, series)).map(chartEvent),
    windows: judged.flatMap(({ violations, measurement }) =>
      decisive(violations)
        // A rule over a single value is told by the flag at its point.
        .filter(({ begins, window }) => begins && window.length > 1)
        .map(({ rule, scope, window }) => ({
          rule,
          scope,
          from: window[0]?.run ?? measurement.run,
          to: measurement.run,
        })),
    ),
    scale: "raw",
    xAxis: "run",
  };
}

function baselinePoints({ points, scale }: BaselineSeries): LeveyJenningsPoint[] {
  return points.map(({ run, time, value, depth, excluded }) => ({
    run,
    time,
    value: toScale(scale, value, depth),
    state: excluded === null ? "baseline" : "excluded",
    rules: [],
    ...(excluded === null ? {} : { reason: `${excluded.reason} (${excluded.by}, ${excluded.at})` }),
  }));
}

function judgedPoint(
  { measurement, state, reason, violations }: PointVerdict,
  { scale }: BaselineSeries,
): LeveyJenningsPoint {
  const { run, time, value, depth } = measurement;
  return {
    run,
    time,
    value: toScale(scale, value, depth),
    state,
    rules: [...new Set(decisive(violations).map(({ rule }) => rule))],
    ...(reason === null ? {} : { reason }),
  };
}

function concernsSeries(event: MonitorEvent, { analyte, material }: BaselineSeries): boolean {
  return (event.analyte ?? analyte) === analyte && (event.material ?? material) === material;
}

const EVENT_KINDS = {
  "corrective action": "corrective action",
  "reagent lot": "lot",
  "control lot": "lot",
  "pipeline version": "version",
  service: "service",
  note: "service",
} as const;

function chartEvent({ kind, time, run, note }: MonitorEvent): ChartEvent {
  const label = note === null ? kind : `${kind}: ${note}`;
  return { label, time, kind: EVENT_KINDS[kind], ...(run === null ? {} : { run }) };
}
