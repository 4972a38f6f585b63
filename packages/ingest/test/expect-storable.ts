import { expect } from "vitest";
import type { ImportedComparison } from "../src/index.ts";

const COUNT = /^(truthTotal|truth(Tp|Fn)|query(Total|Tp|Fp|FpGenotype|FpAllele|Unk))$/;
const FRACTION = /^(recall|precision)(Low|High)?$|^f1$|^unknownFraction$/;

/** The constraints of the tables `comparison`, `comparison_stratum` and `precision_recall_point`. */
export function expectStorable(comparison: ImportedComparison): void {
  expect(comparison.contentSha256).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
  const keys = comparison.strata.map((row) => [row.variantType, row.subtype, row.stratum, row.filter]);
  expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(keys.length);
  for (const name of keys.flat()) expect(name).toMatch(/^\S(.*\S)?$/);
  for (const row of comparison.strata) {
    expectDomains(row);
    const { truthTotal, truthTp, truthFn, queryTotal, queryTp, queryFp, queryUnk } = row;
    if (truthTotal !== null) expect((truthTp ?? 0) + (truthFn ?? 0)).toBeLessThanOrEqual(truthTotal);
    if (queryTotal !== null) {
      expect((queryTp ?? 0) + (queryFp ?? 0) + (queryUnk ?? 0)).toBeLessThanOrEqual(queryTotal);
    }
    if (queryFp !== null) {
      expect((row.queryFpGenotype ?? 0) + (row.queryFpAllele ?? 0)).toBeLessThanOrEqual(queryFp);
    }
    if (row.recall !== null) expect((truthTp ?? 0) + (truthFn ?? 0)).toBeGreaterThan(0);
    if (row.precision !== null) expect((queryTp ?? 0) + (queryFp ?? 0)).toBeGreaterThan(0);
    if (row.f1 !== null) expect([row.recall, row.precision]).not.toContain(null);
    expectWithin(row.recallLow, row.recall, row.recallHigh);
    expectWithin(row.precisionLow, row.precision, row.precisionHigh);
  }
  expectPoints(comparison);
}

function expectPoints({ points }: ImportedComparison): void {
  const next = new Map<string, number>();
  for (const point of points) {
    expectDomains(point);
    expect(Number.isFinite(point.score)).toBe(true);
    const curve = JSON.stringify([point.variantType, point.filter]);
    expect(point.position).toBe(next.get(curve) ?? 0);
    next.set(curve, point.position + 1);
  }
}

function expectDomains(row: object): void {
  for (const [field, value] of Object.entries(row)) {
    if (value === null) continue;
    if (COUNT.test(field)) expect(Number.isSafeInteger(value) && value >= 0, `${field} ${value}`).toBe(true);
    if (FRACTION.test(field)) expect(value >= 0 && value <= 1, `${field} ${value}`).toBe(true);
    if (field === "falsePositivesPerMegabase") expect(Number.isFinite(value) && value >= 0).toBe(true);
  }
}

function expectWithin(low: number | null, value: number | null, high: number | null): void {
  if (low === null || value === null || high === null) return;
  expect(low).toBeLessThanOrEqual(value);
  expect(value).toBeLessThanOrEqual(high);
}
