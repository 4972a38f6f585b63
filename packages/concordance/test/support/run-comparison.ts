import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ComparisonOptions, type ComparisonResult, compare } from "@touchstone/concordance";

/** A finished comparison in a temporary folder. */
export interface Comparison {
  readonly result: ComparisonResult;
  /** Path of an output file, by what follows the prefix: `vcf.gz`, `summary.csv`. */
  file(suffix: string): string;
}

/** The defaults of the command line, with one thread and every match replayed. */
export const COMPARISON_DEFAULTS: Omit<ComparisonOptions, "truth" | "query" | "reference" | "out"> = {
  match: "genotype",
  phase: "ignore",
  ploidy: "flexible",
  allRecords: false,
  threads: 1,
  refMismatch: "error",
  renameContigs: false,
  compressionLevel: 1,
  check: true,
};

const folders: string[] = [];

/** Compares with the defaults of the command line, in a temporary folder that `removeComparisons` clears. */
export async function runComparison(
  { truth, query, reference }: Pick<ComparisonOptions, "truth" | "query" | "reference">,
  options: Partial<ComparisonOptions> = {},
): Promise<Comparison> {
  const folder = temporaryFolder();
  const out = join(folder, "out");
  const result = await compare({ ...COMPARISON_DEFAULTS, ...options, truth, query, reference, out });
  return { result, file: (suffix) => `${out}.${suffix}` };
}

/** A new folder for a test's files. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-compare-"));
  folders.push(folder);
  return folder;
}

/** Removes the folders of all comparisons so far. */
export function removeComparisons(): void {
  for (const folder of folders.splice(0)) {
    rmSync(folder, { recursive: true, force: true });
  }
}
