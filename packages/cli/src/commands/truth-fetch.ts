import { existsSync } from "node:fs";
import { join } from "node:path";
import type { FetchedSet, FetchProgress, PlacedSet, TruthSetParameter } from "@touchstone/truth";
import { type Command, InvalidArgumentError } from "commander";
import type { CommandContext } from "../command.ts";
import { printResult } from "./db-source.ts";
import { integerBetween } from "./integer.ts";
import { logFormatOption } from "./shared-options.ts";

/** Where truth sets are when nothing else is said. */
export const DEFAULT_FOLDER = "truth-sets";
const MOST_CONNECTIONS = 8;

/** The options of `touchstone truth fetch` as commander hands them over. */
interface FetchArguments {
  readonly to: string;
  readonly mirror?: string;
  readonly connections: number;
  readonly json?: boolean;
}

/** Adds options and action of `touchstone truth fetch`. */
export function defineFetch(command: Command, context: CommandContext): void {
  command
    .description("fetch truth sets, each into a folder of its name; goes on with what an earlier call left unfinished")
    .argument("<name...>", "of touchstone truth list")
    .option("--to <folder>", "folder of the truth sets", DEFAULT_FOLDER)
    .option(
      "--mirror <address>",
      "address in the place of the publisher's, before the folders of the catalogue",
      mirror,
    )
    .option("--connections <n>", "files fetched at once", integerBetween(1, MOST_CONNECTIONS), 2)
    .option("--json", "print the result as JSON")
    .addOption(logFormatOption())
    .action((names: string[], values: FetchArguments) => fetchAll(names, values, context));
}

/** A file system of addresses: http only where the laboratory itself says so. */
function mirror(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address === null || !["http:", "https:"].includes(address.protocol) || address.search !== "") {
    throw new InvalidArgumentError("It must be an address that begins with https:// or http://.");
  }
  return address.href.endsWith("/") ? address.href : `${address.href}/`;
}

async function fetchAll(names: readonly string[], values: FetchArguments, context: CommandContext): Promise<void> {
  const { findTruthSet, loadCatalogue } = await import("@touchstone/truth");
  const catalogue = loadCatalogue();
  const sets = [...new Set(names.map((name) => findTruthSet(catalogue, name)))];
  warnOfProxy(context);
  const fetched: FetchedSet[] = [];
  for (const set of sets) fetched.push(await fetchOne(set, values, context));
  const parameters = await parametersOf(fetched);
  printResult(context, values.json, resultOf(fetched, parameters), describe(fetched, parameters));
}

async function fetchOne(
  set: PlacedSet["set"],
  { to, mirror: at, connections }: FetchArguments,
  { environment, reporter }: CommandContext,
): Promise<FetchedSet> {
  const { fetchTruthSet } = await import("@touchstone/truth");
  const unchecked = set.files.filter(({ checksum }) => checksum === null).length;
  if (at?.startsWith("http:") && unchecked > 0) {
    reporter.warning(
      `${set.name}: ${unchecked} files have no published checksum and come by http, which anybody can alter`,
    );
  }
  const fetched = await fetchTruthSet(set, join(to, set.name), {
    ...{ signal: environment.signal, connections },
    ...(at === undefined ? {} : { mirror: at }),
    onProgress: (progress) => reporter.progress(progressOf(set.name, progress)),
    onNote: (note) => reporter.note(note),
  });
  await addIndex(fetched, reporter);
  reporter.finish();
  return fetched;
}

function progressOf(name: string, { bytes, total, filesDone, files }: FetchProgress) {
  const of = total === null ? "" : ` of ${megabytes(total)}`;
  const phase = `${name}: ${filesDone} of ${files} files, ${megabytes(bytes)}${of}`;
  return { done: total === null ? 0 : bytes, total: total ?? 0, phase };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** The index of a VCF for which the catalogue lists none. */
async function addIndex({ set, files }: FetchedSet, reporter: CommandContext["reporter"]): Promise<void> {
  if (set.files.some(({ kind }) => kind === "tbi")) return;
  const vcf = files.find(({ file }) => file.kind === "vcf");
  if (vcf === undefined || (vcf.outcome === "was there" && existsSync(`${vcf.path}.tbi`))) return;
  const { makeIndex } = await import("@touchstone/truth");
  reporter.note(`${makeIndex(vcf.path)} was made here: the catalogue lists no index`);
}

/** Node follows the variables since 24.5 and 22.21. */
function warnOfProxy({ reporter }: CommandContext): void {
  const named = ["HTTPS_PROXY", "https_proxy"].some((name) => (process.env[name] ?? "") !== "");
  const [major, minor] = process.versions.node.split(".").map(Number);
  const follows = major > 24 || (major === 24 && minor >= 5) || (major === 22 && minor >= 21);
  if (named && !follows)
    reporter.warning(`Node ${process.versions.node} does not follow HTTPS_PROXY; 24.5 and later do`);
}

async function parametersOf(fetched: readonly FetchedSet[]): Promise<Readonly<Record<string, TruthSetParameter>>> {
  const { truthSetParameter } = await import("@touchstone/truth");
  const entries = fetched.map((placed) => [placed.set.name, truthSetParameter(placed, fetched)] as const);
  return Object.fromEntries(entries.flatMap(([name, entry]) => (entry === null ? [] : [[name, entry]])));
}

function resultOf(fetched: readonly FetchedSet[], parameters: Readonly<Record<string, TruthSetParameter>>): object {
  const sets = fetched.map(({ set, folder, files }) => ({
    ...{ name: set.name, version: set.version, build: set.build, folder },
    files: files.map(({ file, path, bytes, sha256, outcome, checkedBy }) => {
      return { path, kind: file.kind, bytes, sha256, outcome, checkedBy };
    }),
  }));
  return { sets, truth_sets: parameters };
}

function describe(fetched: readonly FetchedSet[], parameters: Readonly<Record<string, TruthSetParameter>>): string {
  return [...fetched.map(describeSet), ...describeUse(parameters)].join("\n");
}

function describeSet({ set, folder, files }: FetchedSet): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const count = (by: string) => files.filter(({ checkedBy }) => checkedBy === by).length;
  const published = count("published");
  const others = [
    ...(count("first seen") > 0 ? [`${count("first seen")} as when they were seen first`] : []),
    ...(count("nothing") > 0 ? [`${count("nothing")} seen now for the first time, no checksum is published`] : []),
  ];
  const checked = [`${published} as published`, ...others].join(", ");
  return `${set.name}: ${files.length} files, ${megabytes(bytes)} in ${folder}: ${checked}`;
}

function describeUse(parameters: Readonly<Record<string, TruthSetParameter>>): string[] {
  const entries = Object.entries(parameters);
  if (entries.length === 0) return [];
  return [
    "",
    "For the germline pipeline, in the file of -params-file:",
    "",
    "truth_sets:",
    ...entries.flatMap(([name, entry]) => [
      `  ${name}:`,
      ...Object.entries(entry).map(([key, value]) => `    ${key}: ${JSON.stringify(value)}`),
    ]),
    "",
    "For a comparison:",
    "",
    ...entries.map(([, entry]) => compareCommand(entry)),
  ];
}

function compareCommand({ vcf, regions, stratification }: TruthSetParameter): string {
  return [
    `touchstone compare --truth ${shellWord(vcf)}`,
    ...(regions === undefined ? [] : [`--regions ${shellWord(regions)}`]),
    ...(stratification === undefined ? [] : [`--stratifications ${shellWord(stratification)}`]),
    "--query QUERY.vcf.gz --reference REFERENCE.fa --out PREFIX",
  ].join(" \\\n  ");
}

function shellWord(text: string): string {
  return /^[\w./@:+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
