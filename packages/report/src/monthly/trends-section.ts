import { formatNumber, type TrendData, trendChart } from "@touchstone/charts";
import { type Html, html } from "../page/html.ts";
import { figure, paragraph } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { numberColumn, table } from "../page/table.ts";
import { count, fraction, measured, measuredWithin } from "../page/values.ts";
import { dayAfter } from "./ages.ts";
import type { MonthlyInput, MonthlyTrend } from "./monthly-input.ts";

/** Charts that a director looks at; the table has all series. */
const MOST_CHARTS = 6;

const trendNumber = numberColumn<MonthlyTrend>;

/** Trends of precision, recall and F1 against their thresholds, with the day on which they would meet them. */
export function trendsSection({ trends }: MonthlyInput): ReportSection {
  const drawn = byUrgency(trends.filter(({ n }) => n > 1)).slice(0, MOST_CHARTS);
  return {
    title: "Trends of precision, recall and F1",
    content: [
      table({
        caption: "Since the last change, up to the month's end",
        none: "No score with a threshold in force was measured in the month.",
        rows: byUrgency(trends),
        columns: [
          { title: "Score", cell: ({ series }) => series, isHeading: true },
          trendNumber("Runs", ({ n }) => count(n)),
          trendNumber("Last value", (trend) => fraction(lastValue(trend), "no value")),
          trendNumber("At least", ({ minimum }) => fraction(minimum, "")),
          trendNumber("Slope a day", ({ slope, slopeInterval }) =>
            measuredWithin(slope, slopeInterval, (value) => formatNumber(value, 3), "no line"),
          ),
          trendNumber("p", ({ p }) => measured(p, (value) => formatNumber(value, 2), "too few runs")),
          { title: "Trend", cell: ({ state, reason }) => html`${state}<br><small>${reason}</small>` },
          { title: "Meets its threshold", cell: crossingCell },
        ],
      }),
      ...(drawn.length < trends.length
        ? [paragraph(`Drawn are the ${drawn.length} most urgent of the ${trends.length} series.`)]
        : []),
      ...drawn.map((trend) => figure(trend.series, trendChart(chartData(trend)))),
      paragraph(
        "p is that of the Mann-Kendall test; a decline has to be significant at the level that remains after all earlier looks, and Sen's line has to meet the threshold within its horizon. The projection assumes that nothing changes. Thresholds are those in force when this report was made.",
      ),
    ],
  };
}

/** Declines first, then the soonest crossing, then the largest distance to fall. */
export function byUrgency(trends: readonly MonthlyTrend[]): MonthlyTrend[] {
  const ahead = ({ crossing, points }: MonthlyTrend) => {
    if (crossing === null) return Number.POSITIVE_INFINITY;
    if (crossing.isCrossed) return Number.NEGATIVE_INFINITY;
    const start = Date.parse(points[0]?.time ?? "");
    return crossing.at === null ? Number.MAX_VALUE : start + crossing.at * 86_400_000;
  };
  const rank = ({ state }: MonthlyTrend) => (state === "decline" ? 0 : 1);
  return trends.toSorted((a, b) => rank(a) - rank(b) || compare(ahead(a), ahead(b)));
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function lastValue({ points }: MonthlyTrend): number | null {
  return points.findLast(({ value }) => value !== null)?.value ?? null;
}

/** When Sen's line meets the threshold, with the earliest and latest day by the bounds of its slope. */
function crossingCell(trend: MonthlyTrend): Html {
  const days = crossingDays(trend);
  if (typeof days === "string") return html`${days}`;
  const { at, earliest, latest } = days;
  return html`<time datetime="${at}">${at}</time><br><small>${earliest} to ${latest}</small>`;
}

/** The same in words: "2026-03-17 (2026-03-12 to 2026-03-23)". */
export function crossingText(trend: MonthlyTrend): string {
  const days = crossingDays(trend);
  return typeof days === "string" ? days : `${days.at} (${days.earliest} to ${days.latest})`;
}

function crossingDays({ crossing, points }: MonthlyTrend): string | Record<"at" | "earliest" | "latest", string> {
  const [first] = points;
  if (crossing === null || first === undefined) return "no line to project";
  if (crossing.isCrossed) return "beyond it already";
  if (crossing.at === null) return "never by this line";
  const day = (days: number | null, none: string) => (days === null ? none : (dayAfter(first.time, days) ?? "never"));
  return {
    at: day(crossing.at, "never"),
    earliest: day(crossing.earliest, "now"),
    latest: day(crossing.latest, "never"),
  };
}

function chartData(trend: MonthlyTrend): TrendData {
  const { series, score, minimum, points, n, p, slope, slopeInterval, intercept, level, reason, state } = trend;
  const { crossing, since } = trend;
  const [first, last] = [points[0], points.at(-1)];
  const isDrawn = crossing?.at != null && isWithinHorizon(trend);
  return {
    title: `${series}${since === null ? "" : `, since ${since.slice(0, 10)}`}`,
    analyte: score,
    unit: "",
    points,
    events: [],
    segments: [
      {
        from: first?.run ?? "",
        to: last?.run ?? "",
        n,
        p,
        sen: slope === null || intercept === null ? null : { slope, slopeInterval, intercept },
        reason: state === "not evaluable" ? reason : null,
      },
    ],
    level,
    threshold: { value: minimum, label: `threshold ${formatNumber(minimum)}` },
    crossing:
      isDrawn && crossing.at !== null ? { x: crossing.at, interval: [crossing.earliest, crossing.latest] } : null,
    xAxis: "date",
  };
}

/** A crossing far ahead would press the points together. */
function isWithinHorizon({ crossing, horizonDays, points }: MonthlyTrend): boolean {
  const [first, last] = [points[0], points.at(-1)];
  if (crossing?.at == null || first === undefined || last === undefined) return false;
  const now = (Date.parse(last.time) - Date.parse(first.time)) / 86_400_000;
  return crossing.at - now <= (horizonDays ?? now);
}
