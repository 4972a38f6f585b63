import type { Database, Tables } from "@touchstone/store";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { Gauge, type Registry } from "prom-client";
import { lastEventNumber } from "../events/read-events.ts";
import { processName } from "../scheduler/process-name.ts";

/** Milliseconds after which large tables are counted again. */
const KEPT = 30_000;

/** Rows of a table, counted by columns. */
interface Count {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  /** Whether counting takes long when there are many. */
  readonly isLarge?: boolean;
  /** Rows with the labels and `count`. */
  readonly query: RawBuilder<Readonly<Record<string, string | number>>>;
}

/** What is counted. Values that no row has are counted too, so that there is a 0 to compare with. */
export const recordCounts: readonly Count[] = [
  {
    name: "touchstone_runs",
    help: "Runs by disposition",
    labels: ["disposition"],
    isLarge: true,
    query: sql`
      select disposition, coalesce(count, 0) as count
      from unnest(array['released', 'held', 'rejected', 'repeat']) as each (disposition)
      left join (select disposition, count(*) as count from run group by disposition) as counted using (disposition)`,
  },
  {
    name: "touchstone_verdicts",
    help: "Verdicts in force by state",
    labels: ["state"],
    isLarge: true,
    query: sql`
      select state, coalesce(count, 0) as count
      from unnest(array['in control', 'warning', 'out of control', 'not evaluable']) as each (state)
      left join (select state, count(*) as count from verdict where superseded_at is null group by state) as counted
        using (state)`,
  },
  {
    name: "touchstone_scheduled_task_success_timestamp_seconds",
    help: "When each task of the scheduler last succeeded",
    labels: ["task"],
    query: sql`
      select name as task, extract(epoch from succeeded_at)::float8 as count from scheduled_task
      where succeeded_at is not null`,
  },
  {
    name: "touchstone_scheduler_leader",
    help: "1 when this process carried out the tasks of the scheduler last",
    labels: [],
    query: sql`
      select count(*) as count from (select holder from scheduled_task order by started_at desc limit 1) as last
      where holder = ${processName}`,
  },
  {
    name: "touchstone_deliveries",
    help: "Messages to webhooks and by e-mail, of the days that they are kept",
    labels: ["channel", "status"],
    isLarge: true,
    query: sql`
      select channel, each.status, count(delivery.id) as count
      from (values ('webhook'), ('e-mail')) as channels (channel)
      cross join unnest(array['pending', 'delivered', 'dead']) as each (status)
      left join delivery on delivery.status = each.status and (webhook_id is null) = (channel = 'e-mail')
      group by channel, each.status`,
  },
  {
    name: "touchstone_alerts",
    help: "Alerts that are not resolved, by level of escalation",
    labels: ["status", "level"],
    query: sql`
      select status, level, count(alert.id) as count
      from (values ('open', 0), ('acknowledged', 0)) as each (status, level)
      full join (select * from alert where status <> 'resolved') as alert using (status, level)
      group by status, level`,
  },
];

/** The numbers of records, which every replica tells alike. */
export class RecordCounts {
  readonly #database: Database;
  readonly #isUp: Gauge;
  readonly #lastEvent: Gauge;
  readonly #gauges: readonly (readonly [Gauge, Count])[];
  #countedAt = Number.NEGATIVE_INFINITY;

  constructor(registry: Registry, database: Database) {
    const registers = [registry];
    this.#database = database;
    this.#isUp = new Gauge({ name: "touchstone_database_up", help: "1 when the records can be read", registers });
    this.#lastEvent = new Gauge({ name: "touchstone_event_last_number", help: "Number of the last event", registers });
    this.#gauges = recordCounts.map((count) => {
      const { name, help, labels } = count;
      return [new Gauge({ name, help, labelNames: [...labels], registers }), count] as const;
    });
  }

  /** Reads the numbers. Those that cannot be read are left out rather than told as they were. */
  async update(): Promise<void> {
    const { kysely } = this.#database;
    try {
      this.#lastEvent.set(await lastEventNumber(kysely));
      const isCountedLately = performance.now() - this.#countedAt < KEPT;
      await this.#count(kysely, ({ isLarge = false }) => !(isLarge && isCountedLately));
      if (!isCountedLately) this.#countedAt = performance.now();
      this.#isUp.set(1);
    } catch {
      this.#isUp.set(0);
      this.#lastEvent.reset();
      this.#countedAt = Number.NEGATIVE_INFINITY;
      for (const [gauge] of this.#gauges) gauge.reset();
    }
  }

  async #count(kysely: Kysely<Tables>, isDue: (count: Count) => boolean): Promise<void> {
    for (const [gauge, count] of this.#gauges) {
      if (!isDue(count)) continue;
      const { rows } = await count.query.execute(kysely);
      gauge.reset();
      for (const row of rows) {
        gauge.set(Object.fromEntries(count.labels.map((label) => [label, row[label] ?? ""])), Number(row.count));
      }
    }
  }
}
