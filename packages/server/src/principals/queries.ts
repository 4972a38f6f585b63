import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { notFound } from "../error.ts";
import { readCursor, toPage } from "../http/page.ts";
import { type Principal, toPrincipal } from "./schema.ts";

const columns = [
  "id",
  "kind",
  "name",
  "printed_name",
  "email",
  "roles",
  "password_hash",
  "oidc_subject",
  "created_at",
  "disabled_at",
] as const;

/** A page of all principals, by name. */
export async function listPrincipals(
  kysely: Kysely<Tables>,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<{ items: Principal[]; next: string | null }> {
  const after = readCursor(cursor, ["text"]);
  const rows = await kysely
    .selectFrom("principal")
    .select(columns)
    .$if(after !== null, (query) => query.where("name", ">", String(after?.[0])))
    .orderBy("name")
    .limit(limit + 1)
    .execute();
  return toPage(rows, limit, ({ name }) => [name], toPrincipal);
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findPrincipal(kysely: Kysely<Tables>, id: string): Promise<Principal> {
  const row = await kysely.selectFrom("principal").select(columns).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("principal", id);
  return toPrincipal(row);
}
