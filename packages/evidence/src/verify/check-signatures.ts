import type { Static } from "@sinclair/typebox";
import { canonicalJson } from "@touchstone/model";
import type { AuditRow } from "@touchstone/store";
import { sha256 } from "../bundle/manifest.ts";
import { type Check, failed, passed, unproven } from "./check.ts";
import type { SignaturesSchema } from "./schemas.ts";

type Signatures = Static<typeof SignaturesSchema>;

/** Whether each signature stands under the content that is in the bundle. */
export function checkSignatures(signatures: Signatures): Check {
  for (const { id, content, recordSha256, printedName } of signatures) {
    if (content === null) continue;
    if (sha256(content) !== recordSha256) {
      return failed("signatures", `${printedName} did not sign the content of signature ${id}`);
    }
    if (!isCanonical(content)) return failed("signatures", `the content of signature ${id} is not canonical JSON`);
  }
  const without = signatures.filter(({ content }) => content === null).length;
  if (without > 0) return unproven("signatures", `${without} of ${signatures.length} signatures have no content kept`);
  return passed("signatures", `${signatures.length} signatures stand under the content that they have here`);
}

/** Whether the audit trail tells of each signature, under the same record and content. */
export function checkSignaturesInTrail(signatures: Signatures, rows: readonly AuditRow[]): Check {
  const name = "audit trail of signatures";
  const told = new Map(
    rows.filter(({ action }) => action === "signature.create").map((row) => [row.subject.id, row.new] as const),
  );
  for (const { id, record, recordSha256, printedName, meaning } of signatures) {
    const value = told.get(id);
    if (value === undefined || value === null) return failed(name, `the audit trail does not tell of signature ${id}`);
    const kept = parse(value);
    const expected = { id, record, recordSha256, printedName, meaning };
    const isSame = Object.entries(expected).every(
      ([key, member]) => canonicalJson(kept[key] ?? null) === canonicalJson(member),
    );
    if (!isSame) return failed(name, `the audit trail tells of another signature ${id} than the one that is here`);
  }
  const missing = [...told.keys()].find((id) => signatures.every((signature) => signature.id !== id));
  if (missing !== undefined) return failed(name, `signature ${missing}, of which the audit trail tells, is missing`);
  return passed(name, `the audit trail tells of ${signatures.length} signatures`);
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function isCanonical(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}
