import { join } from "node:path";
import { normal, randomOf } from "@touchstone/test-support/generate";
import { callVariants } from "../model/call-variants.ts";
import { anotherPerson, drawReads, referenceSample } from "../model/draw-reads.ts";
import { callers, type GermlineVersion, RUN_LOGIT, readModel } from "../model/parameters.ts";
import { writeCallSet } from "../model/write-call-set.ts";
import type { ComparedRun } from "./plan.ts";
import type { Story } from "./story.ts";

/** The sample that truth-set runs sequence. */
export const REFERENCE_SAMPLE = "NX1";

/**
 * Simulates sequencing and calling of a run, and writes its call set. Called with another version, the same reads are called
 * by that one.
 *
 * @returns the path of the VCF.
 */
export function simulateCallSet(
  { genome, seed, files }: Pick<Story, "genome" | "seed" | "files">,
  run: Pick<ComparedRun, "key" | "name" | "assay" | "condition" | "isSwapped">,
  version: GermlineVersion,
): string {
  const random = randomOf(seed, run.key);
  const isExome = run.assay === "exome";
  const person = run.isSwapped ? anotherPerson(random, genome.sites) : referenceSample;
  const sequencing = {
    depth: isExome ? readModel.depth.exome : readModel.depth.genome,
    isRead: ({ isCaptured }: { readonly isCaptured: boolean }) => !isExome || isCaptured,
  };
  const reads = drawReads(random, genome.sites, person, sequencing);
  const runLogit = RUN_LOGIT * normal(random);
  const calls = callVariants(reads, { caller: callers[version], condition: run.condition, runLogit });
  const path = join(files, "calls", `${run.name}.vcf.gz`);
  const contigs = genome.contigs.map(({ name, bases }) => ({ name, length: bases.length }));
  writeCallSet(path, { sample: REFERENCE_SAMPLE, source: `simulated caller ${version}`, contigs }, calls);
  return path;
}
