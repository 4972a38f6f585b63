import type { EvidenceAudit, EvidenceSignature } from "@touchstone/evidence";
import { type AuditAnchor, type AuditRow, readAuditRange, type Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";

/** Rows between one that is about the run and the nearest anchor, at most; farther ones are left to `audit verify`. */
const FARTHEST = 500;

/** Signatures under the records with these ids. */
export async function gatherSignatures(kysely: Kysely<Tables>, ids: readonly string[]): Promise<EvidenceSignature[]> {
  const kinds = await kindsIn(kysely, "signature", "record_kind");
  if (kinds.length === 0) return [];
  const rows = await kysely
    .selectFrom("signature")
    .selectAll()
    .where("record_kind", "in", kinds)
    .where("record_id", "in", ids)
    .orderBy("signed_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    principalId: row.principal_id,
    printedName: row.printed_name,
    meaning: row.meaning,
    method: row.method,
    signedAt: row.signed_at.toISOString(),
    record: { kind: row.record_kind, id: row.record_id },
    recordSha256: row.record_sha256,
    content: row.record_content,
  }));
}

/** The audit trail's rows about the records with these ids, and those that lead from them to the nearest anchors. */
export async function gatherTrail(
  kysely: Kysely<Tables>,
  ids: readonly string[],
  anchors: readonly AuditAnchor[],
): Promise<EvidenceAudit> {
  const kinds = await kindsIn(kysely, "audit_event", "subject_kind");
  if (kinds.length === 0) return { rows: [], about: [], anchors: [] };
  const found = await kysely
    .selectFrom("audit_event")
    .select("sequence")
    .where("subject_kind", "in", kinds)
    .where("subject_id", "in", ids)
    .orderBy("sequence")
    .execute();
  const about = found.map(({ sequence }) => sequence);
  const sorted = anchors.toSorted((a, b) => a.sequence - b.sequence || (a.signedAt < b.signedAt ? -1 : 1));
  const used = new Set<AuditAnchor>();
  const ranges: [first: number, last: number][] = [];
  for (const sequence of about) {
    const nearest = sorted.find((anchor) => anchor.sequence >= sequence);
    const leads = nearest !== undefined && nearest.sequence - sequence <= FARTHEST;
    if (leads) used.add(nearest);
    const last = leads ? nearest.sequence : sequence;
    const before = ranges.at(-1);
    if (before !== undefined && sequence <= before[1] + 1) before[1] = Math.max(before[1], last);
    else ranges.push([sequence, last]);
  }
  const rows: AuditRow[] = [];
  for (const [first, last] of ranges) rows.push(...(await readAuditRange(kysely, first, last)));
  return { rows, about, anchors: [...used] };
}

/**
 * Kinds of records that a table tells of: a step in the index for each, since it begins with the kind and the ids alone
 * would not lead anywhere.
 */
async function kindsIn(
  kysely: Kysely<Tables>,
  table: "signature" | "audit_event",
  column: "record_kind" | "subject_kind",
): Promise<string[]> {
  const { rows } = await sql<{ kind: string | null }>`
    with recursive kinds as (
      (select ${sql.ref(column)}::text as kind from ${sql.table(table)} order by ${sql.ref(column)} limit 1)
      union all
      select (
        select ${sql.ref(column)}::text from ${sql.table(table)}
        where ${sql.ref(column)} > kinds.kind order by ${sql.ref(column)} limit 1
      ) from kinds where kinds.kind is not null
    ) select kind from kinds where kind is not null`.execute(kysely);
  return rows.map(({ kind }) => kind ?? "");
}
