import { newId, type Tables } from "@touchstone/store";
import type { Transaction } from "kysely";
import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";

/*
 * What a laboratory works with is known by its name. Results name instruments, lots, samples and versions that nobody has
 * entered before; these are added, and the audit trail says so. Nothing that judges (assays, baselines) is ever added so.
 */

/** Id of the instrument with that name. */
export function ensureInstrument(writing: Writing, name: string): Promise<string> {
  return ensure(
    writing,
    "instrument",
    name,
    (transaction) => transaction.selectFrom("instrument").select("id").where("name", "=", name).executeTakeFirst(),
    (transaction, id) => transaction.insertInto("instrument").values({ id, name, created_at: writing.at }).execute(),
  );
}

/** Id of the sample with that name. */
export function ensureSample(writing: Writing, name: string): Promise<string> {
  return ensure(
    writing,
    "sample",
    name,
    (transaction) => transaction.selectFrom("sample").select("id").where("name", "=", name).executeTakeFirst(),
    (transaction, id) => transaction.insertInto("sample").values({ id, name, created_at: writing.at }).execute(),
  );
}

/** A control material or reference sample and its lot, null where lots are not told apart. */
export interface NamedMaterial {
  readonly name: string;
  readonly lot: string | null;
}

/**
 * Id of that lot of the material, whatever it is used for; one that is new is a control. A misspelt one does no harm: no
 * baseline knows it, so that what is measured of it is not evaluable and its run is held.
 */
export function ensureMaterial(writing: Writing, { name, lot }: NamedMaterial): Promise<string> {
  return ensure(
    writing,
    "material",
    { name, lot },
    (transaction) =>
      transaction
        .selectFrom("material")
        .select("id")
        .where("name", "=", name)
        .where("lot", "is not distinct from", lot)
        .executeTakeFirst(),
    (transaction, id) =>
      transaction.insertInto("material").values({ id, name, lot, use: "control", created_at: writing.at }).execute(),
  );
}

/** A reagent and its lot, by which people know it. */
export interface NamedLot {
  readonly reagent: string;
  readonly lot: string;
}

/** Id of that lot of the reagent. */
export function ensureReagentLot(writing: Writing, { reagent, lot }: NamedLot): Promise<string> {
  return ensure(
    writing,
    "reagent lot",
    { reagent, lot },
    (transaction) =>
      transaction
        .selectFrom("reagent_lot")
        .select("id")
        .where("reagent", "=", reagent)
        .where("lot", "=", lot)
        .executeTakeFirst(),
    (transaction, id) =>
      transaction.insertInto("reagent_lot").values({ id, reagent, lot, created_at: writing.at }).execute(),
  );
}

/** A pipeline's version, and the commit it was made from. */
export interface NamedPipelineVersion {
  readonly pipeline: string;
  readonly version: string;
  readonly revision?: string;
}

/**
 * Id of that version of the pipeline.
 *
 * @throws ServerError TS_CONFLICT when the version was made from another revision: then it is not that version.
 */
export async function ensurePipelineVersion(
  writing: Writing,
  named: NamedPipelineVersion,
  pointer = "/body/pipelineVersion",
): Promise<string> {
  const { pipeline, version, revision = null } = named;
  const found = await writing.transaction
    .selectFrom("pipeline_version")
    .select(["id", "revision"])
    .where("pipeline", "=", pipeline)
    .where("version", "=", version)
    .executeTakeFirst();
  if (found !== undefined) {
    if (revision === null || found.revision === null || found.revision === revision) return found.id;
    const message = `${pipeline} ${version} is revision ${found.revision}, not ${revision}`;
    throw new ServerError("TS_CONFLICT", message, { fields: [{ pointer: `${pointer}/revision`, message }] });
  }
  const id = newId();
  await writing.transaction
    .insertInto("pipeline_version")
    .values({ id, pipeline, version, revision, created_at: writing.at })
    .execute();
  writing.record({ action: "pipeline version.create", subject: { kind: "pipeline version", id }, new: named });
  return id;
}

async function ensure(
  writing: Writing,
  kind: string,
  named: unknown,
  find: (transaction: Transaction<Tables>) => Promise<{ id: string } | undefined>,
  add: (transaction: Transaction<Tables>, id: string) => Promise<unknown>,
): Promise<string> {
  const found = await find(writing.transaction);
  if (found !== undefined) return found.id;
  const id = newId();
  await add(writing.transaction, id);
  writing.record({
    action: `${kind}.create`,
    subject: { kind, id },
    new: typeof named === "string" ? { name: named } : named,
  });
  return id;
}
