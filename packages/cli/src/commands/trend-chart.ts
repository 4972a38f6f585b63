import { type ChartEvent, type TrendData, type TrendSegment, trendChart } from "@touchstone/charts";
import { analyseTrend, type TrendAnalysis, type TrendQuestion, type TrendSeries } from "@touchstone/quality";
import { segmentsBetween } from "@touchstone/statistics";

/** The chart of a series and its trends as SVG. */
export function drawTrend(series: TrendSeries, last: TrendAnalysis, question: TrendQuestion): string {
  return trendChart(trendData(series, last, question));
}

/** What the chart shows: every segment with its trend, and where the last one is going. */
function trendData(series: TrendSeries, last: TrendAnalysis, question: TrendQuestion): TrendData {
  const { points, positions } = series;
  const changes = points.flatMap(({ event }, place) => (event === null ? [] : [place]));
  const { threshold, horizon } = question;
  return {
    title: `Trend of ${series.file}`,
    analyte: "value",
    unit: "",
    points: points.map(({ run, time, value }) => ({ run, time, value })),
    events: points.flatMap(({ run, event }) => (event === null ? [] : [{ run, label: event, kind: kindOf(event) }])),
    segments: segmentsBetween(points.length, changes).map((segment) => trendSegment(series, segment, question)),
    level: last.sen.level,
    threshold: threshold === null ? null : { value: threshold.value, label: `threshold ${threshold.value}` },
    crossing: crossingData(last, positions[last.segment.start] ?? 0, horizon),
    xAxis: series.unit === "day" ? "date" : "run",
  };
}

function trendSegment(
  { points, positions }: TrendSeries,
  { start, end }: { readonly start: number; readonly end: number },
  question: TrendQuestion,
): TrendSegment {
  const part = points.slice(start, end);
  const values = part.map(({ value }) => value);
  const { test, sen } = analyseTrend(values, positions.slice(start, end), [], question);
  const first = positions[start] ?? 0;
  return {
    from: part[0]?.run ?? "",
    to: part.at(-1)?.run ?? "",
    n: test.n,
    p: test.p?.twoSided ?? null,
    sen:
      sen.slope === null || sen.intercept === null
        ? null
        : { slope: sen.slope, slopeInterval: sen.interval, intercept: sen.intercept + sen.slope * first },
    reason: test.reason ?? sen.reason,
  };
}

function crossingData({ crossing, now }: TrendAnalysis, first: number, horizon: number | null): TrendData["crossing"] {
  if (crossing === null || crossing.time === null || now === null) return null;
  if (horizon !== null && crossing.time - now > horizon) return null;
  const fromFirst = (position: number | null) => (position === null ? null : position - first);
  return { x: crossing.time - first, interval: [fromFirst(crossing.earliest), fromFirst(crossing.latest)] };
}

function kindOf(event: string): ChartEvent["kind"] {
  if (/version|pipeline|release/i.test(event)) return "version";
  return /service|maintenance|repair/i.test(event) ? "service" : "lot";
}
