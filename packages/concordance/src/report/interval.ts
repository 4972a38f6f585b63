/** Lower and upper bound of a proportion, both in 0-1. */
export type Interval = readonly [lower: number, upper: number];

/** The functions that make them; a level of 95% unless told, and null without trials. */
export type ProportionIntervals = Pick<
  typeof import("@touchstone/statistics/proportions"),
  "wilsonInterval" | "jeffreysInterval"
>;

let loading: Promise<ProportionIntervals> | undefined;

/**
 * The intervals of `@touchstone/statistics`. The special functions behind them take a while to load, so they are
 * loaded on the first call; call early, while workers are busy.
 */
export function loadProportions(): Promise<ProportionIntervals> {
  loading ??= import("@touchstone/statistics/proportions");
  return loading;
}
