import { readFileSync } from "node:fs";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { describe, expect, test } from "vitest";
import { type CaseResult, checkCases } from "./check-case.ts";
import { isInformative } from "./informative-names.ts";
import { parseReferenceCases } from "./parse-reference-cases.ts";
import { publishedCases } from "./published-cases.ts";
import { isList, isRecord, type Json, type JsonRecord, type ReferenceCase } from "./reference-case.ts";

const FOLDER = "../reference";
const available = sharedDataAvailable(FOLDER);
const readSideFile = (name: string) => readFileSync(sharedData(`${FOLDER}/${name}`), "utf8");
const shared = available
  ? parseReferenceCases(readFileSync(sharedData(`${FOLDER}/statistics-cases.json`), "utf8"))
  : [];
const byId = new Map(shared.map((one) => [one.id, one]));

/** With the input of the case that `see` names, so that the case stands alone. */
function alone(one: ReferenceCase): ReferenceCase {
  const seen = byId.get(String(one.input.see));
  return seen === undefined ? one : { ...one, input: { ...seen.input, ...one.input } };
}

function check(one: ReferenceCase): CaseResult {
  return checkCases([alone(one)], readSideFile)[0];
}

/** Every number among the expected values that is checked, with the expected values in which it alone is another. */
function mutations(value: Json, change: (value: number) => number, name = ""): { name: string; value: Json }[] {
  if (typeof value === "number") return [{ name, value: change(value) }];
  if (isList(value)) {
    return value.flatMap((element, index) =>
      mutations(element, change, `${name}[${index}]`).map((one) => ({ ...one, value: value.with(index, one.value) })),
    );
  }
  if (!isRecord(value)) return [];
  return Object.entries(value)
    .filter(([key, part]) => !isInformative(key, part))
    .flatMap(([key, part]) =>
      mutations(part, change, name === "" ? key : `${name}.${key}`).map((one) => ({
        ...one,
        value: { ...value, [key]: one.value },
      })),
    );
}

function changedBy({ tolerance }: ReferenceCase): (value: number) => number {
  if (tolerance === 0) return (value) => value + 1;
  return (value) => value + 10 * tolerance * (value === 0 ? 1 : Math.abs(value));
}

describe.skipIf(!available)("cases of the reference folder", () => {
  test.each(shared.map((one) => [one.id, one] as const))("%s", (_, one) => {
    const result = check(one);
    expect(result.problem).toBeNull();
    expect(result.mismatches).toEqual([]);
    expect(result).toMatchObject({ passed: true });
    expect(result.checked).toBeGreaterThan(0);
  });

  test("every expected name has a meaning or only informs; bounds of an overflowing interval are withheld", () => {
    const unchecked = shared.flatMap((one) => check(one).unchecked.map((name) => `${one.id} ${name}`));
    expect(unchecked).toHaveLength(4);
    for (const name of unchecked) expect(name).toMatch(/^icc-negative ICC\(A,[1k]\)\.ci_(low|high) \(too few degrees/);
  });

  test("a number that is off by ten tolerances fails its case", () => {
    const missed: string[] = [];
    let count = 0;
    for (const one of shared) {
      const withheld = check(one).unchecked.map((name) => name.split(" ")[0]);
      for (const { name, value } of mutations(one.expected, changedBy(one))) {
        if (withheld.includes(name)) continue;
        count++;
        if (check({ ...one, expected: value as JsonRecord }).passed) missed.push(`${one.id} ${name}`);
      }
    }
    expect(missed).toEqual([]);
    expect(count).toBeGreaterThan(500);
  }, 120_000);

  test("null in place of a value, and a value in place of null, fail", () => {
    for (const one of shared) {
      for (const [name, value] of Object.entries(one.expected)) {
        if (isInformative(name, value) || name === "reason" || isRecord(value) || (isList(value) && isRecord(value[0])))
          continue;
        const other = isList(value) && value[0] === null ? value.map(() => 1) : value === null ? 1 : null;
        expect(check({ ...one, expected: { [name]: other } }).passed, `${one.id} ${name}`).toBe(false);
      }
    }
  });

  test("each expected name is checked as well alone", () => {
    for (const one of shared) {
      for (const [name, value] of Object.entries(one.expected)) {
        if (isInformative(name, value)) continue;
        // The lines of a table of components stay named.
        const rows = one.expected.rows === undefined || name === "rows" ? {} : { rows: one.expected.rows };
        const result = check({ ...one, expected: { ...rows, [name]: value } });
        expect(result.mismatches, `${one.id} ${name}`).toEqual([]);
        expect(result.passed, `${one.id} ${name}`).toBe(true);
      }
    }
  }, 60_000);

  test("the id plays no part, and an unknown category only where a name has several meanings", () => {
    for (const one of shared) {
      expect(check({ ...one, id: "another" }).passed, one.id).toBe(true);
    }
    const unambiguous = ["icc", "mcnemar", "sigma", "arl", "westgard", "mann-kendall"];
    for (const one of shared.filter(({ category }) => unambiguous.includes(category))) {
      expect(check({ ...one, category: "something new" }).passed, one.id).toBe(true);
    }
  });
});

describe("published cases", () => {
  const published = publishedCases();

  test.each(published.map((one) => [one.id, one] as const))("%s", (_, one) => {
    const [result] = checkCases([one], readSideFile);
    expect(result.mismatches).toEqual([]);
    expect(result).toMatchObject({ passed: true, unchecked: [], problem: null });
  });

  test("each names its publication, and a number off by ten tolerances fails it", () => {
    for (const one of published) {
      expect(one.source, one.id).not.toBe("");
      for (const { name, value } of mutations(one.expected, changedBy(one))) {
        const [result] = checkCases([{ ...one, expected: value as JsonRecord }], readSideFile);
        expect(result.passed, `${one.id} ${name}`).toBe(false);
      }
    }
  }, 60_000);
});
