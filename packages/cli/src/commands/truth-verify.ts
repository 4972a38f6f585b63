import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PlacedSet, VerifiedCheck } from "@touchstone/truth";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { printResult } from "./db-source.ts";
import { logFormatOption } from "./shared-options.ts";
import { textTable } from "./text-table.ts";
import { DEFAULT_FOLDER } from "./truth-fetch.ts";

const WIDTH = 200;

/** The options of `touchstone truth verify` as commander hands them over. */
interface VerifyArguments {
  readonly to: string;
  readonly json?: boolean;
}

/** Adds options and action of `touchstone truth verify`. */
export function defineVerify(command: Command, context: CommandContext): void {
  command
    .description("hash the files of a truth set again, and check contigs, index and list; exits with 1 if one is wrong")
    .argument("<name>", "of touchstone truth list, or the folder that a truth set was fetched into")
    .option("--to <folder>", "folder of the truth sets", DEFAULT_FOLDER)
    .option("--json", "print the result as JSON")
    .addOption(logFormatOption())
    .action((name: string, values: VerifyArguments) => verify(name, values, context));
}

async function verify(name: string, { to, json }: VerifyArguments, context: CommandContext): Promise<void> {
  const { verifyTruthSet } = await import("@touchstone/truth");
  const { set, folder } = await place(name, to);
  const checks = await verifyTruthSet(set, folder, context.environment.signal);
  const failed = checks.filter(({ outcome }) => outcome === "failed").length;
  printResult(context, json, { name: set.name, folder, failed, checks }, describe(folder, checks, failed));
  if (failed > 0) context.failCheck();
}

/** A folder says of itself what it holds; a name is looked for below the folder of truth sets. */
async function place(name: string, to: string): Promise<PlacedSet> {
  const { findTruthSet, loadCatalogue, RECORD_NAME, readRecord } = await import("@touchstone/truth");
  const catalogue = loadCatalogue();
  const record = existsSync(join(name, RECORD_NAME)) ? readRecord(name) : null;
  if (record !== null) return { set: findTruthSet(catalogue, record.name), folder: name };
  const set = findTruthSet(catalogue, name);
  return { set, folder: join(to, set.name) };
}

function describe(folder: string, checks: readonly VerifiedCheck[], failed: number): string {
  const columns = [{ title: "file" }, { title: "check" }, { title: "outcome" }, { title: "" }] as const;
  const rows = checks.map(({ file, check, outcome, detail }) => [file, check, outcome, detail]);
  const passed = checks.filter(({ outcome }) => outcome === "passed").length;
  const summary = `${folder}: ${passed} checks passed, ${failed} failed, ${checks.length - passed - failed} could not be made`;
  return [...textTable(columns, rows, WIDTH), "", summary].join("\n");
}
