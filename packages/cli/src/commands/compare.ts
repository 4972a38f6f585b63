import { availableParallelism } from "node:os";
import type { ComparisonOptions, ReportFile } from "@touchstone/concordance";
import { type Command, Option } from "commander";
import type { CommandContext } from "../command.ts";
import {
  comparedSampleOption,
  describedRun,
  recordOptions,
  recordPlaceOption,
  truthSetOption,
} from "../record/run-options.ts";
import { type CompareArguments, toComparisonOptions } from "./compare-arguments.ts";
import { integerBetween } from "./integer.ts";
import { spareCompilation } from "./spare-compilation.ts";

const MAXIMUM_THREADS = 1024;

/** Deflate level of P.vcf.gz: the fastest that compresses. */
const DEFAULT_COMPRESSION_LEVEL = 1;

/** Adds the options and the action of `touchstone compare`. */
export function define(command: Command, context: CommandContext): void {
  defineFiles(command);
  defineSelection(command);
  defineMatching(command);
  recordOptions(command);
  truthSetOption(command);
  comparedSampleOption(command);
  recordPlaceOption(command);
  defineExecution(command);
  command
    .usage("--truth VCF --query VCF --reference FASTA --out PREFIX [options]")
    .action((values: CompareArguments) => runCompare(values, context));
}

// The four files are no `requiredOption`: commander would name a missing one before it names a misspelt one.
function defineFiles(command: Command): void {
  command
    .optionsGroup("Input and output:")
    .option("--truth <vcf>", "call set that is known to be right (needed)")
    .option("--query <vcf>", "call set to assess (needed)")
    .option("--reference <fasta>", "reference of both, plain or bgzip, with or without .fai (needed)")
    .option("--out <prefix>", "writes PREFIX.vcf.gz, PREFIX.summary.csv, PREFIX.metrics.json, ... (needed)")
    .option("--html", "also write PREFIX.html: the report for people, which prints")
    .option("--multiqc", "also write sections for MultiQC: PREFIX.touchstone_comparison_mqc.json, ...")
    .option("--truth-sample <name>", "sample of the truth, when it has several")
    .option("--query-sample <name>", "sample of the query, when it has several")
    .option("--rename-contigs", "translate contig names (chr1, 1) to those of the reference")
    .addOption(choice("--ref-mismatch <action>", "records whose REF is not the reference's", ["error", "skip"]))
    .option(
      "--compression-level <0-9>",
      "deflate level of PREFIX.vcf.gz",
      integerBetween(0, 9),
      DEFAULT_COMPRESSION_LEVEL,
    );
}

function defineSelection(command: Command): void {
  command
    .optionsGroup("What is compared:")
    .option("--regions <bed>", "confident regions: query records outside are UNK, truth records not counted")
    .option("--targets <bed>", "targets: records outside are not assessed")
    .option("--stratifications <tsv>", "names and BED files (GA4GH) to count separately")
    .option("--all-records", "also compare records that failed a FILTER");
}

function defineMatching(command: Command): void {
  command
    .optionsGroup("What matches:")
    .addOption(choice("--match <what>", "the same genotype, or only the same allele", ["genotype", "alleles"]))
    .addOption(choice("--phase <use>", "respect: hold phased genotypes to their phase", ["ignore", "respect"]))
    .addOption(choice("--ploidy <rule>", "flexible: haploid 1 equals 1/1", ["flexible", "strict"]))
    .option("--score-field <field>", "QUAL, FORMAT/NAME or INFO/NAME: ranks query records in roc files", "QUAL")
    .option("--check", "replay every match on the reference before it is written");
}

function defineExecution(command: Command): void {
  command
    .optionsGroup("How it runs:")
    .option("--threads <n>", "worker threads", integerBetween(1, MAXIMUM_THREADS), availableParallelism())
    .option("--json", "print PREFIX.metrics.json instead of the summary")
    .addOption(choice("--log-format <format>", "progress, warnings and errors", ["text", "json"]));
}

/** An option with a closed list of values, of which the first is the default. */
function choice(flags: string, description: string, values: readonly string[]): Option {
  return new Option(flags, description).choices(values).default(values[0]);
}

async function runCompare(values: CompareArguments, context: CommandContext): Promise<void> {
  const { environment, reporter } = context;
  const options = toComparisonOptions(values);
  spareCompilation([options.truth, options.query]);
  const { compare, formatSummary } = await import("@touchstone/concordance");
  const { metrics, warnings } = await compare({
    ...options,
    ...(values.html === true || values.multiqc === true ? { attach: attachmentsOf(values) } : {}),
    signal: environment.signal,
    onProgress: (progress) => reporter.progress(progress),
  });
  for (const warning of warnings) {
    reporter.warning(warning);
  }
  reporter.finish();
  environment.stdout.write(`${values.json === true ? JSON.stringify(metrics, null, 2) : formatSummary(metrics)}\n`);
  if (values.record !== undefined) await recordComparisonAs(values.record, options, values, context);
}

/** What is written beside the results; what makes it is loaded only then. */
function attachmentsOf({ html, multiqc, out = "" }: CompareArguments): NonNullable<ComparisonOptions["attach"]> {
  return async (files, warnings) => {
    const attached: ReportFile[] = [];
    if (html === true) {
      const { attachedReport } = await import("../report/comparison-page.ts");
      attached.push(...attachedReport(files, warnings));
    }
    if (multiqc === true) {
      const { attachedMultiqc } = await import("../report/multiqc-files.ts");
      attached.push(...attachedMultiqc(files, out));
    }
    return attached;
  };
}

async function recordComparisonAs(
  run: string,
  options: ComparisonOptions,
  values: CompareArguments,
  context: CommandContext,
): Promise<void> {
  const { importComparison } = await import("@touchstone/ingest");
  const { comparisonFiles } = await import("../record/comparison-files.ts");
  const { recordComparison } = await import("../record/record-comparison.ts");
  const { recordResult } = await import("../record/record-result.ts");
  const files = await comparisonFiles(options.out, options);
  const { performedAt } = importComparison(files);
  const { truthSet, comparedSample: sample } = values;
  const comparison = { files, performedAt, run, description: describedRun(values), truthSet, sample };
  await recordResult(values, context, async (recording) => [await recordComparison(recording, comparison)]);
}
