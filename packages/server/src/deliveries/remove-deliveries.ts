import type { Writing } from "../writing/perform.ts";

const MILLISECONDS_PER_DAY = 86_400_000;
/** Most that one transaction removes: others wait for it. */
const BATCH = 10_000;

/** Removes messages older than so many days that were delivered or given up. */
export async function removeDeliveries({ transaction, at }: Writing, days: number): Promise<void> {
  const before = new Date(at.getTime() - days * MILLISECONDS_PER_DAY);
  await transaction
    .deleteFrom("delivery")
    .where("id", "in", (from) =>
      from
        .selectFrom("delivery")
        .select("id")
        .where("created_at", "<", before)
        .where("status", "<>", "pending")
        .orderBy("created_at")
        .limit(BATCH),
    )
    .execute();
}
