import fc from "fast-check";
import { expect, test } from "vitest";
import { RegionSweep } from "./region-sweep.ts";

const GENOME = 60;

/** Which bases of a tiny genome regions cover. */
const coverage = fc.array(fc.boolean(), { maxLength: GENOME });
const span = fc.tuple(fc.nat(GENOME), fc.nat(6)).map(([start, length]) => ({ start, end: start + length }));

function sweepOf(covered: readonly boolean[]): RegionSweep {
  const starts = covered.flatMap((isCovered, base) => (isCovered && covered[base - 1] !== true ? [base] : []));
  const ends = covered.flatMap((isCovered, base) => (isCovered && covered[base + 1] !== true ? [base + 1] : []));
  return new RegionSweep({ starts: Int32Array.from(starts), ends: Int32Array.from(ends) });
}

/** Bases that decide: those replaced, or both neighbours of an insertion. */
function decisive(covered: readonly boolean[], start: number, end: number): boolean[] {
  const bases = start === end ? [start - 1, start] : Array.from({ length: end - start }, (_, i) => start + i);
  return bases.map((base) => covered[base] === true);
}

test("property: answers as counting base by base does, in any order of queries", () => {
  fc.assert(
    fc.property(coverage, fc.array(span), (covered, spans) => {
      const sweep = sweepOf(covered);
      for (const { start, end } of spans) {
        const bases = decisive(covered, start, end);
        expect(sweep.contains(start, end)).toBe(bases.every(Boolean));
        expect(sweep.overlaps(start, end)).toBe(start === end ? bases.every(Boolean) : bases.some(Boolean));
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("an insertion at the border of a region is outside, a substitution of its last base inside", () => {
  const sweep = new RegionSweep({ starts: Int32Array.of(519), ends: Int32Array.of(520) });
  expect(sweep.overlaps(520, 520)).toBe(false);
  expect(sweep.overlaps(519, 519)).toBe(false);
  expect(sweep.overlaps(519, 520)).toBe(true);
});
