import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { StatisticsError } from "@touchstone/statistics";
import type { CaseResult, ReadSideFile, ReferenceCase } from "@touchstone/statistics/reference-cases";
import { checkCases, countPassed, parseReferenceCases, publishedCases } from "@touchstone/statistics/reference-cases";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { readText } from "../read-text.ts";
import { logFormatOption } from "./shared-options.ts";
import { textDigest } from "./text-digest.ts";
import { describeVerification } from "./verify-text.ts";

/** The options of `touchstone verify` as commander hands them over. */
interface VerifyArguments {
  readonly cases?: string;
  readonly json?: boolean;
}

/** Adds the options and action of `touchstone verify`. */
export function define(command: Command, context: CommandContext): void {
  command
    .option("--cases <json>", "reference cases in place of the published ones that ship with Touchstone")
    .option("--json", "print the results as JSON")
    .addOption(logFormatOption())
    .action((values: VerifyArguments) => runVerify(values, context));
}

function runVerify({ cases: path, json }: VerifyArguments, { environment, failCheck }: CommandContext): void {
  const text = path === undefined ? null : readText(path);
  const cases = text === null ? publishedCases() : parseNamed(text, path as string);
  const results = checkCases(cases, path === undefined ? noSideFiles : besides(path));
  const counts = countPassed(results);
  const output = json === true ? resultsAsJson(results, path, text) : describeVerification(results);
  environment.stdout.write(`${output}\n`);
  if (counts.failed > 0) failCheck();
}

/** @throws StatisticsError TS_STATISTICS_CASES_INVALID naming the file and the place. */
function parseNamed(text: string, path: string): ReferenceCase[] {
  try {
    return parseReferenceCases(text);
  } catch (error) {
    if (!(error instanceof StatisticsError)) throw error;
    throw new StatisticsError(error.code, `${path}: ${error.message}`, error.details);
  }
}

function noSideFiles(name: string): never {
  throw new StatisticsError(
    "TS_STATISTICS_CASES_INVALID",
    `file ${name}: there are no files beside the published cases`,
  );
}

/** Files beside the cases, and nowhere else; one that cannot be read fails the case that names it, not the others. */
function besides(path: string): ReadSideFile {
  return (name) => {
    const invalid = (what: string) => new StatisticsError("TS_STATISTICS_CASES_INVALID", `file ${name} ${what}`);
    if (basename(name) !== name) throw invalid("is no name of a file beside the cases");
    try {
      return readFileSync(join(dirname(path), name), "utf8");
    } catch (cause) {
      throw invalid(`cannot be read (${(cause as NodeJS.ErrnoException).code ?? "unknown"})`);
    }
  };
}

function resultsAsJson(results: readonly CaseResult[], path: string | undefined, text: string | null): string {
  const source =
    path === undefined || text === null ? { cases: "published" } : { cases: path, sha256: textDigest(text) };
  return JSON.stringify({ ...source, ...countPassed(results), results }, null, 2);
}
