import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { describe, expect, test } from "vitest";
import { expectStorable } from "../../test/expect-storable.ts";
import { fileOf, imported, rocRow, textFile, vcfevalRoc, vcfevalSummary, withCell } from "../../test/fixtures.ts";
import { thrownBy } from "../../test/thrown-by.ts";
import { importComparison } from "../import-comparison.ts";
import { VCFEVAL_BEST_THRESHOLD, VCFEVAL_NO_THRESHOLD } from "./filters.ts";

const SUMMARIES = globSync("{vcfeval-cases/*,*}/expected/*summary.txt", { cwd: sharedData("") }).sort();
const ROCS = globSync("vcfeval-cases/*/expected/weighted_roc.tsv", { cwd: sharedData("") }).sort();

function read(path: string): string {
  return readFileSync(sharedData(path), "utf8");
}

describe.skipIf(!sharedDataAvailable("vcfeval-cases"))("files of rtg vcfeval 3.12.1", () => {
  test("are found", () => expect([SUMMARIES.length >= 4, ROCS.length >= 6]).toEqual([true, true]));

  test.each(SUMMARIES.filter((path) => !path.includes("no-op")))("%s: counts and rates are those printed", (path) => {
    const comparison = importComparison([textFile(basename(path), read(path))]);
    expectStorable(comparison);
    const rows = read(path).trim().split("\n").slice(2);
    expect(comparison.strata).toHaveLength(rows.length);
    for (const line of rows) {
      const [threshold, baseline, call, fp, fn, precision, sensitivity, f] = line.trim().split(/\s+/);
      const filter = threshold === "None" ? VCFEVAL_NO_THRESHOLD : VCFEVAL_BEST_THRESHOLD;
      const stratum = comparison.strata.find((row) => row.filter === filter);
      expect(stratum).toMatchObject({ variantType: "ALL", subtype: "*", stratum: "*", queryUnk: null });
      expect([stratum?.truthTp, stratum?.queryTp, stratum?.queryFp, stratum?.truthFn]).toEqual(
        [baseline, call, fp, fn].map(Number),
      );
      expect([stratum?.precision, stratum?.recall, stratum?.f1].map((rate) => rate?.toFixed(4))).toEqual([
        precision,
        sensitivity,
        f,
      ]);
    }
  });

  test("truth and query TP are kept apart", () => {
    const path = "synthetic-4Mb/expected/vcfeval.summary.txt";
    const { strata } = importComparison([textFile("summary.txt", read(path))]);
    expect(strata.map(({ filter, truthTp, queryTp }) => [filter, truthTp, queryTp])).toEqual([
      ["None", 5713, 6044],
      ["best", 5713, 6044],
    ]);
  });

  test("no truth record is no score", () => {
    const path = SUMMARIES.find((name) => name.includes("no-op")) ?? "";
    const comparison = importComparison([textFile("summary.txt", read(path))]);
    expectStorable(comparison);
    expect(comparison.strata).toMatchObject([
      { truthTotal: 0, truthTp: null, recall: null, precision: null, f1: null },
    ]);
    expect(comparison.warnings).toEqual(["summary.txt: vcfeval found no truth record and counted nothing"]);
  });

  test.each(ROCS)("%s: counts and rates of every point are those printed", (path) => {
    const comparison = importComparison([textFile("weighted_roc.tsv", read(path))]);
    expectStorable(comparison);
    const rows = read(path)
      .trim()
      .split("\n")
      .filter((line) => !line.startsWith("#"));
    expect(comparison.points).toHaveLength(rows.length);
    for (const [position, line] of rows.entries()) {
      const [score, baseline, fp, call, fn, precision, sensitivity] = line.split("\t");
      const point = comparison.points[position];
      expect(point).toMatchObject({
        variantType: "ALL",
        filter: VCFEVAL_NO_THRESHOLD,
        position,
        score: Number(score),
        truthTp: Number(baseline),
        truthFn: Number(fn),
        queryTp: Number(call),
        queryFp: Number(fp),
      });
      expect([point?.precision, point?.recall].map((rate) => rate?.toFixed(4))).toEqual([precision, sensitivity]);
    }
    const [whole] = comparison.strata;
    const [, baseline, fp, call] = rows.at(-1)?.split("\t") ?? [];
    expect([whole?.truthTp, whole?.queryFp, whole?.queryTp]).toEqual([baseline, fp, call].map(Number));
  });
});

const NONE_ROW = ["None", "8", "9", "3", "2", "0.7500", "0.8000", "0.7742"];

test("the best row keeps rates that were computed before its counts were rounded", () => {
  // TP weighted 5.5 of 10: rounded to 6, and FN 4.5 to 5, one more than there are truth records.
  const best = ["20.000", "6", "6", "1", "5", "0.8571", "0.5500", "0.6701"];
  const { strata } = importComparison([textFile("summary.txt", vcfevalSummary([best, NONE_ROW]))]);
  const row = strata.find(({ filter }) => filter === "best");
  expect(row).toMatchObject({ truthTotal: 10, truthTp: 6, truthFn: 4, queryTotal: 7, queryTp: 6, queryFp: 1 });
  expect(row).toMatchObject({ recall: 0.55, precision: 6 / 7, f1: 0.6701 });
});

test.each([
  ["a rate", [NONE_ROW.with(6, "0.8100")], { line: 3, column: 7, field: "Sensitivity" }],
  ["truth records", [["20.000", "8", "9", "3", "4", "0.7500", "0.8000", "0.7742"], NONE_ROW], { line: 3, column: 5 }],
  ["a negative count", [NONE_ROW.with(3, "-3")], { line: 3, column: 4, field: "False-pos" }],
  ["a broken count", [NONE_ROW.with(1, "8.5")], { line: 3, column: 2, field: "True-pos-baseline" }],
  ["no number", [NONE_ROW.with(4, "two")], { line: 3, column: 5, field: "False-neg" }],
  ["the same row twice", [NONE_ROW, NONE_ROW], { line: 4, column: 1 }],
  ["a row that is cut off", [NONE_ROW.slice(0, 5)], { line: 3 }],
])("a summary is refused for %s", (_, rows, details) => {
  const error = thrownBy(() => importComparison([textFile("summary.txt", vcfevalSummary(rows))]));
  expect(error.code).toBe("TS_RESULT_INVALID");
  expect(error.details).toMatchObject({ file: "summary.txt", ...details });
});

test("a summary without its last row, or the end of it, was cut off", () => {
  const best = ["20.000", "8", "9", "3", "2", "0.7500", "0.8000", "0.7742"];
  const cut = thrownBy(() => importComparison([textFile("summary.txt", vcfevalSummary([best]))]));
  expect(cut.message).toContain("no row with threshold None");
  const text = vcfevalSummary([NONE_ROW]);
  expect(thrownBy(() => importComparison([textFile("summary.txt", text.slice(0, -2))])).message).toContain("cut off");
});

/* Curves of single types are not among the shared files: these follow the columns that rtg-tools documents. */

const SNP = { selection: "SNP (baseline rescaled)", truth: 6, query: 7, file: "snp_roc.tsv" };

test("each selection is a variant type, and the end of its curve a stratum", () => {
  const all = vcfevalRoc([rocRow("30.000", 5, 0, 5), rocRow("None", 8, 3, 9)]);
  const snp = vcfevalRoc([rocRow("30.000", 4, 1, 4, 6), rocRow("12.500", 5, 2, 5, 6)], SNP);
  const summary = textFile("summary.txt", vcfevalSummary([NONE_ROW]));
  const comparison = importComparison([summary, fileOf(all), fileOf(snp)]);
  expectStorable(comparison);
  expect(comparison.points.map(({ variantType, position, score }) => [variantType, position, score])).toEqual([
    ["ALL", 0, 30],
    ["SNP", 0, 30],
    ["SNP", 1, 12.5],
  ]);
  expect(comparison.strata.map(({ variantType, filter, recall }) => [variantType, filter, recall])).toEqual([
    ["ALL", "None", 0.8],
    ["SNP", "None", 5 / 6],
  ]);
  expect(comparison.provenance).toEqual({
    version: "RTG Tools 3.12.1, ROC output 1.2",
    command: "vcfeval -b truth.vcf.gz -c calls.vcf.gz",
  });
});

test("weighted counts are no counts: their rates are the printed ones", () => {
  const [point] = imported(vcfevalRoc([rocRow("30.000", 4 / 3, 1, 2), rocRow("10.000", 8, 3, 9)])).points;
  expect(point).toMatchObject({ truthTp: null, truthFn: null, queryTp: 2, queryFp: 1, precision: 2 / 3 });
  expect(point?.recall).toBe(0.1333);
});

test("a curve whose scores rise is in the order of the file", () => {
  const { points } = imported(vcfevalRoc([rocRow("1.000", 5, 0, 5), rocRow("2.000", 8, 3, 9)]));
  expect(points.map(({ score }) => score)).toEqual([1, 2]);
});

test("a curve that does not reach all calls gives no stratum", () => {
  const { strata, warnings } = imported(vcfevalRoc([rocRow("30.000", 5, 0, 5)]));
  expect(strata).toEqual([]);
  expect(warnings).toEqual(["weighted_roc.tsv: the curve does not reach all calls, so it gives no row over them"]);
});

test("files without selection are told apart by their names, others not at all", () => {
  const unnamed = (file: string) => {
    const table = vcfevalRoc([rocRow("30.000", 8, 3, 9)], { file, metrics: false });
    return {
      ...table,
      above: table.above.replace(/#selection.*\n/, ""),
      rows: table.rows.map((row) => row.slice(0, 4)),
    };
  };
  const types = ["weighted_roc.tsv.gz", "snp_roc.tsv.gz", "out/non_snp_roc.tsv.gz"].map(
    (file) => imported(unnamed(file)).points[0]?.variantType,
  );
  expect(types).toEqual(["ALL", "SNP", "NON_SNP"]);
  expect(thrownBy(() => imported(unnamed("a.tsv"))).details).toEqual({ file: "a.tsv", field: "selection" });
});

test.each([
  ["false_negatives", "3.00", "(false_negatives): 3 FN with 8 TP of 10 truth records"],
  ["sensitivity", "0.7000", "(sensitivity): 0.7 is printed where the counts give 0.8"],
  ["precision", "0.8", "(precision): 0.8 is printed where the counts give 0.75"],
  ["true_positives_baseline", "11.00", "(true_positives_baseline): 11 TP of 10 truth records"],
  ["true_positives_call", "4.00", "(precision): 0.75 is printed where the counts give 0.57142857"],
  ["false_positives", "-1", "(false_positives): -1 is below 0"],
  ["true_positives_call", "x", "(true_positives_call): 'x' is no finite number"],
])("a point that contradicts itself is refused: %s %s", (column, cell, message) => {
  const table = vcfevalRoc([rocRow("30.000", 5, 0, 5), rocRow("20.000", 8, 3, 9)]);
  const error = thrownBy(() => imported(withCell(table, 1, column, cell)));
  expect(error.message).toContain(message);
  expect(error.details).toMatchObject({ file: "weighted_roc.tsv", line: 9 });
});

test("rows out of order, and curves of two commands, are refused", () => {
  const rows = [rocRow("20.000", 8, 3, 9), rocRow("30.000", 5, 0, 5)];
  expect(thrownBy(() => imported(vcfevalRoc(rows))).message).toContain("less than in the row above");
  const one = vcfevalRoc([rocRow("30.000", 8, 3, 9)]);
  const other = vcfevalRoc([rocRow("30.000", 4, 1, 6, 6)], SNP);
  const foreign = { ...other, above: other.above.replace("calls.vcf.gz", "others.vcf.gz") };
  expect(thrownBy(() => imported(one, foreign)).message).toContain("not of one comparison");
});
