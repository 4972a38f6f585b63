import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectClose, referenceAvailable, referenceCases } from "../../test/reference.ts";
import { wilsonInterval } from "../proportions/proportion.ts";
import { concordanceScores, f1Score, falsePositivesPerMegabase } from "./concordance-scores.ts";

const counts = fc.record({
  truthTp: fc.nat(1e6),
  truthFn: fc.nat(1e6),
  queryTp: fc.nat(1e6),
  queryFp: fc.nat(1e6),
  queryUnknown: fc.nat(1e6),
});

describe.skipIf(!referenceAvailable)("reference cases", () => {
  const cases = referenceCases("concordance");

  test.each(cases.filter(({ input }) => input.tp !== undefined))("$id", ({ input, expected, tolerance }) => {
    const { tp, fp, fn } = input;
    const scores = concordanceScores({ truthTp: tp, truthFn: fn, queryTp: tp, queryFp: fp });
    expectClose(scores.precision.value, expected.precision, tolerance);
    expectClose(scores.recall.value, expected.recall, tolerance);
    expectClose(scores.f1, expected.f1, tolerance);
  });

  test.each(cases.filter(({ input }) => input.rows !== undefined))("$id", ({ input, expected, tolerance }) => {
    input.rows.forEach((row: Record<string, number>, index: number) => {
      const scores = concordanceScores({
        truthTp: row["TRUTH.TP"],
        truthFn: row["TRUTH.FN"],
        queryTp: row["QUERY.TOTAL"] - row["QUERY.FP"] - row["QUERY.UNK"],
        queryFp: row["QUERY.FP"],
        queryUnknown: row["QUERY.UNK"],
      });
      expectClose(scores.recall.value, expected.rows[index].Recall, tolerance);
      expectClose(scores.precision.value, expected.rows[index].Precision, tolerance);
      expectClose(scores.fractionUnknown, expected.rows[index].Frac_NA, tolerance);
      expectClose(scores.f1, expected.rows[index].F1_Score, tolerance);
    });
  });
});

describe("concordanceScores", () => {
  test("an empty stratum has no score, neither 0 nor 1", () => {
    expect(concordanceScores({ truthTp: 0, truthFn: 0, queryTp: 0, queryFp: 0 })).toEqual({
      recall: { value: null, interval: null, reason: "no data" },
      precision: { value: null, interval: null, reason: "no data" },
      f1: null,
      fractionUnknown: null,
    });
  });

  test("no query record leaves precision and F1 undefined and recall 0", () => {
    const scores = concordanceScores({ truthTp: 0, truthFn: 7, queryTp: 0, queryFp: 0 });
    expect(scores.recall.value).toBe(0);
    expect(scores.precision.value).toBeNull();
    expect(scores.f1).toBeNull();
  });

  test("only unknown query records have a fraction and no precision", () => {
    const scores = concordanceScores({ truthTp: 0, truthFn: 0, queryTp: 0, queryFp: 0, queryUnknown: 4 });
    expect(scores.fractionUnknown).toBe(1);
    expect(scores.precision.value).toBeNull();
  });

  test("recall counts truth records, precision query records", () => {
    // One truth record that two query records spell: 1 of 2 truth records found, 2 of 3 query records right.
    const scores = concordanceScores({ truthTp: 1, truthFn: 1, queryTp: 2, queryFp: 1, queryUnknown: 5 });
    expect(scores.recall.value).toBe(1 / 2);
    expect(scores.precision.value).toBe(2 / 3);
    expect(scores.fractionUnknown).toBe(5 / 8);
    expectClose(scores.f1, 4 / 7, 1e-15);
  });

  test("the interval is that of the method asked for", () => {
    const { recall } = concordanceScores(
      { truthTp: 29, truthFn: 0, queryTp: 29, queryFp: 0 },
      { level: 0.99, interval: wilsonInterval },
    );
    expect(recall.interval).toEqual(wilsonInterval(29, 29, 0.99));
  });

  test("F1 lies between precision and recall, and ignores which is which", () => {
    fc.assert(
      fc.property(counts, (sample) => {
        const { recall, precision, f1 } = concordanceScores(sample);
        expect(f1 === null).toBe(recall.value === null || precision.value === null);
        if (recall.value === null || precision.value === null || f1 === null) return;
        expect(f1).toBeGreaterThanOrEqual(Math.min(recall.value, precision.value) * (1 - 1e-12));
        expect(f1).toBeLessThanOrEqual(Math.max(recall.value, precision.value) * (1 + 1e-12));
        expect(f1Score(precision.value, recall.value)).toBe(f1);
      }),
    );
  });

  test("counts that are none are refused", () => {
    const outside = expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" });
    const good = { truthTp: 1, truthFn: 1, queryTp: 1, queryFp: 1 };
    expect(() => concordanceScores({ ...good, queryFp: -1 })).toThrow(outside);
    expect(() => concordanceScores({ ...good, truthTp: Number.NaN })).toThrow(outside);
    expect(() => f1Score(1.2, 0.5)).toThrow(outside);
  });
});

describe("falsePositivesPerMegabase", () => {
  test("divides by the confident region, with Garwood's interval", () => {
    // Garwood 1936, table 1: 3 events have the 95% interval 0.6187 to 8.7673; 0 events end at -ln(.025).
    const rate = falsePositivesPerMegabase(3, 2_000_000);
    expect(rate.perMegabase).toBe(1.5);
    expect(rate.interval?.map((bound) => Number((2 * bound).toFixed(4)))).toEqual([0.6187, 8.7673]);
    expectClose(falsePositivesPerMegabase(0, 1_000_000).interval?.[1], -Math.log(0.025), 1e-12);
    expect(falsePositivesPerMegabase(0, 1_000_000).interval?.[0]).toBe(0);
  });

  test("is null without a confident base", () => {
    expect(falsePositivesPerMegabase(3, 0)).toEqual({ perMegabase: null, interval: null, reason: "no data" });
  });

  test("a level outside of (0, 1) is refused", () => {
    expect(() => falsePositivesPerMegabase(3, 10, 95)).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
    );
  });
});
