import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coveredBases, type Intervals, intersectRegions, sharedBases, sliceIntervals } from "./intervals.ts";
import { RegionSweep } from "./region-sweep.ts";
import { StrataSweep } from "./strata-sweep.ts";
import { type StrataTable, sliceStrata } from "./strata-table.ts";
import { stratumSize } from "./stratum.ts";

const GENOME = 60;

/** Merged intervals over a tiny genome, from gaps and lengths of at least one base. */
const intervals: fc.Arbitrary<Intervals> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), { maxLength: 6 })
  .map((pairs) => {
    const starts: number[] = [];
    const ends: number[] = [];
    let position = -1;
    for (const [gap, length] of pairs) {
      starts.push(position + gap);
      position += gap + length;
      ends.push(position);
    }
    return { starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
  });

const span = fc.tuple(fc.nat(GENOME), fc.nat(6)).map(([start, length]) => ({ start, end: start + length }));

function intervalAt(regions: Intervals, position: number): number {
  return regions.starts.findIndex((start, i) => start <= position && position < regions.ends[i]);
}

/** The rule, base by base. */
function belongs(regions: Intervals, start: number, end: number): boolean {
  if (start === end) {
    const left = intervalAt(regions, start - 1);
    return left >= 0 && left === intervalAt(regions, start);
  }
  for (let base = start; base < end; base++) if (intervalAt(regions, base) >= 0) return true;
  return false;
}

function isInside(regions: Intervals, start: number, end: number): boolean {
  if (start === end) return belongs(regions, start, end);
  const region = intervalAt(regions, start);
  return region >= 0 && region === intervalAt(regions, end - 1);
}

describe("RegionSweep", () => {
  test("answers as base-by-base counting does, in any order of queries", () => {
    fc.assert(
      fc.property(intervals, fc.array(span), (regions, spans) => {
        const sweep = new RegionSweep(regions);
        for (const { start, end } of spans) {
          expect(sweep.overlaps(start, end)).toBe(belongs(regions, start, end));
          expect(sweep.contains(start, end)).toBe(isInside(regions, start, end));
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
});

function strataOf(table: StrataTable, start: number, end: number): number[] {
  const sweep = new StrataSweep(table);
  const size = sweep.find(start, end);
  return Array.from(sweep.active.subarray(0, size)).sort((a, b) => a - b);
}

describe("StrataSweep", () => {
  test("finds the same strata as one region sweep for each", () => {
    fc.assert(
      fc.property(fc.array(intervals, { maxLength: 8 }), fc.array(span), (strata, spans) => {
        const maps = strata.map((stratum) => new Map([["c", stratum]]));
        const sweep = new StrataSweep(sliceStrata(maps, "c", 0, GENOME + 10));
        const sweeps = strata.map((stratum) => new RegionSweep(stratum));
        for (const { start, end } of spans) {
          const size = sweep.find(start, end);
          const found = Array.from(sweep.active.subarray(0, size)).sort((a, b) => a - b);
          expect(found).toEqual(strata.flatMap((_, s) => (sweeps[s].overlaps(start, end) ? [s] : [])));
        }
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test("a slice for a range gives the records of the range the same strata as the whole", () => {
    fc.assert(
      fc.property(fc.array(intervals, { maxLength: 5 }), fc.nat(30), span, fc.nat(20), (strata, from, place, rest) => {
        const start = from + place.start;
        const end = from + place.end;
        const maps = strata.map((stratum) => new Map([["c", stratum]]));
        const part = sliceStrata(maps, "c", from, end + rest);
        expect(strataOf(part, start, end)).toEqual(strataOf(sliceStrata(maps, "c", 0, 200), start, end));
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  test("a contig without intervals has no strata", () => {
    const sweep = new StrataSweep(sliceStrata([new Map(), new Map()], "c", 0, 100));
    expect(sweep.find(5, 6)).toBe(0);
  });
});

describe("sizes", () => {
  test("shared bases are those in both, whichever has more intervals", () => {
    const dense: Intervals = {
      starts: Int32Array.from({ length: 1000 }, (_, i) => i * 10),
      ends: Int32Array.from({ length: 1000 }, (_, i) => i * 10 + 5),
    };
    const one: Intervals = { starts: Int32Array.of(12), ends: Int32Array.of(32) };
    expect(sharedBases(dense, one)).toBe(3 + 5 + 2);
    expect(sharedBases(one, dense)).toBe(10);
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        let shared = 0;
        for (let base = 0; base < 200; base++) if (intervalAt(a, base) >= 0 && intervalAt(b, base) >= 0) shared++;
        expect(sharedBases(a, b)).toBe(shared);
        const both = intersectRegions(new Map([["c", a]]), new Map([["c", b]])).get("c");
        expect(both === undefined ? -1 : coveredBases(both)).toBe(shared);
        expect(sharedBases(a, a)).toBe(coveredBases(a));
      }),
      { seed: 4 },
    );
  });

  test("slices keep whole intervals", () => {
    const slice = sliceIntervals({ starts: Int32Array.of(0, 10, 20), ends: Int32Array.of(5, 15, 25) }, 12, 18);
    expect(Array.from(slice.starts)).toEqual([10]);
    expect(Array.from(slice.ends)).toEqual([15]);
  });

  test("a stratum's size counts the compared contigs only, and its confident part is null without regions", () => {
    const stratum = new Map([
      ["a", { starts: Int32Array.of(0), ends: Int32Array.of(10) }],
      ["b", { starts: Int32Array.of(0), ends: Int32Array.of(100) }],
    ]);
    const confident = new Map([["a", { starts: Int32Array.of(4), ends: Int32Array.of(50) }]]);
    const targets = new Map([["a", { starts: Int32Array.of(0, 6), ends: Int32Array.of(5, 7) }]]);
    const none = { confident: null, assessed: null };
    expect(stratumSize("x", stratum, none, ["a", "b"])).toEqual({
      name: "x",
      sizeBases: 110,
      confidentBases: null,
      assessedBases: 110,
    });
    expect(stratumSize("x", stratum, { confident, assessed: confident }, ["a"])).toEqual({
      name: "x",
      sizeBases: 10,
      confidentBases: 6,
      assessedBases: 6,
    });
    const assessed = intersectRegions(confident, targets);
    expect(stratumSize("x", stratum, { confident, assessed }, ["a"]).assessedBases).toBe(2);
    expect(stratumSize("x", stratum, { confident: null, assessed: targets }, ["a", "b"])).toEqual({
      name: "x",
      sizeBases: 110,
      confidentBases: null,
      assessedBases: 6,
    });
  });
});
