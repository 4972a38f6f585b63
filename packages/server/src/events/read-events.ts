import type { EventTable, Tables } from "@touchstone/store";
import { type Kysely, type RawBuilder, type Selectable, sql } from "kysely";
import { momentOut } from "../http/field-schemas.ts";
import type { Event, Reset } from "./schema.ts";

/** Events after a number, in order. */
export interface EventWindow {
  readonly events: readonly Event[];
  /** Why the number is no place to go on after, and where the events begin instead; null when all is well. */
  readonly reset: Reset | null;
}

interface Row {
  readonly removed: number;
  readonly number: number | null;
  readonly topic: string;
  readonly record_kind: string;
  readonly record_id: string;
  readonly payload: unknown;
  readonly created_at: Date;
}

/** The query of `readEvents`: in one statement, so that events which go meanwhile are found to be gone. */
export function eventsQuery(after: number, limit: number): RawBuilder<Row> {
  return sql`
    select coalesce((select max(through_number) from event_removal), 0) as removed, kept.*
    from (values (1)) as once (once) left join lateral (
      select number, topic, record_kind, record_id, payload, created_at
      from event where number > ${after} order by number limit ${limit}
    ) as kept on true
    order by kept.number`;
}

/** At most `limit` events after a number. Events that were removed meanwhile are told by `reset`, never left out. */
export async function readEvents(kysely: Kysely<Tables>, after: number, limit: number): Promise<EventWindow> {
  const { rows } = await eventsQuery(after, limit).execute(kysely);
  const removed = rows[0]?.removed ?? 0;
  const reset = after < removed ? ({ reason: "removed", continuesAfter: removed } as const) : null;
  const events = rows.filter((row) => row.number !== null).map((row) => toEvent({ ...row, number: row.number ?? 0 }));
  return { events, reset };
}

/** Number of the last event that was kept, whether it still is there or not; 0 when there was none. */
export async function lastEventNumber(kysely: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select greatest((select max(number) from event), (select max(through_number) from event_removal), 0) as last
  `.execute(kysely);
  return rows[0]?.last ?? 0;
}

/** An event as those who watch are told. */
export function toEvent(row: Selectable<EventTable>): Event {
  return {
    number: row.number,
    topic: row.topic,
    recordKind: row.record_kind,
    recordId: row.record_id,
    payload: row.payload,
    createdAt: momentOut(row.created_at),
  };
}
