import { AssaySchema } from "@touchstone/model";
import type { Signature } from "../baseline/approval.ts";
import { type Definition, readDefinition } from "../definition/read-definition.ts";
import { QualityError } from "../error.ts";
import { parseMoment } from "../measurements/moment.ts";
import { type Assay, citedNumbers, describeAssay } from "./assay.ts";
import { assayOf } from "./read-assay.ts";

/** An assay definition that somebody stands for. */
export interface ApprovedAssay extends Assay {
  readonly approval: Signature & { readonly contentSha256: string };
}

/** A citation that a shipped example gives in place of one. */
const PLACEHOLDER = /example only/i;

/**
 * What keeps a definition from being approved, each with its place; empty for one that can be. It is approvable when the
 * mark EXAMPLE is gone and every number, and the rule set, has a citation of its own: a publication, or the laboratory's
 * record of its validation.
 *
 * @throws QualityError as `readAssay`.
 */
export function obstaclesToApproval(text: string, file: string): readonly QualityError[] {
  return obstacles(readDefinition(text, file, AssaySchema));
}

/**
 * Reads a definition and puts a signature under it.
 *
 * @throws QualityError TS_ASSAY_NOT_APPROVABLE naming file, line and column of the first obstacle, or for a signature
 *   without name, meaning or moment; otherwise as `readAssay`.
 */
export function approveAssay(text: string, file: string, signature: Signature): ApprovedAssay {
  const definition = readDefinition(text, file, AssaySchema);
  const assay = assayOf(definition);
  const [obstacle] = obstacles(definition);
  if (obstacle !== undefined) throw obstacle;
  requireSignature(assay, signature);
  return { ...assay, approval: { ...signature, contentSha256: assay.contentSha256 } };
}

function obstacles(definition: Definition<Assay["document"]>): QualityError[] {
  const { document } = assayOf(definition);
  const refuse = (path: readonly (string | number)[], what: string) =>
    definition.error(path, what, "TS_ASSAY_NOT_APPROVABLE");
  const found: QualityError[] = [];
  if (document.mark !== undefined) {
    found.push(refuse(["mark"], "this is an example; replace its numbers by your own and remove the mark"));
  }
  const { rules, citation = null } = document.ruleSet;
  const numbers = citedNumbers(document).map((number) => ({ ...number, what: String(number.value) }));
  for (const { path, citation: source, what } of [
    ...numbers,
    { path: ["ruleSet"], citation, what: `rule set of ${rules.length} rules` },
  ]) {
    if (source === null || source.trim() === "") found.push(refuse(path, `${what} has no citation`));
    else if (PLACEHOLDER.test(source)) found.push(refuse([...path, "citation"], `${what} has an example's citation`));
  }
  return found;
}

function requireSignature(assay: Assay, { name, at, meaning }: Signature): void {
  const missing = name.trim() === "" ? "a name" : meaning.trim() === "" ? "a meaning" : null;
  const what = missing ?? (parseMoment(at) === at ? null : "a moment in UTC");
  if (what === null) return;
  const message = `assay ${describeAssay(assay)} cannot be signed: a signature needs ${what}`;
  throw new QualityError("TS_ASSAY_NOT_APPROVABLE", message);
}
