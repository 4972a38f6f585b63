import { realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { ComparisonOptions } from "@touchstone/concordance";
import { CliError } from "../error.ts";
import { type RecordArguments, refuseWithoutRecord } from "../record/run-options.ts";

/** What the command line can leave out: switches that are off, and the four files, which are then missed. */
type Omittable = "truth" | "query" | "reference" | "out" | "allRecords" | "renameContigs" | "check";

/** The arguments of `touchstone compare` as commander hands them over. */
export interface CompareArguments
  extends Omit<ComparisonOptions, Omittable | "attach" | "onProgress" | "signal">,
    Partial<Pick<ComparisonOptions, Omittable>>,
    RecordArguments {
  readonly html?: boolean;
  readonly multiqc?: boolean;
  readonly json?: boolean;
  readonly logFormat: "text" | "json";
}

const NEEDED = ["truth", "query", "reference", "out"] as const;
const SCORE_FIELD = /^((INFO|FORMAT)[/.])?[A-Za-z_][0-9A-Za-z_.]*$/;

/**
 * The options of the comparison that the arguments ask for.
 *
 * @throws CliError TS_USAGE when a needed one is missing or they contradict each other; no file has been read then.
 */
export function toComparisonOptions(values: CompareArguments): ComparisonOptions {
  const {
    json: _,
    logFormat: __,
    record: ___,
    html,
    multiqc,
    assay,
    pipeline,
    instrument,
    truthSet,
    comparedSample,
    data,
    ...given
  } = values;
  refuseWithoutRecord(values);
  const missing = NEEDED.filter((name) => given[name] === undefined).map((name) => `--${name}`);
  if (missing.length > 0) {
    throw new CliError("TS_USAGE", `${missing.join(", ")} missing`, "touchstone compare --help lists the options.");
  }
  const { truth = "", query = "", reference = "", out = "" } = given;
  const { allRecords = false, renameContigs = false, check = false } = given;
  const options = { ...given, truth, query, reference, out, allRecords, renameContigs, check };
  checkOutput(options);
  checkMatching(options);
  return options;
}

function checkOutput({ out, truth, query }: ComparisonOptions): void {
  if (out === "" || out.endsWith("/") || isFolder(out)) {
    throw new CliError("TS_USAGE", `--out ${out} is a folder`, `Give a prefix, for example --out ${prefixIn(out)}.`);
  }
  const written = realPath(`${out}.vcf.gz`);
  for (const [option, path] of Object.entries({ "--truth": truth, "--query": query })) {
    if (realPath(path) === written) {
      throw new CliError("TS_USAGE", `--out ${out} would overwrite ${option} ${path}`, "Choose another --out.");
    }
  }
}

function checkMatching({ match, phase, scoreField }: ComparisonOptions): void {
  if (match === "alleles" && phase === "respect") {
    throw new CliError(
      "TS_USAGE",
      "--phase respect needs genotypes, and --match alleles does not look at them",
      "Leave out one of the two.",
    );
  }
  if (scoreField !== undefined && !SCORE_FIELD.test(scoreField)) {
    throw new CliError(
      "TS_USAGE",
      `--score-field ${scoreField} names no field`,
      "Give QUAL, FORMAT/NAME or INFO/NAME, for example FORMAT/GQ.",
    );
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function prefixIn(folder: string): string {
  return folder === "" ? "comparison" : `${folder.replace(/\/+$/, "")}/comparison`;
}

/** The path without symbolic links, where there is a file; two names of one file are the same then. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
