import type { MeasuredMaterial, UnmeasuredVariant, VafDenominator, VariantMeasurements } from "@touchstone/replicates";
import { type Command, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { CliError } from "../error.ts";
import { logFormatOption, requireOptions } from "./shared-options.ts";
import { textTable } from "./text-table.ts";

interface MeasureArguments {
  readonly calls?: string;
  readonly sample?: string;
  readonly variants?: string;
  readonly reference?: string;
  readonly out?: string;
  readonly material?: string;
  readonly materialLot?: string;
  readonly level?: string;
  readonly replicate?: string;
  readonly instrument?: string;
  readonly vafDenominator: VafDenominator;
  readonly json?: boolean;
}

const WIDTH = 100;

/** Adds the options and the action of `touchstone measure`. */
export function define(command: Command, context: CommandContext): void {
  command
    .usage("--calls VCF --variants VCF --material NAME --out CSV [options]")
    .optionsGroup("Input and output:")
    .option("--calls <vcf>", "VCF or GVCF of the sample, with allele depths (needed)")
    .option("--sample <name>", "sample of the calls, where they have several")
    .option("--variants <vcf>", "monitored variants; ID is the name of the analyte (needed)")
    .option("--reference <fasta>", "left-aligns indels; without it alleles are only trimmed")
    .option("--out <csv>", "table of measurements, which touchstone ingest and monitor read (needed)")
    .optionsGroup("What is measured:")
    .option("--material <name>", "control material or reference sample (needed)")
    .option("--material-lot <lot>", "lot of the material")
    .option("--level <level>", "level of the analytes, such as low")
    .option("--replicate <name>", "replicate, where a run measures the material several times")
    .option("--instrument <name>", "instrument")
    .addOption(
      new Option("--vaf-denominator <reads>", "VAF as share of all reads, or of REF's and the allele's")
        .choices(["all", "ref-alt"])
        .default("all"),
    )
    .optionsGroup("How it runs:")
    .option("--json", "print what was measured, and what was not, as JSON")
    .addOption(logFormatOption())
    .action((values: MeasureArguments) => measure(values, context));
}

async function measure(values: MeasureArguments, { environment, reporter }: CommandContext): Promise<void> {
  const { calls, variants, material, out } = requireOptions(values, ["calls", "variants", "material", "out"]);
  if ([calls, variants, values.reference].includes(out)) {
    throw new CliError("TS_USAGE", `--out ${out} would overwrite an input`, "Choose another --out.");
  }
  const { measureVariants, measurementsCsv } = await import("@touchstone/replicates");
  const { sample, reference, vafDenominator } = values;
  const result = await measureVariants({
    ...{ calls, variants, out, vafDenominator },
    ...(sample === undefined ? {} : { sample }),
    ...(reference === undefined ? {} : { reference }),
  });
  for (const warning of result.warnings) reporter.warning(warning);
  for (const variant of result.unmeasured) reporter.warning(`not measured: ${describeUnmeasured(variant)}`);
  const { OutputFiles } = await import("@touchstone/formats");
  const files = new OutputFiles(out);
  files.write("", measurementsCsv(result.measured, materialOf(values, material)));
  files.commit();
  reporter.finish();
  environment.stdout.write(values.json === true ? `${JSON.stringify(result, null, 2)}\n` : summary(result, calls, out));
}

function materialOf(values: MeasureArguments, material: string): MeasuredMaterial {
  const { materialLot = null, level = null, replicate = null, instrument = null } = values;
  return { material, materialLot, level, replicate, instrument };
}

function summary({ sample, measured, unmeasured }: VariantMeasurements, calls: string, out: string): string {
  const columns = [
    { title: "analyte", width: 40 },
    { title: "variant", width: 30 },
    { title: "VAF", align: "right" },
    { title: "depth", align: "right" },
  ] as const;
  const rows = measured.map(({ analyte, contig, position, ref, alt, vaf, depth }) => {
    return [analyte, `${contig}:${position} ${ref}>${alt}`, vaf.toFixed(4), String(depth)];
  });
  const total = measured.length + unmeasured.length;
  const head = `${measured.length} of ${total} monitored variants measured in ${sample} (${calls})`;
  return `${[head, ...(rows.length === 0 ? [] : ["", ...textTable(columns, rows, WIDTH)]), "", `written: ${out}`].join("\n")}\n`;
}

const REASONS: Readonly<Record<UnmeasuredVariant["reason"], (depth: number | null) => string>> = {
  absent: () => "the calls have neither this allele nor a reference block there",
  "reference block": (depth) =>
    `the calls say reference (${depth} reads), and a block does not tell how many of them have this allele; VAF 0 is not measured`,
  "no allele depths": () => "its record has no allele depths (FORMAT/AD)",
  "no reads": () => "its record counts no reads",
  "split record": () =>
    "its record overlaps another as parts of a record that was split by allele do, which leave reads of the other alleles out; give the calls before bcftools norm -m -, or --vaf-denominator ref-alt",
};

function describeUnmeasured({ analyte, contig, position, ref, alt, reason, depth }: UnmeasuredVariant): string {
  return `${analyte} (${contig}:${position} ${ref}>${alt}): ${REASONS[reason](depth)}`;
}
