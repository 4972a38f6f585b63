import { drawableExtent, isDrawable, padded } from "../drawing/drawable.ts";
import { formatNumber, formatToStep } from "../drawing/format-number.ts";
import type { Interval } from "../interval.ts";
import type { LeveyJenningsData } from "./levey-jennings-data.ts";

/** Limits drawn on every chart, in SD from the mean. */
const ZONES = [-3, -2, -1, 0, 1, 2, 3];
/** A chart shows at least this much, so that the look of one is the look of all. */
const LEAST_SD = 4;
/** Points beyond are drawn at the edge with their value: one outlier must not flatten the zones. */
const MOST_SD = 6;

/** A line of the chart: the mean (0) or a limit. */
export interface ZoneLine {
  /** SD from the mean. */
  readonly sd: number;
  /** On the vertical axis. */
  readonly place: number;
  readonly label: string;
}

/** Vertical axis of a control chart. */
export interface ControlScale {
  readonly kind: "z" | "raw";
  readonly domain: Interval;
  /** Empty where the baseline gives no limits. */
  readonly zones: readonly ZoneLine[];
  /** Place of a value on the axis, perhaps outside the domain. */
  readonly place: (value: number) => number;
  readonly format: (value: number) => string;
}

/** The axis in SD or in the data's unit; raw and without limits where mean or SD is missing or SD is not above 0. */
export function controlScale(data: LeveyJenningsData): ControlScale {
  const { mean, sd } = data.baseline;
  if (!isDrawable(mean) || !isDrawable(sd) || sd <= 0) return scaleWithoutLimits(data);
  const deviations = data.points.flatMap(({ value }) => (isDrawable(value) ? [Math.abs(value - mean) / sd] : []));
  const largest = deviations.reduce((most, deviation) => Math.max(most, deviation), 0);
  const half = Math.min(MOST_SD, Math.max(LEAST_SD, largest + 0.5));
  const isZ = data.scale === "z";
  const toPlace = (deviation: number): number => (isZ ? deviation : mean + deviation * sd);
  return {
    kind: data.scale,
    domain: [toPlace(-half), toPlace(half)],
    zones: ZONES.map((zone) => ({
      sd: zone,
      place: toPlace(zone),
      label: `${zoneName(zone)}\u00a0 ${formatToStep(mean + zone * sd, sd)}`,
    })),
    place: (value) => (isZ ? (value - mean) / sd : value),
    format: (value) => (isZ ? `z ${formatNumber((value - mean) / sd, 3)}` : formatToStep(value, sd)),
  };
}

function scaleWithoutLimits(data: LeveyJenningsData): ControlScale {
  const extent = drawableExtent(data.points.map(({ value }) => value)) ?? [0, 1];
  return {
    kind: "raw",
    domain: padded(extent, 0.1),
    zones: [],
    place: (value) => value,
    format: (value) => formatNumber(value),
  };
}

function zoneName(zone: number): string {
  if (zone === 0) return "mean";
  return `${zone > 0 ? "+" : "−"}${Math.abs(zone)} SD`;
}
