import { expect, test } from "vitest";
import { expectStorable } from "../../test/expect-storable.ts";
import { aardvarkRow, aardvarkSummary, COUNTS, imported, withCell, withoutColumn } from "../../test/fixtures.ts";
import { thrownBy } from "../../test/thrown-by.ts";

/* aardvark's results are not among the shared files: these follow the columns of its guide to `compare`. */

const TABLE = aardvarkSummary([
  aardvarkRow(COUNTS),
  aardvarkRow(COUNTS, { type: "Snv" }),
  aardvarkRow(COUNTS, { type: "JointIndel" }),
  aardvarkRow(COUNTS, { type: "Insertion" }),
  aardvarkRow(COUNTS, { type: "SomethingNew" }),
  aardvarkRow(COUNTS, { comparison: "BASEPAIR" }),
  aardvarkRow(COUNTS, { region: "easy" }),
]);

test("variants are counted by genotype; other ways of counting are named in the filter and have no interval", () => {
  const comparison = imported(TABLE);
  expectStorable(comparison);
  const keys = comparison.strata.map((row) => [row.variantType, row.subtype, row.stratum, row.filter]);
  expect(keys).toEqual([
    ["ALL", "*", "*", "ALL"],
    ["ALL", "*", "*", "ALL (BASEPAIR)"],
    ["ALL", "*", "easy", "ALL"],
    ["INDEL", "*", "*", "ALL"],
    ["INDEL", "Insertion", "*", "ALL"],
    ["SNP", "*", "*", "ALL"],
    ["SomethingNew", "*", "*", "ALL"],
  ]);
  const [variants, bases] = comparison.strata;
  expect(variants).toMatchObject({
    truthTotal: 100,
    truthTp: 90,
    truthFn: 10,
    queryTotal: 100,
    queryTp: 95,
    queryFp: 5,
    queryFpGenotype: 2,
    queryFpAllele: null,
    queryUnk: null,
    recall: 0.9,
    precision: 0.95,
    unknownFraction: null,
    falsePositivesPerMegabase: null,
  });
  // Wilson's interval of 90 in 100, as R's prop.test without continuity correction gives it.
  expect(variants?.recallLow).toBeCloseTo(0.8256, 4);
  expect(variants?.recallHigh).toBeCloseTo(0.9448, 4);
  expect(bases).toMatchObject({ recall: 0.9, recallLow: null, precisionHigh: null, queryFpGenotype: null });
});

test("empty strata have counts of 0 and no rates; F1 of two zeros is 0", () => {
  const none = { truthTp: 0, truthFn: 0, queryTp: 0, queryFp: 0, queryUnk: 0 };
  expect(imported(aardvarkSummary([aardvarkRow(none)])).strata).toMatchObject([
    { truthTotal: 0, recall: null, precision: null, f1: null },
  ]);
  const wrong = aardvarkRow({ ...none, truthFn: 3, queryFp: 4 });
  expect(wrong.metric_f1).toBe("NaN");
  expect(imported(aardvarkSummary([wrong])).strata).toMatchObject([{ recall: 0, precision: 0, f1: 0 }]);
});

test("versions without query_total and genotype errors are read", () => {
  const old = ["query_total", "query_fp_gt", "truth_fn_gt"].reduce(withoutColumn, TABLE);
  expect(imported(old).strata[0]).toMatchObject({ queryTotal: 100, queryFpGenotype: null });
});

test.each([
  ["metric_recall", "0.9001", "0.9001 is printed where the counts give 0.9"],
  ["metric_precision", "0.9499999", "0.9499999 is printed where the counts give 0.95"],
  ["truth_total", "101", "101 truth records, but 100 TP and FN"],
  ["query_total", "99", "99 query records cannot have 100 TP, FP and UNK"],
  ["query_fp_gt", "6", "5 FP cannot have 6"],
  ["truth_tp", "", "the count is missing"],
  ["compare_label", "other", "more than one comparison"],
])("a row that contradicts itself is refused: %s %s", (column, cell, message) => {
  const error = thrownBy(() => imported(withCell(TABLE, 1, column, cell)));
  expect(error.message).toContain(message);
  expect(error.details).toMatchObject({ file: "summary.tsv", line: 3 });
});
