export { type CaseResult, checkCases, countPassed } from "./check-case.ts";
export type { Mismatch } from "./compare-values.ts";
export { parseReferenceCases } from "./parse-reference-cases.ts";
export type { ReadSideFile } from "./problem.ts";
export { publishedCases } from "./published-cases.ts";
export type { Json, JsonRecord, ReferenceCase } from "./reference-case.ts";
