import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type ComparisonOptions, ConcordanceError, compare } from "@touchstone/concordance";
import { FormatError } from "@touchstone/formats";
import { COMPARISON_DEFAULTS, temporaryFolder } from "./run-comparison.ts";

type Inputs = Pick<ComparisonOptions, "truth" | "query" | "reference">;

/**
 * The typed error of a comparison that must fail, after making sure that nothing is left beside `out` and that the
 * message names no temporary file.
 */
export async function failingComparison(
  inputs: Inputs,
  options: Partial<ComparisonOptions> = {},
  alreadyThere: readonly string[] = [],
): Promise<FormatError | ConcordanceError> {
  const out = join(temporaryFolder(), "out");
  const thrown = await compare({ ...COMPARISON_DEFAULTS, out, ...options, ...inputs }).catch((error: unknown) => error);
  if (!(thrown instanceof FormatError || thrown instanceof ConcordanceError)) throw thrown;
  const left = filesOf(options.out ?? out).filter((name) => !alreadyThere.includes(name));
  if (left.length > 0) throw new Error(`left behind: ${left.join(", ")}`);
  if (/\.tmp-\d/.test(`${thrown.message} ${thrown.details.file ?? ""}`)) {
    throw new Error(`names a temporary file: ${thrown.message}`);
  }
  return thrown;
}

/** Files that begin as the prefix does. */
export function filesOf(prefix: string): string[] {
  const folder = dirname(prefix);
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder).filter((name) => name.startsWith(basename(prefix)))
    : [];
}
