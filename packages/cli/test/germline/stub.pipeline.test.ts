import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingPipelinePrograms } from "@touchstone/test-support";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeProgram } from "./program-stand-ins.ts";
import { contentsOf, type GermlineRun, runGermline, tasksOf } from "./run-germline.ts";
import { type StubInputs, type StubLane, writeStubInputs } from "./stub-inputs.ts";

const root = mkdtempSync(join(tmpdir(), "touchstone-germline-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const SINGLE: StubLane[] = [{ sample: "A", replicate: 1, lane: "L1" }];

function inputsOf(name: string, lanes: readonly StubLane[]): StubInputs {
  const folder = join(root, name);
  mkdirSync(folder);
  return writeStubInputs(folder, lanes);
}

function runStub(inputs: StubInputs, parameters: Record<string, unknown>, argv: string[] = []): Promise<GermlineRun> {
  return runGermline({
    folder: inputs.folder,
    programs: inputs.programs,
    profile: "test",
    parameters: { ...inputs.parameters, ...parameters },
    argv: ["-stub-run", ...argv],
  });
}

/** Files of every id: reads, alignment, metrics, calls. */
function filesOfId(id: string, lanes: readonly string[]): string[] {
  return [
    ...lanes.flatMap((lane) =>
      [1, 2].flatMap((read) => [
        `fastqc/${id}/${id}_${lane}_${read}_fastqc.html`,
        `fastqc/${id}/${id}_${lane}_${read}_fastqc.zip`,
        `trimming/${id}/${id}_${lane}_${read}.fastq.gz_trimming_report.txt`,
      ]),
    ),
    ...["bam", "bam.bai"].map((suffix) => `alignment/${id}/${id}.${suffix}`),
    ...[
      "bcftools_stats.txt",
      "duplicate_metrics.txt",
      "mosdepth.global.dist.txt",
      "mosdepth.summary.txt",
      "regions.bed.gz",
      "stats",
    ].map((suffix) => `metrics/${id}/${id}.${suffix}`),
    ...["g.vcf.gz", "g.vcf.gz.tbi", "vcf.gz", "vcf.gz.tbi"].map((suffix) => `calls/${id}/${id}.${suffix}`),
  ];
}

const OF_EVERY_RUN = [
  ...["vcf.gz", "vcf.gz.tbi"].map((suffix) => `calls/joint/germline.${suffix}`),
  ...["json", "tsv"].map((suffix) => `identity/identity.${suffix}`),
  "multiqc/multiqc_data/multiqc_data.json",
  "multiqc/multiqc_report.html",
  ...["dag.mmd", "excluded.json", "params.json", "report.html", "samplesheet.json"].map(
    (name) => `pipeline_info/${name}`,
  ),
  ...["substitutions.json", "timeline.html", "trace.tsv", "versions.json"].map((name) => `pipeline_info/${name}`),
];

describe.skipIf(missingPipelinePrograms(["nextflow"]).length > 0)("stub runs of the germline pipeline", () => {
  describe("two samples, two replicates of two lanes each", () => {
    // A dot in a name of a sample, and one that looks like an id, are put into the right folders too.
    const samples = ["A.x", "B_R2"];
    let run: GermlineRun;

    beforeAll(async () => {
      const lanes = samples.flatMap((sample) =>
        [1, 2].flatMap((replicate) =>
          ["L1", "L2"].map((lane) => ({ sample, replicate, lane, ...(sample === "A.x" ? { truthSet: "T" } : {}) })),
        ),
      );
      const inputs = inputsOf("whole", lanes);
      run = await runStub(inputs, {
        aligner: "bwa",
        annotator: "vepyr",
        annotation_cache: inputs.folder,
        known_sites: [inputs.file("known.vcf.gz")],
        truth_sets: { T: { version: "1", vcf: inputs.file("truth.vcf.gz"), regions: inputs.file("truth.bed") } },
        identity_sites: inputs.file("sites.vcf.gz"),
        monitored_variants: inputs.file("monitored.vcf"),
      });
    });

    it("publishes the documented layout", () => {
      expect(run.output).not.toContain("WARN");
      expect(run.status, run.output).toBe(0);
      const ids = samples.flatMap((sample) => [`${sample}_R1`, `${sample}_R2`]);
      const benchmark = [
        "extended.csv",
        "html",
        "metrics.json",
        "provenance.json",
        "summary.csv",
        "touchstone_comparison_mqc.json",
        "vcf.gz",
        "vcf.gz.tbi",
      ];
      const expected = [
        ...OF_EVERY_RUN,
        ...ids.flatMap((id) => [...filesOfId(id, ["L1", "L2"]), `metrics/${id}/${id}.table`, `measurements/${id}.csv`]),
        ...["vcf.gz", "vcf.gz.tbi"].map((suffix) => `annotation/germline.annotated.${suffix}`),
        ...["A.x_R1", "A.x_R2"].flatMap((id) => benchmark.map((suffix) => `benchmark/${id}/${id}.${suffix}`)),
      ].sort();
      expect(run.published.filter((name) => !name.startsWith("reproducibility/"))).toEqual(expected);
      for (const sample of samples) {
        expect(run.published).toContain(`reproducibility/${sample}/${sample}.reproducibility.json`);
      }
    });

    it("aligns each lane and puts the lanes of an id together", () => {
      expect(tasksOf(run, "BWA_MEM")).toHaveLength(8);
      expect(tasksOf(run, "GATK4_MARKDUPLICATES")).toHaveLength(4);
      expect(tasksOf(run, "TOUCHSTONE_REPRODUCIBILITY")).toHaveLength(2);
    });

    it("calls in pieces, and gathers them", () => {
      expect(tasksOf(run, "GATK4_HAPLOTYPECALLER")).toHaveLength(8);
      expect(tasksOf(run, "MERGE_GVCFS")).toHaveLength(4);
      expect(tasksOf(run, "GATK4_GENOTYPEGVCFS")).toHaveLength(2);
      expect(tasksOf(run, "GATK4_GENOMICSDBIMPORT")).toHaveLength(0);
    });

    it("names what stood for BWA-MEM2 and VEP, with the version that ran", () => {
      expect(run.json("pipeline_info/substitutions.json")).toEqual([
        { standsFor: "BWA-MEM2", used: "bwa", version: "0.7.17-r1188", note: expect.any(String) },
        { standsFor: "VEP", used: "vepyr", version: "0.10.0", note: expect.any(String) },
      ]);
      const tools = (run.json("pipeline_info/versions.json") as { tool: string }[]).map((row) => row.tool);
      expect(tools).not.toContain("bwa-mem2");
      expect(tools).not.toContain("ensemblvep");
    });

    it("records each lane with its read group, and no excluded id", () => {
      const lanes = run.json("pipeline_info/samplesheet.json") as Record<string, unknown>[];
      expect(lanes).toHaveLength(8);
      expect(lanes[1]).toMatchObject({
        id: "A.x_R1",
        lane: "L2",
        read_group: "@RG\\tID:A.x_R1.L2\\tSM:A.x_R1\\tLB:A.x_R1\\tPL:ILLUMINA\\tPU:A.x_R1.L2",
      });
      expect(run.json("pipeline_info/excluded.json")).toEqual([]);
    });
  });

  it("analyses one sample without known sites, truth, panel, monitored variants and annotation", async () => {
    const run = await runStub(inputsOf("single", SINGLE), { aligner: "bwa", annotator: "none" });
    expect(run.status, run.output).toBe(0);
    expect(run.published).toEqual([...OF_EVERY_RUN, ...filesOfId("A_R1", ["L1"])].sort());
    expect(run.json("pipeline_info/substitutions.json")).toMatchObject([{ standsFor: "BWA-MEM2", used: "bwa" }]);
    for (const process of ["GATK4_APPLYBQSR", "BCFTOOLS_GTCHECK", "TOUCHSTONE_MEASURE", "TOUCHSTONE_COMPARE"]) {
      expect(tasksOf(run, process)).toHaveLength(0);
    }
  });

  it("uses BWA-MEM2, VEP and hap.py when asked to, and then names no substitution", async () => {
    const inputs = inputsOf("originals", [{ sample: "A", replicate: 1, lane: "L1", truthSet: "T" }]);
    const run = await runStub(inputs, {
      annotation_cache: inputs.folder,
      benchmark_engine: "happy",
      truth_sets: { T: { version: "1", vcf: inputs.file("truth.vcf.gz") } },
    });
    expect(run.status, run.output).toBe(0);
    expect(run.json("pipeline_info/substitutions.json")).toEqual([]);
    const versions = run.json("pipeline_info/versions.json");
    expect(versions).toContainEqual({ process: "BWAMEM2_MEM", tool: "bwa-mem2", version: "2.3" });
    expect(versions).toContainEqual({ process: "ENSEMBLVEP_VEP", tool: "ensemblvep", version: "116.0" });
    expect(versions).toContainEqual({ process: "HAPPY_HAPPY", tool: "hap.py", version: "0.3.15" });
    expect(run.published).toContain("benchmark/A_R1/A_R1.summary.csv");
    expect(run.published).toContain("annotation/germline.annotated.summary.html");
  });

  it("reads a database from a number of ids on, and filters by VQSR when asked to", async () => {
    const inputs = inputsOf("database", [
      { sample: "A", replicate: 1, lane: "L1" },
      { sample: "B", replicate: 1, lane: "L1" },
    ]);
    const resource = {
      name: "hapmap",
      vcf: inputs.file("hapmap.vcf.gz"),
      known: false,
      training: true,
      truth: true,
      prior: 15,
    };
    const run = await runStub(inputs, {
      annotator: "none",
      joint_database_samples: 2,
      filter: "vqsr",
      vqsr_snv_resources: [resource],
      vqsr_indel_resources: [resource],
    });
    expect(run.status, run.output).toBe(0);
    expect(tasksOf(run, "GATK4_GENOMICSDBIMPORT")).toHaveLength(2);
    expect(tasksOf(run, "GATK4_GENOTYPEGVCFS")).toHaveLength(2);
    expect(tasksOf(run, "GATK4_VARIANTFILTRATION")).toHaveLength(0);
    expect(tasksOf(run, "APPLY_INDEL_MODEL")).toHaveLength(1);
    expect(run.published.filter((name) => name.startsWith("calls/joint/"))).toEqual([
      "calls/joint/germline.vcf.gz",
      "calls/joint/germline.vcf.gz.tbi",
    ]);
  });

  it("leaves out an id and a lane without reads, says so, and goes on with the lanes and ids that have some", async () => {
    const inputs = inputsOf("empty", [
      { sample: "A", replicate: 1, lane: "L1" },
      { sample: "A", replicate: 1, lane: "L2", empty: true },
      { sample: "B", replicate: 1, lane: "L1", empty: true },
    ]);
    const run = await runStub(inputs, { aligner: "bwa", annotator: "none" });
    expect(run.status, run.output).toBe(0);
    expect(run.output).toContain("B_R1 is left out: no read is left after trimming");
    expect(run.output).toContain("A_R1 lane L2 is left out: no read is left after trimming");
    expect(run.json("pipeline_info/excluded.json")).toEqual([
      { id: "A_R1", lane: "L2", reason: "no read is left after trimming" },
      { id: "B_R1", reason: "no read is left after trimming" },
    ]);
    expect(tasksOf(run, "BWA_MEM").map((task) => task.tag)).toEqual(["A_R1"]);
    expect(run.published).toContain("calls/A_R1/A_R1.vcf.gz");
    expect(run.published.some((name) => name.startsWith("calls/B_R1"))).toBe(false);
  });

  it("fails when no id has reads", async () => {
    const run = await runStub(inputsOf("none", [{ sample: "A", replicate: 1, lane: "L1", empty: true }]), {
      annotator: "none",
    });
    expect(run.status).not.toBe(0);
    expect(run.output).toContain("No sample has a read left after trimming");
  });

  it("does again what failed and what comes after it, and nothing else", async () => {
    const inputs = inputsOf("resume", SINGLE);
    const answers = join(inputs.folder, "answers");
    writeProgram(inputs.programs, "touchstone", `[ -e '${answers}' ] && echo 0.1.0`);
    const parameters = { aligner: "bwa", annotator: "none" };
    const failed = await runStub(inputs, parameters);
    expect(failed.status).not.toBe(0);
    expect(tasksOf(failed, "REPORT_IDENTITY")).toMatchObject([{ status: "FAILED" }]);
    const done = failed.tasks.filter((task) => task.status === "COMPLETED").map((task) => task.process);
    expect(done).toContain("GATK4_MARKDUPLICATES");

    inputs.file("answers");
    const resumed = await runStub(inputs, parameters, ["-resume"]);
    expect(resumed.status, resumed.output).toBe(0);
    const cached = resumed.tasks.filter((task) => task.status === "CACHED").map((task) => task.process);
    expect(cached.sort()).toEqual(done.sort());
    expect(tasksOf(resumed, "REPORT_IDENTITY")).toMatchObject([{ status: "COMPLETED" }]);

    // What another run left, or a copy that broke, is not taken for what this run made.
    const whole = contentsOf(resumed);
    for (const name of whole.keys()) writeFileSync(join(resumed.outdir, name), "damaged");
    const again = await runStub(inputs, parameters, ["-resume"]);
    expect(new Set(again.tasks.map((task) => task.status))).toEqual(new Set(["CACHED"]));
    expect(contentsOf(again)).toEqual(whole);
  });

  it("keeps nothing of a stub run as a prepared reference", async () => {
    const inputs = inputsOf("kept", SINGLE);
    const cache = join(inputs.folder, "references");
    const run = await runStub(inputs, { annotator: "none", reference_cache: cache });
    expect(run.status, run.output).toBe(0);
    expect(existsSync(cache)).toBe(false);
  });
});
