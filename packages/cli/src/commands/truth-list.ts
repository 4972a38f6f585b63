import type { Source, TruthFile, TruthSet } from "@touchstone/truth";
import { type Command, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { printResult } from "./db-source.ts";
import { logFormatOption } from "./shared-options.ts";
import { textTable, wrap } from "./text-table.ts";

const WIDTH = 120;

/** The options of `touchstone truth list` as commander hands them over. */
interface ListArguments {
  readonly sample?: string;
  readonly build?: string;
  readonly json?: boolean;
}

/** Adds options and action of `touchstone truth list`. */
export function defineList(command: Command, context: CommandContext): void {
  command
    .description("list public truth sets and stratifications that can be fetched")
    .option("--sample <name>", "of one sample, such as HG002 or NA24385")
    .addOption(new Option("--build <name>", "on one genome build").choices(["GRCh37", "GRCh38", "CHM13v2.0"]))
    .option("--json", "print the entries of the catalogue as JSON")
    .addOption(logFormatOption())
    .action((values: ListArguments) => list(values, context));
}

/** Adds options and action of `touchstone truth show`. */
export function defineShow(command: Command, context: CommandContext): void {
  command
    .description("show what a truth set is for, its caveats, files, checksums and where they were read")
    .argument("<name>", "of the list")
    .option("--json", "print the entry of the catalogue as JSON")
    .addOption(logFormatOption())
    .action((name: string, values: { json?: boolean }) => show(name, values, context));
}

async function list({ sample, build, json }: ListArguments, context: CommandContext): Promise<void> {
  const { loadCatalogue } = await import("@touchstone/truth");
  const sets = loadCatalogue().filter((set) => isOf(set, sample) && (build === undefined || set.build === build));
  const rows = sets.map((set) => [
    set.name,
    set.sample === null ? "" : `${set.sample.name} ${set.sample.alias}`,
    set.build,
    set.kind,
    String(set.files.length),
    `${set.files.filter(({ checksum }) => checksum !== null).length}`,
  ]);
  const columns = [
    { title: "name" },
    { title: "sample" },
    { title: "build" },
    { title: "kind" },
    { title: "files", align: "right" },
    { title: "with checksum", align: "right" },
  ] as const;
  const text = sets.length === 0 ? "No truth set is so." : textTable(columns, rows, WIDTH).join("\n");
  printResult(context, json, sets, text);
}

function isOf({ sample }: TruthSet, name: string | undefined): boolean {
  if (name === undefined) return true;
  const wanted = name.toLowerCase();
  return sample !== null && (sample.name.toLowerCase() === wanted || sample.alias.toLowerCase() === wanted);
}

async function show(name: string, { json }: { json?: boolean }, context: CommandContext): Promise<void> {
  const { findTruthSet, loadCatalogue } = await import("@touchstone/truth");
  const set = findTruthSet(loadCatalogue(), name);
  printResult(context, json, set, describe(set));
}

function describe(set: TruthSet): string {
  const { name, title, publisher, sample, build, version, kind, purpose, licence, withoutChecksum } = set;
  const of = sample === null ? "" : ` of ${sample.name} (${sample.alias})`;
  return [
    `${name}: ${title}, ${kind}${of} on ${build}, version ${version}`,
    "",
    ...wrap(purpose, WIDTH, "for        "),
    ...set.caveats.flatMap((caveat) => wrap(caveat, WIDTH, "caveat     ")),
    ...wrap(`${publisher}. ${licence}`, WIDTH, "licence    "),
    ...set.citations.flatMap((citation) => wrap(citation, WIDTH, "cite       ")),
    ...(withoutChecksum === null ? [] : wrap(withoutChecksum, WIDTH, "unchecked  ")),
    ...set.files.flatMap(describeFile),
  ].join("\n");
}

function describeFile({ address, kind, size, source, checksum }: TruthFile): string[] {
  const sum =
    checksum === null
      ? "none published; the one seen first is kept"
      : `${checksum.algorithm} ${checksum.value}, read in ${place(checksum.source)}`;
  return [
    "",
    `${kind.padEnd(11)}${address}`,
    `  size     ${size === null ? "not published" : `${size} bytes`}`,
    `  checksum ${sum}`,
    `  address  read in ${place(source)}`,
  ];
}

function place({ repository, commit, path, quotes }: Source): string {
  const quoted = quotes === undefined ? "" : `, which quotes ${quotes}`;
  return `${repository} ${path} at ${commit.slice(0, 12)}${quoted}`;
}
