import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { CountTable } from "../count/count-table.ts";
import {
  QUERY_FP,
  QUERY_FP_ALLELE,
  QUERY_FP_GENOTYPE,
  QUERY_SIDE,
  QUERY_TP,
  QUERY_UNK,
  TRUTH_FN,
  TRUTH_SIDE,
  TRUTH_TP,
} from "../count/outcome.ts";
import { Tally } from "../count/tally.ts";
import {
  GENOTYPE_HET,
  GENOTYPE_HETALT,
  GENOTYPE_HOMALT,
  packVariantClass,
  TYPE_INDEL,
  TYPE_SNP,
} from "../count/variant-class.ts";
import { EXTENDED_COLUMNS } from "./happy-table.ts";
import { buildMetrics, type MetricsRow } from "./metrics.ts";
import { reportFiles } from "./report-files.ts";
import type { ReportInput } from "./report-input.ts";
import { rocCurve } from "./roc.ts";
import { formatSummary } from "./summary-text.ts";

const HET_TI = packVariantClass(TYPE_SNP, 0, GENOTYPE_HET, 1, 0);
const HOM_MNP = packVariantClass(TYPE_SNP, 0, GENOTYPE_HOMALT, 1, 2);
/** An insertion of 1-5 bases and a deletion of 6-15 in one record. */
const TWO_INDELS = packVariantClass(TYPE_INDEL, 0b10001, GENOTYPE_HETALT, 0, 0);
const EASY = 0;

let input: ReportInput;

/** Two strata, "hard, repeats" without any record and "easy" with some. */
beforeEach(() => {
  const tally = new Tally(2);
  tally.addTruth(HET_TI, TRUTH_TP, true, 50);
  tally.addTruth(HOM_MNP, TRUTH_TP, false, 20);
  tally.addToStratum(EASY, tally.addTruth(HET_TI, TRUTH_FN, true, Number.NaN), 1);
  tally.addQuery(HET_TI, QUERY_TP, true, 50);
  tally.addQuery(HOM_MNP, QUERY_TP, false, 20);
  tally.addToStratum(EASY, tally.addQuery(HET_TI, QUERY_FP_GENOTYPE, true, 30), 1);
  tally.addToStratum(EASY, tally.addQuery(HET_TI, QUERY_UNK, true, 40), 1);
  tally.addQuery(TWO_INDELS, QUERY_FP_ALLELE, true, 60);
  tally.addQuery(TWO_INDELS, QUERY_FP, false, Number.NaN);
  tally.addNotAssessed(TRUTH_SIDE, 1);
  tally.addNotAssessed(QUERY_SIDE, 2);
  tally.addNotAssessed(QUERY_SIDE, 2);
  input = {
    tally,
    strata: [
      { name: "easy", sizeBases: 4000, confidentBases: 2000, assessedBases: 2000 },
      { name: "hard, repeats", sizeBases: 0, confidentBases: 0, assessedBases: 0 },
    ],
    whole: { name: "*", sizeBases: 10_000, confidentBases: 5000, assessedBases: 5000 },
    scoreField: "QUAL",
    allRecords: true,
    reasons: ["", "filtered", "symbolic"],
  };
});

async function fileLines(suffix: string): Promise<string[]> {
  const file = (await reportFiles(input)).find((one) => one.suffix === suffix);
  const bytes = suffix.endsWith(".gz") ? gunzipSync(file?.content ?? "") : (file?.content ?? "");
  return Buffer.from(bytes).toString().trimEnd().split("\n");
}

async function metricsRow(type: string, stratum: string, filter: string, subtype = "*"): Promise<MetricsRow> {
  const { rows } = await buildMetrics(input);
  const found = rows.filter(
    (row) => row.type === type && row.stratum === stratum && row.filter === filter && row.subtype === subtype,
  );
  expect(found).toHaveLength(1);
  return found[0];
}

describe("summary.csv", () => {
  test("has hap.py's columns and rows; rates without records are empty", async () => {
    expect(await fileLines(".summary.csv")).toEqual([
      "Type,Filter,TRUTH.TOTAL,TRUTH.TP,TRUTH.FN,QUERY.TOTAL,QUERY.FP,QUERY.UNK,FP.gt,FP.al,METRIC.Recall," +
        "METRIC.Precision,METRIC.Frac_NA,METRIC.F1_Score,TRUTH.TOTAL.TiTv_ratio,QUERY.TOTAL.TiTv_ratio," +
        "TRUTH.TOTAL.het_hom_ratio,QUERY.TOTAL.het_hom_ratio",
      "INDEL,ALL,0,0,0,2,2,0,0,1,,0.0,0.0,,,,,",
      "INDEL,PASS,0,0,0,1,1,0,0,1,,0.0,0.0,,,,,",
      "SNP,ALL,3,2,1,4,1,1,1,0,0.666667,0.666667,0.25,0.666667,1.5,2.0,2.0,3.0",
      "SNP,PASS,3,1,2,3,1,1,1,0,0.333333,0.5,0.333333,0.4,1.5,,2.0,",
    ]);
  });

  test("has PASS rows only when filtered records were not compared", async () => {
    input = { ...input, allRecords: false };
    const lines = await fileLines(".summary.csv");
    expect(lines.slice(1).map((line) => line.split(",").slice(0, 2))).toEqual([
      ["INDEL", "PASS"],
      ["SNP", "PASS"],
    ]);
  });
});

describe("extended.csv", () => {
  test("has a row per type, subtype, stratum and filter, strata in order, names with commas quoted", async () => {
    const lines = await fileLines(".extended.csv");
    expect(lines[0].split(",")).toHaveLength(65);
    expect(lines).toHaveLength(1 + 11 * 3 * 2);
    const easy = lines.filter((line) => line.startsWith("SNP,*,easy,ALL"));
    expect(easy).toHaveLength(1);
    expect(easy[0].split(",").slice(3, 17)).toEqual([
      "ALL",
      "*",
      "QUAL",
      "*",
      "0.0",
      "0.0",
      "0.5",
      "0.0",
      "1",
      "0",
      "4000.000000",
      "2000.000000",
      "0.000000",
      "1",
    ]);
    const empty = lines.filter((line) => line.startsWith('SNP,*,"hard, repeats",ALL,*,QUAL,*,,,,,0,0,'));
    expect(empty).toHaveLength(1);
  });

  test("counts a record with two indels in both subtypes and once in the type", async () => {
    const lines = await fileLines(".extended.csv");
    const queryTotal = (start: string) =>
      lines
        .find((line) => line.startsWith(start))
        ?.split(",")
        .at(37);
    expect(EXTENDED_COLUMNS[37]).toBe("QUERY.TOTAL");
    expect(["*", "I1_5", "D6_15", "C1_5"].map((subtype) => queryTotal(`INDEL,${subtype},*,ALL`))).toEqual([
      "2",
      "2",
      "2",
      "0",
    ]);
  });
});

describe("roc tables", () => {
  test("a point counts the records with at least its score; the rest of the truth is FN", () => {
    const table = new CountTable(input.tally);
    const points = rocCurve(input.tally.scores.toTransferable(), table, "SNP", "ALL");
    expect(
      points.map(({ score, truthTp, truthFn, queryTp, queryFp, queryUnk }) => [
        score,
        truthTp,
        truthFn,
        queryTp,
        queryFp,
        queryUnk,
      ]),
    ).toEqual([
      [20, 2, 1, 2, 1, 1],
      [30, 1, 2, 1, 1, 1],
      [40, 1, 2, 1, 0, 1],
      [50, 1, 2, 1, 0, 0],
    ]);
    const passing = rocCurve(input.tally.scores.toTransferable(), table, "SNP", "PASS");
    expect(passing.map(({ score, truthTp, queryTp }) => [score, truthTp, queryTp])).toEqual([
      [30, 1, 1],
      [40, 1, 1],
      [50, 1, 1],
    ]);
  });

  test("roc.all holds the rows of extended.csv and those of each curve, which have files of their own", async () => {
    const all = await fileLines(".roc.all.csv.gz");
    const extended = await fileLines(".extended.csv");
    const curves = await Promise.all(
      ["INDEL", "INDEL.PASS", "SNP", "SNP.PASS"].map((name) => fileLines(`.roc.Locations.${name}.csv.gz`)),
    );
    expect(all).toEqual([...extended, ...curves.flatMap((lines) => lines.slice(1))]);
    expect(curves.map((lines) => lines.length - 1)).toEqual([1, 1, 4, 3]);
    expect(all.every((line) => line.replace('"hard, repeats"', "").split(",").length === 65)).toBe(true);
    expect(curves[2][4]).toMatch(/^SNP,\*,\*,ALL,\*,QUAL,50\.000000,0\.333333,1\.0,0\.0,0\.5,0,0,10000,5000\.000000,/);
  });

  test("a curve of many thresholds keeps its ends and is thinned by number of records", () => {
    const tally = new Tally(0);
    for (let score = 1; score <= 5000; score++) tally.addQuery(HET_TI, QUERY_TP, true, score);
    const points = rocCurve(tally.scores.toTransferable(), new CountTable(tally), "SNP", "ALL");
    expect(points.length).toBeLessThanOrEqual(1001);
    expect(points.length).toBeGreaterThan(900);
    expect([points[0].queryTp, points.at(-1)?.queryTp]).toEqual([5000, 1]);
    for (const { score, queryTp } of points) expect(queryTp).toBe(5001 - score);
  });
});

describe("metrics.json", () => {
  test("recall is of truth records, precision of query records, F1 of both, FP per assessed megabase", async () => {
    const row = await metricsRow("SNP", "*", "ALL");
    expect(row.truth).toEqual({ total: 3, tp: 2, fn: 1, titv: 1.5, hetHom: 2 });
    expect(row.query).toEqual({ total: 4, tp: 2, fp: 1, fpGenotype: 1, fpAllele: 0, unk: 1, titv: 2, hetHom: 3 });
    expect(row.recall.value).toBeCloseTo(2 / 3, 12);
    expect(row.precision.value).toBeCloseTo(2 / 3, 12);
    expect(row.f1).toBeCloseTo(2 / 3, 12);
    expect(row.fracNa).toBe(0.25);
    expect(row.fpPerMb).toBe(200);
    expect(row.recall.jeffreys95?.[0]).toBeLessThan(2 / 3);
  });

  test("an empty stratum has nulls, never 0, 1 or NaN", async () => {
    const row = await metricsRow("SNP", "hard, repeats", "PASS");
    expect([row.recall, row.precision, row.f1, row.fracNa, row.fpPerMb]).toEqual([
      { value: null, wilson95: null },
      { value: null, wilson95: null },
      null,
      null,
      null,
    ]);
    expect(row.truth).toEqual({ total: 0, tp: 0, fn: 0, titv: null, hetHom: null });
  });

  test("F1 of recall 0 and precision 0 is 0", async () => {
    expect((await metricsRow("SNP", "easy", "ALL")).f1).toBe(0);
  });

  test("accounts for every record by side, and survives JSON", async () => {
    const metrics = await buildMetrics(input);
    expect(metrics.records).toEqual({
      truth: { total: 4, assessed: 3, notAssessed: { filtered: 1 }, bounded: 0 },
      query: { total: 8, assessed: 6, notAssessed: { symbolic: 2 }, bounded: 0 },
    });
    expect(JSON.parse(JSON.stringify(metrics))).toEqual(metrics);
  });

  test("has subtypes for all records and types for each stratum", async () => {
    const { rows } = await buildMetrics(input);
    expect(rows).toHaveLength(11 * 2 + 2 * 2 * 2);
  });

  test("a subset of the strata gives the same numbers as all of them", async () => {
    const easyOnly = new Tally(1);
    easyOnly.addToStratum(EASY, easyOnly.addTruth(HET_TI, TRUTH_FN, true, Number.NaN), 1);
    easyOnly.addToStratum(EASY, easyOnly.addQuery(HET_TI, QUERY_FP_GENOTYPE, true, 30), 1);
    easyOnly.addToStratum(EASY, easyOnly.addQuery(HET_TI, QUERY_UNK, true, 40), 1);
    const all = await metricsRow("SNP", "easy", "ALL");
    input = { ...input, tally: easyOnly, strata: input.strata.slice(0, 1) };
    expect(await metricsRow("SNP", "easy", "ALL")).toEqual(all);
  });
});

describe("formatSummary", () => {
  test("shows counts, intervals and what was not assessed within 100 columns", async () => {
    const text = formatSummary(await buildMetrics(input));
    expect(text.split("\n").every((line) => line.length <= 100)).toBe(true);
    expect(text).toContain("Truth: 1 of 4 records not assessed (filtered 1).");
    expect(text).toContain("Query: 2 of 8 records not assessed (symbolic 2).");
    expect(text).toMatch(
      /^SNP +ALL +0\.6667 \(0\.2077-0\.9385\) +0\.6667 \(0\.2077-0\.9385\) +0\.6667 +0\.2500 +200\.0$/m,
    );
    expect(text).toMatch(/^INDEL +ALL +- +0\.0000 \(0\.0000-0\.6576\) +- +0\.0000 +400\.0$/m);
    expect(text).not.toMatch(/NaN|null|undefined/);
  });

  test("stays within 100 columns with eight-digit counts", async () => {
    const metrics = await buildMetrics(input);
    const many = 88_888_888;
    const rows = metrics.rows.map((row) => ({
      ...row,
      truth: { ...row.truth, total: many, tp: many, fn: many },
      query: { ...row.query, total: many, tp: many, fp: many, unk: many, fpGenotype: many, fpAllele: many },
      fpPerMb: many,
    }));
    const lines = formatSummary({ ...metrics, rows }).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(lines.join("\n")).toContain(" 88888888\n");
  });

  test("says when a search was bounded", async () => {
    input.tally.addBounded(3, 4);
    expect(formatSummary(await buildMetrics(input))).toContain(
      "3 truth and 4 query records are in superloci too large",
    );
  });
});
