import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findInfoValue, infoValueEnd, isPassing, parseNumber } from "./values.ts";

function info(text: string, key: string): string | null {
  const bytes = Buffer.from(`DP=7;${text};DP=9`);
  const end = bytes.length - ";DP=9".length;
  const start = findInfoValue(bytes, "DP=7;".length, end, Buffer.from(key));
  return start === -1 ? null : bytes.toString("latin1", start, infoValueEnd(bytes, start, end));
}

function number(text: string): number {
  const bytes = Buffer.from(`1${text}1`);
  return parseNumber(bytes, 1, bytes.length - 1);
}

describe("findInfoValue", () => {
  test.each([
    ["DP=3", "DP", "3"],
    ["AF=0.1,0.2;DP=3", "DP", "3"],
    ["MDP=4;DP=3", "DP", "3"],
    ["DPX=4", "DP", null],
    ["DB", "DB", ""],
    ["DB;AC=1", "DB", ""],
    ["AC=DP=5", "DP", null],
    [".", "DP", null],
    ["", "DP", null],
    ["D", "DP", null],
    ["DP=", "DP", ""],
  ])("in %j, %s is %j", (text, key, expected) => {
    expect(info(text, key)).toBe(expected);
  });
});

describe("parseNumber", () => {
  test("reads what JavaScript prints, exactly", () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(finite, (value) => {
        expect(number(String(value))).toBe(Object.is(value, -0) ? 0 : value);
      }),
    );
  });

  test("rounds decimals as JavaScript does", () => {
    fc.assert(
      fc.property(fc.nat(), fc.stringMatching(/^[0-9]{1,12}$/), (whole, decimals) => {
        const text = `${whole}.${decimals}`;
        expect(number(text)).toBe(Number(text));
      }),
    );
  });

  test.each([
    ["0", 0],
    ["-12.5", -12.5],
    ["5.", 5],
    [".5", 0.5],
    ["1e3", 1000],
    ["2.5E-2", 0.025],
    ["+4", 4],
    ["3,4", 3],
    ["0.5,.", 0.5],
    ["1e2,7", 100],
    ["inf", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["12345678901234567.5", Number("12345678901234567.5")],
  ])("%s is %d", (text, expected) => expect(number(text)).toBe(expected));

  test.each([".", "", "-", "abc", "1a", "1.2.3", "nan", ",3", ".,3", "0x10", "1e"])("%j is no number", (text) =>
    expect(number(text)).toBeNaN(),
  );
});

test.each([
  [".", true],
  ["PASS", true],
  ["PASSED", false],
  ["q10", false],
  ["pass", false],
  ["", false],
])("isPassing of %j is %s", (text, expected) => {
  const bytes = Buffer.from(`P${text}S`);
  expect(isPassing(bytes, 1, bytes.length - 1)).toBe(expected);
});
