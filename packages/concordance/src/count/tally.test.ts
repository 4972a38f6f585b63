import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  OUTCOMES,
  QUERY_FP,
  QUERY_SIDE,
  QUERY_TP,
  type QueryOutcome,
  TRUTH_FN,
  TRUTH_SIDE,
  TRUTH_TP,
  type TruthOutcome,
} from "./outcome.ts";
import { MAX_REASONS, NO_KIND, Tally } from "./tally.ts";
import { packVariantClass, TYPE_INDEL, TYPE_SNP } from "./variant-class.ts";

const STRATA = 5;

interface Observation {
  readonly variantClass: number;
  readonly outcome: number;
  readonly passing: boolean;
  readonly score: number;
  readonly strata: number[];
}

const observation: fc.Arbitrary<Observation> = fc.record({
  variantClass: fc
    .tuple(fc.constantFrom(TYPE_SNP, TYPE_INDEL), fc.nat(511), fc.nat(8), fc.nat(20), fc.nat(20))
    .map((fields) => packVariantClass(...fields)),
  outcome: fc.nat(OUTCOMES - 1),
  passing: fc.boolean(),
  score: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constant(Number.NaN)),
  strata: fc.uniqueArray(fc.nat(STRATA - 1)),
});

function tallyOf(observations: readonly Observation[]): Tally {
  const tally = new Tally(STRATA);
  for (const { variantClass, outcome, passing, score, strata } of observations) {
    const kind =
      outcome <= TRUTH_FN
        ? tally.addTruth(variantClass, outcome as TruthOutcome, passing, score)
        : tally.addQuery(variantClass, outcome as QueryOutcome, passing, score);
    for (const stratum of strata) tally.addToStratum(stratum, kind, 1);
  }
  return tally;
}

function contents(tally: Tally): unknown {
  const rows: string[] = [];
  tally.forEachKind((kind, counts) => rows.push(JSON.stringify([kind, Array.from(counts)])));
  return { rows: rows.sort(), scores: tally.scores.toTransferable(), notAssessed: tally.notAssessed };
}

describe("Tally", () => {
  test("a record counts once in all records and once in each of its strata", () => {
    const tally = new Tally(3);
    const snp = packVariantClass(TYPE_SNP, 0, 2, 1, 0);
    const kind = tally.addQuery(snp, QUERY_TP, true, 30);
    tally.addToStratum(2, kind, 1);
    tally.addToStratum(0, kind, 1);
    const seen: unknown[] = [];
    tally.forEachKind((kind, counts) => seen.push(kind, Array.from(counts)));
    expect(seen).toEqual([{ variantClass: snp, outcome: QUERY_TP, passing: true }, [1, 1, 0, 1]]);
  });

  test("does not count a class of type none", () => {
    const tally = new Tally(0);
    expect(tally.addQuery(packVariantClass(0, 0, 1, 0, 0), QUERY_FP, true, 30)).toBe(NO_KIND);
    expect(tally.toTransferable().classes).toHaveLength(0);
    expect(tally.scores.size).toBe(0);
  });

  test("neither the order of records nor how they are divided between workers matters", () => {
    fc.assert(
      fc.property(fc.array(observation, { maxLength: 200 }), fc.infiniteStream(fc.nat(3)), (observations, workers) => {
        const parts: Observation[][] = [[], [], [], []];
        for (const one of observations) parts[workers.next().value as number].push(one);
        const merged = new Tally(STRATA);
        for (const part of parts.reverse()) merged.merge(structuredClone(tallyOf(part).toTransferable()));
        expect(contents(merged)).toEqual(contents(tallyOf(observations)));
      }),
      { seed: 20_240_601, numRuns: 60 },
    );
  });

  test("keeps counts through growth over the first few hundred kinds", () => {
    const classes = Array.from({ length: 1500 }, (_, i) => packVariantClass(TYPE_SNP, 0, 2, i % 250, i % 6));
    const tally = new Tally(1);
    for (const variantClass of classes) {
      tally.addToStratum(0, tally.addTruth(variantClass, TRUTH_TP, true, Number.NaN), 1);
    }
    let [all, inStratum] = [0, 0];
    tally.forEachKind((_, counts) => {
      all += counts[0];
      inStratum += counts[1];
    });
    expect([all, inStratum]).toEqual([1500, 1500]);
    expect(tally.toTransferable().classes).toHaveLength(new Set(classes).size);
  });

  test("adds up what was not assessed and what was bounded", () => {
    const part = new Tally(0);
    part.addNotAssessed(QUERY_SIDE, 3);
    part.addNotAssessed(TRUTH_SIDE, 3);
    part.addBounded(2, 5);
    const total = new Tally(0);
    total.merge(part.toTransferable());
    total.merge(part.toTransferable());
    expect(total.notAssessed[QUERY_SIDE * MAX_REASONS + 3]).toBe(2);
    expect(total.notAssessed[TRUTH_SIDE * MAX_REASONS + 3]).toBe(2);
    expect(Array.from(total.bounded)).toEqual([4, 10]);
  });
});
