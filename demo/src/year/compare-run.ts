import { join } from "node:path";
import { type ComparisonOptions, compare } from "@touchstone/concordance";
import { comparisonFiles, type Recorded, recordComparison } from "touchstone/in-process";
import type { GermlineVersion } from "../model/parameters.ts";
import type { ComparedRun } from "./plan.ts";
import { recordingOf } from "./recording-of.ts";
import { simulateCallSet } from "./simulate-call-set.ts";
import type { Story } from "./story.ts";
import { uploadFile } from "./upload-file.ts";

/** Prefix of the files of a run's comparison. */
export function comparisonPrefix({ files }: Pick<Story, "files">, name: string): string {
  return join(files, "comparisons", name);
}

/** Simulates the call set of a run, compares it with the truth set, and records and keeps the result. */
export async function compareRun(story: Story, run: ComparedRun, version: GermlineVersion): Promise<Recorded> {
  const { genome, laboratory, signal } = story;
  const query = simulateCallSet(story, run, version);
  const prefix = comparisonPrefix(story, run.name);
  const options: ComparisonOptions = {
    truth: genome.truth,
    query,
    reference: genome.reference,
    regions: genome.regions,
    ...(run.assay === "exome" ? { targets: genome.exome } : {}),
    stratifications: genome.strata,
    out: prefix,
    match: "genotype",
    phase: "ignore",
    ploidy: "flexible",
    allRecords: false,
    threads: 1,
    refMismatch: "error",
    renameContigs: false,
    compressionLevel: 1,
    check: false,
    signal,
  };
  await compare(options);
  await uploadFile(laboratory, run.name, { kind: "variants", path: query });
  const recorded = await recordComparison(recordingOf(story), {
    files: await comparisonFiles(prefix, options),
    performedAt: null,
    run: run.name,
    description: {},
  });
  await uploadFile(laboratory, run.name, { kind: "compared variants", path: `${prefix}.vcf.gz` });
  return recorded;
}
