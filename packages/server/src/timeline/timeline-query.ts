import type { Tables } from "@touchstone/store";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { readCursor } from "../http/page.ts";
import { type TimelineKind, type TimelineQuery, timelineKinds } from "./schema.ts";

/** A row of the timeline: `key` orders what happened in the same millisecond, `detail` is what its sentence is made of. */
export interface TimelineRow {
  readonly at: Date;
  readonly key: string;
  readonly kind: TimelineKind;
  readonly actor: string | null;
  readonly record_kind: string | null;
  readonly record_id: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Where each kind of entry comes from: the columns of a `TimelineRow` but for the kind. */
const SOURCES: Readonly<Record<TimelineKind, (runId: string) => RawBuilder<unknown>>> = {
  run: (runId) => sql`
    select time as at, 'a run ' || lpad(sequence::text, 16, '0') as key, actor::text, 'run' as record_kind,
      subject_id::text as record_id, jsonb_build_object('action', action, 'reason', reason,
        'was', old_value::jsonb ->> 'status', 'status', new_value::jsonb ->> 'status',
        'failure', new_value::jsonb ->> 'failure', 'disposition', new_value::jsonb ->> 'disposition',
        'wasDisposition', old_value::jsonb ->> 'disposition',
        'proposedDisposition', new_value::jsonb ->> 'proposedDisposition') as detail
    from audit_event where subject_kind = 'run' and subject_id = ${runId}::text and action <> 'run.report tasks'`,
  // A cached task was carried out in another run: only that it was taken over happened in this one.
  task: (runId) => sql`
    select coalesce(moment.at, changed_at) as at,
      'b task ' || moment.place || lpad(number::text, 10, '0') as key, null as actor, 'task' as record_kind,
      run_task.id::text as record_id, jsonb_build_object('number', number, 'process', process, 'tag', tag,
        'status', case moment.place when 'a' then 'running' else status end, 'attempt', attempt,
        'exitCode', exit_code) as detail
    from run_task cross join lateral (
      select started_at as at, 'a' as place where started_at is not null and status <> 'cached'
      union all
      select case when status <> 'cached' then finished_at end, 'b'
      where status in ('completed', 'cached', 'failed', 'aborted')
    ) as moment
    where run_id = ${runId}::uuid`,
  comparison: (runId) => sql`
    select comparison.created_at as at, 'd comparison ' || comparison.id as key, null as actor,
      'comparison' as record_kind, comparison.id::text as record_id,
      jsonb_build_object('truthSet', truth_set.name || ' ' || truth_set.version, 'sample', sample.name, 'format', format,
        'again', supersedes is not null) as detail
    from comparison join truth_set on truth_set.id = comparison.truth_set_id
      left join sample on sample.id = comparison.sample_id
    where run_id = ${runId}::uuid`,
  measurements: (runId) => sql`
    select measurement.created_at as at, 'd measurements ' || material_id as key, null as actor,
      'material' as record_kind, material_id::text as record_id,
      jsonb_build_object('material', material.name, 'lot', material.lot, 'count', count(*)) as detail
    from measurement join material on material.id = measurement.material_id where run_id = ${runId}::uuid
    group by measurement.created_at, material_id, material.name, material.lot`,
  "replicate study": (runId) => sql`
    select replicate_study.created_at as at, 'd replicate study ' || replicate_study.id as key, null as actor,
      'replicate study' as record_kind, replicate_study.id::text as record_id,
      jsonb_build_object('name', replicate_study.name) as detail
    from replicate_study
    where id in (select replicate_study_id from replicate_study_run where run_id = ${runId}::uuid)`,
  artifact: (runId) => sql`
    select created_at as at, 'c artifact ' || id as key, null as actor, 'artifact' as record_kind, id::text as record_id,
      jsonb_build_object('kind', kind, 'uri', uri) as detail
    from artifact where run_id = ${runId}::uuid`,
  verdicts: (runId) => sql`
    select judged_at as at, 'e verdicts ' || state as key, null as actor, null as record_kind, null as record_id,
      jsonb_build_object('state', state, 'count', count(*)) as detail
    from verdict where run_id = ${runId}::uuid group by judged_at, state`,
  alert: (runId) => sql`
    select opened_at as at, 'f alert ' || id as key, null as actor, 'alert' as record_kind, id::text as record_id,
      jsonb_build_object('kind', kind, 'subject', subject) as detail
    from alert where run_id = ${runId}::uuid`,
};

/** The query of a page of a run's timeline. */
export function timelineQuery(kysely: Kysely<Tables>, runId: string, query: TimelineQuery) {
  const after = readCursor(query.cursor, ["moment", "text"]);
  const descending = query.sort === "-at";
  const kinds = query.kind === undefined || query.kind.length === 0 ? timelineKinds : query.kind;
  const sources = kinds.map(
    (kind) => sql`select ${sql.lit(kind)} as kind, source.* from (${SOURCES[kind](runId)}) source`,
  );
  const entries = sql<TimelineRow>`(${sql.join(sources, sql` union all `)})`.as<"entry">(sql`entry`);
  let rows = kysely.selectFrom(entries).selectAll();
  if (after !== null) {
    const comparison = sql.raw(descending ? "<" : ">");
    rows = rows.where(sql<boolean>`(at, key collate "C") ${comparison} (${after[0]}::timestamptz, ${after[1]})`);
  }
  const direction = sql.raw(descending ? "desc" : "asc");
  return rows.orderBy(sql`at ${direction}, key collate "C" ${direction}`).limit(query.limit + 1);
}
