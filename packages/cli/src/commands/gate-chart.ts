import { type GateForestData, gateForestChart } from "@touchstone/charts";
import type { VersionComparisonDocument } from "@touchstone/model";

const METRICS = { recall: "recall", precision: "precision", f1: "F1" } as const;

/** The differences of a gate as SVG. */
export function drawGate(gate: VersionComparisonDocument): string {
  return gateForestChart(gateForestData(gate));
}

/** What the chart shows; a criterion without a margin is drawn but not judged. */
export function gateForestData({ current, candidate, settings, criteria }: VersionComparisonDocument): GateForestData {
  return {
    title: "Release gate",
    reference: current.comparison,
    candidate: candidate.comparison,
    level: settings.level,
    rows: criteria.map((criterion) => ({
      metric: METRICS[criterion.score],
      stratum: criterion.type,
      reference: criterion.current,
      candidate: criterion.candidate,
      difference: criterion.difference,
      interval: criterion.interval,
      margin: criterion.margin,
      verdict: criterion.verdict,
      reason: criterion.reason,
    })),
  };
}
