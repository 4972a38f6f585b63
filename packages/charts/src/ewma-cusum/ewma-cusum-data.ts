import type { Interval } from "../interval.ts";

/** Both charts' state after a run, in SD of the baseline. */
export interface EwmaCusumPoint {
  readonly run: string;
  readonly ewma: number | null;
  /** Control limits of the EWMA after this run; they widen over the first runs. */
  readonly ewmaLimits: Interval | null;
  /** Upper sum, at least 0. */
  readonly cusumHigh: number | null;
  /** Lower sum as a magnitude, at least 0; drawn downwards. */
  readonly cusumLow: number | null;
  readonly ewmaSignal: boolean;
  readonly cusumSignal: boolean;
}

/** EWMA above, two-sided CUSUM below, on one axis of runs. */
export interface EwmaCusumData {
  readonly title: string;
  /** Weight of the newest value. */
  readonly lambda: number;
  /** Multiplier of the EWMA's limits. */
  readonly limitMultiplier: number;
  /** Allowance of the CUSUM in SD. */
  readonly allowance: number;
  /** Decision interval of the CUSUM in SD. */
  readonly decisionInterval: number;
  readonly points: readonly EwmaCusumPoint[];
}
