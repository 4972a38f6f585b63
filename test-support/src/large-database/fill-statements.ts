/* The statements of `fillLargeDatabase`, in the order of the references between tables. */

/** Rows of the tables that may get many. */
type RowCounts = Readonly<
  Record<
    | "run"
    | "run_task"
    | "comparison"
    | "comparison_stratum"
    | "measurement"
    | "replicate_study"
    | "verdict"
    | "event"
    | "alert"
    | "artifact"
    | "delivery"
    | "precision_recall_point"
    | "replicate_study_pair"
    | "replicate_study_variant"
    | "discordant_variant"
    | "non_conformance"
    | "corrective_action"
    | "session",
    number
  >
>;

const SHA256 = "lpad(to_hex(n), 64, '0')";
const PERFORMED_AT = "timestamptz '2026-06-30 12:00+00' - (100000 - n) * interval '50 minutes'";

/** One statement for each table but the audit trail's. `n` counts the rows of a table from 1. */
export function fillStatements(rows: RowCounts): readonly string[] {
  return [
    ...people,
    ...sessions(rows),
    ...laboratory,
    ...runs(rows),
    ...results(rows),
    ...details(rows),
    ...quality(rows),
    ...nonConformances(rows),
    ...messages(rows),
  ];
}

const people = [
  `insert into principal (id, kind, name, printed_name, roles)
    select pg_temp.record_id('principal', n), 'person', 'person-' || n, 'Person ' || n, '{director}'
    from generate_series(1, 20) n`,
  `insert into signature (id, principal_id, printed_name, meaning, method, record_kind, record_id, record_sha256)
    select pg_temp.record_id('signature', n), pg_temp.record_id('principal', 1), 'Person 1', 'disposition', 'oidc', 'run',
      pg_temp.record_id('run', n), repeat('0', 64)
    from generate_series(1, 100) n`,
];

/** One every four hours, each over by now. */
function sessions(rows: RowCounts): string[] {
  return [
    `insert into session (id, principal_id, token_sha256, method, created_at, last_used_at, expires_at,
        authenticated_at, ended_at)
      select pg_temp.record_id('session', n), pg_temp.record_id('principal', 1 + n % 20), ${SHA256}, 'oidc', at,
        at + interval '1 hour', at + interval '12 hours', at, case when n % 3 = 0 then at + interval '2 hours' end
      from generate_series(1, ${rows.session}) n
      cross join lateral (select timestamptz '2026-06-29 12:00+00' - (${rows.session} - n) * interval '4 hours' as at) s`,
  ];
}

const laboratory = [
  `insert into assay (id, name, version, content_sha256, document)
    select pg_temp.record_id('assay', n), 'assay-' || n % 4, 1 + n / 4, ${SHA256}, '{}' from generate_series(1, 8) n`,
  `insert into pipeline_version (id, pipeline, version)
    select pg_temp.record_id('pipeline_version', n), 'germline', '1.' || n || '.0' from generate_series(1, 40) n`,
  `insert into instrument (id, name, model)
    select pg_temp.record_id('instrument', n), 'instrument-' || n, 'model-' || n % 3 from generate_series(1, 10) n`,
  `insert into reagent_lot (id, reagent, lot)
    select pg_temp.record_id('reagent_lot', n), 'capture', 'lot-' || n from generate_series(1, 200) n`,
  `insert into material (id, name, lot, use)
    select pg_temp.record_id('material', n), 'control-' || n % 6, 'lot-' || n, 'control' from generate_series(1, 12) n`,
  `insert into truth_set (id, name, version, material_id, reference, vcf_sha256)
    select pg_temp.record_id('truth_set', n), 'truth-' || n, '4.2.1', pg_temp.record_id('material', n), 'GRCh38', ${SHA256}
    from generate_series(1, 4) n`,
  `insert into sample (id, name)
    select pg_temp.record_id('sample', n), 'sample-' || n from generate_series(1, 40000) n`,
];

/**
 * The last runs are still under way or await their disposition; of the others, one in 200 failed and one in 100 was rejected.
 * For those that were judged and finished, policy proposes something: for some that were released, to hold them.
 */
function runs(rows: RowCounts): string[] {
  const last = (count: number) => `n > ${rows.run - count}`;
  return [
    `insert into run (id, name, assay_id, pipeline_version_id, instrument_id, inputs_sha256, performed_at, status, started_at,
        finished_at, proposed_disposition, disposition, disposition_at, disposition_signature_id,
        disposition_decision_id)
      select pg_temp.record_id('run', n), 'run-' || n,
        case when n % 50 > 0 then pg_temp.record_id('assay', 1 + n % 8) end,
        pg_temp.record_id('pipeline_version', 1 + n * 39 / ${rows.run}), pg_temp.record_id('instrument', 1 + n % 10), ${SHA256},
        at, status, case when status <> 'queued' then at end,
        case when status in ('succeeded', 'failed', 'cancelled') then at + interval '3 hours' end,
        case when ${last(JUDGED_RUNS)} and status not in ('queued', 'running') then
          case when n % 400 = 7 or (${last(300)} and n % 7 = 0) then 'held' else 'released' end end,
        disposition, case when disposition <> 'held' then at + interval '1 day' end,
        case when disposition <> 'held' then pg_temp.record_id('signature', 1 + n % 100) end,
        case when disposition <> 'held' then pg_temp.record_id('disposition_decision', n) end
      from generate_series(1, ${rows.run}) n
      cross join lateral (select ${PERFORMED_AT} as at,
        case when ${last(5)} then 'queued' when ${last(10)} then 'running' when n % 200 = 0 then 'failed'
          when n % 1000 = 1 then 'cancelled' else 'succeeded' end as status) s
      cross join lateral (select
        case when ${last(300)} or status <> 'succeeded' then 'held' when n % 100 = 2 then 'rejected' when n % 500 = 3 then 'repeat'
          else 'released' end as disposition) d`,
    `insert into disposition_decision (id, run_id, number, disposition, proposed, proposal_reasons, is_override, status, record_sha256, signed_sha256,
        signature_id, signed_by, is_signed_by_director, in_force_at)
      select disposition_decision_id, id, 1, disposition, 'released', '{}', false, 'in force', repeat('0', 64), repeat('0', 64),
        disposition_signature_id, pg_temp.record_id('principal', 1), true, disposition_at
      from run where disposition_decision_id is not null`,
    `insert into run_sample (run_id, sample_id)
      select pg_temp.record_id('run', ${rows.run - 40000} + n), pg_temp.record_id('sample', n) from generate_series(1, 40000) n`,
    `insert into run_reagent_lot (run_id, reagent_lot_id)
      select pg_temp.record_id('run', n), pg_temp.record_id('reagent_lot', 1 + n * 199 / ${rows.run})
      from generate_series(1, ${rows.run}, 2) n`,
    `insert into run_task (id, run_id, number, process, status, attempt, exit_code, duration_ms, submitted_at)
      select pg_temp.record_id('run_task', n), pg_temp.record_id('run', ${rows.run} - (n - 1) / 10), 1 + (n - 1) % 10, 'ALIGN',
        case when n % 300 = 0 then 'failed' else 'completed' end, 1, 0, n, timestamptz '2026-01-01 00:00+00'
      from generate_series(1, ${rows.run_task}) n`,
    `insert into artifact (id, run_id, kind, uri, sha256, size_bytes)
      select pg_temp.record_id('artifact', n), pg_temp.record_id('run', ${rows.run} - (n - 1) / 4), 'vcf',
        'calls-' || n || '.vcf.gz', ${SHA256}, n
      from generate_series(1, ${rows.artifact}) n`,
    `insert into change_event (id, kind, happened_at, description, assay_id, instrument_id)
      select pg_temp.record_id('change_event', n), 'service', ${PERFORMED_AT}, 'service', pg_temp.record_id('assay', 1 + n % 8),
        pg_temp.record_id('instrument', 1 + n % 10)
      from generate_series(1, 12000) n`,
    `insert into event (topic, record_kind, record_id, payload, created_at)
      select 'run.changed', 'run', pg_temp.record_id('run', n), '{}', ${PERFORMED_AT} from generate_series(1, ${rows.event}) n`,
  ];
}

/**
 * A comparison for every fifth run with 12 strata, a study of three replicates for as many, three measurements a run, each
 * with one of 36 series.
 */
function results(rows: RowCounts): string[] {
  const strata = rows.comparison_stratum / rows.comparison;
  return [
    `insert into comparison (id, run_id, truth_set_id, format, content_sha256, metrics, performed_at, assay_id,
        pipeline_version_id, instrument_id, run_performed_at, discordant_total, discordant_listed, sample_id)
      select pg_temp.record_id('comparison', c), run.id, pg_temp.record_id('truth_set', 1 + c % 4),
        'touchstone', ${SHA256}, '{}', ${PERFORMED_AT}, run.assay_id, run.pipeline_version_id,
        run.instrument_id, run.performed_at, discordant, discordant,
        pg_temp.record_id('sample', 1 + c % 8)
      from generate_series(1, ${rows.comparison}) c
      cross join lateral (select ${discordantCount(rows)}) d (discordant)
      cross join lateral (select c * (${rows.run / rows.comparison})) f (n)
      join run on run.id = pg_temp.record_id('run', n)`,
    `insert into comparison_stratum (id, comparison_id, variant_type, subtype, stratum, filter, truth_total, truth_tp, truth_fn,
        query_total, query_tp, query_fp, query_unk, recall, precision, f1)
      select pg_temp.record_id('comparison_stratum', ${strata} * (c - 1) + s + 1), pg_temp.record_id('comparison', c),
        case s % 2 when 0 then 'SNP' else 'INDEL' end, '*', case s / 2 when 0 then '*' else 'stratum-' || s / 2 end, 'PASS',
        1000, 1000 - c % 10, c % 10, 1100, 1000 - c % 10, c % 7, 93, 1 - c % 10 / 1000.0,
        (1000 - c % 10)::float8 / (1000 - c % 10 + c % 7), 0.99
      from generate_series(1, ${rows.comparison}) c cross join generate_series(0, ${strata - 1}) s`,
    `insert into measurement (id, run_id, material_id, analyte, level, kind, value, depth, instrument_id, reagent_lot_id,
        pipeline_version_id, measured_at, superseded_at)
      select pg_temp.record_id('measurement', 3 * (n - 1) + a), pg_temp.record_id('run', n),
        pg_temp.record_id('material', 1 + n % 12), 'analyte-' || a, case a when 3 then 'low' end, 'vaf',
        0.25 + (n * 7919 % 100) / 1000.0, 1000 + n % 500, pg_temp.record_id('instrument', 1 + n % 10),
        pg_temp.record_id('reagent_lot', 1 + n * 199 / ${rows.run}),
        pg_temp.record_id('pipeline_version', 1 + n * 39 / ${rows.run}), ${PERFORMED_AT},
        case when n % 997 = 0 then ${PERFORMED_AT} end
      from generate_series(1, ${rows.measurement / 3}) n cross join generate_series(1, 3) a`,
    `insert into control_series (id, material_id, analyte, level)
      select gen_random_uuid(), material_id, analyte, level from (select distinct material_id, analyte, level from measurement) s`,
    `insert into replicate_study (id, name, run_id, assay_id, sample_id, kind, content_sha256, document, variants, performed_at)
      select pg_temp.record_id('replicate_study', s), 'study', run.id, run.assay_id, pg_temp.record_id('sample', s), 'variants',
        ${SHA256}, '{}', 300, run.performed_at
      from generate_series(1, ${rows.replicate_study}) s
      cross join lateral (select s * (${rows.run / rows.replicate_study})) f (n)
      join run on run.id = pg_temp.record_id('run', n)`,
    `insert into replicate_study_run (replicate_study_id, position, name)
      select id, position, 'replicate-' || position from replicate_study cross join generate_series(0, 2) position`,
  ];
}

/** Points of a curve, and variants of a study. The last curve and the last study have all the others. */
const [POINTS, VARIANTS] = [4, 3];
/** FN and FP of most comparisons. The last two with one truth set have the others, of which they share two thirds. */
const DISCORDANT = 4;

/** SQL of how many FN and FP comparison `c` has. */
function discordantCount(rows: RowCounts): string {
  const many = (rows.discordant_variant - DISCORDANT * (rows.comparison - 2)) / 2;
  return `case when c in (${rows.comparison}, ${rows.comparison - 4}) then ${many} else ${DISCORDANT} end`;
}

/** Curves of comparisons, pairs and variants of studies. */
function details(rows: RowCounts): string[] {
  const longCurve = rows.precision_recall_point - POINTS * (rows.comparison - 1);
  const largeStudy = rows.replicate_study_variant - VARIANTS * (rows.replicate_study - 1);
  const strata = rows.replicate_study_pair / rows.replicate_study / 3;
  return [
    `insert into discordant_variant (comparison_id, variant_sha256, label, contig, contig_place, position, ref, alt, genotype,
        variant_type, subtype, match_kind, method, superlocus, strata, nearby)
      select pg_temp.record_id('comparison', c), lpad(to_hex(v), 64, '0'), case v % 2 when 0 then 'FN' else 'FP' end, 'chr' || v % 2,
        v % 2, v, 'A', 'C', '0/1', case v % 7 when 0 then 'INDEL' else 'SNP' end, case v % 7 when 0 then 'd1_5' else 'ti' end,
        case v % 5 when 0 then 'allele' when 1 then 'local' end, 'exact', v,
        case when v % 3 = 0 then '{stratum-3}'::text[] else '{}' end, '[]'
      from generate_series(1, ${rows.comparison}) c
      cross join lateral generate_series(1, ${discordantCount(rows)}) n
      cross join lateral (select case when n % 3 = 0 then n + 10 * c + 100000 else n end) t (v)`,
    `insert into precision_recall_point (comparison_id, variant_type, filter, position, score, recall, precision, truth_tp,
        truth_fn, query_tp, query_fp)
      select pg_temp.record_id('comparison', c), case p % 2 when 0 then 'SNP' else 'INDEL' end, 'PASS', p, 100 - p, 0.9, 0.9,
        900, 100, 900, 100
      from generate_series(1, ${rows.comparison}) c
      cross join lateral generate_series(1, case c when ${rows.comparison} then ${longCurve} else ${POINTS} end) p`,
    `insert into replicate_study_pair (replicate_study_id, stratum, first_position, second_position, n, bias, sd)
      select pg_temp.record_id('replicate_study', n), 'stratum-' || stratum, one, two, 3, 0, 0.01
      from generate_series(1, ${rows.replicate_study}) n cross join generate_series(1, ${strata}) stratum
      cross join (values (0, 1), (0, 2), (1, 2)) as pair (one, two)`,
    `insert into replicate_study_variant (replicate_study_id, number, analyte, contig, position, ref, alt, variant_type,
        zygosity, vaf_bin, values, mean, sd, cv)
      select pg_temp.record_id('replicate_study', n), v, 'chr1:' || v || ' A>C', 'chr1', v, 'A', 'C',
        case v % 7 when 0 then 'INDEL' else 'SNP' end, case v % 3 when 0 then 'hom' else 'het' end,
        case v % 3 when 0 then '0.9 to 1' else '0.25 to 0.75' end, '{0.4,0.5,0.6}', 0.5, 0.1,
        case when v % 11 > 0 then (v * 7919 % 1000) / 1000.0 end
      from generate_series(1, ${rows.replicate_study}) n
      cross join lateral generate_series(1, case n when ${rows.replicate_study} then ${largeStudy} else ${VARIANTS} end) v`,
  ];
}

/** Runs that were judged by control rules: the last ones, with all of their measurements. */
const JUDGED_RUNS = 40_000;

/**
 * Verdicts on two scores of each comparison, on studies, on the last runs and their measurements; nearly all alerts are
 * resolved.
 */
function quality(rows: RowCounts): string[] {
  const strata = rows.comparison_stratum / rows.comparison;
  const measured = rows.verdict - 2 * rows.comparison - rows.replicate_study - JUDGED_RUNS;
  return [
    `insert into baseline (id, name, version, assay_id, content_sha256, document, established_at, effective_from)
      select pg_temp.record_id('baseline', n), 'baseline', n, pg_temp.record_id('assay', 1 + n % 8), ${SHA256}, '{}', now(),
        now()
      from generate_series(1, 10) n`,
    `insert into rule_set (id, name, version, content_sha256, document)
      select pg_temp.record_id('rule_set', n), 'westgard', n, ${SHA256}, '{}' from generate_series(1, 3) n`,
    `insert into verdict (id, run_id, measurement_id, state, reason, score, baseline_id, rule_set_id, sentence, inputs_sha256,
        touchstone, judged_at)
      select pg_temp.record_id('verdict', v), pg_temp.record_id('run', n), pg_temp.record_id('measurement', m), state,
        case state when 'not evaluable' then 'too few points' end, m % 7 - 3.0, pg_temp.record_id('baseline', 1 + v * 9 / ${measured}),
        pg_temp.record_id('rule_set', 1 + v % 3), 'a sentence', ${SHA256}, '0.1.0', ${PERFORMED_AT}
      from generate_series(1, ${measured}) v
      cross join lateral (select ${rows.measurement - measured} + v, (${rows.measurement - measured} + v - 1) / 3 + 1,
        case when v % 50 = 0 then 'out of control' when v % 33 = 0 then 'not evaluable' when v % 20 = 0 then 'warning'
          else 'in control' end) s (m, n, state)`,
    `insert into threshold (id, assay_id, version, score, variant_type, stage, minimum, least_observations, status, approved_at)
      select pg_temp.record_id('threshold', 2 * a - 1 + t), pg_temp.record_id('assay', a), 1, 'recall',
        case t when 0 then 'SNP' else 'INDEL' end, 'routine', 0.995, 100, 'approved', now()
      from generate_series(1, 8) a cross join generate_series(0, 1) t`,
    `insert into verdict (id, run_id, comparison_id, comparison_stratum_id, threshold_id, state, sentence, inputs_sha256,
        touchstone, judged_at)
      select pg_temp.record_id('verdict', ${measured} + n), comparison.run_id, comparison.id,
        pg_temp.record_id('comparison_stratum', ${strata} * (c - 1) + t + 1),
        pg_temp.record_id('threshold', 2 * (1 + 5 * c % 8) - 1 + t),
        case when c % 10 > 5 then 'out of control' else 'in control' end, 'a sentence', ${SHA256}, '0.1.0',
        comparison.performed_at
      from generate_series(1, ${rows.comparison}) c cross join generate_series(0, 1) t
      cross join lateral (select 2 * (c - 1) + t + 1) s (n)
      join comparison on comparison.id = pg_temp.record_id('comparison', c)`,
    `insert into verdict (id, run_id, state, rule_set_id, baseline_ids, change_events_until, sentence, inputs_sha256, touchstone,
        judged_at)
      select pg_temp.record_id('verdict', ${rows.verdict - JUDGED_RUNS} + n), id, 'in control',
        pg_temp.record_id('rule_set', 1 + n % 3), array[pg_temp.record_id('baseline', 1 + n % 2)], 7, 'a sentence', inputs_sha256,
        '0.1.0', performed_at
      from generate_series(1, ${JUDGED_RUNS}) n join run on run.id = pg_temp.record_id('run', ${rows.run - JUDGED_RUNS} + n)`,
    `insert into verdict (id, run_id, replicate_study_id, state, sentence, inputs_sha256, touchstone, judged_at)
      select pg_temp.record_id('verdict', ${rows.verdict - rows.replicate_study - JUDGED_RUNS} + n), run_id, id, 'in control', 'a sentence',
        ${SHA256}, '0.1.0', performed_at
      from generate_series(1, ${rows.replicate_study}) n
      join replicate_study on replicate_study.id = pg_temp.record_id('replicate_study', n)`,
    `insert into alert (id, content_id, kind, level, assay, assigned_to, cause, subject, status, run_id, verdict_id, opened_at,
        acknowledged_at, acknowledged_by, resolved_at, resolved_by, resolution)
      select pg_temp.record_id('alert', n), ${SHA256}, case when n % 900 = 0 then 'reproducibility' else 'immediate' end,
        case when n % 700 = 0 then 2 else 0 end, 'assay-' || n % 4,
        case when n % 50 = 0 then pg_temp.record_id('principal', 1 + n % 20) end, 'cause-' || n, 'subject', status,
        pg_temp.record_id('run', 5 * n), case when 15 * n > ${rows.measurement - measured}
          then pg_temp.record_id('verdict', 15 * n - ${rows.measurement - measured}) end, at,
        case when status <> 'open' then at end, case when status <> 'open' then pg_temp.record_id('principal', 1) end,
        case status when 'resolved' then at end, case status when 'resolved' then pg_temp.record_id('principal', 1) end,
        case status when 'resolved' then 'repeated' end
      from generate_series(1, ${rows.alert}) n
      cross join lateral (select timestamptz '2026-06-30 12:00+00' - (${rows.alert} - n) * interval '250 minutes' as at,
        case when n > ${rows.alert - 40} then 'open' when n % 400 = 0 then 'acknowledged' else 'resolved' end as status) s`,
    `insert into alert_occurrence (id, alert_id, number, run_id, key, happened_at, sentence, evidence)
      select gen_random_uuid(), id, 1, run_id, 'first', now(), 'a sentence', '{}' from alert`,
    `insert into alert_history (alert_id, number, action, level)
      select pg_temp.record_id('alert', n), 1, 'raised', 0 from generate_series(1, ${rows.alert}) n`,
  ];
}

/** About the last alerts and their runs. The last few are open, and what is to be done about them is planned. */
function nonConformances(rows: RowCounts): string[] {
  const isLast = (count: number, total: number) => `n > ${total - count}`;
  const opened = `timestamptz '2026-06-30 12:00+00' - (${rows.non_conformance} - n) * interval '6 hours'`;
  return [
    `insert into non_conformance (id, number, title, description, severity, status, run_id, opened_by, opened_at, root_cause,
        closed_at, closing_signature_id)
      select pg_temp.record_id('non_conformance', n), n, 'title', 'description',
        case when n % 400 = 0 then 'critical' when n % 20 = 0 then 'major' else 'minor' end, status,
        pg_temp.record_id('run', ${rows.run} - 5 * (${rows.non_conformance} - n)), pg_temp.record_id('principal', 1 + n % 20),
        at, 'cause', case status when 'closed' then at + interval '1 day' end,
        case status when 'closed' then pg_temp.record_id('signature', 1 + n % 100) end
      from generate_series(1, ${rows.non_conformance}) n
      cross join lateral (select ${opened} as at,
        case when ${isLast(20, rows.non_conformance)} then 'open' else 'closed' end as status) s`,
    `insert into non_conformance_alert (non_conformance_id, alert_id)
      select pg_temp.record_id('non_conformance', n), pg_temp.record_id('alert', ${rows.alert - rows.non_conformance} + n)
      from generate_series(1, ${rows.non_conformance}) n`,
    `insert into corrective_action (id, non_conformance_id, kind, description, status, assigned_to, due_on, done_at, done_by,
        verified_at, verified_by, outcome, created_at)
      select pg_temp.record_id('corrective_action', n), pg_temp.record_id('non_conformance', n), 'corrective', 'description',
        status, pg_temp.record_id('principal', 1 + n % 10), (at + interval '10 days')::date,
        case when status <> 'planned' then at + interval '1 day' end,
        case when status <> 'planned' then pg_temp.record_id('principal', 1 + n % 10) end,
        case status when 'verified' then at + interval '2 days' end,
        case status when 'verified' then pg_temp.record_id('principal', 11 + n % 10) end,
        case when status in ('verified', 'abandoned') then 'outcome' end, at
      from generate_series(1, ${rows.corrective_action}) n
      cross join lateral (select ${opened} as at,
        case when ${isLast(30, rows.corrective_action)} then 'planned' when ${isLast(60, rows.corrective_action)} then 'done'
          when n % 500 = 0 then 'abandoned' else 'verified' end as status) s`,
  ];
}

/** Nearly all were delivered; the last few wait, and one in 400 was given up. */
function messages(rows: RowCounts): string[] {
  return [
    `insert into webhook (id, url, topics, secret, created_by)
      select pg_temp.record_id('webhook', n), 'https://example.org/' || n, '{run.*}', 'sealed', pg_temp.record_id('principal', 1)
      from generate_series(1, 3) n`,
    `insert into mail_subscription (id, address, kinds, created_by)
      select pg_temp.record_id('mail_subscription', n), n || '@example.org', '{due}', pg_temp.record_id('principal', 1)
      from generate_series(1, 2) n`,
    `insert into delivery (id, webhook_id, mail_subscription_id, event_number, topic, event, status, attempts, created_at,
        next_attempt_at, delivered_at, failure)
      select pg_temp.record_id('delivery', n), case when n % 4 > 0 then pg_temp.record_id('webhook', n % 4) end,
        case when n % 4 = 0 then pg_temp.record_id('mail_subscription', 1 + n / 4 % 2) end, n, 'run.changed', event, status, 1, at,
        case status when 'pending' then at end, case status when 'delivered' then at end,
        case status when 'dead' then 'the receiver answered 500' end
      from generate_series(1, ${rows.delivery}) n
      cross join lateral (select timestamptz '2026-06-30 12:00+00' - (${rows.delivery} - n) * interval '125 minutes' as at,
        case when n > ${rows.delivery - 20} then 'pending' when n % 400 = 1 then 'dead' else 'delivered' end as status,
        jsonb_build_object('number', n, 'topic', 'run.changed', 'recordKind', 'run',
          'recordId', pg_temp.record_id('run', n), 'payload', '{}'::jsonb, 'createdAt', '2026-01-01T00:00:00.000Z') as event) s`,
  ];
}

/** The trail chains every row of it, whoever writes. */
export function auditStatement(rows: number): string {
  return `insert into audit_event (actor, action, subject_kind, subject_id, new_value)
    select 'person-' || n % 20, 'run.disposition', 'run', pg_temp.record_id('run', 1 + n % 40000)::text, '{"disposition":"released"}'
    from generate_series(1, ${rows}) n`;
}
