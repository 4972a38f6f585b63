import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { describe, expect, test } from "vitest";
import { expectStorable } from "../../test/expect-storable.ts";
import {
  COUNTS,
  happyExtended,
  happyExtendedRow,
  happySummary,
  imported,
  type Table,
  textFile,
  withCell,
} from "../../test/fixtures.ts";
import { thrownBy } from "../../test/thrown-by.ts";
import { importComparison } from "../import-comparison.ts";

const PRINTED_COUNTS = {
  "TRUTH.TOTAL": "truthTotal",
  "TRUTH.TP": "truthTp",
  "TRUTH.FN": "truthFn",
  "QUERY.TOTAL": "queryTotal",
  "QUERY.TP": "queryTp",
  "QUERY.FP": "queryFp",
  "QUERY.UNK": "queryUnk",
  "FP.gt": "queryFpGenotype",
  "FP.al": "queryFpAllele",
} as const;

const PRINTED_RATES = {
  "METRIC.Recall": "recall",
  "METRIC.Precision": "precision",
  "METRIC.Frac_NA": "unknownFraction",
  "METRIC.F1_Score": "f1",
} as const;

const REAL = globSync("{happy-cases/*,*/expected}/*{summary,extended}.csv", { cwd: sharedData("") }).sort();

describe.skipIf(!sharedDataAvailable("happy-cases"))("files of hap.py 0.3.15", () => {
  test("are found", () => expect(REAL.length).toBeGreaterThanOrEqual(9));

  test.each(REAL)("%s: counts are those of the file, rates round to its digits", (path) => {
    const text = readFileSync(sharedData(path), "utf8");
    const [header = [], ...rows] = text
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const comparison = importComparison([textFile(basename(path), text)]);
    expectStorable(comparison);
    expect(comparison.format).toBe("hap.py");
    expect(comparison.strata).toHaveLength(rows.length);
    for (const row of rows) {
      const cell = (name: string) => row[header.indexOf(name)];
      const stratum = comparison.strata.find(
        ({ variantType, subtype, stratum, filter }) =>
          variantType === cell("Type") &&
          subtype === (cell("Subtype") ?? "*") &&
          stratum === (cell("Subset") ?? "*") &&
          filter === cell("Filter"),
      );
      for (const [column, field] of Object.entries(PRINTED_COUNTS)) {
        if (cell(column) !== undefined) expect(stratum?.[field], column).toBe(Number(cell(column)));
      }
      for (const [column, field] of Object.entries(PRINTED_RATES)) {
        const rate = stratum?.[field] ?? null;
        if (cell(column) === undefined) continue;
        if (rate === null) expect(["0.0", ""]).toContain(cell(column));
        else expect(Number(rate.toFixed(6)), column).toBe(Number(cell(column) || 0));
      }
    }
  });

  test.each(["happy-xcmp", "happy-vcfeval"])("%s: summary and extended table are one comparison", (name) => {
    const folder = "hg002-grch38-chr20-1Mb/expected";
    const files = ["summary", "extended"].map((table) => `${folder}/${name}.${table}.csv`);
    const [summary, extended] = files.map((path) => textFile(basename(path), readFileSync(sharedData(path), "utf8")));
    if (summary === undefined || extended === undefined) throw new Error("no files");
    expect(importComparison([summary, extended]).strata).toEqual(importComparison([extended]).strata);
  });

  test("files of two comparisons are told apart", () => {
    const files = ["happy-xcmp.summary.csv", "happy-vcfeval.extended.csv"].map((name) =>
      textFile(name, readFileSync(sharedData(`hg002-grch38-chr20-1Mb/expected/${name}`), "utf8")),
    );
    const { code, message } = thrownBy(() => importComparison(files));
    expect(code).toBe("TS_RESULT_INVALID");
    expect(message).toContain("not of one comparison");
  });
});

test("without records there is no rate, whatever is printed", () => {
  const none = { truthTp: 0, truthFn: 0, queryTp: 0, queryFp: 0, queryUnk: 0 };
  for (const printed of ["0.0", "", ".", "nan", "NaN", "None"]) {
    const [row] = imported(withCell(happySummary(none), 0, "METRIC.Precision", printed)).strata;
    expect(row).toMatchObject({ recall: null, precision: null, precisionLow: null, f1: null, unknownFraction: null });
    expect(row).toMatchObject({ truthTotal: 0, queryTp: 0, queryFp: 0 });
  }
});

test("recall and precision of 0 have an F1 of 0, which hap.py leaves empty", () => {
  const [row] = imported(happySummary({ truthTp: 0, truthFn: 4, queryTp: 0, queryFp: 3, queryUnk: 0 })).strata;
  expect(row).toMatchObject({ recall: 0, precision: 0, f1: 0 });
});

test.each([
  ["METRIC.Recall", "0.91", "0.91 is printed where the counts give 0.9"],
  ["METRIC.Precision", "0.949997", "0.949997 is printed where the counts give 0.95"],
  ["METRIC.Frac_NA", "0.25", "0.25 is printed where the counts give 0.2"],
  ["METRIC.F1_Score", "0.9", "0.9 is printed where the counts give 0.92432432"],
  ["TRUTH.TP", "91", "100 truth records cannot have 101 TP and FN"],
  ["TRUTH.FN", "9", "100 truth records, but 99 TP and FN"],
  ["QUERY.UNK", "121", "125 query records cannot have 126 TP, FP and UNK"],
  ["FP.gt", "4", "5 FP cannot have 7 genotype and allele errors among them"],
])("a row that contradicts itself is refused: %s %s", (column, cell, message) => {
  const table = withCell(happySummary(), 2, column, cell);
  const error = thrownBy(() => imported(table));
  expect(error.code).toBe("TS_RESULT_INVALID");
  expect(error.details).toMatchObject({ file: "P.summary.csv", line: 4 });
  expect(error.message).toContain(message);
});

test("a printed rate where there are no records is refused", () => {
  const none = { truthTp: 0, truthFn: 0, queryTp: 0, queryFp: 0, queryUnk: 0 };
  const error = thrownBy(() => imported(withCell(happySummary(none), 1, "METRIC.Recall", "1.0")));
  expect(error.details).toEqual({ file: "P.summary.csv", line: 3, column: 11, field: "METRIC.Recall" });
});

test("points are in order of their score, with the counts at and above it", () => {
  const at = (qq: string, truthTp: number, queryFp: number) =>
    happyExtendedRow({ ...COUNTS, truthTp, truthFn: 100 - truthTp, queryFp }, { qq });
  const { points, strata } = imported(
    happyExtended([happyExtendedRow(COUNTS), at("10.000000", 90, 5), at("9.5", 91, 6), at("100.000000", 2, 0)]),
  );
  expect(points.map(({ position, score, truthTp, queryFp }) => [position, score, truthTp, queryFp])).toEqual([
    [0, 100, 2, 0],
    [1, 10, 90, 5],
    [2, 9.5, 91, 6],
  ]);
  expect(points[1]).toMatchObject({ variantType: "SNP", filter: "ALL", recall: 0.9, precision: 0.95, queryTp: 95 });
  expect(strata).toHaveLength(1);
});

test("two files may hold one curve, if it is the same", () => {
  const rows = ["1.0", "2.0"].map((qq) => happyExtendedRow(COUNTS, { qq }));
  const all: Table = happyExtended([happyExtendedRow(COUNTS), ...rows], "P.roc.all.csv.gz");
  const one = happyExtended(rows, "P.roc.Locations.SNP.csv.gz");
  expect(imported(all, one).points).toHaveLength(2);
  const other = happyExtended(rows.slice(1), "P.roc.Locations.SNP.csv.gz");
  expect(thrownBy(() => imported(all, other)).message).toContain("not of one comparison");
});

test("rows without all counts are left out and told of", () => {
  const counted = { "TRUTH.TOTAL": "0", "TRUTH.FN": "0", "QUERY.TOTAL": "0" };
  const unrated = { "METRIC.Recall": "", "METRIC.Precision": "", "METRIC.Frac_NA": "", "METRIC.F1_Score": "" };
  const ofFilter = { ...happyExtendedRow(COUNTS, { filter: "LowQual" }), ...counted, ...unrated };
  const { strata, points, warnings } = imported(
    happyExtended([
      happyExtendedRow(COUNTS),
      ofFilter,
      happyExtendedRow(COUNTS, { genotype: "het" }),
      happyExtendedRow(COUNTS, { subset: "easy", qq: "3.0" }),
      happyExtendedRow(COUNTS, { subset: "easy" }),
    ]),
  );
  expect(strata.map(({ stratum, filter }) => [stratum, filter])).toEqual([
    ["*", "ALL"],
    ["easy", "ALL"],
  ]);
  expect(points).toEqual([]);
  expect(warnings).toEqual([
    "P.extended.csv: 1 row of single FILTER values, for which hap.py counts neither FN nor totals left out",
    "P.extended.csv: 1 row of single genotypes left out",
    "P.extended.csv: 1 row of curves by subtype, stratum or genotype left out",
  ]);
});
