import { contentHash } from "../content-hash.ts";
import { QualityError } from "../error.ts";
import {
  controlKey,
  describeSeries,
  type Measurement,
  namesScore,
  refuseRulesOnScore,
} from "../measurements/measurement.ts";
import type { Baseline, BaselineContent, BaselinePoint, BaselineSeries } from "./baseline.ts";
import { type Exclusion, Exclusions } from "./exclusion.ts";
import { limitsOf } from "./limits.ts";
import { type ChartScale, suitsKind } from "./scale.ts";

/** What a baseline is made with beside the measurements. */
export interface EstablishOptions {
  readonly name: string;
  /** The approved version before this one; this one gets its name's next number. */
  readonly supersedes?: Baseline;
  /** UTC: `2026-01-31T08:00:00.000Z`. */
  readonly establishedAt: string;
  /** From when on the limits judge; not before the last point, which is the default. */
  readonly effectiveFrom?: string;
  /** Where the measurements came from. */
  readonly source: BaselineContent["source"];
  /** Version of the program. */
  readonly touchstone: string;
  /** Scale of an analyte; `raw` unless given. */
  readonly scaleOf?: (analyte: string) => ChartScale | undefined;
  readonly exclusions?: readonly Exclusion[];
}

/**
 * Makes a draft baseline: one series for each analyte, material, lot of the material and level, with its limits.
 *
 * @param measurements in any order of series, each series in order of time, as `readMeasurements` returns them.
 * @throws QualityError TS_BASELINE_INVALID when they are none, of two pipeline versions, of two kinds in one analyte, or
 *   do not fit the scale; for exclusions without reason or without a point; for limits that would judge the past.
 *   TS_RULE_ON_SCORE for precision, recall and F1.
 */
export function establishBaseline(measurements: readonly Measurement[], options: EstablishOptions): Baseline {
  const { name, supersedes, establishedAt, source, touchstone } = options;
  if (measurements.length === 0) throw invalid("there are no measurements");
  if (supersedes !== undefined && supersedes.content.name !== name) {
    throw invalid(`${name} cannot supersede a baseline of another name, ${supersedes.content.name}`);
  }
  const content: BaselineContent = {
    name,
    version: (supersedes?.content.version ?? 0) + 1,
    supersedes: supersedes?.contentSha256 ?? null,
    establishedAt,
    effectiveFrom: effectiveFrom(measurements, options),
    pipelineVersion: onlyPipelineVersion(measurements),
    source,
    touchstone,
    series: collectSeries(measurements, options),
  };
  return {
    schema: "touchstone/baseline/1",
    status: "draft",
    contentSha256: contentHash(content),
    content,
    approvals: [],
  };
}

function effectiveFrom(measurements: readonly Measurement[], options: EstablishOptions): string {
  const last = lastTime(measurements);
  const from = options.effectiveFrom ?? last;
  if (from < last) {
    throw invalid(`limits effective from ${from} would judge their own measurements, the last of which is of ${last}`);
  }
  return from;
}

function lastTime(measurements: readonly Measurement[]): string {
  let last = "";
  for (const { time } of measurements) if (time > last) last = time;
  return last;
}

function onlyPipelineVersion(measurements: readonly Measurement[]): string | null {
  const [{ pipelineVersion: first }] = measurements;
  const other = measurements.find(({ pipelineVersion }) => pipelineVersion !== first);
  if (other === undefined) return first;
  const [a, b] = [first, other.pipelineVersion].map((version) => version ?? "none given");
  throw invalid(`the measurements are of two pipeline versions (${a}; ${b}); a baseline is of one`);
}

function collectSeries(measurements: readonly Measurement[], options: EstablishOptions): BaselineSeries[] {
  const exclusions = new Exclusions(options.exclusions ?? []);
  const collected = new Map<string, Omit<BaselineSeries, "limits">>();
  const kinds = new Map<string, Measurement>();
  for (const measurement of measurements) {
    requireOneKind(measurement, kinds);
    const key = controlKey(measurement);
    const series = collected.get(key) ?? startSeries(measurement, options);
    series.points.push(toPoint(measurement, exclusions));
    collected.set(key, series);
  }
  exclusions.requireAllUsed();
  return [...collected].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, series]) => completeSeries(series));
}

function requireOneKind(measurement: Measurement, kinds: Map<string, Measurement>): void {
  const { analyte, kind } = measurement;
  if (namesScore(analyte)) refuseRulesOnScore(analyte, "", { field: "analyte" });
  const known = kinds.get(analyte) ?? measurement;
  if (known.kind !== kind)
    throw invalid(`${analyte} is ${known.kind} in run ${known.run} and ${kind} in ${measurement.run}`);
  kinds.set(analyte, known);
}

function startSeries(measurement: Measurement, { scaleOf }: EstablishOptions): Omit<BaselineSeries, "limits"> {
  const { material, materialLot, analyte, level, kind } = measurement;
  const scale = scaleOf?.(analyte) ?? "raw";
  if (!suitsKind(scale, kind)) throw invalid(`${analyte} is a ${kind}, and the ${scale} scale is for fractions`);
  return { material, materialLot, analyte, level, kind, scale, points: [] };
}

function toPoint(measurement: Measurement, exclusions: Exclusions): BaselinePoint {
  const { run, time, value, depth, instrument, reagentLot } = measurement;
  return { run, time, value, depth, instrument, reagentLot, excluded: exclusions.of(measurement) };
}

function completeSeries({ points, ...series }: Omit<BaselineSeries, "limits">): BaselineSeries {
  const ordered = points.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  const limits = limitsOf({ ...series, points: ordered });
  if (limits.n === 0) throw invalid(`every point of ${describeSeries(series)} is excluded`);
  return { ...series, limits, points: ordered };
}

function invalid(message: string): QualityError {
  return new QualityError("TS_BASELINE_INVALID", message);
}
