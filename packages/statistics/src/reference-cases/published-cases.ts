import { parseReferenceCases } from "./parse-reference-cases.ts";
import published from "./published-cases.json" with { type: "json" };
import type { ReferenceCase } from "./reference-case.ts";

/**
 * Cases from publications, at the precision that they print: what an installation is checked by when no other cases are
 * given. None needs a file beside it.
 */
export function publishedCases(): ReferenceCase[] {
  return parseReferenceCases(JSON.stringify(published));
}
