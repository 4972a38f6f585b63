import {
  type Alert,
  approveBaseline,
  type Baseline,
  changeAlert,
  defaultRuleSet,
  establishBaseline,
  type Measurement,
  type MonitorEvent,
  monitorRuns,
  raiseAlerts,
  rejectionFindings,
} from "@touchstone/quality";
import type { Random } from "@touchstone/test-support";
import { binomialDraw, dayAfter, normalDraw } from "./draws.ts";

/** An analyte in its control materials, measured in every run. */
export interface ControlPlan {
  readonly analyte: string;
  /** True VAF in each material. */
  readonly vafs: readonly number[];
  /** Points of the baseline, one a day. */
  readonly baselinePoints: number;
  readonly runs: number;
  readonly daysBetweenRuns: number;
}

const DEPTHS = [4000, 6000] as const;
/** SD of the true fraction from run to run, as a share of it: preparation, beside counting. */
const BETWEEN_RUNS = 0.03;
const AN_HOUR = 3_600_000;

/**
 * A year in which nothing happens to the assay: a baseline is established and approved, then every run is monitored, and
 * each alert is resolved with a corrective action before the next run.
 *
 * @returns every alert of the year.
 */
export function controlYear(plan: ControlPlan, random: Random): readonly Alert[] {
  const start = plan.baselinePoints + 1;
  const baseline = approved(
    Array.from({ length: plan.baselinePoints }, (_, day) => controlsOf(plan, `B${day}`, day, random)).flat(),
  );
  const measurements = Array.from({ length: plan.runs }, (_, run) =>
    controlsOf(plan, `R${run}`, start + run * plan.daysBetweenRuns, random),
  ).flat();
  return handledAlerts(measurements, baseline);
}

function controlsOf({ analyte, vafs }: ControlPlan, run: string, day: number, random: Random): Measurement[] {
  return vafs.map((vaf, material) => {
    const depth = DEPTHS[0] + Math.floor((DEPTHS[1] - DEPTHS[0]) * random.fraction());
    const fraction = vaf * (1 + BETWEEN_RUNS * normalDraw(random));
    return {
      run,
      time: dayAfter(day),
      material: `control ${material + 1}`,
      materialLot: "A",
      analyte,
      level: null,
      kind: "vaf",
      value: binomialDraw(random, depth, fraction) / depth,
      depth,
      instrument: null,
      reagentLot: null,
      pipelineVersion: "1.0.0",
    };
  });
}

function approved(points: readonly Measurement[]): Baseline {
  const at = points[points.length - 1].time;
  const source = { file: "simulated", sha256: "0".repeat(64) };
  const draft = establishBaseline(points, { name: "controls", establishedAt: at, source, touchstone: "0.0.0" });
  return approveBaseline(draft, { name: "Director", at, meaning: "limits for routine" });
}

/** Monitors until a run is rejected, records what was done about it, and goes on with the next run. */
function handledAlerts(measurements: readonly Measurement[], baseline: Baseline): readonly Alert[] {
  const actions: MonitorEvent[] = [];
  let alerts: readonly Alert[] = [];
  for (let isHandled = false; !isHandled; ) {
    isHandled = true;
    for (const verdict of monitorRuns({ measurements, baselines: [baseline], events: actions })) {
      const raised = raiseAlerts(alerts, rejectionFindings(verdict, "simulated", defaultRuleSet), { at: verdict.time });
      if (raised.length === alerts.length) continue;
      alerts = raised.map((alert) => (alert.state === "resolved" ? alert : resolved(alert, verdict.time)));
      actions.push(correctiveAction(verdict.time));
      isHandled = false;
      break;
    }
  }
  return alerts;
}

function resolved(alert: Alert, at: string): Alert {
  const by = "Technologist";
  const acknowledged = changeAlert(alert, { type: "acknowledge", at, by });
  return changeAlert(acknowledged, { type: "resolve", at, by, reason: "nothing found, controls prepared anew" });
}

function correctiveAction(after: string): MonitorEvent {
  const time = new Date(Date.parse(after) + AN_HOUR).toISOString();
  return { time, kind: "corrective action", run: null, analyte: null, material: null, by: null, note: null };
}
