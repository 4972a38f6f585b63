import { dirname, resolve } from "node:path";
import { csvRecords } from "@touchstone/quality";
import { CliError } from "../error.ts";
import { readText } from "../read-text.ts";

/** A comparison of a benchmark: what was compared, and where its files are. */
export interface ListedComparison {
  /** 1-based line of the list. */
  readonly line: number;
  readonly sample: string;
  readonly caller: string;
  readonly truthSet: string;
  readonly truthSetVersion: string | null;
  readonly stratification: string | null;
  /** PREFIX of `touchstone compare --out`, absolute. */
  readonly prefix: string;
}

const NEEDED = ["sample", "caller", "truth_set", "comparison"] as const;
const OPTIONAL = ["truth_set_version", "stratification"] as const;

/**
 * Reads a list of comparisons: CSV with a header. Prefixes are relative to the list.
 *
 * @throws CliError TS_BENCHMARK_INVALID with the line and the column; FormatError when it cannot be read.
 */
export function readBenchmarkList(path: string): ListedComparison[] {
  const [header, ...records] = csvRecords(readText(path), path, ",");
  const names = header?.fields.map((name) => name.trim()) ?? [];
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    throw invalid(
      path,
      header?.line ?? 1,
      `no column ${missing.join(", ")}; the columns are ${[...NEEDED, ...OPTIONAL].join(",")}`,
    );
  }
  if (records.length === 0) throw invalid(path, 1, "no comparison follows the header");
  const listed = records.map(({ line, fields }) => {
    const cell = (name: (typeof NEEDED)[number] | (typeof OPTIONAL)[number]) =>
      fields[names.indexOf(name)]?.trim() ?? "";
    const needed = (name: (typeof NEEDED)[number]) => {
      if (cell(name) === "") throw invalid(path, line, `${name} is empty`);
      return cell(name);
    };
    return {
      line,
      sample: needed("sample"),
      caller: needed("caller"),
      truthSet: needed("truth_set"),
      truthSetVersion: cell("truth_set_version") || null,
      stratification: cell("stratification") || null,
      prefix: resolve(dirname(path), needed("comparison")),
    };
  });
  refuseTwice(path, listed);
  return listed;
}

function refuseTwice(path: string, listed: readonly ListedComparison[]): void {
  const lines = new Map<string, number>();
  for (const { line, sample, caller, truthSet, stratification } of listed) {
    const key = JSON.stringify([sample, caller, truthSet, stratification]);
    const before = lines.get(key);
    if (before !== undefined) {
      throw invalid(path, line, `${caller} on ${sample} against ${truthSet} is in line ${before} already`);
    }
    lines.set(key, line);
  }
}

/** What is wrong with a list, and where. */
export function invalid(path: string, line: number, what: string): CliError {
  return new CliError("TS_BENCHMARK_INVALID", `${path}, line ${line}: ${what}`);
}
