import { RegionSweep } from "@touchstone/formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TRUTH_TP } from "../count/outcome.ts";
import { Tally } from "../count/tally.ts";
import { packVariantClass, TYPE_SNP } from "../count/variant-class.ts";
import { coveredBases, type Intervals, intersectRegions, sharedBases, sliceIntervals } from "./intervals.ts";
import { StrataCounter } from "./strata-counter.ts";
import { type StrataTable, sliceStrata } from "./strata-table.ts";
import { stratumSize } from "./stratum.ts";

const GENOME = 60;
/** Kinds of records that the counts are kept apart by. */
const KINDS = 3;

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

type Span = { readonly start: number; readonly end: number };

/** Records of each kind in each stratum; the kind of a record is its number modulo {@link KINDS}. */
function countSpans(spans: readonly Span[], table: StrataTable): number[][] {
  const tally = new Tally(table.offsets.length - 1);
  const counter = new StrataCounter(spans.length);
  spans.forEach(({ start, end }, number) => {
    const variantClass = packVariantClass(TYPE_SNP, 0, 2, 1, number % KINDS);
    counter.add(start, end, tally.addTruth(variantClass, TRUTH_TP, true, Number.NaN));
  });
  counter.countInto(tally, table);
  const counts: number[][] = [];
  tally.forEachKind((_, row) => counts.push(Array.from(row)));
  return counts;
}

/** The same, with one region sweep a stratum. */
function sweepSpans(spans: readonly Span[], strata: readonly Intervals[]): number[][] {
  const counts = Array.from({ length: Math.min(KINDS, spans.length) }, () => new Array(strata.length + 1).fill(0));
  const sweeps = strata.map((stratum) => new RegionSweep(stratum));
  spans.forEach(({ start, end }, number) => {
    counts[number % KINDS][0]++;
    sweeps.forEach((sweep, s) => {
      if (sweep.overlaps(start, end)) counts[number % KINDS][s + 1]++;
    });
  });
  return counts;
}

const tableOf = (strata: readonly Intervals[], from: number, to: number): StrataTable =>
  sliceStrata(
    strata.map((stratum) => new Map([["c", stratum]])),
    "c",
    from,
    to,
  );

describe("StrataCounter", () => {
  test("counts each record in the strata that one region sweep for each finds, in any order of records", () => {
    fc.assert(
      fc.property(fc.array(intervals, { maxLength: 8 }), fc.array(span, { maxLength: 40 }), (strata, spans) => {
        expect(countSpans(spans, tableOf(strata, 0, GENOME + 10))).toEqual(sweepSpans(spans, strata));
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  test("does so where records and intervals are far apart, long, and at the end of the number range", () => {
    const LARGEST = 2 ** 31 - 1;
    const far = fc
      .array(fc.integer({ min: 0, max: LARGEST }), { maxLength: 12 })
      .map((borders) => Int32Array.from(new Set(borders)).sort())
      .map((borders) => ({
        starts: borders.filter((_, i) => i % 2 === 0 && i + 1 < borders.length),
        ends: borders.filter((_, i) => i % 2 === 1),
      }));
    const place = fc.tuple(fc.integer({ min: 0, max: LARGEST }), fc.constantFrom(0, 1, 2, 1e6, 1e9));
    const spans = fc
      .array(place)
      .map((all) => all.map(([start, length]) => ({ start, end: Math.min(LARGEST, start + length) })));
    fc.assert(
      fc.property(fc.array(far, { maxLength: 4 }), spans, (strata, records) => {
        expect(countSpans(records, tableOf(strata, -1, LARGEST))).toEqual(sweepSpans(records, strata));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  test("a deletion counts once in a stratum, however many of its intervals it covers", () => {
    const dots: Intervals = { starts: Int32Array.of(10, 12, 14, 30), ends: Int32Array.of(11, 13, 15, 31) };
    const deletion = { start: 5, end: 20 };
    expect(countSpans([deletion], tableOf([dots], 0, 100))).toEqual([[1, 1]]);
    expect(countSpans([{ start: 10, end: 20 }], tableOf([dots], 0, 100))).toEqual([[1, 1]]);
    expect(countSpans([{ start: 15, end: 30 }], tableOf([dots], 0, 100))).toEqual([[1, 0]]);
  });

  test("a slice for a range gives the records of the range the same strata as the whole", () => {
    fc.assert(
      fc.property(fc.array(intervals, { maxLength: 5 }), fc.nat(30), span, fc.nat(20), (strata, from, place, rest) => {
        const spans = [{ start: from + place.start, end: from + place.end }];
        expect(countSpans(spans, tableOf(strata, from, spans[0].end + rest))).toEqual(
          countSpans(spans, tableOf(strata, 0, 200)),
        );
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  test("a contig without intervals has no strata", () => {
    expect(countSpans([{ start: 5, end: 6 }], sliceStrata([new Map(), new Map()], "c", 0, 100))).toEqual([[1, 0, 0]]);
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
