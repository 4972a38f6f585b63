import { type Static, type TObject, type TString, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { invalidField } from "../error.ts";
import { IdSchema } from "../http/field-schemas.ts";

/** Who did something, or is to do it, as other records show them. */
export const PersonSchema: TObject<{ id: TString; name: TString; printedName: TString }> = Type.Object({
  id: IdSchema,
  name: Type.String(),
  printedName: Type.String(),
});

/** The same as a type. */
export type Person = Static<typeof PersonSchema>;

/** Whoever a column refers to, such as `alert.assigned_to`; null for nobody. */
export function personOf(column: string): RawBuilder<Person | null> {
  return sql<Person | null>`(
    select jsonb_build_object('id', id, 'name', name, 'printedName', printed_name) from principal
    where principal.id = ${sql.ref(column)}
  )`;
}

/**
 * Makes sure that somebody can be given something to do.
 *
 * @param pointer to the field that names them.
 * @throws ServerError TS_REQUEST_INVALID unless it is a person who is not disabled.
 */
export async function requirePerson(kysely: Kysely<Tables>, id: string, pointer: string): Promise<void> {
  const found = await kysely
    .selectFrom("principal")
    .select("id")
    .where("id", "=", id)
    .where("kind", "=", "person")
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  if (found === undefined)
    throw invalidField(pointer, "is no person who could do it; GET /api/v1/principals lists them");
}
