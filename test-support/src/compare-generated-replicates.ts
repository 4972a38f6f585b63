import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareReplicates } from "@touchstone/replicates";
import { generateReplicates } from "./generate/generate-replicates.ts";

/** What makes a study of generated replicates. */
export interface GeneratedStudy {
  readonly seed: number;
  readonly runs: number;
  readonly variants: number;
  /** Standard deviation, between runs, of the fraction that the reads are drawn from. */
  readonly noise: number;
  /** Mean depth of reads. */
  readonly depth: number;
}

/**
 * Generates replicates and compares them, as `touchstone reproducibility` does.
 *
 * @returns the files that were written, by what follows the prefix: `reproducibility.json`, `variants.tsv.gz`, `pairs.csv`.
 */
export async function compareGeneratedReplicates(study: GeneratedStudy): Promise<ReadonlyMap<string, Buffer>> {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-replicates-"));
  try {
    const { replicates } = generateReplicates({ folder, contigs: 2, dropOut: 0.02, ...study });
    await compareReplicates({
      replicates,
      samples: [],
      out: join(folder, "P"),
      minimumDepth: 10,
      vafDenominator: "all",
      includeImputed: false,
      allRecords: false,
      vafBins: [0.05, 0.1, 0.25, 0.75, 0.9],
      leastCvMean: 0.05,
      samplePoints: 100,
      seed: 1,
      compressionLevel: 1,
      threads: 1,
    });
    const names = readdirSync(folder).filter((name) => name.startsWith("P."));
    return new Map(names.map((name) => [name.slice("P.".length), readFileSync(join(folder, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
