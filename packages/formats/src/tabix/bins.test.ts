import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binOf, binsOverlapping, longestContig, pseudoBin, TABIX_BINNING } from "./bins.ts";

const SEED = 20260303;
const intervals = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 29 - 1 }), fc.integer({ min: 1, max: 2 ** 22 }))
  .map(([start, length]) => [start, Math.min(start + length, 2 ** 29)] as const);

describe("bins of a .tbi", () => {
  test.each([
    [0, 1, 4681],
    [0, 16_384, 4681],
    [16_383, 16_385, 585],
    [16_384, 16_385, 4682],
    [2 ** 17 - 1, 2 ** 17 + 1, 73],
    [0, 2 ** 29, 0],
    [2 ** 26 - 1, 2 ** 26 + 1, 0],
    [2 ** 29 - 1, 2 ** 29, 37_448],
  ])("[%i, %i) lies in bin %i", (start, end, bin) => {
    expect(binOf(start, end, TABIX_BINNING)).toBe(bin);
  });

  test("reach to 2^29 and keep their counts in bin 37450", () => {
    expect(longestContig(TABIX_BINNING)).toBe(2 ** 29);
    expect(pseudoBin(TABIX_BINNING)).toBe(37_450);
  });

  test("are found from whatever overlaps what they hold", () => {
    fc.assert(
      fc.property(intervals, intervals, ([start, end], [from, to]) => {
        const bin = binOf(start, end, TABIX_BINNING);
        const found = binsOverlapping(from, to, TABIX_BINNING).some(({ first, last }) => first <= bin && bin <= last);
        if (start < to && from < end) expect(found).toBe(true);
        expect(binsOverlapping(start, end, TABIX_BINNING).some(({ first, last }) => first <= bin && bin <= last)).toBe(
          true,
        );
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
