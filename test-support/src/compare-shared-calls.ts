import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare } from "@touchstone/concordance";
import { sharedData } from "./shared-data.ts";

/** Which files of the shared data are compared. */
export interface SharedCalls {
  /** Folder with a `truth.vcf.gz`. */
  readonly folder: string;
  readonly query: string;
  readonly reference: string;
  /** Whether records that failed a filter are assessed too. */
  readonly allRecords?: boolean;
}

/**
 * Compares a call set of the shared data with its truth, as `touchstone compare` does.
 *
 * @returns the files that were written, by what follows the prefix: `metrics.json`, `provenance.json`, `summary.csv`.
 */
export async function compareSharedCalls(calls: SharedCalls): Promise<ReadonlyMap<string, Buffer>> {
  const written = mkdtempSync(join(tmpdir(), "touchstone-compare-"));
  try {
    await compare({
      truth: sharedData(`${calls.folder}/truth.vcf.gz`),
      query: sharedData(`${calls.folder}/${calls.query}`),
      reference: sharedData(`${calls.folder}/${calls.reference}`),
      out: join(written, "P"),
      match: "genotype",
      phase: "ignore",
      ploidy: "flexible",
      allRecords: calls.allRecords ?? false,
      threads: 1,
      refMismatch: "error",
      renameContigs: false,
      compressionLevel: 1,
      check: false,
    });
    const names = readdirSync(written).filter((name) => name.startsWith("P."));
    return new Map(names.map((name) => [name.slice("P.".length), readFileSync(join(written, name))]));
  } finally {
    rmSync(written, { recursive: true, force: true });
  }
}
