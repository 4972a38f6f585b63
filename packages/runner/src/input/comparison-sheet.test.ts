import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readComparisonSheet } from "./comparison-sheet.ts";

const folder = mkdtempSync(join(tmpdir(), "touchstone-sheet-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const name of ["a.vcf.gz", "b.vcf", "strata.tsv"]) writeFileSync(join(folder, name), "");
mkdirSync(join(folder, "folder.vcf"));

function read(...lines: string[]) {
  const sheet = join(folder, "sheet.csv");
  writeFileSync(sheet, `${lines.join("\n")}\n`);
  return readComparisonSheet(sheet, { truthSets: ["T1", "T2"] });
}

test("comparisons have absolute paths, and an id that tells them apart", () => {
  const columns = "\uFEFFsample,caller,vcf,truth_set,stratification";
  const rows = ["S,A,a.vcf.gz,T1,", "S,A,a.vcf.gz,T1,strata.tsv", "S,B.2,s3://bucket/b.vcf.gz,T2,"];
  const common = { sample: "S", truth_set: "T1", stratification: null };
  expect(read(columns, ...rows)).toEqual([
    { ...common, id: "S.A.T1", caller: "A", vcf: join(folder, "a.vcf.gz") },
    {
      ...{ ...common, id: "S.A.T1.strata", caller: "A", vcf: join(folder, "a.vcf.gz") },
      stratification: join(folder, "strata.tsv"),
    },
    { ...common, id: "S.B.2.T2", caller: "B.2", truth_set: "T2", vcf: "s3://bucket/b.vcf.gz" },
  ]);
  expect(read("sample,caller,vcf,truth_set", "S,A,b.vcf,T1")).toMatchObject([{ stratification: null }]);
});

test.each([
  ["a caller with a space", "S,A A,a.vcf.gz,T1,", "column 2 (caller): 'A A' cannot be"],
  ["no sample", ",A,a.vcf.gz,T1,", "column 1 (sample): the cell is empty"],
  ["no call set", "S,A,,T1,", "column 3 (vcf): the cell is empty"],
  ["a call set that is not there", "S,A,c.vcf.gz,T1,", `there is no file ${join(folder, "c.vcf.gz")}`],
  ["a BCF", "S,A,a.bcf,T1,", "'a.bcf' has to end in .vcf.gz or .vcf"],
  ["a folder", "S,A,folder.vcf,T1,", "is a folder"],
  ["a truth set that is none", "S,A,a.vcf.gz,T3,", "'T3' is not among the parameter truth_sets: there are T1, T2"],
  ["strata that are no table", "S,A,a.vcf.gz,T1,strata.bed", "'strata.bed' has to end in .tsv"],
  ["too few cells", "S,A,a.vcf.gz", "has 3 cells where the header has 5"],
])("%s is told by line and column", (_, row, message) => {
  expect(() => read("sample,caller,vcf,truth_set,stratification", row)).toThrow(
    expect.objectContaining({ code: "TS_PIPELINE_INPUT_INVALID", message: expect.stringContaining(message) }),
  );
});

test("the same comparison twice, and every other problem, are told at once", () => {
  const rows = ["S,A,a.vcf.gz,T1,", "S,A,b.vcf,T1,", "S,A,b.vcf,,"];
  expect(() => read("sample,caller,vcf,truth_set,stratification", ...rows)).toThrow(
    /2 problems[\s\S]*sheet\.csv:3, column 2 \(caller\): S\.A\.T1 is in line 2 already[\s\S]*sheet\.csv:4, column 4/,
  );
});
