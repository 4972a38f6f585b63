import { describe, expect, test } from "vitest";
import { drawIndividual, generatePopulation } from "../individual/population.ts";
import { Random } from "../random/random.ts";
import { generateContig } from "../reference/generate-contig.ts";
import { errorProbability, HIGHEST_QUALITY } from "./quality-model.ts";
import { defaultReadOptions, type ReadOptions } from "./read-options.ts";
import { pairCount, type ReadPair, simulatePairs } from "./simulate-pairs.ts";

const contigs = [
  { name: "chr1", bases: generateContig(new Random(1), 60_000, 0) },
  { name: "chr2", bases: generateContig(new Random(2), 20_000, 0) },
];
const individual = drawIndividual(
  new Random(4),
  "S1",
  generatePopulation(new Random(3), contigs, { meanDistance: 300 }),
);
const G = "G".charCodeAt(0);
/** Of a standard normal number: 1 of 16,000 tests with correct numbers would fail. */
const BOUND = 4;

function pairsOf(seed: number, options: Partial<ReadOptions> = {}): ReadPair[] {
  return [...simulatePairs(new Random(seed), contigs, individual, { ...defaultReadOptions, ...options })];
}

/** Whether a count of successes is as expected of independent trials with these chances. */
function expectBinomial(successes: number, chances: readonly number[]): void {
  const mean = chances.reduce((sum, chance) => sum + chance, 0);
  const variance = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0);
  expect(Math.abs(successes - mean)).toBeLessThanOrEqual(BOUND * Math.sqrt(variance) + 1);
}

/** What an error-free read would be, and whether each base of it is of the fragment. */
function expectedBases({ fragment }: ReadPair, read: 1 | 2, readLength: number): Uint8Array {
  const { source, start, length, isReverse } = fragment;
  const strand = source.bases.subarray(start, start + length);
  const isRight = (read === 1) === isReverse;
  const complement: Readonly<Record<string, string>> = { A: "T", C: "G", G: "C", T: "A" };
  const text = Buffer.from(strand).toString("latin1");
  const read5 = isRight
    ? Array.from(text, (base) => complement[base])
        .reverse()
        .join("")
    : text;
  return Buffer.from(read5.slice(0, readLength));
}

describe("read pairs", () => {
  const pairs = pairsOf(10);
  const originals = pairs.filter(({ duplicate }) => duplicate === null);

  test("give the depth asked for, on each contig as its length says", () => {
    expect(pairs.length).toBe(pairCount(contigs, defaultReadOptions));
    const known = contigs.map(({ bases }) => bases.filter((base) => base !== "N".charCodeAt(0)).length);
    expect((pairs.length * 300) / (known[0] + known[1])).toBeCloseTo(30, 1);
    const onSecond = originals.filter(({ fragment }) => fragment.source.contig === "chr2").length;
    // Fragments that overlap an end are not drawn: 350 bases of either contig.
    const share = (known[1] - 350) / (known[0] + known[1] - 700);
    expectBinomial(
      onSecond,
      originals.map(() => share),
    );
  });

  test("come from both haplotypes and both strands alike", () => {
    const half = originals.map(() => 0.5);
    expectBinomial(originals.filter(({ fragment }) => fragment.isReverse).length, half);
    expectBinomial(originals.filter(({ fragment }) => fragment.source.haplotype === 1).length, half);
  });

  test("have inserts of the mean and spread asked for, and the share of short ones", () => {
    const lengths = originals.map(({ fragment }) => fragment.length);
    const long = lengths.filter((length) => length >= 150);
    const mean = long.reduce((sum, length) => sum + length, 0) / long.length;
    const sd = Math.sqrt(long.reduce((sum, length) => sum + (length - mean) ** 2, 0) / (long.length - 1));
    expect(Math.abs(mean - 350)).toBeLessThan((BOUND * 50) / Math.sqrt(long.length));
    expect(Math.abs(sd - 50)).toBeLessThan((BOUND * 50) / Math.sqrt(2 * long.length));
    expectBinomial(
      lengths.length - long.length,
      lengths.map(() => defaultReadOptions.shortInsertShare),
    );
  });

  test("are duplicates as often as asked for, the optical ones close by in the same lane and tile", () => {
    const many = pairsOf(11, { lanes: 3, duplicateShare: 0.2, opticalShare: 0.3 });
    const duplicates = many.filter(({ duplicate }) => duplicate !== null);
    expectBinomial(
      duplicates.length,
      many.map(() => 0.2),
    );
    const optical = duplicates.filter(({ duplicate }) => duplicate === "optical");
    expectBinomial(
      optical.length,
      duplicates.map(() => 0.3),
    );
    for (const pair of optical) {
      const { x, y, tile } = pair.cluster;
      const near = many.filter(
        (other) =>
          other !== pair &&
          other.fragment === pair.fragment &&
          other.lane === pair.lane &&
          other.cluster.tile === tile &&
          Math.hypot(other.cluster.x - x, other.cluster.y - y) < 100,
      );
      expect(near).not.toEqual([]);
    }
    expect(new Set(many.map(({ fragment }) => fragment)).size).toBe(many.length - duplicates.length);
  });

  test("no two clusters have the same place", () => {
    const places = pairsOf(12, { lanes: 2, duplicateShare: 0.5, opticalShare: 0.9 }).map(
      ({ lane, cluster: { tile, x, y } }) => `${lane}:${tile}:${x}:${y}`,
    );
    expect(new Set(places).size).toBe(places.length);
  });

  test("run into the adapter of their read where the fragment is short", () => {
    const adapters = { first: "AGATCGGAAGAGC", second: "AGATCGGAAGAGC" };
    const errorFree = (read: "first" | "second") =>
      pairs.filter(({ fragment, [read]: { bases } }) => {
        if (fragment.length > 130) return false;
        return Buffer.from(bases).toString("latin1").slice(fragment.length).startsWith(adapters[read]);
      }).length;
    const short = pairs.filter(({ fragment }) => fragment.length <= 130).length;
    expect(short).toBeGreaterThan(20);
    expect(errorFree("first")).toBeGreaterThan(0.7 * short);
    expect(errorFree("second")).toBeGreaterThan(0.7 * short);
  });
});

describe("errors", () => {
  test("are as frequent as the model says, for each reported quality, lane by lane", () => {
    const options = { lanes: 2, depth: 40 };
    const counts = new Map<string, { errors: number; chances: number[] }>();
    for (const pair of pairsOf(20, options)) {
      for (const [read, { bases, qualities }] of [
        [1, pair.first],
        [2, pair.second],
      ] as const) {
        const expected = expectedBases(pair, read, 150);
        for (let cycle = 0; cycle < expected.length; cycle++) {
          const key = `${pair.lane} Q${qualities[cycle]}`;
          const count = counts.get(key) ?? { errors: 0, chances: [] };
          const afterG = cycle > 0 && expected[cycle] === G && expected[cycle - 1] === G;
          count.chances.push(errorProbability(qualities[cycle], { cycle, readLength: 150, afterG, lane: pair.lane }));
          if (bases[cycle] !== expected[cycle]) count.errors++;
          counts.set(key, count);
        }
      }
    }
    expect(counts.size).toBeGreaterThan(50);
    for (const { errors, chances } of counts.values()) expectBinomial(errors, chances);
  });

  test("are more frequent than reported qualities promise, by the quality, cycle, context and lane", () => {
    const plain = { cycle: 10, readLength: 150, afterG: false, lane: 1 };
    expect(errorProbability(20, plain)).toBeCloseTo(0.01, 10);
    expect(errorProbability(36, plain)).toBeCloseTo(10 ** -(3.6 - 0.192), 10);
    for (const worse of [{ cycle: 130 }, { afterG: true }, { lane: 2 }]) {
      expect(errorProbability(30, { ...plain, ...worse })).toBeGreaterThan(errorProbability(30, plain));
    }
    expect(errorProbability(0, { ...plain, afterG: true })).toBe(0.75);
  });

  test("reported qualities vary by cycle and read and stay in range", () => {
    const pairs = pairsOf(21, { depth: 5 });
    const meanAt = (cycle: number) => pairs.reduce((sum, { first }) => sum + first.qualities[cycle], 0) / pairs.length;
    expect(meanAt(10)).toBeGreaterThan(meanAt(0) + 2);
    expect(meanAt(10)).toBeGreaterThan(meanAt(149) + 5);
    const ofReads = pairs.map(({ first }) => first.qualities.reduce((sum, quality) => sum + quality, 0) / 150);
    expect(Math.max(...ofReads) - Math.min(...ofReads)).toBeGreaterThan(5);
    for (const { second } of pairs) {
      expect(Math.min(...second.qualities)).toBeGreaterThanOrEqual(2);
      expect(Math.max(...second.qualities)).toBeLessThanOrEqual(HIGHEST_QUALITY);
    }
  });
});

test.each([
  ["depth", { depth: 0 }],
  ["readLength", { readLength: 12.5 }],
  ["insertMean", { insertMean: 100 }],
  ["duplicateShare", { duplicateShare: 1 }],
  ["lanes", { lanes: 0 }],
])("an option out of range is named: %s", (field, options) => {
  expect(() => pairsOf(1, options)).toThrow(
    expect.objectContaining({ code: "TS_SIMULATION_INVALID", details: { field } }),
  );
});

test("a reference without a place for a fragment is an error, not an endless search", () => {
  const tiny = [{ name: "chr1", bases: Buffer.from("ACGT".repeat(20)) }];
  const nobody = { name: "S", calls: new Map() };
  expect(() => [...simulatePairs(new Random(1), tiny, nobody, defaultReadOptions)]).toThrow(/longer reference/);
});
