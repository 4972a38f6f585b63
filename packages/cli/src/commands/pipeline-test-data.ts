import { delimiter } from "node:path";
import { type Command, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { CliError } from "../error.ts";
import { printResult } from "./db-source.ts";
import { integerBetween } from "./integer.ts";
import { numberThat } from "./number-option.ts";
import { logFormatOption } from "./shared-options.ts";

interface TestDataArguments {
  readonly seed: number;
  readonly depth: number;
  readonly replicates: number;
  readonly reference?: string;
  readonly truth?: string;
  readonly region?: string;
  readonly annotation: boolean;
  readonly json?: boolean;
}

const isPositive = (value: number) => value > 0;

/** Adds `touchstone pipeline test-data`. */
export function defineTestData(command: Command, context: CommandContext): void {
  command
    .command("test-data")
    .description(
      "simulate individuals and their reads: everything that a run of the germline pipeline needs, with the truth. " +
        "The same seed gives the same reads",
    )
    .argument("<folder>", "gets the files; it is made where it is missing")
    .addOption(new Option("--seed <n>", "seed").argParser(integerBetween(0, 2 ** 20 - 1)).default(1))
    .addOption(
      new Option("--depth <n>", "mean depth of the reads").argParser(numberThat(isPositive, "above 0")).default(30),
    )
    .addOption(
      new Option("--replicates <n>", "sequencings of the individual").argParser(integerBetween(1, 20)).default(2),
    )
    .option("--reference <fasta>", "cut the reference from this one instead of generating it")
    .option("--region <contig:from-to>", "what to cut, 1-based, both included")
    .option("--truth <vcf>", "variants of the individual: the first sample of this VCF of the reference")
    .option("--no-annotation", "build no annotation cache from the gene models (it needs vepyr)")
    .option("--json", "print the paths as JSON")
    .addOption(logFormatOption())
    .action((folder: string, values: TestDataArguments) => makeData(folder, values, context));
}

async function makeData(folder: string, values: TestDataArguments, context: CommandContext): Promise<void> {
  const piece = readPiece(values);
  const { buildAnnotationCache, makeTestData } = await import("@touchstone/simulation");
  const path = values.annotation ? await programPath() : "";
  context.reporter.note(`simulating reads in ${folder}`);
  const data = await makeTestData({
    folder,
    seed: values.seed,
    replicates: values.replicates,
    reads: { depth: values.depth },
    ...(piece !== null && { piece }),
    ...(values.annotation && { buildAnnotationCache: (input) => buildAnnotationCache({ ...input, path }) }),
  });
  context.reporter.finish();
  const { dropped, ...paths } = data;
  const text = [
    `samplesheet  ${data.samplesheet}`,
    `swapped      ${data.swappedSamplesheet}`,
    `parameters   ${data.parameters}`,
    `truth        ${data.truth}`,
    `assay        ${data.assay}`,
    ...(dropped.length > 0
      ? [`${dropped.length} records of ${values.truth} are on no haplotype: see dropped.tsv`]
      : []),
  ];
  printResult(context, values.json, { ...paths, dropped: dropped.length }, text.join("\n"));
}

/** The piece of a reference that is asked for; null when one is to be generated. */
function readPiece({ reference, truth, region }: TestDataArguments) {
  if (reference === undefined && truth === undefined && region === undefined) return null;
  const parts = /^(.+):(\d+)-(\d+)$/.exec(region ?? "");
  if (reference === undefined || truth === undefined || parts === null) {
    const hint = "For example --reference GRCh38.fa --truth HG002.vcf.gz --region chr20:740001-940000.";
    throw new CliError("TS_USAGE", "--reference, --truth and --region are given together, or none of them", hint);
  }
  const [, contig, from, to] = parts;
  return { reference, truth, contig, start: Number(from) - 1, end: Number(to) };
}

/** The installed programs before those of the PATH. */
async function programPath(): Promise<string> {
  const { findInstallation } = await import("@touchstone/runner");
  return [findInstallation().bin, process.env.PATH ?? ""].join(delimiter);
}
