import { type CaseResult, countPassed } from "@touchstone/statistics/reference-cases";

/** A line for each case, further lines for what is wrong with it or was not checked, and the count. */
export function describeVerification(results: readonly CaseResult[]): string {
  const { passed, failed } = countPassed(results);
  return [...results.flatMap(describeCase), `${passed} passed, ${failed} failed`].join("\n");
}

function describeCase(result: CaseResult): string[] {
  const { id, checked, worstError, passed, problem, mismatches, unchecked } = result;
  const worst = worstError === null ? "infinite" : worstError.toExponential(1);
  const error = worstError === 0 ? "0" : worst;
  return [
    `${id}: ${checked} checked, worst relative error ${error}, ${passed ? "passed" : "failed"}`,
    ...(problem === null ? [] : [`  ${problem}`]),
    ...mismatches.map(({ name, expected, computed }) => `  ${name}: expected ${expected}, computed ${computed}`),
    ...(unchecked.length === 0 ? [] : [`  ${unchecked.length} not checked: ${unchecked.join(", ")}`]),
  ];
}
