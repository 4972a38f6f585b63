import type { Tables } from "@touchstone/store";
import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import { IDLE_LIMIT } from "../access/session-caller.ts";
import { momentOut } from "../http/field-schemas.ts";
import { readCursor, toPage } from "../http/page.ts";
import type { Session } from "./schema.ts";

const columns = ["id", "method", "created_at", "last_used_at", "expires_at"] as const;

/** What a list of sessions is asked with. */
export interface SessionListQuery {
  readonly principalId: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** Sessions of a person that can be used now, newest first. */
export function sessionsQuery(
  kysely: Kysely<Tables>,
  { principalId, limit, cursor }: SessionListQuery,
  at: Date,
): SelectQueryBuilder<Tables, "session", Pick<SessionRow, (typeof columns)[number]>> {
  const after = readCursor(cursor, ["moment", "id"]);
  return kysely
    .selectFrom("session")
    .select(columns)
    .where("principal_id", "=", principalId)
    .where("ended_at", "is", null)
    .where("expires_at", ">", at)
    .where("last_used_at", ">=", new Date(at.getTime() - IDLE_LIMIT))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1);
}

interface SessionRow {
  readonly id: string;
  readonly method: "password" | "oidc";
  readonly created_at: Date;
  readonly last_used_at: Date;
  readonly expires_at: Date;
}

/** A page of them. @param current id of the session that asks. */
export async function listSessions(
  kysely: Kysely<Tables>,
  query: SessionListQuery,
  at: Date,
  current: string,
): Promise<{ items: Session[]; next: string | null }> {
  const rows = await sessionsQuery(kysely, query, at).execute();
  return toPage(
    rows,
    query.limit,
    (row) => [momentOut(row.created_at), row.id],
    (row) => ({
      id: row.id,
      method: row.method,
      createdAt: momentOut(row.created_at),
      lastUsedAt: momentOut(row.last_used_at),
      expiresAt: momentOut(row.expires_at),
      isCurrent: row.id === current,
    }),
  );
}
