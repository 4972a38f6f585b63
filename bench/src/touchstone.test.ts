import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { BenchmarkPair } from "./pairs.ts";
import { checkCounts, labelledRecords, summaryCounts } from "./touchstone.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bench-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const pair: BenchmarkPair = {
  name: "small",
  folder: "",
  reference: "",
  truth: "",
  query: "",
  regions: "",
  contigs: [],
  counts: new Map(
    Object.entries({
      "truth.total": 20_000,
      "query.records": 21_000,
      "inside.truth": 18_000,
      "inside.query": 19_000,
      "inside.FN": 100,
      "inside.FP": 120,
    }),
  ),
};
const counts = { truthTotal: 18_000, falseNegatives: 101, queryTotal: 21_000, falsePositives: 118, unknown: 2000 };

test("counts of a summary are those of its rows for all records", () => {
  const rows = [
    "Type,Filter,TRUTH.TOTAL,TRUTH.TP,TRUTH.FN,QUERY.TOTAL,QUERY.FP,QUERY.UNK",
    "INDEL,ALL,10,8,2,9,1,3",
    "INDEL,PASS,10,7,3,8,1,3",
    "SNP,ALL,100,95,5,99,4,30",
    "SNP,PASS,100,94,6,90,3,30",
  ];
  writeFileSync(join(folder, "P.summary.csv"), `${rows.join("\n")}\n`);
  const expected = { truthTotal: 110, falseNegatives: 7, queryTotal: 108, falsePositives: 5, unknown: 33 };
  expect(summaryCounts(folder)).toEqual(expected);
});

test("a run is believed when it counts every record and errs in no more than 1 of 10,000", () => {
  expect(() => checkCounts(pair, counts)).not.toThrow();
  expect(() => checkCounts(pair, { ...counts, falseNegatives: 103 })).toThrow("FN: 103 found, 100 generated");
  expect(() => checkCounts(pair, { ...counts, queryTotal: 20_999 })).toThrow("query records");
  expect(() => checkCounts(pair, { ...counts, truthTotal: Number.NaN })).toThrow("truth records inside");
});

test("the digest of labelled records does not see headers, but every record", async () => {
  const digestOf = async (text: string): Promise<{ digest: string; count: number }> => {
    writeFileSync(join(folder, "P.vcf.gz"), gzipSync(text));
    return labelledRecords(folder);
  };
  const first = await digestOf("##date=1\nchr1\t1\nchr1\t2\n");
  expect(first.count).toBe(2);
  expect(await digestOf("##date=2\nchr1\t1\nchr1\t2\n")).toEqual(first);
  expect((await digestOf("##date=1\nchr1\t1\nchr1\t3\n")).digest).not.toBe(first.digest);
});
