import { StatisticsError } from "../error.ts";
import { type Answer, type Answers, Judgement } from "./answer.ts";
import { compareValues, emptyTally, type Mismatch, type Tally } from "./compare-values.ts";
import { isInformative } from "./informative-names.ts";
import type { Problem, ReadSideFile } from "./problem.ts";
import type { ReferenceCase } from "./reference-case.ts";
import { subjectsFor } from "./subjects.ts";

/** What became of a case. */
export interface CaseResult {
  readonly id: string;
  readonly category: string;
  readonly passed: boolean;
  /** Expected values that were held against computed ones; every element of a list counts. */
  readonly checked: number;
  /** Relative, absolute where 0 is expected; null where something is infinitely far off. */
  readonly worstError: number | null;
  readonly mismatches: readonly Mismatch[];
  /** Expected names without a meaning for this input, and values that Touchstone declines to give. */
  readonly unchecked: readonly string[];
  /** Why the case failed apart from mismatches. */
  readonly problem: string | null;
}

/**
 * Checks the expected values of cases. A case passes if at least one of them was checked and all that were agree within
 * its tolerance.
 *
 * @param readSideFile reads a file that a case names, or throws.
 */
export function checkCases(cases: readonly ReferenceCase[], readSideFile: ReadSideFile): CaseResult[] {
  const byId = new Map(cases.map((one) => [one.id, one]));
  return cases.map((one) => checkCase(withSeenInput(one, byId), readSideFile));
}

/** `see` names the case whose input a case goes on with. */
function withSeenInput(one: ReferenceCase, byId: ReadonlyMap<string, ReferenceCase>): ReferenceCase {
  const { see } = one.input;
  const seen = typeof see === "string" ? byId.get(see) : undefined;
  return seen === undefined ? one : { ...one, input: { ...seen.input, ...one.input } };
}

function checkCase(one: ReferenceCase, readSideFile: ReadSideFile): CaseResult {
  const result = (tally: Tally, problem: string | null): CaseResult => ({
    id: one.id,
    category: one.category,
    passed: problem === null && tally.mismatches.length === 0 && tally.checked > 0,
    checked: tally.checked,
    worstError: Number.isFinite(tally.worst) ? tally.worst : null,
    mismatches: tally.mismatches,
    unchecked: tally.unchecked,
    problem: problem ?? (tally.checked === 0 ? "no expected value could be checked" : null),
  });
  try {
    return result(compareAll({ ...one, readSideFile }), null);
  } catch (error) {
    if (!(error instanceof StatisticsError)) throw error;
    return result(emptyTally(), error.message);
  }
}

/** Each name belongs to the first subject that has a meaning for it; the category's own come first. */
function compareAll(problem: Problem): Tally {
  const tally = emptyTally();
  let open = Object.entries(problem.expected).filter(([name, expected]) => !isInformative(name, expected));
  for (const subject of subjectsFor(problem.category)) {
    if (open.length === 0) break;
    const readings = subject(problem);
    if (readings.length === 0) continue;
    const known = open.filter(([name]) => readings.some((answers) => answers(name) !== undefined));
    open = open.filter((entry) => !known.includes(entry));
    if (known.length > 0) join(tally, bestReading(readings, known, problem.tolerance));
  }
  tally.unchecked.push(...open.map(([name]) => name));
  return tally;
}

type Expected = readonly (readonly [string, Problem["expected"][string]])[];

/** Where the input leaves a convention open, the one that most values agree with. */
function bestReading(readings: readonly Answers[], expected: Expected, tolerance: number): Tally {
  const tallies = readings.map((answers) => {
    const tally = emptyTally();
    for (const [name, wanted] of expected) {
      const answer = answers(name);
      if (answer === undefined) tally.unchecked.push(name);
      else compareValues(name, wanted, evaluated(answer, wanted), tolerance, tally);
    }
    return tally;
  });
  return tallies.reduce((best, one) => (one.mismatches.length < best.mismatches.length ? one : best));
}

/** A statistic that refuses the input leaves its own values as mismatches, and the others to be checked. */
function evaluated(answer: Answer, expected: Problem["expected"][string]): ReturnType<Answer> {
  try {
    return answer(expected);
  } catch (error) {
    if (error instanceof StatisticsError) return new Judgement(false, error.message);
    throw error;
  }
}

function join(tally: Tally, part: Tally): void {
  tally.checked += part.checked;
  tally.worst = Math.max(tally.worst, part.worst);
  tally.mismatches.push(...part.mismatches);
  tally.unchecked.push(...part.unchecked);
}

/** Numbers of a whole verification. */
export function countPassed(results: readonly CaseResult[]): { readonly passed: number; readonly failed: number } {
  const passed = results.filter((one) => one.passed).length;
  return { passed, failed: results.length - passed };
}
