import { isDrawable } from "../drawing/drawable.ts";
import { formatCount, formatNumber, formatToStep } from "../drawing/format-number.ts";
import { listing } from "../drawing/listing.ts";
import type { SeriesAxis } from "../series/series-axis.ts";
import type { ControlScale } from "./control-scale.ts";
import type { LeveyJenningsBaseline, LeveyJenningsData, LeveyJenningsPoint } from "./levey-jennings-data.ts";

/** What was measured, and the baseline that judges it. */
export function subtitleOf(data: LeveyJenningsData): string[] {
  const measured = [
    data.analyte,
    `material ${data.material}`,
    `level ${data.level}`,
    ...(data.unit === "" ? [] : [`unit ${data.unit}`]),
  ];
  return [measured.join(" · "), describeBaseline(data.baseline)];
}

function describeBaseline({ version, mean, sd, points, provisional }: LeveyJenningsBaseline): string {
  const kind = provisional === true ? "Provisional baseline" : "Baseline";
  const numbers =
    isDrawable(mean) && isDrawable(sd)
      ? `mean ${sd > 0 ? formatToStep(mean, sd) : formatNumber(mean)}, SD ${formatNumber(sd, 3)}`
      : "no mean and SD";
  return `${kind} ${version}: ${formatCount(points)} points, ${numbers}`;
}

/** The chart in words: how many points in each state, and which rules fired where. */
export function describeChart(data: LeveyJenningsData): string {
  const states = new Map<string, number>();
  for (const { state } of data.points) states.set(state, (states.get(state) ?? 0) + 1);
  const counts = [...states].map(([state, count]) => `${count} ${state}`).join(", ");
  const rejected = data.points.filter(({ state }) => state === "out of control");
  return [
    `Levey-Jennings chart of ${subtitleOf(data).join(". ")}.`,
    data.points.length === 0 ? "No data." : `${data.points.length} points: ${counts}.`,
    ...(rejected.length === 0 ? [] : [`Out of control: ${listing(rejected.map(describeRules))}.`]),
  ].join(" ");
}

function describeRules({ run, rules }: LeveyJenningsPoint): string {
  return rules.length === 0 ? run : `${run} (${rules.join(", ")})`;
}

/** What the drawing cannot show: no limits, why a point does not count, points without a place. */
export function notesOf(data: LeveyJenningsData, axis: SeriesAxis, scale: ControlScale): string[] {
  const notes: string[] = [];
  if (data.points.length > 0 && scale.zones.length === 0) {
    notes.push("No limits: the baseline has no mean or no SD above 0, so that no point can be judged.");
  }
  const excluded = data.points.filter(({ state }) => state === "excluded");
  if (excluded.length > 0) notes.push(`Excluded: ${listing(excluded.map(describeReason))}.`);
  const unjudged = data.points.filter(({ state, value }) => state === "not evaluable" || !isDrawable(value));
  if (unjudged.length > 0) notes.push(`Not evaluable: ${listing(unjudged.map(describeReason))}.`);
  const placeless = data.points.filter((_, index) => axis.places[index] === null);
  if (placeless.length > 0) notes.push(`Not drawn for want of a time: ${listing(placeless.map(({ run }) => run))}.`);
  return notes;
}

function describeReason({ run, value, reason }: LeveyJenningsPoint): string {
  const why = reason ?? (isDrawable(value) ? undefined : "no value");
  return why === undefined ? run : `${run} (${why})`;
}
