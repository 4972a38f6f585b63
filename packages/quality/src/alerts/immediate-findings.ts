import type { RunVerdict } from "../monitor/monitor.ts";
import type { RuleSetIdentity } from "../rule-set/rule-set.ts";
import type { ThresholdVerdict } from "../thresholds/judge-threshold.ts";
import { decisive, type PointVerdict, type RuleViolation } from "../verdict/verdict.ts";
import type { AlertEvidence, AlertFinding } from "./alert.ts";

type WestgardEvidence = Extract<AlertEvidence, { type: "westgard rejection" }>;

/**
 * What a run's verdict raises alerts for: one finding for each analyte of which a control rule of severity rejection is
 * violated. The analyte is the cause, since all its controls are judged together: a shift seen in two materials is one
 * alert. A warning or a point that is not evaluable raises none; it speaks through the run's disposition.
 *
 * @param assay what the run belongs to; alerts of two assays never share a cause.
 */
export function rejectionFindings(
  { run, time, points }: Pick<RunVerdict, "run" | "time" | "points">,
  assay: string,
  { name, version, contentSha256 }: RuleSetIdentity,
): AlertFinding[] {
  const rejected = points.filter(({ state }) => state === "out of control");
  const analytes = [...new Set(rejected.map(({ measurement }) => measurement.analyte))];
  return analytes.map((analyte) => {
    const ofAnalyte = rejected.filter(({ measurement }) => measurement.analyte === analyte);
    return {
      kind: "immediate",
      cause: JSON.stringify(["control rules", assay, analyte]),
      subject: `${analyte}, ${assay}`,
      occurrence: {
        key: run,
        time,
        sentence: ofAnalyte.map(({ sentence }) => sentence).join(" "),
        evidence: {
          type: "westgard rejection",
          run,
          analyte,
          ruleSet: { name, version, contentSha256 },
          violations: distinctViolations(ofAnalyte),
          points: ofAnalyte.flatMap(pointEvidence),
        },
      },
    };
  });
}

/** A rule over several controls is violated by each of them, and is one violation. */
function distinctViolations(points: readonly PointVerdict[]): WestgardEvidence["violations"] {
  const distinct = new Map<string, WestgardEvidence["violations"][number]>();
  for (const { rule, scope, side, window } of points.flatMap(({ violations }) => rejections(violations))) {
    const violation = { rule, scope, side, window: window.map((point) => ({ ...point })) };
    distinct.set(JSON.stringify(violation), violation);
  }
  return [...distinct.values()];
}

function rejections(violations: readonly RuleViolation[]): readonly RuleViolation[] {
  return decisive(violations).filter(({ severity }) => severity === "rejection");
}

function pointEvidence({ measurement, score, baseline }: PointVerdict): WestgardEvidence["points"] {
  if (baseline === null) return [];
  const { material, materialLot, level, value } = measurement;
  return [{ material, materialLot, level, value, score, baseline: { ...baseline } }];
}

/** Which run a score was made in, and of what. */
export interface ScoredRun {
  readonly assay: string;
  readonly run: string;
  /** UTC. */
  readonly time: string;
  /** What the score was counted on, such as INDEL. */
  readonly stratum: string;
}

/** What a threshold's verdict raises an alert for: that it failed. Indeterminate raises none; null then. */
export function thresholdFinding(
  verdict: ThresholdVerdict,
  { assay, run, time, stratum }: ScoredRun,
): AlertFinding | null {
  if (verdict.state !== "fail") return null;
  const { score, value, observations, interval, minimum, stage, sentence } = verdict;
  return {
    kind: "immediate",
    cause: JSON.stringify(["threshold", assay, stratum, score]),
    subject: `${score} of ${stratum}, ${assay}`,
    occurrence: {
      key: JSON.stringify([run, stage]),
      time,
      sentence,
      evidence: {
        type: "threshold failed",
        run,
        score,
        value,
        observations,
        interval: interval === null ? null : [...interval],
        minimum,
        stage,
      },
    },
  };
}
