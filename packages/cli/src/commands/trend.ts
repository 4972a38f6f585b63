import { resolve } from "node:path";
import { analyseTrend, describeTrend, readTrendSeries, type TrendQuestion } from "@touchstone/quality";
import { type Command, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { CliError } from "../error.ts";
import { readText } from "../read-text.ts";
import { integerBetween } from "./integer.ts";
import { numberThat } from "./number-option.ts";
import { logFormatOption } from "./shared-options.ts";
import { textDigest } from "./text-digest.ts";
import { writeWhole } from "./write-whole.ts";

/** The options of `touchstone trend` as commander hands them over. */
interface TrendArguments {
  readonly threshold?: number;
  readonly badSide: "below" | "above";
  readonly horizon?: number;
  readonly alpha: number;
  readonly level: number;
  readonly look?: number;
  readonly json?: boolean;
  readonly svg?: string;
  readonly failOn?: "decline";
}

const share = numberThat((value) => value > 0 && value < 1, "a number between 0 and 1");

/** Adds the arguments, options and action of `touchstone trend`. */
export function define(command: Command, context: CommandContext): void {
  command
    .argument("<csv>", "columns time or run, value, and where something changed: event")
    .optionsGroup("What is bad:")
    .option("--threshold <value>", "limit of the values; needs --horizon", numberThat(Number.isFinite, "a number"))
    .addOption(new Option("--bad-side <side>", "side of the limit").choices(["below", "above"]).default("below"))
    .option(
      "--horizon <n>",
      "days (with a column time) or runs within which a crossing counts",
      numberThat((value) => value > 0, "a number above 0"),
    )
    .optionsGroup("How it is judged:")
    .option("--alpha <share>", "chance of a false alert over all looks, both directions together", share, 0.05)
    .option("--level <share>", "confidence level of the slope's interval", share, 0.95)
    .option("--look <k>", "how many looks this segment has had, this one included", integerBetween(1, 1e6))
    .addOption(new Option("--fail-on <what>", "exit with 1 when the series declines").choices(["decline"]))
    .optionsGroup("Output:")
    .option("--json", "print the analysis as JSON")
    .option("--svg <file>", "draw the series, its trend and the projection")
    .addOption(logFormatOption())
    .action((file: string, values: TrendArguments) => runTrend(file, values, context));
}

async function runTrend(file: string, values: TrendArguments, context: CommandContext): Promise<void> {
  const question = toQuestion(values);
  if (values.svg !== undefined && resolve(values.svg) === resolve(file)) {
    throw new CliError("TS_USAGE", `--svg ${values.svg} would overwrite the series`, "Choose another file.");
  }
  const input = readText(file);
  const series = readTrendSeries(input, file);
  const changes = series.points.flatMap(({ event }, place) => (event === null ? [] : [place]));
  const observed = series.points.map(({ value }) => value);
  const analysis = analyseTrend(observed, series.positions, changes, question);
  if (values.svg !== undefined) {
    const { drawTrend } = await import("./trend-chart.ts");
    writeWhole(values.svg, drawTrend(series, analysis, question));
  }
  const text =
    values.json === true
      ? JSON.stringify({ file, sha256: textDigest(input), unit: series.unit, question, ...analysis }, null, 2)
      : describeTrend(series, analysis, question);
  context.environment.stdout.write(`${text}\n`);
  if (values.failOn === "decline" && analysis.verdict.state === "decline") context.failCheck();
}

/** @throws CliError TS_USAGE for a threshold without a horizon or the other way round. */
function toQuestion({ threshold, badSide, horizon, alpha, level, look }: TrendArguments): TrendQuestion {
  if ((threshold === undefined) !== (horizon === undefined)) {
    throw new CliError(
      "TS_USAGE",
      threshold === undefined ? "--horizon needs --threshold" : "--threshold needs --horizon",
      "A crossing is projected for a threshold, and counts within the horizon: give both or neither.",
    );
  }
  return {
    threshold: threshold === undefined ? null : { value: threshold, badSide },
    horizon: horizon ?? null,
    alpha,
    level,
    ...(look === undefined ? {} : { look }),
  };
}
