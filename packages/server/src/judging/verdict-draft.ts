import { hash } from "node:crypto";
import { type Measurement, type PointVerdict, type RunVerdict, worstVerdict } from "@touchstone/quality";
import type { Basis } from "./basis.ts";
import type { ReplicateVerdict } from "./judge-together.ts";
import type { JudgedRun } from "./judged-run.ts";
import type { StoredPoint } from "./stored-point.ts";

/** A verdict before it is known whether it is another one than that in force. */
export interface VerdictDraft {
  /** Null for the run as a whole. */
  readonly point: StoredPoint | null;
  readonly state: PointVerdict["state"];
  readonly reason: string | null;
  readonly score: number | null;
  readonly baselineId: string | null;
  readonly violations: PointVerdict["violations"];
  readonly sentence: string;
  readonly inputsSha256: string;
}

/** All verdicts of a run, that on the run as a whole last. */
export interface RunDraft {
  readonly run: JudgedRun;
  readonly basis: Basis;
  readonly points: readonly PointVerdict[];
  readonly verdicts: readonly VerdictDraft[];
}

/** The verdicts on one run, of all replicates that it has. */
export function draftRun(run: JudgedRun, basis: Basis, replicates: readonly ReplicateVerdict[]): RunDraft {
  const points: PointVerdict[] = [];
  const verdicts: VerdictDraft[] = [];
  for (const replicate of replicates) {
    for (const verdict of replicate.verdict.points) {
      points.push(verdict);
      const point = replicate.pointOf.get(verdict.measurement) ?? null;
      verdicts.push(draftPoint(verdict, point, basis, replicate));
    }
  }
  verdicts.push(draftWhole(basis, replicates, verdicts));
  return { run, basis, points, verdicts };
}

function draftPoint(
  verdict: PointVerdict,
  point: StoredPoint | null,
  basis: Basis,
  replicate: ReplicateVerdict,
): VerdictDraft {
  const { state, reason, score, baseline, violations, sentence } = verdict;
  const baselineId = baseline === null ? null : (basis.baselineIdOf.get(baseline.contentSha256) ?? null);
  const inputsSha256 = hashInputs(verdict, point?.replicate ?? 1, basis, replicate);
  return { point, state, reason, score, baselineId, violations, sentence, inputsSha256 };
}

/**
 * SHA-256 of what a verdict rests on: the measurement, the limits, the rules, and every measurement of the windows that it
 * names. It is that of a JSON array, whose layout docs/methods/monitoring.md gives.
 */
function hashInputs(
  { measurement, baseline, violations }: PointVerdict,
  replicate: number,
  { ruleSet }: Basis,
  { valueIn }: ReplicateVerdict,
): string {
  const windows = violations.map(({ window }) =>
    window.map((point) => {
      const found = valueIn(point.run, { ...point, analyte: measurement.analyte });
      return found === undefined ? [point.run] : identified(found);
    }),
  );
  const inputs = [ruleSet.contentSha256, baseline?.contentSha256 ?? null, replicate, identified(measurement), windows];
  return sha256(JSON.stringify(inputs));
}

function identified(measurement: Measurement): unknown[] {
  const { run, time, material, materialLot, analyte, level, kind, value, depth, pipelineVersion } = measurement;
  return [run, time, material, materialLot, analyte, level, kind, value, depth, pipelineVersion];
}

function draftWhole(
  basis: Basis,
  replicates: readonly ReplicateVerdict[],
  verdicts: readonly VerdictDraft[],
): VerdictDraft {
  const judged = replicates.filter(({ verdict }) => verdict.proposal !== null);
  const state = worstVerdict(judged.map(({ verdict }) => verdict.state)) ?? "not evaluable";
  const concerns = judged.flatMap(({ verdict }) => concernsOfRun(verdict));
  return {
    point: null,
    state,
    reason: state === "not evaluable" ? reasonOf(verdicts, judged.length > 0, concerns) : null,
    score: null,
    baselineId: null,
    violations: [],
    sentence: [describeRun(verdicts, judged.length > 0), ...concerns].join(" "),
    inputsSha256: sha256(JSON.stringify([basis.ruleSet.contentSha256, verdicts.map((one) => one.inputsSha256).sort()])),
  };
}

/** What speaks against a run beside single points: controls that are missing, rules over several that cannot be evaluated. */
function concernsOfRun({ state, proposal, points }: RunVerdict): readonly string[] {
  if (proposal === null || state === "in control") return [];
  const ofPoints = new Set(points.map(({ sentence }) => sentence));
  return proposal.reasons.filter((reason) => !ofPoints.has(reason));
}

/** Why a run is not evaluable; the single points' reason where they have one in common. */
function reasonOf(verdicts: readonly VerdictDraft[], isJudged: boolean, concerns: readonly string[]): string {
  if (!isJudged) return "baseline period";
  const reasons = new Set(verdicts.flatMap(({ reason }) => (reason === "baseline period" ? [] : (reason ?? []))));
  if (reasons.size === 0) return concerns.some((one) => one.endsWith("was not measured in the run.")) ? MISSING : JOINT;
  const [first = JOINT] = reasons;
  return reasons.size === 1 ? first : "several reasons";
}

const MISSING = "control missing";
const JOINT = "rule not evaluable";

function describeRun(verdicts: readonly VerdictDraft[], isJudged: boolean): string {
  if (!isJudged) return "No control was judged: the run is one of those that the baseline was made of.";
  const judged = verdicts.filter(({ reason }) => reason !== "baseline period");
  const counts = (["out of control", "not evaluable", "warning", "in control"] as const).flatMap((state) => {
    const n = judged.filter((verdict) => verdict.state === state).length;
    return n === 0 ? [] : [`${n} ${state}`];
  });
  return `Of ${judged.length} controls: ${counts.join(", ")}.`;
}

function sha256(text: string): string {
  return hash("sha256", text);
}
