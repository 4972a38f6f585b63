import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";

/** Measurements of each run that `fillRecords` makes: every control in every run. */
export const MEASUREMENTS_PER_RUN = 200;
/** Rows of the comparison of each run. */
export const STRATA_PER_RUN = 50;

/** A control that is measured in each of the runs. */
export const chartedControl = { material: "control low", analyte: "analyte 1" } as const;

const KINDS = [
  "principal",
  "assay",
  "pipeline_version",
  "instrument",
  "reagent_lot",
  "material",
  "truth_set",
  "baseline",
  "baseline_series",
  "rule_set",
  "threshold",
  "run",
  "comparison",
  "comparison_stratum",
  "measurement",
  "verdict",
  "run_verdict",
  "score_verdict",
  "alert",
] as const;

type Kind = (typeof KINDS)[number];

/** Id of the record of that number, from 1. */
export function recordId(kind: Kind, number: number): string {
  const prefix = (KINDS.indexOf(kind) + 1).toString(16).padStart(8, "0");
  return `${prefix}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
}

/** The same for a number that SQL computes. */
function id(kind: Kind, number: string): string {
  const prefix = (KINDS.indexOf(kind) + 1).toString(16).padStart(8, "0");
  return `('${prefix}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
}

const SHA256 = "lpad(to_hex(n), 64, '0')";

/**
 * Fills a migrated, empty PostgreSQL database as a laboratory would that runs its controls in every run: two materials
 * with 100 analytes each, a verdict on every measurement and run, a comparison a run. The last run is of 30 June 2026.
 *
 * Needs a superuser: triggers and foreign keys are off meanwhile, checks are not.
 */
export async function fillRecords(kysely: Kysely<Tables>, runs: number): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    for (const setting of ["statement_timeout = 0", "idle_in_transaction_session_timeout = 0", "jit = off"]) {
      await sql.raw(`set local ${setting}`).execute(transaction);
    }
    await sql`set local session_replication_role = replica`.execute(transaction);
    for (const statement of [...definitions, ...records(runs)]) await sql.raw(statement).execute(transaction);
    await sql`set local session_replication_role = origin`.execute(transaction);
    await sql.raw(auditRows(runs)).execute(transaction);
  });
  await sql`vacuum analyze`.execute(kysely);
}

const definitions = [
  `insert into principal (id, kind, name, printed_name, roles)
    values (${id("principal", "1")}, 'person', 'filler', 'Filler', '{technologist}')`,
  `insert into assay (id, name, version, content_sha256, document)
    select ${id("assay", "n")}, 'assay ' || n, 1, ${SHA256}, '{}' from generate_series(1, 4) n`,
  `insert into pipeline_version (id, pipeline, version)
    select ${id("pipeline_version", "n")}, 'germline', '1.' || n || '.0' from generate_series(1, 4) n`,
  `insert into instrument (id, name) select ${id("instrument", "n")}, 'instrument ' || n from generate_series(1, 4) n`,
  `insert into reagent_lot (id, reagent, lot)
    select ${id("reagent_lot", "n")}, 'capture', 'lot ' || n from generate_series(1, 20) n`,
  `insert into material (id, name, lot, use)
    select ${id("material", "n")}, case n when 1 then 'control low' else 'control high' end, 'A', 'control'
    from generate_series(1, 2) n`,
  `insert into truth_set (id, name, version, material_id, reference, vcf_sha256)
    select ${id("truth_set", "n")}, 'HG002', '4.2.1', ${id("material", "1")}, 'GRCh38', ${SHA256} from generate_series(1, 1) n`,
  `insert into rule_set (id, name, version, content_sha256, document)
    select ${id("rule_set", "n")}, 'filled', 1, ${SHA256}, '{}' from generate_series(1, 1) n`,
  `insert into threshold (id, assay_id, version, score, variant_type, stage, minimum, status, approved_at)
    select ${id("threshold", "n")}, ${id("assay", "n")}, 1, 'recall', 'SNP', 'routine', 0.995, 'approved', now()
    from generate_series(1, 4) n`,
  `insert into baseline (id, name, version, content_sha256, document, status, established_at, effective_from, approved_at)
    select ${id("baseline", "n")}, 'filled', 1, ${SHA256}, '{}', 'approved', '2020-01-01Z', '2020-01-01Z', '2020-01-01Z'
    from generate_series(1, 1) n`,
  `insert into baseline_series (id, baseline_id, material_id, analyte, kind, scale, n, mean, sd, limits, excluded)
    select ${id("baseline_series", "n")}, ${id("baseline", "1")}, ${id("material", "1 + n % 2")}, 'analyte ' || (n + 1) / 2,
      'vaf', 'raw', 20, 0.3, 0.01, '{"provisional": []}', '[]'
    from generate_series(1, ${MEASUREMENTS_PER_RUN}) n`,
];

function records(runs: number): string[] {
  const at = `timestamptz '2026-06-30 12:00+00' - (${runs} - n) * interval '2 hours'`;
  const state = (n: string) =>
    `case when ${n} % 400 = 0 then 'out of control' when ${n} % 50 = 0 then 'warning' else 'in control' end`;
  return [
    `insert into run (id, name, assay_id, pipeline_version_id, instrument_id, performed_at, status, started_at, finished_at)
      select ${id("run", "n")}, 'run ' || n, ${id("assay", "1 + n % 4")}, ${id("pipeline_version", `1 + n * 3 / ${runs}`)},
        ${id("instrument", "1 + n % 4")}, at, 'succeeded', at, at + interval '1 hour'
      from generate_series(1, ${runs}) n cross join lateral (select ${at} as at) a`,
    `insert into comparison (id, run_id, truth_set_id, format, content_sha256, metrics, performed_at, assay_id,
        pipeline_version_id, instrument_id, run_performed_at)
      select ${id("comparison", "n")}, ${id("run", "n")}, ${id("truth_set", "1")}, 'touchstone', ${SHA256}, '{}', ${at},
        ${id("assay", "1 + n % 4")}, ${id("pipeline_version", `1 + n * 3 / ${runs}`)}, ${id("instrument", "1 + n % 4")}, ${at}
      from generate_series(1, ${runs}) n`,
    `insert into comparison_stratum (id, comparison_id, variant_type, subtype, stratum, filter, truth_total, truth_tp,
        truth_fn, query_total, query_tp, query_fp, query_unk, recall, precision, f1)
      select ${id("comparison_stratum", `${STRATA_PER_RUN} * (n - 1) + s + 1`)}, ${id("comparison", "n")},
        case s % 2 when 0 then 'SNP' else 'INDEL' end, '*', case s / 2 when 0 then '*' else 'stratum ' || s / 2 end, 'PASS',
        1000, 1000 - n % 10, n % 10, 1100, 1000 - n % 10, n % 7, 93, 1 - n % 10 / 1000.0,
        (1000 - n % 10)::float8 / (1000 - n % 10 + n % 7), 0.99
      from generate_series(1, ${runs}) n cross join generate_series(0, ${STRATA_PER_RUN - 1}) s`,
    `insert into measurement (id, run_id, material_id, analyte, kind, value, depth, instrument_id, reagent_lot_id,
        pipeline_version_id, measured_at)
      select ${id("measurement", `${MEASUREMENTS_PER_RUN} * (n - 1) + m`)}, ${id("run", "n")}, ${id("material", "1 + m % 2")},
        'analyte ' || (m + 1) / 2, 'vaf', 0.25 + (n * 7919 + m * 104729) % 100 / 1000.0, 1000 + n % 500,
        ${id("instrument", "1 + n % 4")}, ${id("reagent_lot", `1 + n * 19 / ${runs}`)},
        ${id("pipeline_version", `1 + n * 3 / ${runs}`)}, ${at}
      from generate_series(1, ${runs}) n cross join generate_series(1, ${MEASUREMENTS_PER_RUN}) m`,
    `insert into control_series (id, material_id, analyte, level)
      select gen_random_uuid(), ${id("material", "1 + m % 2")}, 'analyte ' || (m + 1) / 2, null
      from generate_series(1, ${MEASUREMENTS_PER_RUN}) m`,
    `insert into verdict (id, run_id, measurement_id, state, score, baseline_id, rule_set_id, sentence, inputs_sha256,
        touchstone, judged_at)
      select ${id("verdict", "v")}, ${id("run", "n")}, ${id("measurement", "v")}, ${state("v")}, v % 7 - 3.0,
        ${id("baseline", "1")}, ${id("rule_set", "1")}, 'analyte is within 2 SD of the mean of its baseline', ${SHA256},
        '0.1.0', ${at}
      from generate_series(1, ${runs}) n cross join generate_series(1, ${MEASUREMENTS_PER_RUN}) m
      cross join lateral (select ${MEASUREMENTS_PER_RUN} * (n - 1) + m) v (v)`,
    `insert into verdict (id, run_id, state, rule_set_id, sentence, inputs_sha256, touchstone, judged_at, baseline_ids,
        change_events_until)
      select ${id("run_verdict", "n")}, ${id("run", "n")}, ${state("n")}, ${id("rule_set", "1")}, 'the run is judged', ${SHA256},
        '0.1.0', ${at}, array[${id("baseline", "1")}], 0
      from generate_series(1, ${runs}) n`,
    `insert into verdict (id, run_id, comparison_id, comparison_stratum_id, threshold_id, state, sentence, inputs_sha256,
        touchstone, judged_at)
      select ${id("score_verdict", "n")}, ${id("run", "n")}, ${id("comparison", "n")},
        ${id("comparison_stratum", `${STRATA_PER_RUN} * (n - 1) + 1`)}, ${id("threshold", "1 + n % 4")},
        case when n % 10 > 5 then 'out of control' else 'in control' end, 'recall of SNP', ${SHA256}, '0.1.0', ${at}
      from generate_series(1, ${runs}) n`,
    `insert into alert (id, content_id, kind, assay, cause, subject, status, run_id, opened_at)
      select ${id("alert", "n")}, ${SHA256}, 'immediate', 'assay ' || 1 + n % 4, 'cause ' || n, 'subject', 'open',
        ${id("run", "n")}, ${at}
      from generate_series(1, ${runs}) n`,
    `insert into alert_occurrence (id, alert_id, number, run_id, key, happened_at, sentence, evidence)
      select gen_random_uuid(), id, 1, run_id, 'first', opened_at, 'a sentence', '{}' from alert`,
    `insert into alert_history (alert_id, number, action, level) select id, 1, 'raised', 0 from alert`,
    `insert into event (topic, record_kind, record_id, payload, created_at)
      select 'run.changed', 'run', ${id("run", "n")}, '{}', ${at} from generate_series(1, ${runs}) n`,
  ];
}

/** The trail chains every row of it, whoever writes. */
function auditRows(runs: number): string {
  return `insert into audit_event (actor, action, subject_kind, subject_id, new_value)
    select 'filler', 'run.add', 'run', ${id("run", "n")}::text, '{}' from generate_series(1, ${runs}) n`;
}
