import { finishComparison, tablesDocument } from "../finish-comparison.ts";
import type {
  ImportedComparison,
  ImportedStratum,
  JsonObject,
  StratumCounts,
  StratumKey,
} from "../imported-comparison.ts";
import type { ResultText } from "../result-file.ts";
import { type CountError, checkCounts } from "../strata/check-counts.ts";
import { checkRate } from "../strata/check-rate.ts";
import { ratesOf } from "../strata/rates.ts";
import { StrataSet } from "../strata/strata-set.ts";
import { type ResultRow, type ResultTable, readResultTable } from "../table/result-table.ts";

/** som.py prints rates to 12 digits. */
const TOLERANCE = 1e-9;

const NEEDED = ["type", "total.truth", "total.query", "tp", "fp", "fn", "unk", "ambi", "recall", "precision"];
const OPTIONAL = [
  "recall_lower",
  "recall_upper",
  "recall2",
  "precision_lower",
  "precision_upper",
  "na",
  "ambiguous",
  "fp.region.size",
  "fp.rate",
];
const VERSION = "sompyversion";
const COMMAND = "sompycmd";

const COLUMNS: Readonly<Partial<Record<keyof StratumCounts, string>>> = {
  truthTotal: "total.truth",
  truthTp: "tp",
  truthFn: "fn",
  queryTotal: "total.query",
  queryFp: "fp",
  queryUnk: "unk",
};

const TYPES: Readonly<Record<string, string>> = { records: "ALL", SNVs: "SNP", indels: "INDEL" };

/** A type with a bin of allele fractions: `SNVs.0.000000-0.200000`. */
const BINNED = /^(.+?)\.(\d+\.\d+-\d+\.\d+)$/;

/**
 * A comparison by som.py, from its `stats.csv`.
 *
 * som.py matches alleles and counts a match once, so that truth and query TP are the same number. The filter is `ALL`:
 * every record that som.py compared (which those are, the command in the provenance says). A bin of allele fractions is
 * a stratum, `AF 0.000000-0.200000`. Records of ambiguous regions are in the query's total only; their number is kept in
 * the metrics.
 *
 * @throws IngestError TS_RESULT_INVALID naming file, line and column.
 */
export function importSompy(text: ResultText): ImportedComparison {
  const table = readResultTable(text);
  table.require(...NEEDED, ...[...OPTIONAL, VERSION, COMMAND].filter((column) => table.has(column)));
  const strata = new StrataSet();
  for (const row of table.rows) {
    strata.add(readRow(row), { file: text.file, error: (what) => row.error("type", what) });
  }
  return finishComparison({
    format: "som.py",
    metrics: tablesDocument("som.py", { stats: table.cells([...NEEDED, ...OPTIONAL]) }),
    provenance: provenanceOf(table),
    performedAt: null,
    strata: strata.sorted(),
    points: [],
    warnings: [],
  });
}

function readRow(row: ResultRow): ImportedStratum {
  const counts = readCounts(row);
  const rates = ratesOf(counts);
  const total = counts.truthTotal ?? 0;
  checkRate(row, "recall", rates.recall, TOLERANCE);
  checkRate(row, "recall2", total === 0 ? null : (counts.truthTp ?? 0) / total, TOLERANCE);
  checkRate(row, "precision", rates.precision, TOLERANCE);
  checkRate(row, "na", rates.unknownFraction, TOLERANCE);
  const falsePositivesPerMegabase = falsePositiveRate(row, counts.queryFp ?? 0);
  return { ...keyOf(row.label("type")), ...counts, ...rates, falsePositivesPerMegabase };
}

function keyOf(type: string): StratumKey {
  const [, base = type, bin] = BINNED.exec(type) ?? [];
  const variantType = Object.hasOwn(TYPES, base) ? (TYPES[base] ?? base) : base;
  return { variantType, subtype: "*", stratum: bin === undefined ? "*" : `AF ${bin}`, filter: "ALL" };
}

function readCounts(row: ResultRow): StratumCounts {
  const errorAt: CountError = (count, what) => row.error(COLUMNS[count] ?? count, what);
  const read = (count: keyof StratumCounts): number => {
    const value = row.count(COLUMNS[count] ?? "");
    if (value === null) throw errorAt(count, "the count is missing");
    return value;
  };
  const counts: StratumCounts = {
    truthTotal: read("truthTotal"),
    truthTp: read("truthTp"),
    truthFn: read("truthFn"),
    queryTotal: read("queryTotal"),
    queryTp: read("truthTp"),
    queryFp: read("queryFp"),
    queryFpGenotype: null,
    queryFpAllele: null,
    queryUnk: read("queryUnk"),
  };
  checkCounts(counts, errorAt);
  return counts;
}

/** FP per megabase as som.py normalises it; null without regions, for which it prints `inf` or nothing. */
function falsePositiveRate(row: ResultRow, fp: number): number | null {
  const size = row.count("fp.region.size") ?? 0;
  if (size === 0) return null;
  const rate = (1e6 * fp) / size;
  checkRate(row, "fp.rate", rate, TOLERANCE * Math.max(1, rate));
  return rate;
}

/** som.py writes its version and command into every row. */
function provenanceOf(table: ResultTable): JsonObject | null {
  const [first] = table.rows;
  const version = first?.text(VERSION) ?? null;
  const command = first?.text(COMMAND) ?? null;
  for (const [column, value] of [[VERSION, version] as const, [COMMAND, command] as const]) {
    const other = table.rows.find((row) => row.text(column) !== value);
    if (other !== undefined) throw other.error(column, "another one than in the first row: not of one comparison");
  }
  return version === null && command === null ? null : { version, command };
}
