import { sql } from "kysely";
import type { Writing } from "../writing/perform.ts";

const MILLISECONDS_PER_DAY = 86_400_000;
/** Most that one transaction removes: others wait for it. */
const BATCH = 10_000;

/**
 * Removes events that are older than so many days; the records that they tell of stay. The last event is kept, so that
 * numbers go on after it wherever a backup is restored. The database notes up to which number they are gone.
 *
 * @returns how many went; when it is as many as one call removes, there may be more.
 */
export async function removeEvents({ transaction, at, record }: Writing, days: number): Promise<number> {
  const before = new Date(at.getTime() - days * MILLISECONDS_PER_DAY);
  const { rows } = await sql<{ through: number | null; count: number }>`
    with old as (
      select number from event where number < (
        select coalesce(
          (select number from event where created_at >= ${before} order by number limit 1),
          (select max(number) from event)
        )
      ) order by number limit ${BATCH}
    ), removed as (delete from event where number in (select number from old) returning number)
    select max(number) as through, count(*) as count from removed`.execute(transaction);
  const { through = null, count = 0 } = rows[0] ?? {};
  if (through === null) return 0;
  record({ action: "event.remove", subject: { kind: "event", id: String(through) }, new: { through, count, days } });
  return count;
}
