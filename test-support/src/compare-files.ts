import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare, discordantVcf } from "@touchstone/concordance";

/** What is compared. */
export interface ComparedFiles {
  readonly truth: string;
  readonly query: string;
  readonly reference: string;
  readonly regions?: string;
  readonly stratifications?: string;
  /** Whether records that failed a filter are assessed too. */
  readonly allRecords?: boolean;
}

/**
 * Compares two call sets, as `touchstone compare` does.
 *
 * @returns the files that were written, by what follows the prefix: `metrics.json`, `provenance.json`, `summary.csv`; and the
 *   part of the VCF that is recorded, `discordant.vcf.gz`.
 */
export async function compareFiles({
  allRecords = false,
  ...files
}: ComparedFiles): Promise<ReadonlyMap<string, Buffer>> {
  const written = mkdtempSync(join(tmpdir(), "touchstone-compare-"));
  try {
    const options = { match: "genotype", phase: "ignore", ploidy: "flexible", refMismatch: "error" } as const;
    const execution = { threads: 1, renameContigs: false, compressionLevel: 1, check: false };
    await compare({ ...files, out: join(written, "P"), allRecords, ...options, ...execution });
    const names = readdirSync(written).filter((name) => name.startsWith("P."));
    const contents = names.map((name) => [name.slice("P.".length), readFileSync(join(written, name))] as const);
    const sources = { reference: files.reference, stratifications: files.stratifications, renameContigs: false };
    const discordant = await discordantVcf(join(written, "P.vcf.gz"), { ...sources, most: 100_000 });
    return new Map([...contents, ["discordant.vcf.gz", discordant]]);
  } finally {
    rmSync(written, { recursive: true, force: true });
  }
}
