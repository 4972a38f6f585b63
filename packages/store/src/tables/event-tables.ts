import type { Moment, MomentOfNow, MomentOrNull } from "./column-types.ts";

/* Tables of 0009_events.sql and 0014_scheduler.sql: which events are gone, and what the clock has set going. */

export interface EventRemovalTable {
  through_number: number;
  removed_at: MomentOfNow;
}

export interface ScheduledTaskTable {
  name: string;
  /** Host and process that carried it out last. */
  holder: string;
  started_at: Moment;
  succeeded_at: MomentOrNull;
  failure: string | null;
}
