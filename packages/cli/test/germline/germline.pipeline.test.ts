import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { IdentityDocument } from "@touchstone/model";
import { buildAnnotationCache, makeTestData, type TestData } from "@touchstone/simulation";
import {
  missingPipelinePrograms,
  pipelineEnvironment,
  SHARED_PIECE_DATA,
  sharedDataAvailable,
  sharedPiece,
} from "@touchstone/test-support";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GermlineRun, runGermline, tasksOf } from "./run-germline.ts";

const PROGRAMS = [
  "nextflow",
  "gatk",
  "bwa",
  "samtools",
  "bcftools",
  "fastqc",
  "trim_galore",
  "mosdepth",
  "multiqc",
  "vepyr",
];
const IDS = ["SIM1_R1", "SIM1_R2"];

const folder = mkdtempSync(join(tmpdir(), "touchstone-germline-real-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface MetricsRow {
  readonly type: string;
  readonly subtype: string;
  readonly filter: string;
  readonly truth: { readonly total: number };
  readonly f1: number | null;
}

function bcftools(...argv: readonly string[]): string {
  return execFileSync("bcftools", argv, {
    encoding: "utf8",
    env: pipelineEnvironment(),
    stdio: ["ignore", "pipe", "ignore"],
  });
}

/** Real tools, from reads to judged calls: on a piece of GRCh38 with variants of HG002 where it is at hand, else generated. */
describe.skipIf(missingPipelinePrograms(PROGRAMS).length > 0)("the germline pipeline with real programs", () => {
  let data: TestData;
  let run: GermlineRun;
  const results = join(folder, "results");

  beforeAll(async () => {
    data = await makeTestData({
      folder: join(folder, "data"),
      ...(sharedDataAvailable(SHARED_PIECE_DATA) && { piece: sharedPiece() }),
      buildAnnotationCache: (input) => buildAnnotationCache({ ...input, path: pipelineEnvironment().PATH ?? "" }),
    });
    run = await runGermline({ folder, profile: "local,test", parameters: data.parameters });
  });

  it("carries out every step, once for each lane, replicate or piece", () => {
    expect(run.status, run.output).toBe(0);
    expect(run.tasks.filter((task) => task.status !== "COMPLETED")).toEqual([]);
    expect(tasksOf(run, "BWA_MEM")).toHaveLength(4);
    expect(tasksOf(run, "GATK4_MARKDUPLICATES")).toHaveLength(2);
    expect(tasksOf(run, "GATK4_APPLYBQSR")).toHaveLength(2);
    expect(tasksOf(run, "GATK4_HAPLOTYPECALLER")).toHaveLength(4);
    expect(tasksOf(run, "GATK4_GENOTYPEGVCFS")).toHaveLength(2);
  });

  it.each(IDS)("finds the variants that %s was simulated from", (id) => {
    const { rows } = run.json(`benchmark/${id}/${id}.metrics.json`) as { rows: MetricsRow[] };
    const score = (type: string): MetricsRow | undefined =>
      rows.find((row) => row.type === type && row.subtype === "*" && row.filter === "PASS");
    expect(score("SNP")?.truth.total).toBeGreaterThan(300);
    expect(score("INDEL")?.truth.total).toBeGreaterThan(50);
    expect(score("SNP")?.f1).toBeGreaterThanOrEqual(0.98);
    expect(score("INDEL")?.f1).toBeGreaterThanOrEqual(0.95);
  });

  it("finds them by bcftools too, which matches records of the same spelling alone", () => {
    const both = join(folder, "isec");
    const normalised = (name: string, file: string, regions: string[]): string => {
      const output = join(folder, name);
      bcftools("norm", "-m", "-any", "-f", data.reference, ...regions, "-Oz", "-o", output, file);
      bcftools("index", "-t", output);
      return output;
    };
    const regions = ["-R", data.confidentRegions];
    const truth = normalised("truth.norm.vcf.gz", data.truth, regions);
    const calls = normalised("calls.norm.vcf.gz", join(results, "calls/SIM1_R1/SIM1_R1.vcf.gz"), regions);
    bcftools("isec", "-f", "PASS,.", "-p", both, truth, calls);
    const count = (file: string): number => bcftools("view", "-H", join(both, file)).split("\n").length - 1;
    const [missed, found] = [count("0000.vcf"), count("0002.vcf")];
    expect(found / (found + missed)).toBeGreaterThan(0.9);
  });

  it("calls both replicates together", () => {
    const joint = join(results, "calls/joint/germline.vcf.gz");
    expect(bcftools("query", "-l", joint).trim().split("\n")).toEqual(IDS);
    const starts = bcftools("query", "-f", "%CHROM:%POS:%REF:%ALT\n", joint).trim().split("\n");
    expect(new Set(starts).size).toBe(starts.length);
  });

  it("marks the duplicates that were simulated", () => {
    const text = readFileSync(join(results, "metrics/SIM1_R1/SIM1_R1.duplicate_metrics.txt"), "utf8");
    const [header = "", values = ""] = text.split("\n").slice(6);
    const share = Number(values.split("\t")[header.split("\t").indexOf("PERCENT_DUPLICATION")]);
    expect(share).toBeGreaterThan(0.07);
    expect(share).toBeLessThan(0.095);
  });

  it("confirms who the samples are, and says that the sex cannot be told", () => {
    const identity = run.json("identity/identity.json") as IdentityDocument;
    expect(identity.state).toBe("match");
    expect(identity.truths.map(({ id, state }) => [id, state])).toEqual(IDS.map((id) => [id, "match"]));
    expect(identity.samples.map(({ sex }) => sex.state)).toEqual(["not evaluable", "not evaluable"]);
  });

  it("finds no more between the replicates than counting reads explains", () => {
    const study = run.json("reproducibility/SIM1/SIM1.reproducibility.json") as {
      strata: { name: string; variants: number; overdispersion: { value: number } }[];
    };
    const het = study.strata.find(({ name }) => name === "het");
    expect(het?.variants).toBeGreaterThan(100);
    expect(het?.overdispersion.value).toBeGreaterThan(0.7);
    expect(het?.overdispersion.value).toBeLessThan(1.3);
  });

  it.each(IDS)("measures the monitored variants of %s, which are heterozygous", (id) => {
    const [header = "", ...rows] = readFileSync(join(results, `measurements/${id}.csv`), "utf8")
      .trim()
      .split("\n");
    const column = header.split(",").indexOf("value");
    const values = rows.map((row) => Number(row.split(",")[column]));
    expect(values).toHaveLength(bcftools("view", "-H", data.monitoredVariants).trim().split("\n").length);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    // Twelve variants of depth 30: an SD of the mean of 0.026.
    expect(mean).toBeGreaterThan(0.4);
    expect(mean).toBeLessThan(0.6);
  });

  it("annotates, and calls nothing VEP or BWA-MEM2 that was not", () => {
    const annotated = join(results, "annotation/germline.annotated.vcf.gz");
    expect(bcftools("view", "-h", annotated)).toMatch(/##INFO=<ID=CSQ,.*Consequence/);
    expect(bcftools("query", "-f", "%INFO/CSQ\n", annotated)).toMatch(
      /missense_variant|synonymous_variant|intron_variant/,
    );
    expect(run.json("pipeline_info/substitutions.json")).toMatchObject([
      { standsFor: "BWA-MEM2", used: "bwa" },
      { standsFor: "VEP", used: "vepyr" },
    ]);
    const tools = (run.json("pipeline_info/versions.json") as { tool: string; version: string }[]).map(
      ({ tool }) => tool,
    );
    expect(tools.filter((tool) => ["bwa-mem2", "ensemblvep", "hap.py"].includes(tool))).toEqual([]);
  });

  it("names no image, since no container ran", () => {
    expect(new Set(run.tasks.map(({ container }) => container))).toEqual(new Set(["-"]));
  });

  it("knows a version of every program that ran", () => {
    const versions = run.json("pipeline_info/versions.json") as { process: string; tool: string; version: string }[];
    expect(versions.filter(({ version }) => !/\d/.test(version))).toEqual([]);
    const named = new Set(versions.map(({ process }) => process));
    expect(run.tasks.filter((task) => !named.has(task.process))).toEqual([]);
  });

  it("shows the comparison, replicates, identity and substitutions in the report of MultiQC", () => {
    const sections = readdirSync(join(results, "multiqc/multiqc_data"));
    for (const name of ["comparison", "identity", "precision_recall", "reproducibility", "substitutions"]) {
      expect(sections.filter((file) => file.startsWith(`multiqc_touchstone_${name}`))).not.toEqual([]);
    }
    expect(sections).toContain("multiqc_picard_dups.txt");
    const rows = readFileSync(join(results, "multiqc/multiqc_data/multiqc_touchstone_comparison_table.txt"), "utf8");
    for (const id of IDS) expect(rows).toContain(id);
  });

  it("fails when somebody else's reads come under the name of a replicate, and keeps what shows it", async () => {
    const outdir = join(folder, "swapped");
    const swapped = await runGermline({
      folder,
      outdir,
      profile: "local,test",
      parameters: data.parameters,
      argv: ["--input", data.swappedSamplesheet, "-resume"],
    });
    expect(swapped.status).not.toBe(0);
    expect(tasksOf(swapped, "CONFIRM_IDENTITY")).toMatchObject([{ status: "FAILED", exit: "1" }]);
    expect(swapped.output).toContain("SIM1_R2 is likely not SIM1");
    const identity = swapped.json("identity/identity.json") as IdentityDocument;
    expect(identity.state).toBe("mismatch");
    expect(identity.truths.map(({ id, state }) => [id, state])).toEqual([
      ["SIM1_R1", "match"],
      ["SIM1_R2", "mismatch"],
    ]);
    expect(swapped.published).toContain("alignment/SIM1_R2/SIM1_R2.bam");
    expect(new Set(swapped.tasks.filter(({ tag }) => tag === "SIM1_R1").map(({ status }) => status))).toEqual(
      new Set(["CACHED"]),
    );
  });
});
