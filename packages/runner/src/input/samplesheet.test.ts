import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { RunnerError } from "../error.ts";
import { readSamplesheet } from "./samplesheet.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-sheet-"));
  for (const name of ["a_1", "a_2", "b_1", "b_2", "c_1", "c_2"]) writeFileSync(join(folder, `${name}.fastq.gz`), "");
  symlinkSync(join(folder, "a_1.fastq.gz"), join(folder, "link.fastq.gz"));
  mkdirSync(join(folder, "with space"));
  writeFileSync(join(folder, "with space/d_1.fastq.gz"), "");
  writeFileSync(join(folder, "e,1.fastq.gz"), "");
  mkdirSync(join(folder, "folder.fastq.gz"));
});

const HEADER = "sample,fastq_1,fastq_2,sex,replicate,lane,truth_set";

function written(...lines: readonly string[]): string {
  const file = join(folder, "samples.csv");
  writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
  return file;
}

/** Line, column, field and text of every problem. */
function problemsOf(...lines: readonly string[]) {
  try {
    readSamplesheet(written(...lines), { truthSets: ["HG002"] });
  } catch (error) {
    if (!(error instanceof RunnerError)) throw error;
    const { problems = [error.details] } = error.details;
    return { error, problems: problems as { line: number; column: number; field: string; what: string }[] };
  }
  throw new Error("there was no problem");
}

test("lanes have absolute paths, the id of their replicate, and null where nothing is said", () => {
  const file = written(HEADER, "S1,a_1.fastq.gz,a_2.fastq.gz,female,2,,HG002");
  expect(readSamplesheet(file, { truthSets: ["HG002"] })).toEqual([
    {
      id: "S1_R2",
      sample: "S1",
      sex: "female",
      replicate: 2,
      lane: "L1",
      truth_set: "HG002",
      material: null,
      lot: null,
      instrument: null,
      fastq_1: join(folder, "a_1.fastq.gz"),
      fastq_2: join(folder, "a_2.fastq.gz"),
    },
  ]);
});

test("addresses are not looked at, and stay as they are", () => {
  const file = written(HEADER, "S1,s3://b/a_1.fastq.gz,s3://b/a_2.fastq.gz,male,1,,");
  expect(readSamplesheet(file, { truthSets: [] })[0]?.fastq_1).toBe("s3://b/a_1.fastq.gz");
});

const good = "S1,a_1.fastq.gz,a_2.fastq.gz,female,1,L1,";

test.each([
  ["a missing file", "S1,no_1.fastq.gz,a_2.fastq.gz,female,1,L1,", 2, "fastq_1", "there is no file"],
  ["a folder", "S1,folder.fastq.gz,a_2.fastq.gz,female,1,L1,", 2, "fastq_1", "is a folder"],
  ["R1 = R2", "S1,a_1.fastq.gz,a_1.fastq.gz,female,1,L1,", 3, "fastq_2", "is the same file as fastq_1"],
  ["R1 = R2 by a link", "S1,a_1.fastq.gz,link.fastq.gz,female,1,L1,", 3, "fastq_2", "is the same file as fastq_1"],
  ["unpaired reads", "S1,a_1.fastq.gz,,female,1,L1,", 3, "fastq_2", "reads have to be paired"],
  ["a wrong sex", "S1,a_1.fastq.gz,a_2.fastq.gz,F,1,L1,", 4, "sex", "'F' cannot be: give female, male, unknown"],
  ["a wrong replicate", "S1,a_1.fastq.gz,a_2.fastq.gz,male,0,L1,", 5, "replicate", "give a number from 1 on"],
  ["a space in a path", "S1,with space/d_1.fastq.gz,a_2.fastq.gz,male,1,L1,", 2, "fastq_1", "holds a space"],
  ["a comma in a path", 'S1,"e,1.fastq.gz",a_2.fastq.gz,male,1,L1,', 2, "fastq_1", "holds a comma"],
  ["no FASTQ", "S1,a.bam,a_2.fastq.gz,male,1,L1,", 2, "fastq_1", "is no FASTQ by its name"],
  ["an unknown truth set", "S1,a_1.fastq.gz,a_2.fastq.gz,male,1,L1,HG003", 7, "truth_set", "there are HG002"],
  ["a sample name that is no file name", "S/1,a_1.fastq.gz,a_2.fastq.gz,male,1,L1,", 1, "sample", "give letters"],
])("%s is told with line, column and what to do", (_, row, column, field, what) => {
  const { error, problems } = problemsOf(HEADER, row);
  expect(problems).toMatchObject([{ line: 2, column, field, what: expect.stringContaining(what) }]);
  expect(error.message).toContain(`samples.csv:2, column ${column} (${field}): `);
});

test("what contradicts another row names both", () => {
  const twice = problemsOf(HEADER, good, "S1,b_1.fastq.gz,b_2.fastq.gz,female,1,L1,");
  expect(twice.problems).toMatchObject([{ line: 3, field: "sample", what: expect.stringContaining("is in line 2") }]);
  const file = problemsOf(HEADER, good, "S1,b_1.fastq.gz,a_1.fastq.gz,female,2,L1,");
  expect(file.problems).toMatchObject([{ line: 3, field: "fastq_2", what: expect.stringContaining("is in line 2") }]);
  const sexes = problemsOf(HEADER, good, "S1,b_1.fastq.gz,b_2.fastq.gz,male,2,L1,");
  expect(sexes.problems).toMatchObject([
    { line: 3, column: 4, what: "sample S1 has 'female' in line 2 and 'male' here: correct one" },
  ]);
  const truths = problemsOf(HEADER, good, "S1,b_1.fastq.gz,b_2.fastq.gz,female,1,L2,HG002");
  expect(truths.problems).toMatchObject([{ line: 3, column: 7, what: expect.stringContaining("S1_R1 has none") }]);
});

test("all problems are told at once, in the order of the file", () => {
  const { error, problems } = problemsOf(HEADER, "S1,x_1.fastq.gz,,F,1,L1,", "S2,b_1.fastq.gz,b_2.fastq.gz,male,x,L1,");
  expect(problems.map(({ line, field }) => [line, field])).toEqual([
    [2, "fastq_1"],
    [2, "fastq_2"],
    [2, "sex"],
    [3, "replicate"],
  ]);
  expect(error.message).toContain("4 problems");
});

test("a header that lacks a column, or has one too many, is told before the rows", () => {
  const { problems } = problemsOf("sample,fastq_1,fastq_2,gender,replicate", "S1,a,b,F,1");
  expect(problems).toMatchObject([
    { line: 1, what: "no column sex: add it" },
    { line: 1, column: 4, field: "gender" },
  ]);
  expect(problemsOf("sample;fastq_1;fastq_2;sex;replicate").problems[0]?.what).toContain("separated by semicolons");
  expect(problemsOf(HEADER, "S1,a_1.fastq.gz").problems[0]?.what).toContain("has 2 cells where the header has 7");
  expect(problemsOf(HEADER).problems[0]?.what).toContain("no samples");
  expect(problemsOf(HEADER, 'S1,"a_1.fastq.gz,a_2.fastq.gz,female,1,L1,').error.message).toContain("never closed");
});

test("any mixture of byte order mark, line ends and quotes gives the same samples", () => {
  const rows = [
    ["S1", "a_1.fastq.gz", "a_2.fastq.gz", "female", "1", "L1", "HG002"],
    ["S1", "b_1.fastq.gz", "b_2.fastq.gz", "female", "2", "L1", ""],
    ["S2", "c_1.fastq.gz", "c_2.fastq.gz", "unknown", "1", "L2", ""],
  ];
  const plain = readSamplesheet(written(HEADER, ...rows.map((row) => row.join(","))), { truthSets: ["HG002"] });
  expect(plain).toHaveLength(3);
  const cells = [HEADER.split(","), ...rows];
  const form = fc.record({ quoted: fc.boolean(), blanks: fc.boolean() });
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.array(fc.constantFrom("\n", "\r\n"), { minLength: 4, maxLength: 4 }),
      fc.array(fc.array(form, { minLength: 7, maxLength: 7 }), { minLength: 4, maxLength: 4 }),
      fc.boolean(),
      (hasMark, ends, forms, endsLast) => {
        const lines = cells.map((row, i) => {
          const written = row.map((cell, j) => {
            const { quoted = false, blanks = false } = forms[i]?.[j] ?? {};
            return quoted ? `"${cell}"` : blanks ? ` ${cell} ` : cell;
          });
          return written.join(",") + (i === cells.length - 1 && !endsLast ? "" : ends[i]);
        });
        const file = join(folder, "mixed.csv");
        writeFileSync(file, (hasMark ? "\uFEFF" : "") + lines.join(""));
        expect(readSamplesheet(file, { truthSets: ["HG002"] })).toEqual(plain);
      },
    ),
  );
});
