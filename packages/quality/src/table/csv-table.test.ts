import { expect, test } from "vitest";
import { QualityError } from "../error.ts";
import { CsvTable } from "./csv-table.ts";

function thrownBy(action: () => unknown): QualityError {
  try {
    action();
  } catch (error) {
    if (error instanceof QualityError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

function cells(text: string): string[][] {
  const table = new CsvTable(text, "m.csv");
  return table.rows.map((row) => table.header.map((name) => table.text(row, name)));
}

test("cells are found by the name of their column", () => {
  const table = new CsvTable("run,value\nr1,0.5\nr2,\n", "m.csv");
  expect(table.header).toEqual(["run", "value"]);
  expect(table.rows.map((row) => [table.text(row, "run"), table.number(row, "value")])).toEqual([
    ["r1", 0.5],
    ["r2", null],
  ]);
  expect(table.has("depth")).toBe(false);
});

test.each([
  ["no line break at the end", "a,b\n1,2", [["1", "2"]]],
  ["CRLF", "a,b\r\n1,2\r\n", [["1", "2"]]],
  ["byte order mark", "\uFEFFa,b\n1,2\n", [["1", "2"]]],
  ["empty lines", "a,b\n\n1,2\n\n", [["1", "2"]]],
  ["quotes, separators and breaks inside of quotes", 'a,b\n"x, ""y""","1\n2"\n', [['x, "y"', "1\n2"]]],
  ["an empty last field", "a,b\n1,\n", [["1", ""]]],
  ["an empty last field at the end of the text", "a,b\n1,", [["1", ""]]],
  ["tabs", "a\tb\n1,5\t2\n", [["1,5", "2"]]],
  ["semicolons", "a;b\n1;2\n", [["1", "2"]]],
])("reads %s", (_, text, expected) => {
  expect(cells(text)).toEqual(expected);
});

test.each([
  ["1.5e-3", 0.0015],
  ["-2", -2],
  [".5", 0.5],
])("%s is a number", (text, expected) => {
  const table = new CsvTable(`value\n${text}\n`, "m.csv");
  const [row] = table.rows;
  expect(row && table.number(row, "value")).toBe(expected);
});

test.each(["NaN", "inf", "1e999", "0x10", "abc", "1 2"])("%s is no number: the error names line and column", (text) => {
  const table = new CsvTable(`run,value\nr1,1\nr2,${text}\n`, "m.csv");
  const error = thrownBy(() => table.rows.map((row) => table.number(row, "value")));
  expect(error.code).toBe("TS_MEASUREMENT_INVALID");
  expect(error.details).toEqual({ file: "m.csv", line: 3, column: 2, field: "value" });
  expect(error.message).toBe(`m.csv:3, column 2 (value): '${text}' is no finite number`);
});

test("a line number counts the breaks inside of quotes", () => {
  const table = new CsvTable('run,value\n"r\n1",1\nr2,x\n', "m.csv");
  expect(thrownBy(() => table.rows.map((row) => table.number(row, "value"))).details.line).toBe(4);
});

test.each([
  ["no text", "", {}],
  ["a row that is too long", "a,b\n1,2,3\n", { line: 2, column: 3 }],
  ["a row that is too short", "a,b\n1,2\n1\n", { line: 3, column: 1 }],
  ["a name twice", "a,b,a\n", { line: 1, column: 3, field: "a" }],
  ["an empty name", "a,,b\n", { line: 1, column: 2 }],
  ["a quote that is not closed", 'a,b\n1,"2\n', { line: 2, column: 2 }],
  ["text after a quote", 'a,b\n"1"x,2\n', { line: 2, column: 1 }],
])("refuses %s", (_, text, place) => {
  const error = thrownBy(() => new CsvTable(text, "m.csv"));
  expect(error.code).toBe("TS_MEASUREMENT_INVALID");
  expect(error.details).toEqual({ file: "m.csv", ...place });
});

test("names the absent columns and those that are there", () => {
  const table = new CsvTable("run,vaule\n", "m.csv");
  expect(thrownBy(() => table.require("run", "value")).message).toBe(
    "m.csv:1: no column value; the header has run, vaule",
  );
});
