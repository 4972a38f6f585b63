import type { Tables } from "@touchstone/store";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ProcessUsages, ResourcePrices } from "./schema.ts";

const MILLISECONDS_PER_HOUR = 3_600_000;
/** As Nextflow's `1.GB`. */
const BYTES_PER_GIGABYTE = 1024 ** 3;

type Usage = ProcessUsages["total"];

interface UsageRow {
  /** Null: of all processes together. */
  readonly process: string | null;
  readonly total: number;
  readonly unfinished: number;
  readonly completed: number;
  readonly cached: number;
  readonly failed: number;
  readonly aborted: number;
  readonly retried: number;
  readonly wall: number | null;
  readonly longest: number | null;
  readonly timed: number;
  readonly cpu: number | null;
  readonly cpu_timed: number;
  readonly peak: number | null;
  readonly requested: number | null;
  readonly share: number | null;
  readonly cost: number | null;
  readonly priced: number;
  readonly unknown: number;
}

/**
 * What each process of a run needed, and what it cost: processors that its tasks asked for x hours x price, and memory that
 * they asked for x hours x price, over every attempt. What was taken from the cache costs nothing anew.
 *
 * @param prices null: no cost is known.
 */
export async function findProcessUsages(
  kysely: Kysely<Tables>,
  runId: string,
  prices: ResourcePrices | null,
): Promise<ProcessUsages> {
  const { rows } = await processUsagesQuery(runId, prices).execute(kysely);
  return {
    prices,
    processes: rows.flatMap((row) => (row.process === null ? [] : [{ process: row.process, ...toUsage(row) }])),
    total: toUsage(rows.find(({ process }) => process === null) as UsageRow),
  };
}

/** The query of these: a row for each process, and one for all of them. */
export function processUsagesQuery(runId: string, prices: ResourcePrices | null): RawBuilder<UsageRow> {
  const countOf = (condition: RawBuilder<unknown>) => sql`count(*) filter (where ${condition})::int`;
  return sql<UsageRow>`
    select process, count(*)::int as total,
      ${countOf(sql`status in ('new', 'submitted', 'running')`)} as unfinished,
      ${countOf(sql`status = 'completed'`)} as completed, ${countOf(sql`status = 'cached'`)} as cached,
      ${countOf(sql`status = 'failed'`)} as failed, ${countOf(sql`status = 'aborted'`)} as aborted,
      ${countOf(sql`attempt > 1`)} as retried,
      sum(wall)::float8 as wall, max(wall)::float8 as longest, count(wall)::int as timed,
      sum(wall * cpu_share)::float8 as cpu, count(wall * cpu_share)::int as cpu_timed,
      ${ofTightest(sql`peak`)} as peak, ${ofTightest(sql`requested`)} as requested, max(share) as share,
      sum(cost)::float8 as cost, count(cost)::int as priced,
      ${countOf(sql`has_run and cost is null`)} as unknown
    from (
      select task.*, ${costOf(prices)} as cost, peak::float8 / nullif(requested, 0) as share
      from (
        select number, process, status, attempt, cpus, cpu_share,
          case when status <> 'cached' then memory_bytes end as requested,
          case when status <> 'cached' then peak_memory_bytes end as peak,
          status in ('completed', 'failed')
            or status <> 'cached' and (started_at is not null or realtime_ms is not null) as has_run,
          case when status <> 'cached' then
            coalesce(realtime_ms::float8, case when finished_at >= started_at then
              extract(epoch from finished_at - started_at)::float8 * 1000 end) end as wall
        from run_task where run_id = ${runId}::uuid
      ) task
    ) task
    group by grouping sets ((process), ())
    order by min(number), process nulls first`;
}

/** Of the task that came nearest to the memory that it asked for; where none says both, of the one that needed most. */
function ofTightest(amount: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(array_agg(${amount} order by share desc nulls last, peak desc nulls last, requested desc nulls last))[1]`;
}

/** Of a task; null where it cannot be known. What is free need not be known. */
function costOf(prices: ResourcePrices | null): RawBuilder<unknown> {
  if (prices === null) return sql`null::float8`;
  const { cpuHour, gigabyteHour } = prices;
  const part = (amount: RawBuilder<unknown>, price: number) =>
    price === 0 ? sql`0` : sql`${amount} * ${price}::float8`;
  const hours = sql`wall / ${sql.lit(MILLISECONDS_PER_HOUR)}`;
  const gigabytes = sql`requested::float8 / ${sql.lit(BYTES_PER_GIGABYTE)}`;
  return sql`${hours} * (${part(sql`cpus`, cpuHour)} + ${part(gigabytes, gigabyteHour)})`;
}

function toUsage(row: UsageRow): Usage {
  return {
    tasks: {
      total: row.total,
      unfinished: row.unfinished,
      completed: row.completed,
      cached: row.cached,
      failed: row.failed,
      aborted: row.aborted,
      retried: row.retried,
    },
    wallTime: { sum: row.wall, longest: row.longest, tasks: row.timed },
    cpuTime: { sum: row.cpu, tasks: row.cpu_timed },
    memory: { peak: row.peak, requested: row.requested, share: row.share },
    cost: { amount: row.cost, tasks: row.priced, unknown: row.unknown },
  };
}
