import { realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { ReplicateOptions, VafDenominator } from "@touchstone/replicates";
import { CliError } from "../error.ts";
import { type RecordArguments, refuseWithoutRecord } from "../record/run-options.ts";

/** The arguments of `touchstone reproducibility` as commander hands them over. */
export interface ReproducibilityArguments extends Omit<RecordArguments, "truthSet"> {
  readonly replicate?: readonly string[];
  readonly table?: string;
  readonly sample?: readonly string[];
  readonly regions?: string;
  readonly reference?: string;
  readonly out?: string;
  readonly minDepth: number;
  readonly vafDenominator: VafDenominator;
  readonly vafBins: readonly number[];
  readonly cvMinimum: number;
  readonly includeImputed?: boolean;
  readonly allRecords?: boolean;
  readonly samplePoints: number;
  readonly seed: number;
  readonly compressionLevel: number;
  readonly threads: number;
  /** Name of the study that is recorded. */
  readonly study?: string;
  readonly json?: boolean;
  readonly logFormat: "text" | "json";
}

/** Options that both a comparison of call sets and one of a table have. */
export type SharedOptions = Pick<
  ReplicateOptions,
  "out" | "minimumDepth" | "leastCvMean" | "samplePoints" | "seed" | "compressionLevel"
>;

const HELP = "touchstone reproducibility --help lists the options.";

/** Options that say something about call sets only. */
const CALL_SET_OPTIONS = ["sample", "regions", "reference", "includeImputed", "allRecords"] as const;

/**
 * Options of the outputs and of both kinds of input.
 *
 * @throws CliError TS_USAGE when an option is missing or they contradict each other; no file has been read then.
 */
export function sharedOptions(given: ReproducibilityArguments): SharedOptions {
  const { replicate = [], table, out } = given;
  refuseWithoutRecord(given);
  const missing = [
    ...(replicate.length === 0 && table === undefined ? ["--replicate (two or more) or --table"] : []),
    ...(out === undefined ? ["--out"] : []),
  ];
  if (missing.length > 0) throw new CliError("TS_USAGE", `${missing.join(", ")} missing`, HELP);
  if (replicate.length > 0 && table !== undefined) {
    throw new CliError("TS_USAGE", "--replicate and --table cannot be used together", "Leave out one of the two.");
  }
  if (table !== undefined) refuseCallSetOptions(given);
  refuseSampleCount(given);
  checkOutput(out ?? "", [...replicate, ...(table === undefined ? [] : [table])]);
  return {
    out: out ?? "",
    minimumDepth: given.minDepth,
    leastCvMean: given.cvMinimum,
    samplePoints: given.samplePoints,
    seed: given.seed,
    compressionLevel: given.compressionLevel,
  };
}

/** Options of a comparison of call sets, beside the shared ones. */
export function replicateOptions(given: ReproducibilityArguments): Omit<ReplicateOptions, keyof SharedOptions> {
  const { regions, reference } = given;
  return {
    replicates: given.replicate ?? [],
    samples: given.sample ?? [],
    ...(regions === undefined ? {} : { regions }),
    ...(reference === undefined ? {} : { reference }),
    vafDenominator: given.vafDenominator,
    includeImputed: given.includeImputed ?? false,
    allRecords: given.allRecords ?? false,
    vafBins: given.vafBins,
    threads: given.threads,
  };
}

/** Inner edges of VAF bins, as `0.05,0.25`. */
export function parseBins(text: string): readonly number[] | null {
  const edges = text.split(",").map((edge) => (/^\d*\.?\d+$/.test(edge) ? Number(edge) : Number.NaN));
  const areEdges = edges.every((edge, place) => edge > (edges[place - 1] ?? 0) && edge < 1);
  return areEdges ? edges : null;
}

function refuseCallSetOptions(given: ReproducibilityArguments): void {
  const used = CALL_SET_OPTIONS.filter((name) => given[name] !== undefined);
  if (used.length === 0) return;
  const names = used.map((name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  throw new CliError("TS_USAGE", `${names.join(", ")} cannot be used with --table`, "Leave them out.");
}

function refuseSampleCount({ replicate = [], sample = [] }: ReproducibilityArguments): void {
  if (sample.length <= 1 || sample.length === replicate.length) return;
  const message = `${sample.length} of --sample for ${replicate.length} of --replicate`;
  throw new CliError("TS_USAGE", message, "Give one for all replicates, or one for each in the same order.");
}

function checkOutput(out: string, inputs: readonly string[]): void {
  if (out === "" || out.endsWith("/") || statSync(out, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw new CliError("TS_USAGE", `--out ${out} is a folder`, "Give a prefix, for example --out results/sample.");
  }
  for (const suffix of [".reproducibility.json", ".variants.tsv.gz", ".pairs.csv"]) {
    const overwritten = inputs.find((path) => realPath(path) === realPath(`${out}${suffix}`));
    if (overwritten === undefined) continue;
    throw new CliError("TS_USAGE", `--out ${out} would overwrite ${overwritten}`, "Choose another --out.");
  }
}

/** The path without symbolic links, where there is a file; two names of one file are the same then. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
