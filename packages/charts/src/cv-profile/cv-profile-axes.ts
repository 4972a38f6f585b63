import { drawableExtent, isDrawable, padded } from "../drawing/drawable.ts";
import type { Interval } from "../interval.ts";
import type { CvProfileData } from "./cv-profile-data.ts";

/** A ratio of largest to smallest from which equal steps of a linear axis would hide the small values. */
const LOG_RATIO = 20;
const LOG_ROOM = 1.15;

/** Kind and range of an axis. */
export interface CvAxis {
  readonly type: "linear" | "log";
  readonly domain: Interval;
}

/** Both axes; the vertical one in percent. */
export interface CvAxes {
  readonly x: CvAxis;
  readonly y: CvAxis;
}

/** Axes that hold all points and bins, logarithmic where the values span more than a factor of 20; null without any. */
export function cvAxes(data: CvProfileData): CvAxes | null {
  const points = data.points.filter(({ x, cv }) => isDrawable(x) && isDrawable(cv));
  const bins = (data.bins ?? []).filter(({ cv }) => isDrawable(cv));
  if (points.length === 0 && bins.length === 0) return null;
  const xs = [...points.map(({ x }) => x), ...bins.flatMap(({ range }) => range)];
  const cvs = [...points.map(({ cv }) => cv), ...bins.flatMap(({ cv, interval }) => [cv, ...(interval ?? [])])];
  const x = axisFor(xs);
  const isVaf = data.xAxis === "vaf";
  return {
    x:
      isVaf && x.type === "linear"
        ? { type: "linear", domain: [0, 1] }
        : isVaf
          ? { ...x, domain: [x.domain[0], 1] }
          : x,
    y: axisFor([...cvs, data.limit].map((cv) => (isDrawable(cv) ? cv * 100 : null))),
  };
}

function axisFor(values: readonly (number | null | undefined)[]): CvAxis {
  const positive = drawableExtent(values.filter((value) => isDrawable(value) && value > 0));
  if (positive !== null && positive[1] / positive[0] > LOG_RATIO) {
    return { type: "log", domain: [positive[0] / LOG_ROOM, positive[1] * LOG_ROOM] };
  }
  const extent = drawableExtent(values) ?? [0, 1];
  const [low, high] = padded([Math.min(0, extent[0]), extent[1]], 0.06);
  return { type: "linear", domain: [extent[0] >= 0 ? 0 : low, high] };
}

/** Place of a value between 0 and 1 along an axis; outside that range off the axis. */
export function shareOfAxis({ type, domain: [low, high] }: CvAxis, value: number): number {
  if (type === "log") return Math.log(value / low) / Math.log(high / low);
  return (value - low) / (high - low);
}

/** The value at a share of an axis. */
export function valueAtShare({ type, domain: [low, high] }: CvAxis, share: number): number {
  return type === "log" ? low * (high / low) ** share : low + share * (high - low);
}
