import type { Verdict } from "./run-records.ts";

/** The gravest first. What could not be evaluated counts for more than a warning: nobody knows what it hides. */
const GRAVITY: readonly Verdict["state"][] = ["out of control", "not evaluable", "warning", "in control"];

/** Verdicts by how grave they are; of the same gravity that on the run as a whole first, and the others as they were. */
export function byGravity(verdicts: readonly Verdict[]): Verdict[] {
  const place = ({ state, about }: Verdict) => 2 * GRAVITY.indexOf(state) + (about === "run" ? 0 : 1);
  return verdicts.toSorted((one, other) => place(one) - place(other));
}

/** How many verdicts have each state that one has, the gravest first. */
export function stateCounts(verdicts: readonly Verdict[]): { state: Verdict["state"]; count: number }[] {
  return GRAVITY.map((state) => ({ state, count: verdicts.filter((one) => one.state === state).length })).filter(
    ({ count }) => count > 0,
  );
}

/** What a verdict is on. */
export function subjectText({ about, measurement, sample, threshold }: Verdict): string {
  if (measurement !== null) {
    const { analyte, material, materialLot, level, replicate } = measurement;
    const lot = materialLot === null ? "" : `, lot ${materialLot}`;
    const rest = [level, replicate > 1 ? `replicate ${replicate}` : null].filter((part) => part !== null);
    return `${analyte} in ${material}${lot}${rest.map((part) => `, ${part}`).join("")}`;
  }
  const of = sample === null ? "" : `, ${sample}`;
  if (threshold !== null) {
    const { score, variantType, stratum } = threshold;
    return `${score} of ${variantType}${stratum === "*" ? "" : ` in ${stratum}`}${of}`;
  }
  return about === "run" ? "all controls of the run" : `${about}${of}`;
}

/** Rules that are violated with their scopes and severities. */
export function rulesOf({ violations }: Verdict): string[] {
  return violations.map(
    ({ rule, scope, severity, begins }) => `${rule} ${scope} (${severity}${begins ? "" : ", goes on"})`,
  );
}

/** The baseline and the rule set, or the threshold, that were held against, each with its version. */
export function limitsOf({ baseline, ruleSet, threshold }: Verdict): string[] {
  const limits = [];
  if (baseline !== null) limits.push(`baseline ${baseline.name} ${baseline.version}`);
  if (ruleSet !== null) limits.push(`rule set ${ruleSet.name} ${ruleSet.version}`);
  if (threshold !== null) {
    const { score, minimum, stage, version } = threshold;
    limits.push(`${score} ≥ ${minimum}, ${stage} threshold ${version}`);
  }
  return limits;
}
