import { describe, expect, test } from "vitest";
import { type Computed, Estimate, Withheld } from "./answer.ts";
import { checkCases, countPassed } from "./check-case.ts";
import { compareValues, emptyTally } from "./compare-values.ts";
import { parseReferenceCases } from "./parse-reference-cases.ts";
import type { Json, ReferenceCase } from "./reference-case.ts";
import { readSideTable } from "./side-table.ts";

const good = { id: "a", category: "mcnemar", input: { b: 1, c: 2 }, expected: { p_exact: 1 }, tolerance: 0 };

function agrees(expected: Json, computed: Computed, tolerance = 1e-9, name = "x"): boolean {
  const tally = emptyTally();
  compareValues(name, expected, computed, tolerance, tally);
  return tally.mismatches.length === 0 && tally.checked > 0;
}

describe("a file of cases", () => {
  test("texts on sources may be missing", () => {
    expect(parseReferenceCases(JSON.stringify({ cases: [good] }))).toEqual([
      { ...good, source: "", referenceImplementation: "" },
    ]);
  });

  test.each([
    ['{"cases": [\n  {"id": }\n]}', "line 2, column 10"],
    ['{"cases": [', "line 1, column 12"],
    ["[]", "cases: is no list"],
    ['{"cases": {}}', "cases: is no list"],
    ['{"cases": []}', "cases: is empty"],
    ['{"cases": [1]}', "cases[0]: is no case"],
    [{ ...good, id: 7 }, "cases[0].id: is no text"],
    [{ ...good, category: null }, "cases[0].category (a)"],
    [{ ...good, input: [] }, "cases[0].input (a): is no object"],
    [{ ...good, expected: undefined }, "cases[0].expected (a): is no object"],
    [{ ...good, tolerance: "1e-9" }, "cases[0].tolerance (a): is no number"],
    [{ ...good, tolerance: -1 }, "cases[0].tolerance (a)"],
    [{ ...good, source: 1979 }, "cases[0].source (a): is no text"],
  ])("%j is refused and the place named", (bad, place) => {
    const text = typeof bad === "string" ? bad : JSON.stringify({ cases: [bad] });
    expect(() => parseReferenceCases(text)).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_CASES_INVALID", message: expect.stringContaining(place) }),
    );
  });

  test("an id stands for one case", () => {
    expect(() => parseReferenceCases(JSON.stringify({ cases: [good, good] }))).toThrow("cases[1].id");
  });
});

describe("comparison", () => {
  test("numbers: relative, absolute for 0, exact for tolerance 0", () => {
    expect(agrees(1000, 1000.0000005)).toBe(true);
    expect(agrees(1000, 1000.00001)).toBe(false);
    expect(agrees(0, 5e-10)).toBe(true);
    expect(agrees(0, 5e-9)).toBe(false);
    expect(agrees(0.3, 0.1 + 0.2, 0)).toBe(true);
    expect(agrees(0.3, 0.3 + 1e-14, 0)).toBe(false);
    expect(agrees(0, 1e-300, 0)).toBe(false);
  });

  test("undefined agrees with null alone, and NaN with nothing", () => {
    expect(agrees(null, null)).toBe(true);
    expect(agrees([null, null], null)).toBe(true);
    expect(agrees(null, [null, null])).toBe(true);
    for (const value of [0, 1, Number.NaN, Number.POSITIVE_INFINITY]) expect(agrees(null, value)).toBe(false);
    expect(agrees(0, null)).toBe(false);
    expect(agrees(0, Number.NaN)).toBe(false);
    expect(agrees(1, Number.NaN, 1e9)).toBe(false);
  });

  test("Infinity is a text in JSON", () => {
    expect(agrees("Infinity", Number.POSITIVE_INFINITY)).toBe(true);
    for (const value of [null, 1e300, Number.NEGATIVE_INFINITY]) expect(agrees("Infinity", value)).toBe(false);
    expect(agrees(1e300, Number.POSITIVE_INFINITY)).toBe(false);
  });

  test("lists by place and length; a list of one stands for its element", () => {
    expect(agrees([1, 2], [1, 2])).toBe(true);
    for (const value of [[2, 1], [1], [1, 2, 3], 1]) expect(agrees([1, 2], value)).toBe(false);
    expect(agrees([1], 1)).toBe(true);
    expect(agrees([], [])).toBe(true);
    expect(agrees([], [1])).toBe(false);
  });

  test("a block or its headline", () => {
    const block = new Estimate(0.5, (name) => (name === "p" ? () => 0.01 : undefined));
    expect(agrees(0.5, block)).toBe(true);
    expect(agrees({ p: 0.01 }, block)).toBe(true);
    expect(agrees({ p: 0.02 }, block)).toBe(false);
    const tally = emptyTally();
    compareValues("b", { p: 0.01, q: 1 }, block, 0, tally);
    expect(tally).toMatchObject({ checked: 1, unchecked: ["b.q"], mismatches: [] });
  });

  test("what Touchstone declines to give is not held against a figure, but against null", () => {
    const withheld = new Withheld("too few degrees of freedom");
    expect(agrees(null, withheld)).toBe(true);
    const tally = emptyTally();
    compareValues("ci_low", 0.3, withheld, 1, tally);
    expect(tally).toMatchObject({ checked: 0, unchecked: ["ci_low (too few degrees of freedom)"] });
  });

  test("a p-value that was computed as 1 - F is known to a spacing of numbers below 1", () => {
    const spacing = 2 ** -53;
    const printed = Number((12345 * spacing).toPrecision(15));
    expect(agrees(printed, 12345.7 * spacing, 1e-9, "p")).toBe(true);
    expect(agrees(printed, 12348 * spacing, 1e-9, "p")).toBe(false);
    expect(agrees(printed, 12345.7 * spacing, 1e-9, "kappa")).toBe(false);
    // No multiple: these digits mean something.
    expect(agrees(12345.3 * spacing, 12345.7 * spacing, 1e-9, "p_two_sided")).toBe(false);
    expect(agrees(700 * 2 ** -24, 700.9 * 2 ** -24, 1e-9, "kendall_pkg.p")).toBe(true);
    expect(agrees(700 * 2 ** -24, 700.9 * 2 ** -24, 1e-9, "p")).toBe(false);
  });
});

describe("a case", () => {
  const one = (more: Partial<ReferenceCase>): ReferenceCase => ({
    ...good,
    source: "",
    referenceImplementation: "",
    ...more,
  });
  const check = (more: Partial<ReferenceCase>, read: (name: string) => string = () => "") =>
    checkCases([one(more)], read)[0];

  test("in which nothing is known fails", () => {
    for (const expected of [{}, { published: 1, labels: ["a"], note: "b" }, { elephants: 4 }]) {
      expect(check({ expected })).toMatchObject({
        passed: false,
        checked: 0,
        problem: "no expected value could be checked",
      });
    }
    expect(check({ input: {} })).toMatchObject({ passed: false, unchecked: ["p_exact"] });
  });

  test("names that are unknown are listed, and the rest counts", () => {
    expect(check({ expected: { p_exact: 1, elephants: 4 } })).toMatchObject({
      passed: true,
      checked: 1,
      unchecked: ["elephants"],
    });
  });

  test("input that a statistic refuses is a mismatch that says why", () => {
    const result = check({ input: { b: -1, c: 2 } });
    expect(result.passed).toBe(false);
    expect(result.mismatches[0].computed).toContain("b is -1");
  });

  test("goes on with the input of the case that it sees, wherever that stands", () => {
    const seen = one({ id: "seen" });
    const seeing = one({ id: "seeing", input: { see: "seen", c: 0 }, expected: { p_exact: 1, chi2: 1 } });
    const results = checkCases([seeing, seen], () => "");
    expect(countPassed(results)).toEqual({ passed: 2, failed: 0 });
  });

  test("whose generator does not make the rows that it shows fails", () => {
    const generator = "x0=1; i=1..3; y_j=0.5+0.3*(u0-0.5)+0.1*(u_j-0.5) for j=1..2";
    const result = check({ category: "icc", input: { generator, first_row: [1, 2] }, expected: { MSR: 1 } });
    expect(result).toMatchObject({ passed: false, problem: expect.stringContaining("not first_row") });
  });

  test("whose side file is malformed fails, naming the line", () => {
    const result = check({ category: "icc", input: { file: "t.csv" }, expected: { MSR: 1 } }, () => "a,b\n1,2\n3\n");
    expect(result.problem).toBe("t.csv, line 3: 1 fields, not 2");
  });
});

test("a side file: quotes, numbers, texts, and what is missing", () => {
  expect(readSideTable('"a",b,c\r\n"x",-1.5e2,NA\r\n,"3",y\r\n', "t")).toEqual({
    columns: ["a", "b", "c"],
    rows: [
      ["x", -150, null],
      [null, 3, "y"],
    ],
  });
});
