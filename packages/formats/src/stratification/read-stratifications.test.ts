import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FormatError } from "../error.ts";
import { readStratifications } from "./read-stratifications.ts";

let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "strata-"));
  path = join(folder, "strata.tsv");
  mkdirSync(join(folder, "beds"));
  writeFileSync(join(folder, "beds", "x.bed"), "");
});
afterAll(() => rmSync(folder, { recursive: true }));

test("paths are relative to the folder of the TSV; comments, blank lines and further columns are ignored", () => {
  writeFileSync(path, `# strata\nlow\tbeds/x.bed\r\n\nall\t${folder}/beds/x.bed\textra`);
  const bed = join(folder, "beds", "x.bed");
  expect(readStratifications(path)).toEqual([
    { name: "low", path: bed },
    { name: "all", path: bed },
  ]);
});

test.each([
  ["low\n", "TS_STRATIFICATION_MALFORMED", 1, 2],
  ["#\n\tbeds/x.bed\n", "TS_STRATIFICATION_MALFORMED", 2, 1],
  ["low\tbeds/x.bed\n\nlow\tbeds/x.bed\n", "TS_STRATIFICATION_MALFORMED", 3, 1],
  ["low\tbeds/x.bed\nhigh\tbeds/y.bed\n", "TS_FILE_NOT_FOUND", 2, 2],
])("%j gives %s at line %i, column %i", (content, code, line, column) => {
  writeFileSync(path, content);
  let caught: unknown;
  try {
    readStratifications(path);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(FormatError);
  expect(caught).toMatchObject({ code, details: { file: path, line, column } });
});

test("a missing TSV is a typed error", () => {
  expect(() => readStratifications(join(folder, "none.tsv"))).toThrow(FormatError);
});
