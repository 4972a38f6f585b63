import type { ChartEvent } from "../chart-event.ts";

/**
 * Verdict on a point; `baseline` points made the limits and are not judged by them, `excluded` points are left out of
 * baselines and stay visible.
 */
export type ControlState = "baseline" | "in control" | "warning" | "out of control" | "not evaluable" | "excluded";

/** One measurement of a control material. */
export interface LeveyJenningsPoint {
  readonly run: string;
  /** ISO 8601; without a zone it is UTC. Null where unknown: such a point has no place on an axis of dates. */
  readonly time: string | null;
  /** In the data's unit; null where nothing was measured. */
  readonly value: number | null;
  readonly state: ControlState;
  /** Rules that fired, as "1-3s". */
  readonly rules: readonly string[];
  /** Why the point is excluded or not evaluable. */
  readonly reason?: string;
}

/** The frozen baseline that the limits come from. */
export interface LeveyJenningsBaseline {
  readonly version: string;
  readonly mean: number | null;
  /** Standard deviation; limits exist only where it is above 0. */
  readonly sd: number | null;
  /** How many measurements made the baseline. */
  readonly points: number;
  /** First and last run of the baseline's own period, shaded where they are on the chart. */
  readonly period?: { readonly from: string; readonly to: string };
  readonly provisional?: boolean;
}

/** The points on which a rule fired, drawn as a bracket over both runs and all between. */
export interface RuleWindow {
  readonly rule: string;
  /** "within run", "across runs" or "across materials". */
  readonly scope: string;
  /** First run. */
  readonly from: string;
  /** Last run; may equal `from`. */
  readonly to: string;
}

/** One control material of one analyte on one level. */
export interface LeveyJenningsData {
  readonly title: string;
  readonly analyte: string;
  readonly material: string;
  readonly level: string;
  /** Empty for a number without unit. */
  readonly unit: string;
  readonly baseline: LeveyJenningsBaseline;
  /** In the order of measurement. */
  readonly points: readonly LeveyJenningsPoint[];
  readonly events: readonly ChartEvent[];
  readonly windows: readonly RuleWindow[];
  /** "z" is (value - mean) / sd; without limits the chart is drawn raw and says so. */
  readonly scale: "z" | "raw";
  readonly xAxis: "run" | "date";
}
