import { PASSWORD, type TestDashboard } from "./dashboard.ts";
import type { TestLaboratory } from "./laboratory.ts";

/** The image that tasks of the example run in. */
export const IMAGE = `quay.io/lab/aligner:1.2@sha256:${"5".repeat(64)}`;

/** A run of an example. */
export interface ExampleRun {
  readonly name: string;
  /** Of the control, whose mean is 100 and whose SD is 10. */
  readonly control: number;
  /** Null for a run that names none, as those of the baseline do. */
  readonly pipelineVersion: string | null;
  readonly parameters: object;
  /** SNPs of the truth set that were missed, of 10,000. */
  readonly missed: number;
}

/** Adds a run with everything that a run can have, of the assay `panel`; its id. */
export async function addExampleRun(
  dashboard: TestDashboard,
  { rita }: TestLaboratory,
  { name, control, pipelineVersion, parameters, missed }: ExampleRun,
): Promise<string> {
  const run = {
    name,
    performedAt: new Date(Date.now() - 3_600_000).toISOString(),
    assay: { name: "panel" },
    ...(pipelineVersion === null
      ? {}
      : { pipelineVersion: { pipeline: "lab/panel", version: pipelineVersion, revision: "c".repeat(40) } }),
    instrument: "NextSeq 7",
    samples: ["HG002"],
    reagentLots: [{ reagent: "library kit", lot: "L7" }],
    inputsSha256: "1".repeat(64),
    parameters,
  };
  const about = { material: "HD829", materialLot: "7", analyte: "EGFR L858R", kind: "quantity" };
  await rita.post("/measurements", { run, measurements: [{ ...about, value: control }] });
  const path = { run: name };
  const { data } = await dashboard.client.GET("/api/v1/runs/{run}", { params: { path } });
  const id = data?.id ?? "";
  await addTasks(dashboard, id);
  const document = metricsOfSnps({ missed });
  const truthSet = { name: "HG002", version: "4.2.1" };
  await rita.post("/truth-sets", { ...truthSet, reference: "GRCh38", vcfSha256: "a".repeat(64) });
  await rita.post("/concordance", { run: name, truthSet, files: [{ name: "metrics.json", document }] });
  await dashboard.client.POST("/api/v1/runs/{run}/artifacts", {
    params: { path: { run: id } },
    body: { kind: "bam", uri: "s3://lab/reads.bam", sha256: "b".repeat(64), sizeBytes: 12_345_678_901 },
  });
  return id;
}

/** A `metrics.json` of 10,000 SNPs of the truth set, so many of them missed and three called that are not in it. */
export function metricsOfSnps({ missed }: { readonly missed: number }): object {
  const found = 10_000 - missed;
  const called = found + 3;
  const side = { total: 0, assessed: 0, notAssessed: {}, bounded: 0 };
  const row = {
    ...{ type: "SNP", subtype: "*", stratum: "*", filter: "PASS" },
    truth: { total: 10_000, tp: found, fn: missed, titv: null, hetHom: null },
    query: {
      ...{ total: called, tp: found, fp: 3, fpGenotype: 0, fpAllele: 0, unk: 0 },
      ...{ titv: null, hetHom: null },
    },
    recall: { value: found / 10_000, wilson95: wilson(found, 10_000) },
    precision: { value: found / called, wilson95: wilson(found, called) },
    f1: (2 * found) / (10_000 + called),
    ...{ fracNa: 0, fpPerMb: 3 },
  };
  return {
    ...{ schema: "touchstone/comparison-metrics/1", scoreField: "QUAL", phase: null },
    records: { truth: side, query: side },
    strata: [{ name: "*", sizeBases: 1_000_000, confidentBases: null, assessedBases: 1_000_000 }],
    rows: [row],
  };
}

/** Wilson (1927) at 95%. */
function wilson(successes: number, trials: number): [number, number] {
  const z = 1.959964;
  const share = successes / trials;
  const centre = share + z ** 2 / (2 * trials);
  const half = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  return [(centre - half) / (1 + z ** 2 / trials), (centre + half) / (1 + z ** 2 / trials)];
}

async function addTasks({ client }: TestDashboard, run: string): Promise<void> {
  const task = { process: "ALIGN", status: "completed" as const, container: IMAGE, exitCode: 0 };
  const times = { startedAt: "2026-03-01T09:00:00Z", finishedAt: "2026-03-01T09:20:00Z", realtimeMs: 1_200_000 };
  const tasks = [
    { ...task, ...times, number: 1, tag: "HG002", cpuShare: 3.91, peakMemoryBytes: 8_123_000_000 },
    { ...task, number: 2, process: "CALL", status: "cached" as const, container: "lab/caller:2" },
  ];
  await client.POST("/api/v1/runs/{run}/tasks", { params: { path: { run } }, body: { tasks } });
}

/** Signs the disposition of a run. */
export async function signDisposition(
  dashboard: TestDashboard,
  { rita }: TestLaboratory,
  run: string,
  disposition: "rejected" | "repeat" | "released" | "held",
): Promise<void> {
  const { data } = await dashboard.client.GET("/api/v1/runs/{run}/disposition/record", { params: { path: { run } } });
  await rita.post(`/runs/${run}/disposition`, {
    disposition,
    recordSha256: data?.sha256,
    reason: "the control drifted",
    signature: { meaning: "reviewed and decided", password: PASSWORD },
  });
}
