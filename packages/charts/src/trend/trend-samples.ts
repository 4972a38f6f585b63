import type * as Plot from "@observablehq/plot";
import { BLUE, GREEN, PAPER, PURPLE, VERMILLION } from "../drawing/theme.ts";
import type { TrendPoint } from "./trend-data.ts";

/** Shape and colour tell samples apart; more samples than symbols share them. */
const STYLES = [
  { symbol: "circle", fill: BLUE },
  { symbol: "square", fill: VERMILLION },
  { symbol: "triangle", fill: GREEN },
  { symbol: "diamond", fill: PURPLE },
] as const;
/** Units between the points of two samples of one run, and of all of them at most. */
const STEP = 7;
const WIDEST = 28;

/** The points of one sample, which are joined by a line. */
export interface TrendSample {
  /** Null: of the points that name none. */
  readonly sample: string | null;
  readonly style: Plot.DotOptions & { readonly fill: string };
  /** How far its points stand from the place of their run, in units. */
  readonly dx: number;
}

/** The samples of a series in the order of their names, points without one first; one where all points are of the same. */
export function samplesOf(points: readonly TrendPoint[]): TrendSample[] {
  const names = [...new Set(points.map(({ sample = null }) => sample))].sort((a, b) =>
    (a ?? "") < (b ?? "") ? -1 : 1,
  );
  const step = Math.min(STEP, WIDEST / Math.max(1, names.length - 1));
  return names.map((sample, place) => ({
    sample,
    style: { ...(STYLES[place % STYLES.length] ?? STYLES[0]), stroke: PAPER, strokeWidth: 0.5 },
    dx: (place - (names.length - 1) / 2) * step,
  }));
}

/** A run, with its sample where the series has several. */
export function pointName({ run, sample = null }: TrendPoint, samples: readonly TrendSample[]): string {
  return samples.length < 2 || sample === null ? run : `${run} (${sample})`;
}
