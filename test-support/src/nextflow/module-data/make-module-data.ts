import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Random } from "@touchstone/simulation";
import { requireTool } from "../../tools.ts";
import { annotatedVcf } from "./annotated-vcf.ts";
import { gvcf } from "./gvcf-files.ts";
import { depthSummary, gtcheckTable, identitySheet } from "./identity-files.ts";
import { haplotype, individual } from "./individual.ts";
import { MODEL_TRANCHES, modelVcf } from "./model-files.ts";
import { copyOf, drawPairs, drawShortPairs, fastq, type ReadPair } from "./reads.ts";
import { recalibrationVcfs } from "./recalibration-files.ts";
import { jointVcf, panelVcf, truthVcf } from "./variant-files.ts";

const CONTIG = "chrT";
const LENGTH = 10_000;
/** Pairs of a lane: 15x. */
const PAIRS = 750;
/** Pairs of A's first lane that its second lane has again. */
const COPIES = 25;

/** The programs that make them. */
export const moduleDataPrograms = ["bgzip", "bwa", "samtools", "tabix"] as const;

/**
 * Writes the test data of the modules' cases, which pipelines/README.md describes: the same content in every folder and at
 * every time, as far as bwa and samtools allow.
 *
 * @throws Error when a program is missing or fails.
 */
export function makeModuleData(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const random = new Random(20260);
  const reference = Array.from({ length: LENGTH }, () => random.pick([..."ACGT"])).join("");
  writeReference(folder, reference);
  const a = individual("A", reference);
  const b = individual("B", reference);
  writeVcf(folder, "panel.vcf", panelVcf(reference, [a, b]));
  writeVcf(folder, "panel_A.vcf", panelVcf(reference, [a]));
  writeVcf(folder, "panel_B.vcf", panelVcf(reference, [b]));
  writeVcf(folder, "sites.vcf", panelVcf(reference, []));
  writeVcf(folder, "truth_A.vcf", truthVcf(reference, a));
  writeVcf(folder, "truth_B.vcf", truthVcf(reference, b));
  writeVcf(folder, "joint.vcf", jointVcf(reference));
  writeVcf(folder, "annotated.vcf", annotatedVcf(reference));
  writeVcf(folder, "A.g.vcf", gvcf(reference, a, [1, LENGTH]));
  writeVcf(folder, "B.g.vcf", gvcf(reference, b, [1, LENGTH]));
  writeVcf(folder, "A_part_1.g.vcf", gvcf(reference, a, [1, LENGTH / 2]));
  writeVcf(folder, "A_part_2.g.vcf", gvcf(reference, a, [LENGTH / 2 + 1, LENGTH]));
  const recalibration = recalibrationVcfs(new Random(7), reference);
  writeVcf(folder, "recalibration_calls.vcf", recalibration.calls);
  writeVcf(folder, "recalibration_truth.vcf", recalibration.truth);
  writeVcf(folder, "model.vcf", modelVcf(reference));
  writeFileSync(join(folder, "model.tranches"), MODEL_TRANCHES);
  writeIdentity(folder);

  const haplotypesOfA = [haplotype(reference, a, 0), haplotype(reference, a, 1)];
  const pairsOfA = drawPairs(random, haplotypesOfA, 2 * PAIRS - COPIES, "A");
  const first = pairsOfA.slice(0, PAIRS);
  const copies = first.slice(0, COPIES).map((pair, index) => copyOf(pair, `A:copy${index + 1}`));
  writeLane(folder, "A", "L1", first);
  writeLane(folder, "A", "L2", [...pairsOfA.slice(PAIRS), ...copies]);
  run(folder, "samtools", "merge", "-f", "-o", "A.bam", "A_L1.bam", "A_L2.bam");
  run(folder, "samtools", "index", "A.bam");
  writeLane(folder, "B", "L1", drawPairs(random, [haplotype(reference, b, 0), haplotype(reference, b, 1)], PAIRS, "B"));
  run(folder, "samtools", "view", "-b", "-o", "B.bam", "B_L1.bam");
  run(folder, "samtools", "index", "B.bam");

  writeFileSync(
    join(folder, "section_mqc.tsv"),
    "# id: own\n# section_name: Our own section\n# plot_type: table\nSample\tConcordant\nA\t12\n",
  );
  const comparison = "sample,caller,truth_set,comparison,truth_set_version\nB,caller,A,B,1\n";
  writeFileSync(join(folder, "comparisons.csv"), comparison);
  writeFileSync(join(folder, "multiqc.yml"), "title: Title of the test\n");
  writeReads(folder, "adapters", [
    ...drawPairs(random, [reference], 70, "long"),
    ...drawShortPairs(random, reference, 30, 60, "short"),
  ]);
}

/** What touchstone identity judges two sequencings each of A and B by. */
function writeIdentity(folder: string): void {
  writeFileSync(join(folder, "pairs.gtcheck.tsv"), gtcheckTable());
  writeFileSync(join(folder, "exchanged.gtcheck.tsv"), gtcheckTable(["A_R2", "B_R1"]));
  writeFileSync(join(folder, "samplesheet.json"), identitySheet());
  writeFileSync(join(folder, "A_R1.mosdepth.summary.txt"), depthSummary());
}

function writeReference(folder: string, reference: string): void {
  const lines = reference.match(/.{1,60}/g) ?? [];
  writeFileSync(join(folder, "reference.fa"), `>${CONTIG}\n${lines.join("\n")}\n`);
  run(folder, "samtools", "faidx", "reference.fa");
  run(folder, "samtools", "dict", "--uri", "reference.fa", "--output", "reference.dict", "reference.fa");
  mkdirSync(join(folder, "bwa"), { recursive: true });
  run(folder, "bwa", "index", "-p", "bwa/reference.fa", "reference.fa");
  const half = LENGTH / 2;
  writeFileSync(join(folder, "intervals.bed"), `${CONTIG}\t0\t${half}\n${CONTIG}\t${half}\t${LENGTH}\n`);
  writeFileSync(join(folder, "half.bed"), `${CONTIG}\t${half}\t${LENGTH}\n`);
  mkdirSync(join(folder, "empty"), { recursive: true });
  const halves = `${CONTIG}\t1\t${half}\t+\t.\n${CONTIG}\t${half + 1}\t${LENGTH}\t+\t.\n`;
  writeFileSync(
    join(folder, "intervals.interval_list"),
    `@HD\tVN:1.6\tSO:coordinate\n@SQ\tSN:${CONTIG}\tLN:${LENGTH}\n${halves}`,
  );
}

function writeVcf(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text);
  run(folder, "bgzip", "-f", name);
  run(folder, "tabix", "-f", "-p", "vcf", `${name}.gz`);
}

function writeReads(folder: string, name: string, pairs: readonly ReadPair[]): void {
  writeFileSync(join(folder, `${name}_1.fastq.gz`), gzipSync(fastq(pairs, 0)));
  writeFileSync(join(folder, `${name}_2.fastq.gz`), gzipSync(fastq(pairs, 1)));
}

function writeLane(folder: string, id: string, lane: string, pairs: readonly ReadPair[]): void {
  const name = `${id}_${lane}`;
  writeReads(folder, name, pairs);
  const group = `@RG\\tID:${id}.${lane}\\tSM:${id}\\tLB:lib1\\tPL:ILLUMINA\\tPU:${lane}`;
  const reads = [`${name}_1.fastq.gz`, `${name}_2.fastq.gz`];
  run(folder, "bwa", "mem", "-K", "10000000", "-Y", "-R", group, "-o", `${name}.sam`, "bwa/reference.fa", ...reads);
  run(folder, "samtools", "sort", "-o", `${name}.bam`, `${name}.sam`);
  rmSync(join(folder, `${name}.sam`));
}

function run(folder: string, program: string, ...argv: readonly string[]): void {
  execFileSync(requireTool(program), argv, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
}
