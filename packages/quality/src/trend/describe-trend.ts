import type { TrendAnalysis } from "./analyse-trend.ts";
import type { TrendQuestion } from "./trend-evidence.ts";
import type { TrendSeries } from "./trend-series.ts";

const MILLISECONDS_PER_DAY = 86_400_000;

/** A trend as text for people: a line for each finding, the verdict last. */
export function describeTrend(series: TrendSeries, analysis: TrendAnalysis, question: TrendQuestion): string {
  const rows: (readonly [string, string])[] = [
    ["Segment", segmentText(series, analysis)],
    ["Mann-Kendall", testText(analysis)],
    ["Smallest p", smallestText(analysis)],
    ["Autocorrelation", autocorrelationText(analysis)],
    ["Repeated looks", looksText(analysis)],
    ["Sen slope", slopeText(series, analysis)],
    ["Change point", changeText(series, analysis)],
    ...(question.threshold === null ? [] : [["Threshold", crossingText(series, analysis, question)] as const]),
  ];
  const lines = rows.map(([name, text]) => `${name.padEnd(17)}${text}`);
  const { state, reason } = analysis.verdict;
  return [`Trend of ${series.file}`, ...lines, `${capitalised(state)}: ${reason}.`].join("\n");
}

function segmentText({ points }: TrendSeries, { segment, test }: TrendAnalysis): string {
  const first = points[segment.start];
  const last = points[segment.end - 1];
  if (first === undefined || last === undefined) return "no runs";
  const missing = segment.end - segment.start - test.n;
  const since = first.event === null ? "" : `, since ${first.event} (line ${first.line})`;
  return `n = ${test.n}, ${first.run} to ${last.run}${missing > 0 ? `, ${missing} without a value` : ""}${since}`;
}

function testText({ test }: TrendAnalysis): string {
  const tau = test.uncorrected.tauB === null ? "" : `, tau-b = ${number(test.uncorrected.tauB)}`;
  const { p, method } = test;
  const how = method === "exact" ? "exact" : "normal approximation";
  const pText =
    p === null
      ? "no p"
      : `p = ${number(p.twoSided)} two-sided, ${number(p.decreasing)} for a fall, ${number(p.increasing)} for a rise`;
  return `S = ${test.s}${tau}, ${pText} (${how})`;
}

function smallestText({ test, levelOfLook }: TrendAnalysis): string {
  const { twoSided } = test.uncorrected.smallestP;
  const impossible = twoSided >= levelOfLook ? ": an alert is impossible at this n" : "";
  return `${number(twoSided)} two-sided, if all ${test.n} values were in order${impossible}`;
}

function autocorrelationText({ test }: TrendAnalysis): string {
  if (test.rawVarianceFactor === null) return "not estimable; variance as for independent runs";
  return `variance x ${number(test.varianceFactor)} (Hamed-Rao factor ${number(test.rawVarianceFactor)})`;
}

function looksText({ look, levelOfLook, pAfterLooks }: TrendAnalysis): string {
  return `look ${look}: p must be below ${number(levelOfLook)}; p for all looks = ${number(pAfterLooks)}`;
}

function slopeText({ unit }: TrendSeries, { sen }: TrendAnalysis): string {
  if (sen.slope === null) return `undefined (${sen.reason})`;
  const interval =
    sen.interval === null
      ? "no interval at this n"
      : `${Number((100 * sen.level).toPrecision(6))}% interval ${number(sen.interval[0])} to ${number(sen.interval[1])}`;
  return `${number(sen.slope)} per ${unit}, ${interval}`;
}

function changeText({ points }: TrendSeries, { changePoint, firstAfterChange }: TrendAnalysis): string {
  const run = points[firstAfterChange ?? -1]?.run;
  if (run === undefined) return "none";
  const found = `before ${run}: Pettitt p = ${number(changePoint.pettitt.p)}, CUSUM p = ${number(changePoint.cusum.p)}`;
  return changePoint.pettitt.p < 0.05
    ? `${found}; a step looks like a trend: if something changed there, record the event`
    : found;
}

function crossingText(series: TrendSeries, { crossing, now, sen }: TrendAnalysis, question: TrendQuestion): string {
  const limit = `${question.threshold?.value}`;
  if (crossing === null || now === null || crossing.state === "undefined") return `${limit}: no line to project`;
  if (crossing.state === "crossed") return `${limit}: Sen's line is beyond it already`;
  if (crossing.time === null) return `${limit}: Sen's line never crosses it`;
  // Of the interval's lines the steeper one may be beyond the threshold now, and the flatter one may never reach it.
  const earliest = crossing.earliest === null ? "now" : ahead(series, crossing.earliest, now);
  const latest = crossing.latest === null ? "never" : ahead(series, crossing.latest, now);
  const ends = sen.interval === null ? "" : `, earliest ${earliest}, latest ${latest}`;
  const horizon = question.horizon === null ? "" : `; horizon ${plural(question.horizon, series.unit)}`;
  return `${limit}: crossed ${ahead(series, crossing.time, now)}${ends}${horizon}`;
}

/** "in 12.5 days (2026-03-04)" */
function ahead(series: TrendSeries, position: number, now: number): string {
  const start = series.points[0]?.time ?? null;
  const date = start === null ? "" : ` (${dayAfter(start, position)})`;
  return `in ${plural(position - now, series.unit)}${date}`;
}

function dayAfter(start: string, days: number): string {
  const date = new Date(Date.parse(start) + days * MILLISECONDS_PER_DAY);
  return Number.isNaN(date.getTime()) ? "beyond the calendar" : date.toISOString().slice(0, 10);
}

function plural(count: number, unit: string): string {
  return `${number(count)} ${unit}${count === 1 ? "" : "s"}`;
}

function number(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
