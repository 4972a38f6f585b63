import { type QueryExecutorProvider, sql } from "kysely";
import type { AuditAnchor } from "./audit-anchor.ts";
import type { AuditChain } from "./audit-chain.ts";
import type { AuditFinding } from "./audit-finding.ts";
import type { AuditEnd } from "./read-audit-rows.ts";

/** Says what is wrong with a trail whose rows all fit each other: its end, or rows beside it. Null when nothing is. */
export async function checkAuditEnd(
  database: QueryExecutorProvider,
  end: AuditEnd,
  chain: AuditChain,
  anchors: readonly AuditAnchor[],
): Promise<AuditFinding | null> {
  return (
    compareWithAnchors(end.last, anchors) ??
    compareWithNote(end, chain.head?.hash ?? null, chain.provenTo) ??
    (await findUnnumbered(database))
  );
}

function compareWithAnchors(last: number, anchors: readonly AuditAnchor[]): AuditFinding | null {
  const furthest = anchors.reduce((most, { sequence }) => Math.max(most, sequence), 0);
  if (furthest <= last) return null;
  const message = `rows ${last + 1} to ${furthest} are missing: the end was cut off after row ${furthest} was anchored`;
  return { sequence: last + 1, kind: "missing", message };
}

/** @param hash of the last row; null when that row was not read. */
function compareWithNote(end: AuditEnd, hash: string | null, provenTo: number | null): AuditFinding | null {
  const { last, noted } = end;
  if (noted === null) return { sequence: last, kind: "end", message: "the note of the trail's end is missing" };
  if (noted.sequence > last) {
    const message = `rows ${last + 1} to ${noted.sequence}, the noted end, are missing`;
    return { sequence: last + 1, kind: "missing", message };
  }
  if (noted.sequence < last && (provenTo ?? 0) <= noted.sequence) {
    const sequence = Math.max(noted.sequence, 0) + 1;
    return { sequence, kind: "inserted", message: `row ${sequence} comes after the noted end, row ${noted.sequence}` };
  }
  if (noted.sequence === last && (hash === null || noted.hash === hash)) return null;
  if (noted.sequence === last && provenTo !== last) {
    const message = `row ${last} was altered and its hash computed anew: the noted end has another`;
    return { sequence: last, kind: "altered", message };
  }
  const message = `the note of the trail's end was altered: row ${last} is anchored`;
  return { sequence: last, kind: "end", message };
}

/** Rows that are beside the trail: their numbers are below 1, or missing. */
async function findUnnumbered(database: QueryExecutorProvider): Promise<AuditFinding | null> {
  const { rows } = await sql<{ sequence: string | null }>`
    select audit_event.sequence::text as sequence from audit_event
    where audit_event.sequence < 1 or audit_event.sequence is null order by audit_event.sequence limit 1`.execute(
    database,
  );
  if (rows[0] === undefined) return null;
  const sequence = Number(rows[0].sequence);
  return { sequence, kind: "inserted", message: `a row with number ${rows[0].sequence ?? "null"} was inserted` };
}
