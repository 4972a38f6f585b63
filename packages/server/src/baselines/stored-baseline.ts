import { approveBaseline, type Baseline, BaselineIndex, retireBaseline } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";

/** Kind of record that the signatures of those who approve a baseline are under. */
export const BASELINE_RECORD = "baseline";
/** The same of who takes it out of use. */
export const RETIREMENT_RECORD = "baseline retirement";

/** A signature under a baseline, as the database has it. */
interface StoredSignature {
  readonly baselineId: string;
  readonly isRetirement: boolean;
  readonly name: string;
  readonly at: string;
  readonly meaning: string;
}

/** The signatures under baselines, oldest first: together with the documents they are all that a baseline is. */
export async function signaturesOf(kysely: Kysely<Tables>, ids: readonly string[]): Promise<StoredSignature[]> {
  if (ids.length === 0) return [];
  const rows = await kysely
    .selectFrom("signature")
    .select(["record_id", "record_kind", "printed_name", "signed_at", "meaning"])
    .where("record_kind", "in", [BASELINE_RECORD, RETIREMENT_RECORD])
    .where("record_id", "in", ids)
    .orderBy("signed_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    baselineId: row.record_id,
    isRetirement: row.record_kind === RETIREMENT_RECORD,
    name: row.printed_name,
    at: row.signed_at.toISOString(),
    meaning: row.meaning,
  }));
}

/** A baseline with the signatures under it, as quality takes it. */
export function signedBaseline(document: unknown, signatures: readonly StoredSignature[]): Baseline {
  return signatures.reduce<Baseline>(
    (baseline, { isRetirement, name, at, meaning }) => {
      return (isRetirement ? retireBaseline : approveBaseline)(baseline, { name, at, meaning });
    },
    { ...(document as Baseline), status: "draft", approvals: [] },
  );
}

/** Loads one baseline with its signatures. */
export async function loadBaseline(kysely: Kysely<Tables>, id: string): Promise<Baseline> {
  const row = await kysely.selectFrom("baseline").select("document").where("id", "=", id).executeTakeFirstOrThrow();
  return signedBaseline(row.document, await signaturesOf(kysely, [id]));
}

/** Baselines as they judge, with the rows that they came from. */
export interface StoredBaselines {
  readonly index: BaselineIndex;
  /** Id of a baseline's row by the hash of its content. */
  readonly idOf: ReadonlyMap<string, string>;
}

/** Series of all baselines that are kept ready; one takes some kilobytes. */
const MOST_SERIES = 200_000;

/** By content and signatures, of which neither ever changes: the same in every database. */
const ready = new Map<string, BaselineIndex>();

/**
 * The baselines of those ids, ready to judge. Reading a baseline of thousands of series takes longer than judging by it, so
 * those used last are kept.
 */
export async function loadBaselines(kysely: Kysely<Tables>, ids: readonly string[]): Promise<StoredBaselines> {
  const rows =
    ids.length === 0
      ? []
      : await kysely
          .selectFrom("baseline")
          .select(["id", "content_sha256"])
          .where("id", "in", ids)
          // Of two that take effect at the same time the one that was approved last judges.
          .orderBy("approved_at", "desc")
          .orderBy("id", "desc")
          .execute();
  const signatures = await signaturesOf(kysely, ids);
  const key = JSON.stringify([rows.map((row) => row.content_sha256), signatures]);
  const kept = ready.get(key);
  const inOrder = rows.map((row) => row.id);
  const index = kept ?? new BaselineIndex(await readBaselines(kysely, inOrder, signatures));
  ready.delete(key);
  ready.set(key, index);
  forgetOldest();
  return { index, idOf: new Map(rows.map((row) => [row.content_sha256, row.id])) };
}

async function readBaselines(
  kysely: Kysely<Tables>,
  ids: readonly string[],
  signatures: readonly StoredSignature[],
): Promise<Baseline[]> {
  if (ids.length === 0) return [];
  const rows = await kysely.selectFrom("baseline").select(["id", "document"]).where("id", "in", ids).execute();
  const documents = new Map(rows.map(({ id, document }) => [id, document]));
  return ids.map((id) =>
    signedBaseline(
      documents.get(id),
      signatures.filter(({ baselineId }) => baselineId === id),
    ),
  );
}

function forgetOldest(): void {
  let series = 0;
  for (const index of ready.values()) series += index.controls.size;
  for (const [key, index] of ready) {
    if (series <= MOST_SERIES || ready.size === 1) return;
    series -= index.controls.size;
    ready.delete(key);
  }
}
