import type { ControlState, LeveyJenningsData } from "@touchstone/charts";

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
  }[];
  readonly limits: readonly {
    readonly baseline: { readonly id: string; readonly name: string; readonly version: number };
    readonly scale: string;
    readonly n: number;
    readonly mean: number | null;
    readonly sd: number | null;
    readonly provisional: readonly string[];
  }[];
  readonly events: readonly { readonly kind: string; readonly time: string; readonly description: string }[];
}

interface ControlViolation {
  readonly rule: string;
  readonly scope: string;
  readonly begins: boolean;
  readonly window: readonly { readonly run: string }[];
}

/**
 * The series as a Levey-Jennings chart by the limits of one baseline. Values are drawn where the baseline's scale is the
 * raw one, standard deviations from its mean where it is not.
 *
 * @param baselineId the baseline that flagged a point; the latest where it has no limits here.
 */
export function controlChart(series: ControlSeries, baselineId: string | null): LeveyJenningsData {
  const limits = series.limits.findLast(({ baseline }) => baseline.id === baselineId) ?? series.limits.at(-1);
  const isRaw = limits === undefined || limits.scale === "raw";
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
    },
    points: series.points.map(({ run, time, value, score, violations, ...point }) => {
      const reason = point.excluded?.reason ?? point.reason ?? (point.state === null ? "not judged" : null);
      return {
        run: run.name,
        time,
        value: isRaw ? value : score,
        state: stateOf(point),
        rules: [...new Set(violations.map(({ rule }) => rule))],
        ...(reason === null ? {} : { reason }),
      };
    }),
    events: series.events.map(({ kind, time, description }) => ({
      time,
      label: `${kind}: ${description}`,
      kind: eventKind(kind),
    })),
    windows: series.points.flatMap(({ run, violations }) =>
      violations
        // A rule over a single value is told by the flag at its point.
        .filter(({ begins, window }) => begins && window.length > 1)
        .map(({ rule, scope, window }) => ({ rule, scope, from: window[0]?.run ?? run.name, to: run.name })),
    ),
    scale: "raw",
    xAxis: "run",
  };
}

function stateOf({ state, excluded }: Pick<ControlSeries["points"][number], "state" | "excluded">): ControlState {
  return excluded === null ? (state ?? "not evaluable") : "excluded";
}

function eventKind(kind: string): "lot" | "version" | "service" {
  if (kind.includes("lot")) return "lot";
  return kind.includes("version") ? "version" : "service";
}
