import type { ChartEvent, ChartEventKind, ControlState, LeveyJenningsData } from "@touchstone/charts";

/** A series of control measurements with its limits, as the API gives it. */
export interface ControlSeries {
  readonly material: string;
  readonly analyte: string;
  readonly level: string | null;
  readonly points: readonly {
    readonly run: { readonly name: string };
    readonly time: string;
    readonly value: number;
    readonly score: number | null;
    readonly state: "in control" | "warning" | "out of control" | "not evaluable" | null;
    readonly reason: string | null;
    readonly violations: readonly ControlViolation[];
    readonly excluded: { readonly reason: string } | null;
    /** Whether limits come from it; not known from older answers. */
    readonly isBaseline?: boolean;
  }[];
  readonly limits: readonly {
    readonly baseline: { readonly id: string; readonly name: string; readonly version: number };
    readonly scale: string;
    readonly n: number;
    readonly mean: number | null;
    readonly sd: number | null;
    readonly provisional: readonly string[];
    readonly period?: { readonly first: { readonly run: string }; readonly last: { readonly run: string } } | null;
  }[];
  readonly events: readonly { readonly kind: string; readonly time: string; readonly description: string }[];
}

interface ControlViolation {
  readonly rule: string;
  readonly scope: string;
  readonly begins: boolean;
  readonly window: readonly { readonly run: string }[];
}

/** How a series is drawn. */
export interface ControlChartOptions {
  /** The baseline whose limits are drawn; the latest where it has none here. */
  readonly baselineId: string | null;
  /** Values or standard deviations from the mean; `raw` unless given. */
  readonly scale?: "z" | "raw";
  /** `run` unless given. */
  readonly xAxis?: "run" | "date";
}

/**
 * The series as a Levey-Jennings chart by the limits of one baseline. Where the baseline's scale is not the raw one, and for
 * `z` where several baselines judged, each point stands at its own standard deviation from the mean that it was held
 * against.
 */
export function controlChart(
  series: ControlSeries,
  { baselineId, scale = "raw", xAxis = "run" }: ControlChartOptions,
): LeveyJenningsData {
  const limits = series.limits.findLast(({ baseline }) => baseline.id === baselineId) ?? series.limits.at(-1);
  const isOneBaseline = series.limits.every(({ baseline }) => baseline.id === limits?.baseline.id);
  const isRaw = limits === undefined || (limits.scale === "raw" && (scale === "raw" || isOneBaseline));
  const place = (value: number, score: number | null): number | null => {
    if (isRaw) return value;
    if (score !== null || limits.scale !== "raw" || limits.mean === null || !limits.sd) return score;
    return (value - limits.mean) / limits.sd;
  };
  return {
    title: `${series.analyte} in ${series.material}${series.level === null ? "" : `, ${series.level}`}`,
    analyte: series.analyte,
    material: series.material,
    level: series.level ?? "not given",
    unit: isRaw ? "" : "SD from the mean",
    baseline: {
      version: limits === undefined ? "no baseline" : `${limits.baseline.name} ${limits.baseline.version}`,
      mean: isRaw ? (limits?.mean ?? null) : 0,
      sd: isRaw ? (limits?.sd ?? null) : 1,
      points: limits?.n ?? 0,
      provisional: (limits?.provisional.length ?? 0) > 0,
      ...(limits?.period == null ? {} : { period: { from: limits.period.first.run, to: limits.period.last.run } }),
    },
    points: series.points.map(({ run, time, value, score, violations, ...point }) => {
      const state = stateOf(point);
      const reason = state === "baseline" ? null : reasonOf(point);
      return {
        run: run.name,
        time,
        value: place(value, score),
        state,
        rules: [...new Set(violations.map(({ rule }) => rule))],
        ...(reason === null ? {} : { reason }),
      };
    }),
    events: series.events.map(recordedEvent),
    windows: series.points.flatMap(({ run, violations }) =>
      violations
        // A rule over a single value is told by the flag at its point.
        .filter(({ begins, window }) => begins && window.length > 1)
        .map(({ rule, scope, window }) => ({ rule, scope, from: window[0]?.run ?? run.name, to: run.name })),
    ),
    scale: isRaw ? scale : "z",
    xAxis,
  };
}

type Point = Pick<ControlSeries["points"][number], "state" | "reason" | "excluded" | "isBaseline">;

function reasonOf({ state, reason, excluded }: Point): string | null {
  return excluded?.reason ?? reason ?? (state === null ? "not judged" : null);
}

/** What made the limits was not judged by them, or came before there were any. */
function stateOf({ state, excluded, isBaseline = false }: Point): ControlState {
  if (excluded !== null) return "excluded";
  if (isBaseline && (state === null || state === "not evaluable")) return "baseline";
  return state ?? "not evaluable";
}

/** A change of the records as charts draw it. */
export function recordedEvent({ kind, time, description }: ControlSeries["events"][number]): ChartEvent {
  return { time, label: `${kind}: ${description}`, kind: eventKind(kind) };
}

function eventKind(kind: string): ChartEventKind {
  if (kind === "corrective action") return kind;
  if (kind.includes("lot")) return "lot";
  return kind.includes("version") ? "version" : "service";
}
