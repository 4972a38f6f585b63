import type { Kysely } from "kysely";
import { newId } from "../src/database/identifier.ts";
import { toJson } from "../src/database/value-types.ts";
import type { Tables } from "../src/tables.ts";
import { exampleSha256 } from "./example-rows.ts";

/** An assay whose name holds what a path cannot, and letters that it can. */
export const ODD_ASSAY = "a+b c/d=e%20 größe?";

/** Ids of the example's records. */
export interface ExportExample {
  readonly assay: string;
  readonly oddAssay: string;
  readonly material: string;
  /** In the last millisecond of 2026-01-31 UTC. */
  readonly run: string;
  /** In the first millisecond of 2026-02-01 UTC, of the odd assay. */
  readonly nextRun: string;
  /** Without an assay and all else that a run may lack. */
  readonly bareRun: string;
  /** Two, of which the first is superseded. */
  readonly measurements: readonly [string, string];
}

/** Records of every kind that is exported, with every column filled in one row and empty, where it may be, in another. */
export async function insertExportExample(kysely: Kysely<Tables>): Promise<ExportExample> {
  const core = await insertCore(kysely);
  const measurements = await insertMeasurements(kysely, core);
  await insertComparison(kysely, core);
  await insertVerdicts(kysely, core, measurements[1]);
  await insertTasks(kysely, core);
  return { ...core, measurements };
}

type Core = Omit<ExportExample, "measurements"> & Readonly<Record<"pipeline" | "instrument" | "lot", string>>;

async function insertCore(kysely: Kysely<Tables>): Promise<Core> {
  const [assay, oddAssay, pipeline, instrument, lot, material] = [newId(), newId(), newId(), newId(), newId(), newId()];
  const [run, nextRun, bareRun] = [newId(), newId(), newId()];
  const common = { version: 2, document: toJson({}) };
  await kysely
    .insertInto("assay")
    .values([
      { id: assay, name: "germline", content_sha256: exampleSha256("a"), ...common },
      { id: oddAssay, name: ODD_ASSAY, content_sha256: exampleSha256("b"), ...common },
    ])
    .execute();
  await kysely
    .insertInto("pipeline_version")
    .values({ id: pipeline, pipeline: "germline", version: "1.2.0" })
    .execute();
  await kysely.insertInto("instrument").values({ id: instrument, name: "NovaSeq-1" }).execute();
  await kysely.insertInto("reagent_lot").values({ id: lot, reagent: "capture", lot: "L-7" }).execute();
  await kysely.insertInto("material").values({ id: material, name: "HD200", lot: "M-3", use: "control" }).execute();
  const full = { pipeline_version_id: pipeline, instrument_id: instrument, status: "running" } as const;
  await kysely
    .insertInto("run")
    .values([
      { id: run, name: "run-1", assay_id: assay, performed_at: LAST_OF_JANUARY, started_at: LAST_OF_JANUARY, ...full },
      { id: nextRun, name: "run-2", assay_id: oddAssay, performed_at: "2026-02-01T00:00:00.000Z" },
      { id: bareRun, name: "run-3", performed_at: "2026-01-31T12:00:00.500Z", is_imported: true },
    ])
    .execute();
  return { assay, oddAssay, pipeline, instrument, lot, material, run, nextRun, bareRun };
}

const LAST_OF_JANUARY = "2026-01-31T23:59:59.999Z";

async function insertMeasurements(kysely: Kysely<Tables>, core: Core): Promise<[string, string]> {
  const [superseded, inForce] = [newId(), newId()];
  const common = {
    material_id: core.material,
    analyte: "BRAF V600E",
    kind: "vaf",
    measured_at: LAST_OF_JANUARY,
  } as const;
  const full = {
    ...common,
    run_id: core.run,
    level: "low",
    depth: 2 ** 53 - 1,
    instrument_id: core.instrument,
    reagent_lot_id: core.lot,
    pipeline_version_id: core.pipeline,
  };
  await kysely
    .insertInto("measurement")
    .values([
      { id: superseded, ...full, value: 0.1 + 0.2, superseded_at: "2026-03-01T00:00:00.001Z" },
      { id: newId(), ...common, run_id: core.nextRun, value: Number.MIN_VALUE },
      { id: newId(), ...common, run_id: core.bareRun, value: 0, depth: 0 },
    ])
    .execute();
  await kysely
    .insertInto("measurement")
    .values({ id: inForce, ...full, value: 1 / 3, supersedes: superseded })
    .execute();
  return [superseded, inForce];
}

async function insertComparison(kysely: Kysely<Tables>, core: Core): Promise<void> {
  const [truthSet, comparison] = [newId(), newId()];
  const truthValues = { name: "GIAB", version: "4.2.1", reference: "GRCh38", vcf_sha256: exampleSha256("c") };
  await kysely
    .insertInto("truth_set")
    .values({ id: truthSet, ...truthValues, material_id: core.material })
    .execute();
  await kysely
    .insertInto("comparison")
    .values({
      id: comparison,
      run_id: core.run,
      truth_set_id: truthSet,
      format: "touchstone",
      content_sha256: exampleSha256("d"),
      metrics: toJson({}),
      performed_at: LAST_OF_JANUARY,
      run_performed_at: LAST_OF_JANUARY,
      superseded_at: "2026-03-02T00:00:00Z",
    })
    .execute();
  const row = { comparison_id: comparison, subtype: "*", stratum: "*", filter: "PASS" };
  const counts = { truth_total: 10, truth_tp: 9, truth_fn: 1, query_total: 12, query_tp: 9, query_fp: 2, query_unk: 1 };
  const scores = {
    recall: 0.9,
    recall_low: 0.6,
    recall_high: 0.98,
    precision: 9 / 11,
    precision_low: 0.5,
    precision_high: 0.95,
  };
  await kysely
    .insertInto("comparison_stratum")
    .values([
      {
        id: newId(),
        ...row,
        ...counts,
        ...scores,
        variant_type: "SNP",
        query_fp_genotype: 1,
        query_fp_allele: 1,
        f1: 0.857,
        unknown_fraction: 1 / 12,
        false_positives_per_megabase: 0.5,
      },
      { id: newId(), ...row, variant_type: "INDEL", truth_total: 0, query_total: 0 },
    ])
    .execute();
}

async function insertVerdicts(kysely: Kysely<Tables>, core: Core, measurement: string): Promise<void> {
  const [baseline, ruleSet, threshold] = [newId(), newId(), newId()];
  const times = { established_at: LAST_OF_JANUARY, effective_from: LAST_OF_JANUARY };
  const document = toJson({});
  await kysely
    .insertInto("baseline")
    .values({ id: baseline, name: "HD200", version: 4, content_sha256: exampleSha256("e"), document, ...times })
    .execute();
  await kysely
    .insertInto("rule_set")
    .values({ id: ruleSet, name: "westgard", version: 3, content_sha256: exampleSha256("f"), document })
    .execute();
  await kysely
    .insertInto("threshold")
    .values({
      id: threshold,
      assay_id: core.assay,
      version: 5,
      score: "recall",
      variant_type: "SNP",
      stage: "routine",
      minimum: 0.99,
    })
    .execute();
  const stratum = await kysely
    .selectFrom("comparison_stratum")
    .select(["id", "comparison_id"])
    .where("variant_type", "=", "SNP")
    .executeTakeFirstOrThrow();
  const common = { sentence: 'a "sentence"\nof two lines', inputs_sha256: exampleSha256("0"), touchstone: "0.1.0" };
  const rules = { baseline_id: baseline, rule_set_id: ruleSet };
  await kysely
    .insertInto("verdict")
    .values([
      {
        id: newId(),
        run_id: core.run,
        measurement_id: measurement,
        state: "out of control",
        score: -3.25,
        ...rules,
        ...common,
        violations: toJson([{ rule: "1-3s" }]),
      },
      {
        id: newId(),
        run_id: core.run,
        comparison_id: stratum.comparison_id,
        comparison_stratum_id: stratum.id,
        state: "warning",
        threshold_id: threshold,
        ...common,
      },
      { id: newId(), run_id: core.bareRun, state: "not evaluable", reason: "no measurements", ...common },
    ])
    .execute();
}

async function insertTasks(kysely: Kysely<Tables>, { run, bareRun }: Core): Promise<void> {
  await kysely
    .insertInto("run_task")
    .values([
      {
        id: newId(),
        run_id: run,
        number: 1,
        process: "ALIGN",
        tag: "sample-1",
        hash: "ab/cdef01",
        status: "failed",
        attempt: 2,
        exit_code: 137,
        container: "quay.io/align:1",
        cpus: 4,
        memory_bytes: 8 * 2 ** 30,
        peak_memory_bytes: 3_000_000_001,
        duration_ms: 61_000,
        cpu_share: 3.7,
        submitted_at: LAST_OF_JANUARY,
        started_at: LAST_OF_JANUARY,
        finished_at: "2026-02-01T00:01:00.999Z",
      },
      { id: newId(), run_id: bareRun, number: 1, process: "CALL", status: "new" },
    ])
    .execute();
}
