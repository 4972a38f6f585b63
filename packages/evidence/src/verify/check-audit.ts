import type { KeyObject } from "node:crypto";
import { canonicalJson } from "@touchstone/model";
import { type AuditRow, auditHash, parseAnchor } from "@touchstone/store";
import { type Check, failed, passed, unproven } from "./check.ts";

/** The audit trail of a bundle. */
export interface AuditExcerpt {
  readonly rows: readonly AuditRow[];
  readonly about: readonly number[];
  readonly anchors: readonly { readonly sequence: number; readonly hash: string }[];
}

/** Whether each row has the hash of its content, and neighbours follow each other. */
export function checkRows({ rows, about }: AuditExcerpt): Check {
  const name = "audit rows";
  let before: AuditRow | null = null;
  for (const row of rows) {
    const { sequence } = row;
    if (before !== null && sequence <= before.sequence) return failed(name, `row ${sequence} is out of order`);
    const { hash, ...content } = row;
    if (auditHash(content) !== hash) return failed(name, `row ${sequence} was altered`);
    if (before !== null && sequence === before.sequence + 1 && row.previous !== before.hash) {
      return failed(name, `row ${sequence} does not follow row ${before.sequence}`);
    }
    before = row;
  }
  const numbers = new Set(rows.map(({ sequence }) => sequence));
  const missing = about.find((sequence) => !numbers.has(sequence));
  if (missing !== undefined) return failed(name, `row ${missing} is missing`);
  return passed(name, `${rows.length} rows hold, ${about.length} of them about this run`);
}

/** Whether the rows about the run lead, row by row, to an anchor that somebody signed. */
export function checkAnchors(excerpt: AuditExcerpt, publicKeys: readonly KeyObject[]): Check {
  const { rows, about, anchors } = excerpt;
  if (publicKeys.length === 0) {
    return unproven("anchors", "no key was given: nothing outside the bundle vouches for its part of the audit trail");
  }
  const hashes = new Map(rows.map(({ sequence, hash }) => [sequence, hash]));
  for (const anchor of anchors) {
    const read = parseAnchor(canonicalJson(anchor), publicKeys);
    if ("rejected" in read) return failed("anchors", `the anchor of row ${anchor.sequence}: ${read.rejected}`);
    if (hashes.get(anchor.sequence) !== anchor.hash) {
      return failed("anchors", `row ${anchor.sequence} does not have the hash that was anchored`);
    }
  }
  const loose = about.filter((sequence) => !leadsToAnchor(sequence, hashes, anchors));
  if (loose.length > 0) {
    const message = `${loose.length} of ${about.length} rows lead to no anchor here, the first of them row ${loose[0]}`;
    return unproven("anchors", `${message}: check them with touchstone audit verify`);
  }
  return passed("anchors", `all ${about.length} rows about this run lead to signed anchors`);
}

/** Rows were found to follow each other where none is missing between them. */
function leadsToAnchor(from: number, hashes: ReadonlyMap<number, string>, anchors: AuditExcerpt["anchors"]): boolean {
  const anchored = new Set(anchors.map(({ sequence }) => sequence));
  for (let sequence = from; hashes.has(sequence); sequence++) {
    if (anchored.has(sequence)) return true;
  }
  return false;
}
