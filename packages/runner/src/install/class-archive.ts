import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Java } from "./java.ts";
import { runProgram } from "./run-program.ts";

const CONTIG = "piece";
const LENGTH = 5000;
const READ_LENGTH = 150;
const STEP = 10;
const LINE = 60;

/** Flags with which GATK starts fast: on small data most of a step is Java's start-up and compilation. */
export const fastJavaFlags = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"] as const;

export const GATK_MAIN = "org.broadinstitute.hellbender.Main";

/**
 * Makes an archive of the classes that GATK loads, by calling variants on 5,000 bases of nothing in particular. It holds for
 * this Java and this very class path.
 *
 * @param classPath of GATK, as it is given to Java later.
 * @throws RunnerError TS_PIPELINE_INSTALL_FAILED when GATK does not run here.
 */
export async function makeClassArchive(
  java: Java,
  classPath: string,
  file: string,
  signal?: AbortSignal,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "touchstone-gatk-"));
  const options = signal === undefined ? {} : { signal };
  try {
    const reference = join(folder, "piece.fa");
    const reads = join(folder, "reads.bam");
    await writeExample(folder);
    await runProgram("samtools", ["faidx", reference], options);
    await runProgram("samtools", ["dict", "-o", join(folder, "piece.dict"), reference], options);
    await runProgram("samtools", ["view", "-b", "-o", reads, join(folder, "reads.sam")], options);
    await runProgram("samtools", ["index", reads], options);
    const call = [
      "HaplotypeCaller",
      "-R",
      reference,
      "-I",
      reads,
      "-O",
      join(folder, "calls.g.vcf.gz"),
      "-ERC",
      "GVCF",
    ];
    const flags = ["-Xmx1g", ...fastJavaFlags, `-XX:ArchiveClassesAtExit=${file}`, "-cp", classPath];
    await runProgram(java.program, [...flags, GATK_MAIN, ...call], options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A reference of one piece, and reads of it, half of them with another base in the middle. */
async function writeExample(folder: string): Promise<void> {
  const reference = bases(LENGTH);
  const middle = LENGTH / 2;
  const other = reference[middle] === "A" ? "C" : "A";
  const changed = `${reference.slice(0, middle)}${other}${reference.slice(middle + 1)}`;
  const lines = reference.match(new RegExp(`.{1,${LINE}}`, "g")) ?? [];
  await writeFile(join(folder, "piece.fa"), `>${CONTIG}\n${lines.join("\n")}\n`);
  const header = `@HD\tVN:1.6\tSO:coordinate\n@SQ\tSN:${CONTIG}\tLN:${LENGTH}\n@RG\tID:1\tSM:sample\tPL:ILLUMINA\n`;
  const reads = Array.from({ length: Math.floor((LENGTH - READ_LENGTH) / STEP) }, (_, index) => {
    const start = index * STEP;
    const sequence = (index % 2 === 0 ? reference : changed).slice(start, start + READ_LENGTH);
    const qualities = "F".repeat(READ_LENGTH);
    return `r${index}\t0\t${CONTIG}\t${start + 1}\t60\t${READ_LENGTH}M\t*\t0\t0\t${sequence}\t${qualities}\tRG:Z:1\n`;
  });
  await writeFile(join(folder, "reads.sam"), header + reads.join(""));
}

/** Bases without a pattern, the same at every call: a linear congruential generator (Numerical Recipes, 7.1). */
function bases(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return "ACGT"[state >>> 30];
  }).join("");
}
