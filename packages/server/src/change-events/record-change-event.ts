import { newId } from "@touchstone/store";
import type { Caller } from "../access/caller.ts";
import { invalidField } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import { findChangeEvent } from "./queries.ts";
import type { ChangeEvent, NewChangeEvent } from "./schema.ts";

/** What an event of a kind has to name. */
const NEEDED: Readonly<Partial<Record<NewChangeEvent["kind"], keyof NewChangeEvent>>> = {
  "reagent lot": "reagentLotId",
  "control lot": "materialId",
  "pipeline version": "pipelineVersionId",
};

const TABLES = {
  assayId: "assay",
  instrumentId: "instrument",
  reagentLotId: "reagent_lot",
  materialId: "material",
  pipelineVersionId: "pipeline_version",
} as const;

/**
 * Records something that happened between runs. It stays as it is recorded. Publishes `change-event.recorded`.
 *
 * @param pointer to the object that the fields come from.
 * @throws ServerError TS_REQUEST_INVALID for what is not there, is missing for the kind, or lies in the future.
 */
export async function recordChangeEvent(
  writing: Writing,
  { principalId }: Pick<Caller, "principalId">,
  event: NewChangeEvent,
  pointer: string,
): Promise<ChangeEvent> {
  const { transaction, at } = writing;
  if (new Date(event.happenedAt) > at) throw invalidField(`${pointer}/happenedAt`, "lies in the future");
  const needed = NEEDED[event.kind];
  if (needed !== undefined && event[needed] === undefined) {
    throw invalidField(`${pointer}/${needed}`, `is needed for an event of the kind ${event.kind}`);
  }
  await requireAll(writing, event, pointer);
  const id = newId();
  await transaction
    .insertInto("change_event")
    .values({
      id,
      kind: event.kind,
      happened_at: new Date(event.happenedAt),
      description: event.description.trim(),
      assay_id: event.assayId ?? null,
      instrument_id: event.instrumentId ?? null,
      reagent_lot_id: event.reagentLotId ?? null,
      material_id: event.materialId ?? null,
      pipeline_version_id: event.pipelineVersionId ?? null,
      recorded_by: principalId,
      created_at: at,
    })
    .execute();
  const body = await findChangeEvent(transaction, id);
  writing.record({ action: "change event.record", subject: { kind: "change event", id }, new: body });
  const { kind, happenedAt, description } = body;
  const payload = { id, kind, happenedAt, description };
  writing.publish({ topic: "change-event.recorded", recordKind: "change event", recordId: id, payload });
  return body;
}

async function requireAll({ transaction }: Writing, event: NewChangeEvent, pointer: string): Promise<void> {
  for (const [field, table] of Object.entries(TABLES) as [keyof typeof TABLES, (typeof TABLES)["assayId"]][]) {
    const id = event[field];
    if (id === undefined) continue;
    const found = await transaction.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst();
    if (found === undefined)
      throw invalidField(`${pointer}/${field}`, `is no ${table.replace("_", " ")} that is there`);
  }
}
