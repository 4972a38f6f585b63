import type { MomentOfNow } from "./column-types.ts";

/* Tables of 0009_events.sql: which events are gone. */

export interface EventRemovalTable {
  through_number: number;
  removed_at: MomentOfNow;
}
