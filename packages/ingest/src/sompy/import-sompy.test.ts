import { expect, test } from "vitest";
import { expectStorable } from "../../test/expect-storable.ts";
import { COUNTS, imported, sompyRow, sompyStats, withCell } from "../../test/fixtures.ts";
import { thrownBy } from "../../test/thrown-by.ts";

/* som.py's results are not among the shared files: these follow the columns of its manual and source, version 0.3.15. */

const TABLE = sompyStats([
  sompyRow(COUNTS),
  sompyRow(COUNTS, { type: "indels" }),
  sompyRow(COUNTS, { type: "records" }),
  sompyRow(COUNTS, { type: "MNPs" }),
  sompyRow(COUNTS, { type: "SNVs.0.000000-0.200000" }),
]);

test("a match is one TP on either side; ambiguous records are in the query's total only", () => {
  const comparison = imported(TABLE);
  expectStorable(comparison);
  expect(comparison.strata.map((row) => [row.variantType, row.stratum, row.filter])).toEqual([
    ["ALL", "*", "ALL"],
    ["INDEL", "*", "ALL"],
    ["MNPs", "*", "ALL"],
    ["SNP", "*", "ALL"],
    ["SNP", "AF 0.000000-0.200000", "ALL"],
  ]);
  expect(comparison.strata[3]).toMatchObject({
    truthTotal: 100,
    truthTp: 90,
    truthFn: 10,
    queryTotal: 123,
    queryTp: 90,
    queryFp: 5,
    queryUnk: 25,
    queryFpGenotype: null,
    recall: 0.9,
    precision: 90 / 95,
    unknownFraction: 25 / 123,
    falsePositivesPerMegabase: 2.5,
  });
  expect(comparison.metrics).toMatchObject({
    tables: { stats: expect.arrayContaining([expect.objectContaining({ ambi: 3 })]) },
  });
  expect(comparison.provenance).toEqual({
    version: "som.py-v0.3.15",
    command: 'som.py truth.vcf.gz query.vcf.gz -l "chr1,chr2" -o out',
  });
});

test("without regions there is no rate of FP per megabase", () => {
  const { strata } = imported(sompyStats([sompyRow(COUNTS, { size: 0 })]));
  expect(strata).toMatchObject([{ queryFp: 5, falsePositivesPerMegabase: null }]);
});

test("no truth and no query record is no rate", () => {
  const none = { truthTp: 0, truthFn: 0, queryTp: 0, queryFp: 0, queryUnk: 0 };
  const { strata } = imported(sompyStats([sompyRow(none, { ambi: 0 })]));
  expect(strata).toMatchObject([{ recall: null, precision: null, f1: null, unknownFraction: null }]);
});

test.each([
  ["recall", "0.91", "0.91 is printed where the counts give 0.9"],
  ["recall2", "0.8", "0.8 is printed where the counts give 0.9"],
  ["precision", "0.94", "0.94 is printed where the counts give 0.94736842"],
  ["na", "0.2", "0.2 is printed where the counts give 0.20325203"],
  ["fp.rate", "2.4", "2.4 is printed where the counts give 2.5"],
  ["total.truth", "99", "99 truth records cannot have 100 TP and FN"],
  ["total.query", "119", "119 query records cannot have 120 TP, FP and UNK"],
  ["unk", "", "the count is missing"],
  ["sompyversion", "som.py-v0.3.14", "not of one comparison"],
])("a row that contradicts itself is refused: %s %s", (column, cell, message) => {
  const error = thrownBy(() => imported(withCell(TABLE, 2, column, cell)));
  expect(error.message).toContain(message);
  expect(error.details).toMatchObject({ file: "P.stats.csv", line: 4 });
});
