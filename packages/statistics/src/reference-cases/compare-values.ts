import { type Computed, Estimate, Judgement, Keyed, Withheld } from "./answer.ts";
import { isInformative } from "./informative-names.ts";
import { isList, isRecord, type Json } from "./reference-case.ts";

/** A value that does not agree. */
export interface Mismatch {
  /** Where in the expected values, such as `ICC(A,1).ci_low`. */
  readonly name: string;
  readonly expected: string;
  readonly computed: string;
}

/** What a comparison found; grows as it goes on. */
export interface Tally {
  /** Values that were held against a computed one; every element of a list counts. */
  checked: number;
  /** Largest relative error of a number, absolute where 0 is expected; 0 without numbers. */
  worst: number;
  readonly mismatches: Mismatch[];
  /** Names without a meaning here. */
  readonly unchecked: string[];
}

/** An empty tally. */
export function emptyTally(): Tally {
  return { checked: 0, worst: 0, mismatches: [], unchecked: [] };
}

/**
 * "Exact" allows for the roundings of two correct orders of the same operations: 4 units in the last place, which no
 * two different whole numbers of a case are apart.
 */
const EXACT = 4 * Number.EPSILON;

/** Compares a computed with an expected value, part by part. */
export function compareValues(name: string, expected: Json, computed: Computed, tolerance: number, tally: Tally): void {
  if (computed instanceof Withheld) compareWithheld(name, expected, computed, tally);
  else if (computed instanceof Judgement) record(name, expected, computed.agrees ? null : computed.found, 0, tally);
  else if (isRecord(expected)) compareRecords(name, expected, computed, tolerance, tally);
  else if (computed instanceof Estimate) compareValues(name, expected, computed.value, tolerance, tally);
  else if (isList(expected)) compareLists(name, expected, computed, tolerance, tally);
  else if (expected === null && isListOfNulls(computed)) record(name, expected, null, 0, tally);
  else compareLeaves(name, expected, computed, tolerance, tally);
}

function compareWithheld(name: string, expected: Json, withheld: Withheld, tally: Tally): void {
  if (expected === null || isListOfNulls(expected)) record(name, expected, null, 0, tally);
  else tally.unchecked.push(`${name} (${withheld.reason})`);
}

function compareRecords(
  name: string,
  expected: { readonly [key: string]: Json },
  computed: Computed,
  tolerance: number,
  tally: Tally,
): void {
  for (const [key, wanted] of Object.entries(expected)) {
    if (isInformative(key, wanted)) continue;
    const place = name === "" ? key : `${name}.${key}`;
    const found = computed === null ? null : partOf(computed, key, wanted);
    if (found === undefined) tally.unchecked.push(place);
    else compareValues(place, wanted, found, tolerance, tally);
  }
}

function partOf(computed: Computed, key: string, expected: Json): Computed | undefined {
  if (computed instanceof Estimate) return computed.parts(key)?.(expected);
  if (computed instanceof Keyed) return computed.at(key, expected);
  if (typeof computed !== "object" || computed === null || Array.isArray(computed)) return undefined;
  const parts = computed as { readonly [name: string]: Computed };
  return Object.hasOwn(parts, key) ? parts[key] : undefined;
}

function compareLists(
  name: string,
  expected: readonly Json[],
  computed: Computed,
  tolerance: number,
  tally: Tally,
): void {
  if (Array.isArray(computed) && computed.length === expected.length) {
    for (const [index, wanted] of expected.entries()) {
      compareValues(`${name}[${index}]`, wanted, computed[index], tolerance, tally);
    }
    // An empty list is a statement too.
    if (expected.length === 0) record(name, expected, null, 0, tally);
  } else if (computed === null && isListOfNulls(expected)) {
    record(name, expected, null, 0, tally);
  } else if (!Array.isArray(computed) && expected.length === 1) {
    // R prints a single number as a list of one.
    compareValues(`${name}[0]`, expected[0], computed, tolerance, tally);
  } else {
    record(name, expected, describe(computed), Number.POSITIVE_INFINITY, tally);
  }
}

function compareLeaves(
  name: string,
  expected: string | number | boolean | null,
  computed: Computed,
  tolerance: number,
  tally: Tally,
): void {
  const wanted = asNumber(expected);
  if (wanted === null || typeof computed !== "number") {
    record(name, expected, computed === expected ? null : describe(computed), 0, tally);
    return;
  }
  const error = wanted === computed ? 0 : Math.abs(computed - wanted) / (wanted === 0 ? 1 : Math.abs(wanted));
  const allowed = wanted === 0 ? tolerance : Math.max(tolerance, EXACT);
  if (error > allowed && isPValue(name) && isRoundedComplement(wanted, computed, name)) {
    record(name, expected, null, 0, tally);
    return;
  }
  // Infinity over infinity: no number is near an infinite one.
  const size = Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
  record(name, expected, size <= allowed ? null : describe(computed), size, tally);
}

/** A number, also one that JSON has no way to write. */
function asNumber(expected: string | number | boolean | null): number | null {
  if (typeof expected === "number") return expected;
  if (expected === "Infinity" || expected === "-Infinity") return Number(expected);
  return null;
}

function isPValue(name: string): boolean {
  return /(^|\.|_)p(\[0\])?$|(^|\.)p_|p.value/i.test(name);
}

/**
 * Some programs compute a tail as 1 - F(x). Near F = 1 that leaves whole multiples of the spacing of numbers below 1, 2^-53
 * in double precision, and nothing of the digits that are printed; doubled for two sides, the error is up to 2^-52.
 * Such an expected value is no better known than that. The Kendall package of R computes in single precision.
 */
function isRoundedComplement(expected: number, computed: number, name: string): boolean {
  const spacing = /^kendall_pkg/.test(name) ? 2 ** -24 : 2 ** -53;
  const multiple = expected / spacing;
  const isWhole = Math.abs(multiple - Math.round(multiple)) <= 1e-13 * Math.abs(multiple);
  return isWhole && Math.abs(computed - expected) <= 2 * spacing;
}

function isListOfNulls(value: Json | Computed): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((element) => element === null);
}

/** Counts a value as checked, and as a mismatch unless nothing else was found. */
function record(name: string, expected: Json, found: string | null, error: number, tally: Tally): void {
  tally.checked++;
  tally.worst = Math.max(tally.worst, error);
  if (found !== null) tally.mismatches.push({ name, expected: JSON.stringify(expected), computed: found });
}

function describe(computed: Computed): string {
  if (computed instanceof Estimate) return describe(computed.value);
  if (computed === null) return "undefined";
  return typeof computed === "number" ? String(computed) : JSON.stringify(computed);
}
