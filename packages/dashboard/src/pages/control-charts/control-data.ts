import type { paths } from "@touchstone/client";

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Body } } } };
}
  ? Body
  : never;

/** A Levey-Jennings chart, as the API gives it. */
export type Chart = Answer<"/api/v1/charts/levey-jennings">;
/** One measurement of a chart. */
export type ChartPoint = Chart["points"][number];
/** EWMA and CUSUM of the same series. */
export type EwmaCusum = Answer<"/api/v1/charts/ewma-cusum">;
/** A series of the list. */
export type ControlSeries = Answer<"/api/v1/charts/series">["items"][number];
type StoredBaseline = Answer<"/api/v1/baselines/{id}">;
type BaselineLimits = StoredBaseline["limits"][number];
type Intervals = "depthRange" | "meanInterval" | "sdInterval";
/** The limits of one series of a baseline; queries give pairs of numbers as lists. */
export type SeriesLimits = Omit<BaselineLimits, Intervals> & Record<Intervals, readonly number[] | null>;
/** A baseline with its limits and signatures. */
export type Baseline = Omit<StoredBaseline, "limits"> & { readonly limits: readonly SeriesLimits[] };

/** Which series is charted, and of which time; lot and level only where they narrow it down. */
export interface SeriesQuery {
  readonly material: string;
  readonly analyte: string;
  readonly materialLot?: string;
  readonly level?: string;
  readonly from?: string;
  readonly before?: string;
}

/** What a point's badge says: its verdict, or why it has none. */
export function pointState({ state, excluded, isBaseline }: ChartPoint): string {
  if (excluded !== null) return "excluded";
  if (isBaseline && (state === null || state === "not evaluable")) return "baseline";
  return state ?? "not judged";
}

/** `+2.14`: standard deviations from the mean; a dash where there are none. */
export function deviationText(score: number | null): string {
  if (score === null) return "–";
  const sign = score > 0 ? "+" : score < 0 ? "−" : "";
  return `${sign}${Math.abs(score).toFixed(2)}`;
}

/** `hd200 v2`; a dash where there is none. */
export function versionText(named: { readonly name: string; readonly version: number } | null): string {
  return named === null ? "–" : `${named.name} v${named.version}`;
}

/** `EGFR L858R in HD200, lot 7, low`. */
export function seriesText(series: {
  readonly material: string;
  readonly analyte: string;
  readonly level: string | null;
  readonly materialLot?: string | null;
}): string {
  const lot = series.materialLot == null ? "" : `, lot ${series.materialLot}`;
  return `${series.analyte} in ${series.material}${lot}${series.level === null ? "" : `, ${series.level}`}`;
}
