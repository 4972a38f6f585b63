import { existsSync } from "node:fs";
import { type FileIdentity, identifyFile, OutputFiles } from "@touchstone/formats";
import type {
  ComparisonMetricsDocument,
  ComparisonProvenanceDocument,
  VersionComparisonDocument,
} from "@touchstone/model";
import type { ChangedVariant, Margins } from "@touchstone/quality";
import { type Command, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { CliError } from "../error.ts";
import { readText } from "../read-text.ts";
import { readVersion } from "../version.ts";
import { integerBetween } from "./integer.ts";
import { numberThat } from "./number-option.ts";

/** The options of `touchstone gate compare` as commander hands them over. */
interface GateArguments {
  readonly margin?: readonly string[];
  readonly level: number;
  readonly replicates: number;
  readonly seed: number;
  readonly out?: string;
  readonly json?: boolean;
}

/** One result of `touchstone compare`. */
interface ComparisonFiles {
  readonly prefix: string;
  readonly labelled: FileIdentity;
  readonly metrics: ComparisonMetricsDocument;
  readonly provenance: ComparisonProvenanceDocument;
}

const MARGIN_HINT =
  "Give the loss that is acceptable, for example --margin 0.001 for all scores (recall, precision, f1), or --margin SNP.recall=0.0005.";

/** Adds the arguments, options and action of `touchstone gate compare`. */
export function defineGateCompare(command: Command, context: CommandContext): void {
  command
    .description("judge whether a candidate is at most a margin worse than the version in use")
    .argument("<current>", "prefix of the version in use: the --out of touchstone compare")
    .argument("<candidate>", "prefix of the version that is to replace it, compared with the same truth")
    .optionsGroup("How it is judged:")
    .option(
      "--margin <loss>",
      "acceptable loss: N, SCORE=N or TYPE.SCORE=N with recall, precision, f1 and SNP, INDEL; repeatable (needed)",
      (text: string, before: readonly string[] = []) => [...before, text],
    )
    .option(
      "--level <share>",
      "two-sided confidence of the intervals",
      numberThat((value) => value > 0.5 && value < 1, "a number between 0.5 and 1"),
      0.95,
    )
    .option("--replicates <n>", "resamples of the 1 Mb blocks", integerBetween(999, 1_000_000), 9999)
    .option("--seed <n>", "seed of the resampling", integerBetween(0, 2 ** 31 - 1), 1)
    .optionsGroup("Output:")
    .option("--out <prefix>", "writes PREFIX.gate.json, PREFIX.changes.tsv and PREFIX.gate.svg")
    .option("--json", "print PREFIX.gate.json instead of the summary")
    .addOption(new Option("--log-format <format>", "errors").choices(["text", "json"]).default("text"))
    .addHelpText("after", "\nExits with 0 when every criterion with a margin is non-inferior, with 1 otherwise.")
    .action((current: string, candidate: string, values: GateArguments) =>
      runGateCompare(current, candidate, values, context),
    );
}

async function runGateCompare(
  currentPrefix: string,
  candidatePrefix: string,
  values: GateArguments,
  context: CommandContext,
): Promise<void> {
  const quality = await import("@touchstone/quality");
  const margins = quality.readMargins(values.margin ?? []);
  if ("invalid" in margins) {
    throw new CliError(
      "TS_USAGE",
      `--margin ${margins.invalid} is no margin: N, SCORE=N or TYPE.SCORE=N, N above 0 and up to 1`,
      MARGIN_HINT,
    );
  }
  if (values.margin === undefined) throw new CliError("TS_USAGE", "--margin missing", MARGIN_HINT);
  const current = await openComparison(currentPrefix);
  const candidate = await openComparison(candidatePrefix);
  quality.requireSameRuler(current.provenance, candidate.provenance);
  const output = values.out === undefined ? null : new OutputFiles(values.out);
  try {
    const gate = await judge(current, candidate, { ...values, margins }, output);
    if (output !== null) {
      output.write(".gate.json", `${JSON.stringify(gate, null, 2)}\n`);
      const { drawGate } = await import("./gate-chart.ts");
      output.write(".gate.svg", drawGate(gate));
      output.commit();
    }
    const text = values.json === true ? JSON.stringify(gate, null, 2) : quality.describeGate(gate);
    context.environment.stdout.write(`${text}\n`);
    if (!gate.passed) context.failCheck();
  } finally {
    output?.discard();
  }
}

/** Pairs the labelled records and judges them; changed variants go to the output, if there is one. */
async function judge(
  current: ComparisonFiles,
  candidate: ComparisonFiles,
  settings: GateArguments & { readonly margins: Margins },
  output: OutputFiles | null,
): Promise<VersionComparisonDocument> {
  const { LabelledRecords } = await import("@touchstone/concordance");
  const quality = await import("@touchstone/quality");
  const { BLOCK_BASES } = await import("@touchstone/statistics");
  using currentRecords = await LabelledRecords.open(current.labelled.path);
  using candidateRecords = await LabelledRecords.open(candidate.labelled.path);
  const contigs = quality.contigsOfBoth(
    current.provenance.inputs.reference.contigs,
    candidate.provenance.inputs.reference.contigs,
  );
  const changes = output?.create(".changes.tsv");
  changes?.write(Buffer.from("change\ttype\tcontig\tposition\tref\talt\tgenotype\n"));
  const paired = quality.pairVersions(currentRecords, candidateRecords, contigs, (variant) =>
    changes?.write(Buffer.from(changeLine(variant))),
  );
  changes?.close();
  quality.requireSameCounts(paired, "current", current.metrics, current.labelled.path);
  quality.requireSameCounts(paired, "candidate", candidate.metrics, candidate.labelled.path);
  const { margins, level, replicates, seed } = settings;
  const { passed, criteria, types } = quality.judgeVersions(paired, margins, { level, replicates, seed });
  return {
    schema: "touchstone/version-comparison/1",
    touchstone: readVersion(),
    current: describeVersion(current),
    candidate: describeVersion(candidate),
    settings: { level, replicates, seed, blockBases: BLOCK_BASES },
    passed,
    criteria: [...criteria].map((criterion) => ({ ...criterion, interval: pairOf(criterion.interval) })),
    types,
  };
}

/** @throws FormatError for absent files; QualityError TS_COMPARISON_INVALID for what `touchstone compare` did not write. */
async function openComparison(given: string): Promise<ComparisonFiles> {
  const { readComparisonDocument } = await import("@touchstone/quality");
  const { ComparisonMetricsSchema, ComparisonProvenanceSchema } = await import("@touchstone/model");
  // A user may name the labelled VCF itself.
  const prefix = existsSync(`${given}.provenance.json`) ? given : given.replace(/\.vcf\.gz$/, "");
  const read = (suffix: string) => ({ text: readText(`${prefix}${suffix}`), file: `${prefix}${suffix}` });
  return {
    prefix,
    provenance: readComparisonDocument(read(".provenance.json"), ComparisonProvenanceSchema),
    metrics: readComparisonDocument(read(".metrics.json"), ComparisonMetricsSchema),
    labelled: identifyFile(`${prefix}.vcf.gz`),
  };
}

function describeVersion({ prefix, provenance, labelled }: ComparisonFiles): VersionComparisonDocument["current"] {
  const { path, sha256, sample } = provenance.inputs.query;
  return {
    comparison: prefix,
    query: { path, sha256, sample },
    labelled: { path: labelled.path, sha256: labelled.sha256 },
  };
}

function pairOf(interval: readonly [number, number] | null): [number, number] | null {
  return interval === null ? null : [interval[0], interval[1]];
}

function changeLine({ change, type, contig, position, ref, alt, genotype }: ChangedVariant): string {
  return `${[change, type, contig, position, ref, alt, genotype].join("\t")}\n`;
}
