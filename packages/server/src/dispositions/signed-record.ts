import { contentHash, type Disposition } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import type { Run } from "../runs/schema.ts";
import type { RunTools } from "../runs/tools-schema.ts";

/*
 * What a signature under a disposition stands for. Two JSON documents, each with the SHA-256 of its canonical spelling
 * (RFC 8785), so that anybody who has them can compute the hashes anew:
 *
 * - the record: the run, and what its results rest on. Its hash is the version that signers name: whoever signs another
 *   version than the one that is there is refused. It changes whenever a result, a verdict, a file or the proposal does,
 *   and not when somebody signs or looks into an alert.
 * - the decision: what was decided, and the whole record. Its hash is what both signatures hold.
 */

/** What a run's results rest on. Lists are sorted by id; only what is in force is in them. */
export interface RunRecord {
  readonly schema: "touchstone/run-record/1";
  readonly run: {
    readonly id: string;
    readonly name: string;
    readonly status: Run["status"];
    readonly isImported: boolean;
    readonly assay: Run["assay"];
    /** SHA-256 of the assay's definition. */
    readonly assaySha256: string | null;
    readonly pipelineVersion: Run["pipelineVersion"];
    readonly instrument: Run["instrument"];
    readonly samples: Run["samples"];
    readonly reagentLots: Run["reagentLots"];
    readonly inputsSha256: string | null;
    readonly parameters: unknown;
    /** What it was carried out with; left out where nobody recorded it. */
    readonly tools?: RunTools;
    readonly performedAt: string;
    readonly startedAt: string | null;
    readonly finishedAt: string | null;
  };
  readonly proposal: { readonly disposition: Disposition | null; readonly reasons: readonly string[] };
  readonly verdicts: readonly {
    readonly id: string;
    readonly state: string;
    /** Of all that the verdict was made from. */
    readonly inputsSha256: string;
    readonly baselineSha256: string | null;
    readonly ruleSetSha256: string | null;
    readonly thresholdId: string | null;
  }[];
  readonly comparisons: readonly {
    readonly id: string;
    readonly contentSha256: string;
    readonly truthVcfSha256: string;
    readonly truthRegionsSha256: string | null;
    /** Left out where nobody said whose calls were compared. */
    readonly sample?: string;
  }[];
  readonly replicateStudies: readonly { readonly id: string; readonly contentSha256: string }[];
  /** SHA-256 of the list of control measurements: id, material, lot, analyte, level, replicate, kind, value, depth. */
  readonly measurements: { readonly count: number; readonly sha256: string };
  readonly artifacts: readonly { readonly id: string; readonly kind: string; readonly sha256: string }[];
}

/** A decision about a run's results, as it is signed. */
export interface DecisionDocument {
  readonly schema: "touchstone/disposition/1";
  readonly disposition: Disposition;
  /** What policy proposed; held where it proposed nothing. */
  readonly proposed: Disposition;
  /** Why it differs from what was proposed, or what else was to be said. */
  readonly reason: string | null;
  readonly record: RunRecord;
}

/** A record and the hash that names its version. */
export interface VersionedRecord {
  readonly record: RunRecord;
  readonly sha256: string;
}

/** What a run's results rest on at present. */
export async function runRecord(kysely: Kysely<Tables>, run: Run): Promise<VersionedRecord> {
  const measurements = await measurementsOf(kysely, run.id);
  const record: RunRecord = {
    schema: "touchstone/run-record/1",
    run: {
      id: run.id,
      name: run.name,
      status: run.status,
      isImported: run.isImported,
      assay: run.assay,
      assaySha256: await assayHash(kysely, run.assay?.id ?? null),
      pipelineVersion: run.pipelineVersion,
      instrument: run.instrument,
      samples: run.samples,
      reagentLots: run.reagentLots,
      inputsSha256: run.inputsSha256,
      parameters: run.parameters,
      ...(run.toolVersions === null ? {} : { tools: toolsOf(run) }),
      performedAt: run.performedAt,
      startedAt: run.startedAt,
      finishedAt: run.finishedAt,
    },
    proposal: { disposition: run.proposedDisposition, reasons: run.proposalReasons },
    verdicts: await verdictsOf(kysely, run.id),
    comparisons: await comparisonsOf(kysely, run.id),
    replicateStudies: await studiesOf(kysely, run.id),
    measurements: { count: measurements.length, sha256: contentHash(measurements) },
    artifacts: await artifactsOf(kysely, run.id),
  };
  return { record, sha256: contentHash(record) };
}

function toolsOf({ toolVersions, substitutions }: Run): RunTools {
  const stoodIn = (substitutions ?? []).map(({ sentence: _, ...one }) => one);
  return { toolVersions: toolVersions ?? [], substitutions: stoodIn };
}

async function assayHash(kysely: Kysely<Tables>, assayId: string | null): Promise<string | null> {
  if (assayId === null) return null;
  const assay = await kysely.selectFrom("assay").select("content_sha256").where("id", "=", assayId).executeTakeFirst();
  return assay?.content_sha256 ?? null;
}

function verdictsOf(kysely: Kysely<Tables>, runId: string): Promise<RunRecord["verdicts"][number][]> {
  return kysely
    .selectFrom("verdict")
    .leftJoin("baseline", "baseline.id", "verdict.baseline_id")
    .leftJoin("rule_set", "rule_set.id", "verdict.rule_set_id")
    .select(["verdict.id", "verdict.state", "verdict.inputs_sha256 as inputsSha256"])
    .select(["baseline.content_sha256 as baselineSha256", "rule_set.content_sha256 as ruleSetSha256"])
    .select("verdict.threshold_id as thresholdId")
    .where("verdict.run_id", "=", runId)
    .where("verdict.superseded_at", "is", null)
    .orderBy("verdict.id")
    .execute();
}

async function comparisonsOf(kysely: Kysely<Tables>, runId: string): Promise<RunRecord["comparisons"][number][]> {
  const rows = await kysely
    .selectFrom("comparison")
    .innerJoin("truth_set", "truth_set.id", "comparison.truth_set_id")
    .leftJoin("sample", "sample.id", "comparison.sample_id")
    .select(["comparison.id", "comparison.content_sha256 as contentSha256"])
    .select(["truth_set.vcf_sha256 as truthVcfSha256", "truth_set.regions_sha256 as truthRegionsSha256"])
    .select("sample.name as sample")
    .where("comparison.run_id", "=", runId)
    .where("comparison.superseded_at", "is", null)
    .orderBy("comparison.id")
    .execute();
  return rows.map(({ sample, ...row }) => (sample === null ? row : { ...row, sample }));
}

function studiesOf(kysely: Kysely<Tables>, runId: string): Promise<RunRecord["replicateStudies"][number][]> {
  return kysely
    .selectFrom("replicate_study")
    .select(["id", "content_sha256 as contentSha256"])
    .where("superseded_at", "is", null)
    .where("id", "in", (from) =>
      from.selectFrom("replicate_study_run").select("replicate_study_id").where("run_id", "=", runId),
    )
    .orderBy("id")
    .execute();
}

function measurementsOf(kysely: Kysely<Tables>, runId: string): Promise<object[]> {
  return kysely
    .selectFrom("measurement")
    .innerJoin("material", "material.id", "measurement.material_id")
    .select(["measurement.id", "material.name as material", "material.lot as materialLot", "measurement.analyte"])
    .select([
      "measurement.level",
      "measurement.replicate",
      "measurement.kind",
      "measurement.value",
      "measurement.depth",
    ])
    .where("measurement.run_id", "=", runId)
    .where("measurement.superseded_at", "is", null)
    .orderBy("measurement.id")
    .execute();
}

function artifactsOf(kysely: Kysely<Tables>, runId: string): Promise<RunRecord["artifacts"][number][]> {
  return kysely
    .selectFrom("artifact")
    .select(["id", "kind", "sha256"])
    .where("run_id", "=", runId)
    .orderBy("id")
    .execute();
}
