import { basename } from "node:path";
import type { ContigDepth, DeclaredSample } from "@touchstone/quality";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { CliError } from "../error.ts";
import { readText } from "../read-text.ts";
import { integerBetween } from "./integer.ts";
import { numberThat } from "./number-option.ts";
import { logFormatOption, requireOptions } from "./shared-options.ts";

interface IdentityArguments {
  readonly samplesheet?: string;
  readonly pairs?: readonly string[];
  readonly coverage?: readonly string[];
  readonly out?: string;
  readonly maxDiscordance: number;
  readonly minSites: number;
  readonly reportOnly?: boolean;
  readonly json?: boolean;
}

const DEPTH_SUFFIX = ".mosdepth.summary.txt";
const SHARE = numberThat((value) => value >= 0 && value < 1, "a share of 0 or more, below 1");
const MOST_SITES = 1_000_000_000;

/** Adds the options and the action of `touchstone identity`. */
export function define(command: Command, context: CommandContext): void {
  command
    .usage("--samplesheet JSON [--pairs FILE ...] [--coverage FILE ...] --out PREFIX [options]")
    .optionsGroup("Input and output:")
    .option("--samplesheet <json>", "samples as declared: sample, replicate, sex, truth_set, material (needed)")
    .option("--pairs <file>", "what bcftools gtcheck -u GT,GT -e 0 printed; repeatable", append)
    .option("--coverage <file>", `summary of mosdepth, named ID${DEPTH_SUFFIX}; repeatable`, append)
    .option("--out <prefix>", "writes PREFIX.identity.json, PREFIX.identity.tsv and a section of MultiQC (needed)")
    .optionsGroup("What is one individual:")
    .option("--max-discordance <share>", "sites that differ, at most, between genotypes of one individual", SHARE, 0.1)
    .option("--min-sites <n>", "fewer compared sites are not evaluable", integerBetween(1, MOST_SITES), 20)
    .optionsGroup("How it runs:")
    .option("--report-only", "exit with 0 also on a mismatch")
    .option("--json", "print PREFIX.identity.json instead of the text")
    .addOption(logFormatOption())
    .action((values: IdentityArguments) => identity(values, context));
}

function append(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

async function identity(values: IdentityArguments, context: CommandContext): Promise<void> {
  const { samplesheet, out } = requireOptions(values, ["samplesheet", "out"]);
  if (out === "" || out.endsWith("/")) throw new CliError("TS_USAGE", `--out ${out} is a folder`, "Give a prefix.");
  const { checkIdentity, identityTable, readDeclaredSamples, readGtcheck } = await import("@touchstone/quality");
  const samples = readDeclaredSamples(readText(samplesheet), samplesheet);
  const pairs = (values.pairs ?? []).flatMap((file) => readGtcheck(readText(file), file));
  const depths = await depthsOf(values.coverage ?? [], samples);
  const { maxDiscordance, minSites } = values;
  const result = checkIdentity({ samples, pairs, depths, options: { maxDiscordance, minSites } });
  const { OutputFiles } = await import("@touchstone/formats");
  const { identityMultiqc } = await import("@touchstone/report/multiqc");
  const text = `${JSON.stringify(result, null, 2)}\n`;
  const files = new OutputFiles(out);
  files.write(".identity.json", text);
  files.write(".identity.tsv", identityTable(result));
  for (const { suffix, content } of identityMultiqc(result)) files.write(suffix, content);
  files.commit();
  context.reporter.finish();
  const { identityText } = await import("./identity-text.ts");
  context.environment.stdout.write(values.json === true ? text : identityText(result));
  if (result.state === "mismatch" && values.reportOnly !== true) context.failCheck();
}

async function depthsOf(
  files: readonly string[],
  samples: readonly DeclaredSample[],
): Promise<Map<string, readonly ContigDepth[]>> {
  const { readDepthSummary } = await import("@touchstone/quality");
  const depths = new Map<string, readonly ContigDepth[]>();
  for (const file of files) {
    const name = basename(file);
    const id = name.endsWith(DEPTH_SUFFIX) ? name.slice(0, -DEPTH_SUFFIX.length) : name;
    if (depths.has(id) || !samples.some((sample) => sample.id === id)) {
      const problem = depths.has(id) ? "is of an id that has one already" : "is of no id of the samplesheet";
      const hint = `Name it ID${DEPTH_SUFFIX}; ids are ${samples.map((sample) => sample.id).join(", ")}.`;
      throw new CliError("TS_USAGE", `--coverage ${file} ${problem}`, hint);
    }
    depths.set(id, readDepthSummary(readText(file), file));
  }
  return depths;
}
