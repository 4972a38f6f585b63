import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { ChartScale, Exclusion, Measurement, MeasurementKind } from "@touchstone/quality";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { CliError } from "../error.ts";
import { readText } from "../read-text.ts";
import { readVersion } from "../version.ts";
import { printBaseline } from "./baseline-text.ts";
import { logFormatOption, parseTime, requireOptions } from "./shared-options.ts";
import { textDigest } from "./text-digest.ts";
import { writeWhole } from "./write-whole.ts";

interface EstablishArguments {
  readonly measurements?: string;
  readonly out?: string;
  readonly name?: string;
  readonly supersedes?: string;
  readonly kind: MeasurementKind;
  readonly scale?: ReadonlyMap<string, ChartScale>;
  readonly exclude?: readonly { readonly run: string; readonly reason: string }[];
  readonly exclusions?: string;
  readonly by?: string;
  readonly effectiveFrom?: string;
  readonly json?: boolean;
}

const KINDS: readonly MeasurementKind[] = ["vaf", "methylation level", "quantity"];
const SCALES: readonly ChartScale[] = ["raw", "logit", "arcsine", "log"];

/** Adds options and action of `touchstone baseline establish`. */
export function defineEstablish(command: Command, context: CommandContext): void {
  command
    .description("make a draft baseline of control measurements")
    .usage("--measurements FILE --out FILE [options]")
    .option("--measurements <file>", "CSV or JSON: run, time, material, analyte, value, ... (needed)")
    .option("--out <file>", "baseline to write, JSON (needed)")
    .option("--name <name>", "name of the baseline (default: that of --out)")
    .option("--supersedes <file>", "baseline that this is the next version of")
    .addOption(new Option("--kind <kind>", "of analytes without column kind").choices(KINDS).default("vaf"))
    .option("--scale <[analyte=]scale>", `scale of limits: ${SCALES.join(", ")}; repeatable`, addScale)
    .option("--exclude <run=reason>", "keep a run out of the limits, with its assigned cause; repeatable", addExclusion)
    .option("--exclusions <file>", "CSV or JSON: run, by, time, reason [, material, analyte, level]")
    .option("--by <name>", "who excludes (needed with --exclude)")
    .option("--effective-from <time>", "from when on the limits judge (default: the last point)", parseTime)
    .option("--json", "print the baseline instead of a summary")
    .addOption(logFormatOption())
    .action((values: EstablishArguments) => establish(values, context));
}

async function establish(values: EstablishArguments, { environment, reporter }: CommandContext): Promise<void> {
  const { measurements, out } = requireOptions(values, ["measurements", "out"]);
  if (values.exclude !== undefined && values.by === undefined) {
    throw new CliError("TS_USAGE", "--exclude without --by", "Say who excludes the run: --by NAME");
  }
  const quality = await import("@touchstone/quality");
  requireReplaceable(out, quality);
  const text = readText(measurements);
  const table = quality.readMeasurements(text, { file: measurements, kindOf: () => values.kind });
  if (table.unusedColumns.length > 0) reporter.warning(`columns not used: ${table.unusedColumns.join(", ")}`);
  requireKnownAnalytes(values.scale ?? new Map(), table.measurements);
  const now = new Date().toISOString();
  const exclusions = [
    ...(values.exclude ?? []).map((exclusion): Exclusion => ({ ...exclusion, by: values.by ?? "", at: now })),
    ...(values.exclusions === undefined ? [] : quality.readExclusions(readText(values.exclusions), values.exclusions)),
  ];
  for (const { run, reason } of exclusions) {
    if (!quality.isStatisticalReason(reason)) continue;
    reporter.warning(`run ${run}: '${reason}' names no cause; leaving out what lies far out makes limits too narrow`);
  }
  const superseded = values.supersedes;
  const baseline = quality.establishBaseline(table.measurements, {
    name: values.name ?? basename(out).replace(/\.json$/, ""),
    ...(superseded === undefined ? {} : { supersedes: quality.readBaseline(readText(superseded), superseded) }),
    establishedAt: now,
    ...(values.effectiveFrom === undefined ? {} : { effectiveFrom: values.effectiveFrom }),
    source: { file: basename(measurements), sha256: textDigest(text) },
    touchstone: readVersion(),
    scaleOf: (analyte) => values.scale?.get(analyte) ?? values.scale?.get(""),
    exclusions,
  });
  writeWhole(out, `${JSON.stringify(baseline, null, 2)}\n`);
  reporter.finish();
  printBaseline(baseline, values.json === true, environment);
}

/** A draft may be made again; what somebody signed stays. */
function requireReplaceable(out: string, { readBaseline }: typeof import("@touchstone/quality")): void {
  if (!existsSync(out) || readBaseline(readText(out), out).status === "draft") return;
  throw new CliError("TS_USAGE", `--out ${out} holds a baseline that was approved`, "Choose another --out.");
}

/** A misspelt analyte would leave the real one on the raw scale. */
function requireKnownAnalytes(scales: ReadonlyMap<string, ChartScale>, measurements: readonly Measurement[]): void {
  const known = new Set(measurements.map(({ analyte }) => analyte));
  for (const analyte of scales.keys()) {
    if (analyte === "" || known.has(analyte)) continue;
    throw new CliError(
      "TS_USAGE",
      `--scale names ${analyte}, which was not measured`,
      `Analytes: ${[...known].join(", ")}`,
    );
  }
}

type RunExclusions = NonNullable<EstablishArguments["exclude"]>;

function addExclusion(text: string, before: RunExclusions = []): RunExclusions {
  const [, run, reason] = /^\s*([^=]+?)\s*=\s*(.*\S)\s*$/.exec(text) ?? [];
  if (run === undefined) throw new InvalidArgumentError("Give RUN=REASON, for example 'R7=wrong tube'.");
  return [...before, { run, reason }];
}

function addScale(text: string, before: ReadonlyMap<string, ChartScale> = new Map()): ReadonlyMap<string, ChartScale> {
  const equals = text.lastIndexOf("=");
  const scale = SCALES.find((known) => known === text.slice(equals + 1));
  if (scale === undefined) throw new InvalidArgumentError(`Allowed scales are ${SCALES.join(", ")}.`);
  return new Map([...before, [text.slice(0, Math.max(equals, 0)), scale]]);
}
