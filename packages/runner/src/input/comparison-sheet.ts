import { dirname, resolve } from "node:path";
import { isAddress, kindOf, locate } from "./locate.ts";
import { type Problem, refuseProblems } from "./problem.ts";
import type { SheetContext } from "./samplesheet.ts";
import { readSheetTable, type SheetRow } from "./samplesheet-table.ts";

/** A call set that is to be compared with a truth set. */
export interface SheetComparison {
  /** `SAMPLE.CALLER.TRUTH_SET`, and the name of the stratification where the row has one: all files begin with it. */
  readonly id: string;
  readonly sample: string;
  readonly caller: string;
  /** Name of one of the parameters' truth sets. */
  readonly truth_set: string;
  /** Absolute path, or an address. */
  readonly vcf: string;
  /** The same; null for the stratification of the truth set, or none. */
  readonly stratification: string | null;
}

const COLUMNS = {
  required: ["sample", "caller", "vcf", "truth_set"],
  optional: ["stratification"],
} as const;

type Column = (typeof COLUMNS)["required"][number] | (typeof COLUMNS)["optional"][number];

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const FILES = { vcf: /\.vcf(\.gz)?$/, stratification: /\.tsv$/ } as const;
const ENDINGS = { vcf: ".vcf.gz or .vcf", stratification: ".tsv" } as const;

/**
 * Reads a sheet of comparisons and checks all of it. Relative paths are relative to it.
 *
 * @returns its comparisons in order, with absolute paths.
 * @throws RunnerError TS_PIPELINE_INPUT_INVALID with every problem by line, column and what to do.
 */
export function readComparisonSheet(file: string, { truthSets }: SheetContext): SheetComparison[] {
  const { rows, problems } = readSheetTable<Column>(file, COLUMNS);
  const folder = dirname(resolve(file));
  const read = rows.map((row) => ({ row, comparison: comparisonOf(row, folder) }));
  const lines = new Map<string, number>();
  const found = read.flatMap(({ row, comparison }) => {
    const line = lines.get(comparison.id);
    if (line === undefined) lines.set(comparison.id, row.line);
    const twice = `${comparison.id} is in line ${line} already: a call set is compared once with a truth set and a stratification`;
    return [
      ...problemsOfRow(row, comparison, truthSets),
      ...(line === undefined ? [] : [row.problem("caller", twice)]),
    ];
  });
  refuseProblems(
    [...problems, ...found].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)),
  );
  return read.map(({ comparison }) => comparison);
}

function comparisonOf({ cell }: SheetRow<Column>, folder: string): SheetComparison {
  const stratification = cell("stratification");
  const strata =
    stratification
      .split("/")
      .at(-1)
      ?.replace(/\.tsv$/, "") ?? "";
  const parts = [cell("sample"), cell("caller"), cell("truth_set"), strata];
  return {
    id: parts.filter((part) => part !== "").join("."),
    sample: cell("sample"),
    caller: cell("caller"),
    truth_set: cell("truth_set"),
    vcf: cell("vcf") === "" ? "" : locate(cell("vcf"), folder),
    stratification: stratification === "" ? null : locate(stratification, folder),
  };
}

function problemsOfRow(row: SheetRow<Column>, comparison: SheetComparison, truthSets: readonly string[]): Problem[] {
  const { cell, problem } = row;
  const problems: Problem[] = [];
  for (const column of ["sample", "caller"] as const) {
    if (NAME.test(cell(column))) continue;
    const what = cell(column) === "" ? "the cell is empty" : `'${cell(column)}' cannot be`;
    problems.push(problem(column, `${what}: give letters, digits, dot, underscore and hyphen`));
  }
  if (!truthSets.includes(comparison.truth_set)) {
    const known = truthSets.length === 0 ? "truth_sets is not given" : `there are ${truthSets.join(", ")}`;
    problems.push(problem("truth_set", `'${comparison.truth_set}' is not among the parameter truth_sets: ${known}`));
  }
  for (const column of ["vcf", "stratification"] as const) {
    const what = problemOfFile(column, cell(column), comparison[column]);
    if (what !== null) problems.push(problem(column, what));
  }
  return problems;
}

function problemOfFile(column: keyof typeof FILES, cell: string, path: string | null): string | null {
  if (path === null) return null;
  if (cell === "") return "the cell is empty: name the call set";
  // Tools and Nextflow's own lists split on them.
  if (/[\s,]/.test(path)) return `'${cell}' holds a space or a comma: rename the file or folder`;
  if (!FILES[column].test(path)) return `'${cell}' has to end in ${ENDINGS[column]}`;
  if (isAddress(path) || kindOf(path) === "file") return null;
  return kindOf(path) === null ? `there is no file ${path}: correct the path` : `${path} is a folder: name the file`;
}
