import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { describedRun, recordOptions, recordPlaceOption } from "../record/run-options.ts";
import { integerBetween } from "./integer.ts";
import { readMeasurements } from "./measurement-table.ts";
import { numberThat } from "./number-option.ts";
import {
  parseBins,
  type ReproducibilityArguments,
  replicateOptions,
  sharedOptions,
} from "./reproducibility-arguments.ts";
import { reproducibilityCharts } from "./reproducibility-charts.ts";
import { logFormatOption } from "./shared-options.ts";
import { spareCompilation } from "./spare-compilation.ts";

const MAXIMUM_THREADS = 1024;
const MAXIMUM_DEPTH = 1_000_000;
const MAXIMUM_POINTS = 100_000;
const MAXIMUM_SEED = 2 ** 31 - 1;

const LEAST_MEAN = numberThat((value) => value >= 0, "a number of 0 or more");

/** Deflate level of P.variants.tsv.gz: the fastest that compresses. */
const DEFAULT_COMPRESSION_LEVEL = 1;

/** Adds the options and the action of `touchstone reproducibility`. */
export function define(command: Command, context: CommandContext): void {
  defineFiles(command);
  defineSelection(command);
  defineStatistics(command);
  recordOptions(command).option("--study <name>", "name of the study, where the run has several (default: the run's)");
  recordPlaceOption(command);
  defineExecution(command);
  command
    .usage("--replicate VCF --replicate VCF ... --out PREFIX [options]")
    .action((values: ReproducibilityArguments) => runReproducibility(values, context));
}

// The files are no `requiredOption`: commander would name a missing one before it names a misspelt one.
function defineFiles(command: Command): void {
  command
    .optionsGroup("Input and output:")
    .option("--replicate <vcf>", "call set of one run; give two or more of the same material", append)
    .option("--table <csv>", "measurements instead: columns analyte, run, value, and depth, stratum if wanted")
    .option("--sample <name>", "sample, where files have several: one for all, or one for each replicate", append)
    .option("--reference <fasta>", "left-aligns indels; without it alleles are only trimmed")
    .option("--out <prefix>", "writes PREFIX.reproducibility.json, PREFIX.variants.tsv.gz, PREFIX.pairs.csv, charts")
    .option(
      "--compression-level <0-9>",
      "deflate level of PREFIX.variants.tsv.gz",
      integerBetween(0, 9),
      DEFAULT_COMPRESSION_LEVEL,
    );
}

function defineSelection(command: Command): void {
  command
    .optionsGroup("What is compared:")
    .option("--regions <bed>", "only variants in these regions")
    .option("--min-depth <n>", "runs with fewer reads are not evaluable there", integerBetween(1, MAXIMUM_DEPTH), 10)
    .option("--all-records", "records that failed a FILTER count as calls")
    .option("--include-imputed", "VAF 0 of gVCF reference blocks enters SD, CV and ICC");
}

function defineStatistics(command: Command): void {
  command
    .optionsGroup("What is computed:")
    .addOption(
      new Option("--vaf-denominator <reads>", "VAF as share of all reads, or of REF's and the allele's")
        .choices(["all", "ref-alt"])
        .default("all"),
    )
    .option("--vaf-bins <edges>", "inner edges of the VAF bins", binEdges, [0.05, 0.1, 0.25, 0.75, 0.9])
    .option("--cv-minimum <mean>", "variants with a lower mean have no CV", LEAST_MEAN, 0.05)
    .option("--sample-points <n>", "points that charts show, at most", integerBetween(1, MAXIMUM_POINTS), 2000)
    .option("--seed <n>", "seed of the choice of these points", integerBetween(0, MAXIMUM_SEED), 1);
}

function defineExecution(command: Command): void {
  command
    .optionsGroup("How it runs:")
    .option("--threads <n>", "worker threads", integerBetween(1, MAXIMUM_THREADS), availableParallelism())
    .option("--json", "print PREFIX.reproducibility.json instead of the summary")
    .addOption(logFormatOption());
}

function append(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

function binEdges(text: string): readonly number[] {
  const edges = parseBins(text);
  if (edges === null) throw new InvalidArgumentError("It must be rising numbers between 0 and 1, such as 0.05,0.25.");
  return edges;
}

async function runReproducibility(values: ReproducibilityArguments, context: CommandContext): Promise<void> {
  const { environment, reporter } = context;
  const shared = {
    ...sharedOptions(values),
    attach: reproducibilityCharts,
    signal: environment.signal,
  };
  if (values.replicate !== undefined) spareCompilation(values.replicate);
  const { compareReplicates, compareTable, formatReproducibility } = await import("@touchstone/replicates");
  const { report, warnings } =
    values.table === undefined
      ? await compareReplicates({
          ...shared,
          ...replicateOptions(values),
          onProgress: (progress) => reporter.progress(progress),
        })
      : await compareTable({ ...shared, ...(await readMeasurements(values.table)) });
  for (const warning of warnings) reporter.warning(warning);
  reporter.finish();
  const text = values.json === true ? JSON.stringify(report, null, 2) : formatReproducibility(report);
  environment.stdout.write(`${text}\n`);
  if (values.record !== undefined) await recordStudyAs(values.record, shared.out, values, context);
}

async function recordStudyAs(
  run: string,
  prefix: string,
  values: ReproducibilityArguments,
  context: CommandContext,
): Promise<void> {
  const { importReplicateStudy } = await import("@touchstone/ingest");
  const { recordResult } = await import("../record/record-result.ts");
  const { recordStudy } = await import("../record/record-study.ts");
  const { studyFiles } = await import("../record/study-files.ts");
  const files = studyFiles(prefix, (warning) => context.reporter.warning(warning));
  const { performedAt } = importReplicateStudy(files);
  const study = { files, performedAt, run, description: describedRun(values), study: values.study };
  await recordResult(values, context, async (recording) => [await recordStudy(recording, study)]);
}
