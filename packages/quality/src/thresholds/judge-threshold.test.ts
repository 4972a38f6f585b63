import { wilsonInterval } from "@touchstone/statistics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { thrownBy } from "../../test/thrown.ts";
import { judgeThreshold } from "./judge-threshold.ts";
import { type ScoreCounts, scoreOfCounts } from "./score.ts";

function found(truthTp: number, truthFn: number, queryTp: number = truthTp, queryFp = 0): ScoreCounts {
  return { truthTp, truthFn, queryTp, queryFp };
}

const RECALL = { score: "recall", minimum: 0.95 } as const;

describe("a recall of 29 of 29, of which the lower bound is .883", () => {
  test("is no proof of 0.95 at release: indeterminate", () => {
    const verdict = judgeThreshold(RECALL, found(29, 0), "release");
    expect(verdict.state).toBe("indeterminate");
    expect(verdict.interval?.[0]).toBeCloseTo(0.883, 3);
    expect(verdict.sentence).toBe(
      "recall is 1, from 29 records; the 95% interval, 0.883 to 1, holds 0.95: indeterminate, more observations would decide.",
    );
  });

  test("passes in routine, by its estimate", () => {
    expect(judgeThreshold(RECALL, found(29, 0), "routine").state).toBe("pass");
  });
});

test.each([
  ["pass", 2900, 0],
  ["indeterminate", 96, 4],
  ["fail", 80, 20],
] as const)("three states at release: %s with %i found and %i missed", (state, tp, fn) => {
  expect(judgeThreshold(RECALL, found(tp, fn), "release").state).toBe(state);
});

test("in routine the estimate decides, and equals the minimum from above", () => {
  expect(judgeThreshold(RECALL, found(95, 5), "routine").state).toBe("pass");
  expect(judgeThreshold(RECALL, found(94, 6), "routine").state).toBe("fail");
});

test.each(["release", "routine"] as const)("nothing observed is indeterminate at %s, never 0 or 1", (stage) => {
  const verdict = judgeThreshold(RECALL, found(0, 0), stage);
  expect(verdict).toMatchObject({ state: "indeterminate", value: null, interval: null, observations: 0 });
  expect(verdict.sentence).toBe("There is nothing to compute recall from: indeterminate.");
});

test("a score without its counts is refused with the reason", () => {
  const error = thrownBy(() => judgeThreshold(RECALL, null, "release"));
  expect(error.code).toBe("TS_RULE_ON_SCORE");
  expect(error.message).toContain("29 of 29 and 2900 of 2900 are both 1");
});

test.each([
  ["a minimum of 95", { score: "recall", minimum: 95 }],
  ["a minimum that is no number", { score: "recall", minimum: Number.NaN }],
  ["a level of 1", { score: "recall", minimum: 0.95, level: 1 }],
] as const)("%s is refused", (_, threshold) => {
  expect(thrownBy(() => judgeThreshold(threshold, found(9, 1), "routine")).code).toBe("TS_DEFINITION_INVALID");
});

test("precision counts query records, recall truth records", () => {
  const counts = found(90, 10, 120, 30);
  expect(scoreOfCounts("recall", counts)).toMatchObject({
    value: 0.9,
    observations: 100,
    interval: wilsonInterval(90, 100),
  });
  expect(scoreOfCounts("precision", counts)).toMatchObject({
    value: 0.8,
    observations: 150,
    interval: wilsonInterval(120, 150),
  });
});

describe("F1", () => {
  test("is the harmonic mean, inside its interval, whatever the counts", () => {
    const count = fc.nat(5000);
    fc.assert(
      fc.property(count, count, count, count, (truthTp, truthFn, queryTp, queryFp) => {
        const { value, interval } = scoreOfCounts("f1", { truthTp, truthFn, queryTp, queryFp });
        const [precision, recall] = [queryTp / (queryTp + queryFp), truthTp / (truthTp + truthFn)];
        if (Number.isNaN(precision) || Number.isNaN(recall)) {
          expect([value, interval]).toEqual([null, null]);
          return;
        }
        const expected =
          precision + recall === 0 || truthTp === 0 || queryTp === 0 ? 0 : 2 / (1 / precision + 1 / recall);
        expect(value).toBeCloseTo(expected, 12);
        expect(interval?.[0]).toBeLessThanOrEqual(expected + 1e-12);
        expect(interval?.[1]).toBeGreaterThanOrEqual(expected - 2 / Math.max(1, truthTp));
      }),
    );
  });

  test("has the interval of its share of the union, carried over", () => {
    // 80 in both, 10 only in the truth, 10 only in the query: F* = 80/100, F1 = 2 * 0.8 / 1.8.
    const { value, interval, observations } = scoreOfCounts("f1", found(80, 10, 80, 10));
    const [low, high] = wilsonInterval(80, 100) ?? [0, 0];
    expect([value, observations]).toEqual([expect.closeTo(8 / 9, 12), 100]);
    expect(interval).toEqual([expect.closeTo((2 * low) / (1 + low), 12), expect.closeTo((2 * high) / (1 + high), 12)]);
  });

  test("covers the true F1 as often as it says", () => {
    // 400 draws of 300 records of a union in which 90% are in both: within four standard errors of 95%.
    let seed = 7;
    const uniform = () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    const truth = (2 * 0.9) / 1.9;
    let covered = 0;
    for (let draw = 0; draw < 400; draw++) {
      const counts = [0, 0, 0];
      for (let record = 0; record < 300; record++) {
        const u = uniform();
        counts[u < 0.9 ? 0 : u < 0.95 ? 1 : 2]++;
      }
      const [low, high] = scoreOfCounts("f1", found(counts[0], counts[1], counts[0], counts[2])).interval ?? [1, 0];
      if (low <= truth && truth <= high) covered++;
    }
    expect(Math.abs(covered / 400 - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 400));
  });
});

describe("a threshold that asks for 381 observations", () => {
  const threshold = { score: "recall", minimum: 0.99, observations: 381 } as const;

  test.each([
    [380, "indeterminate"],
    [381, "pass"],
  ] as const)("judges %d of as many found to be: %s, at any stage", (found381, state) => {
    for (const stage of ["release", "routine"] as const) {
      expect(judgeThreshold(threshold, found(found381, 0), stage).state).toBe(state);
    }
  });

  test("does not fail what is too little to judge, and says why", () => {
    const verdict = judgeThreshold(threshold, found(80, 20), "routine");
    expect(verdict.state).toBe("indeterminate");
    expect(verdict.sentence).toBe("recall is 0.8 of 100 records, fewer than the 381 that are needed: indeterminate.");
  });

  test.each([0, 1.5, Number.NaN])("refuses %d observations", (observations) => {
    const error = thrownBy(() => judgeThreshold({ ...threshold, observations }, found(9, 1), "routine"));
    expect(error.code).toBe("TS_DEFINITION_INVALID");
  });
});
