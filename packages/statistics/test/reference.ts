import { readFileSync } from "node:fs";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { expect } from "vitest";

/** One case of statistics-cases.json. */
export interface ReferenceCase {
  readonly id: string;
  readonly category: string;
  // biome-ignore lint/suspicious/noExplicitAny: each category has its own shape, and the test that reads it knows it.
  readonly input: any;
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  readonly expected: any;
  /** Relative; absolute where the expected value is 0. */
  readonly tolerance: number;
}

/** A quantile (q), a distribution function (p) or an upper tail (sf) at one point, the first argument the p or the x. */
export interface DistributionPoint {
  readonly dist: "f" | "beta" | "t" | "chisq" | "norm";
  readonly fn: "q" | "p" | "sf";
  readonly args: readonly number[];
  readonly val: number;
}

const FOLDER = "../reference";

/** Whether the reference cases lie beside the repository. */
export const referenceAvailable: boolean = sharedDataAvailable(FOLDER);

/** All cases of a category; none where the folder is missing. */
export function referenceCases(category: string): readonly ReferenceCase[] {
  const { cases } = read<{ cases: ReferenceCase[] }>("statistics-cases.json", { cases: [] });
  return cases.filter((reference) => reference.category === category);
}

/** All distribution points; none where the folder is missing. */
export function distributionPoints(): readonly DistributionPoint[] {
  return read<DistributionPoint[]>("distribution-quantiles.json", []);
}

// Below it a double has fewer digits the smaller it is, so no relative tolerance can be held.
const SMALLEST_NORMAL = 2 ** -1022;

/** Expects null for null, and otherwise agreement within the relative tolerance (absolute where 0 is expected). */
export function expectClose(actual: number | null | undefined, expected: number | null, tolerance: number): void {
  if (expected === null) {
    expect(actual).toBeNull();
    return;
  }
  const allowed = expected === 0 ? tolerance : Math.max(tolerance * Math.abs(expected), SMALLEST_NORMAL);
  expect(Math.abs((actual ?? Number.NaN) - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(allowed);
}

function read<T>(name: string, missing: T): T {
  return referenceAvailable ? JSON.parse(readFileSync(sharedData(`${FOLDER}/${name}`), "utf8")) : missing;
}
