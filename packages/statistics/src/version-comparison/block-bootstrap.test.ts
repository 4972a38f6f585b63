import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { describe, expect, test } from "vitest";
import { expectClose } from "../../test/reference.ts";
import { binomialCdf } from "../distributions/binomial.ts";
import type { Interval } from "../interval.ts";
import { blockBootstrap } from "./block-bootstrap.ts";
import { judgeNonInferiority } from "./non-inferiority.ts";
import { type PairedBlock, PairedBlockCounter, type VersionCounts } from "./paired-blocks.ts";
import { comparedScores } from "./score-difference.ts";

const PERFECT: VersionCounts = { truthTp: 10, truthFn: 0, queryTp: 10, queryFp: 0 };
/** One of ten truth variants lost, and one call wrong instead. */
const WORSE: VersionCounts = { truthTp: 9, truthFn: 1, queryTp: 9, queryFp: 1 };

function blocksOf(pairs: readonly (readonly [VersionCounts, VersionCounts])[]): PairedBlock[] {
  return pairs.map(([first, second], index) => ({ contig: "chr1", index, first, second }));
}

/** 40 blocks of ten variants, in the first `worse` of which the second version loses one. */
function losing(worse: number): PairedBlock[] {
  return blocksOf(Array.from({ length: 40 }, (_, index) => [PERFECT, index < worse ? WORSE : PERFECT]));
}

describe("blockBootstrap", () => {
  test("with equal blocks the percentile bounds are binomial quantiles", () => {
    // A replicate draws X of 40 losing blocks, X ~ Binomial(40, 6/40), and loses X of 400 variants.
    const binomialQuantile = (p: number): number => {
      let k = 0;
      while (binomialCdf(k, 40, 6 / 40) < p) k++;
      return k;
    };
    const { recall, precision } = blockBootstrap(losing(6));
    expect(recall.difference).toBeCloseTo(-6 / 400, 14);
    expect(recall.percentile?.[0]).toBeCloseTo(-binomialQuantile(0.975) / 400, 12);
    expect(recall.percentile?.[1]).toBeCloseTo(-binomialQuantile(0.025) / 400, 12);
    expect(precision.percentile).toEqual(recall.percentile);
  });

  test("with equal blocks the cluster-robust interval is that of a paired t-test", () => {
    // Differences per block: 6 of -0.1 and 34 of 0. Variance 0.01 * 6 * 34 / (40 * 39); t(.975, 39) = 2.022691.
    const { recall } = blockBootstrap(losing(6), { replicates: 999 });
    const reach = 2.022690920036762 * Math.sqrt((0.01 * 6 * 34) / (40 * 39) / 40);
    expectClose(recall.clusterRobust?.[0], -0.015 - reach, 1e-10);
    expectClose(recall.clusterRobust?.[1], -0.015 + reach, 1e-10);
  });

  test("the interval to judge by spans both", () => {
    const { f1 } = blockBootstrap(losing(6), { replicates: 999 });
    const bounds = [f1.percentile, f1.clusterRobust] as readonly Interval[];
    expect(f1.interval).toEqual([Math.min(...bounds.map(([low]) => low)), Math.max(...bounds.map(([, high]) => high))]);
  });

  test("the seed decides, and the order of the blocks does not", () => {
    const blocks = simulatedBlocks(60, xoroshiro128plus(5));
    const options = { seed: 42, replicates: 999 };
    expect(blockBootstrap([...blocks].reverse(), options)).toEqual(blockBootstrap(blocks, options));
    expect(blockBootstrap(blocks, { ...options, seed: 43 }).recall.percentile).not.toEqual(
      blockBootstrap(blocks, options).recall.percentile,
    );
  });

  test("exchanging the versions mirrors the differences", () => {
    const blocks = simulatedBlocks(60, xoroshiro128plus(6));
    const exchanged = blocks.map(({ first, second, ...place }) => ({ ...place, first: second, second: first }));
    const forward = blockBootstrap(blocks, { replicates: 999 });
    const backward = blockBootstrap(exchanged, { replicates: 999 });
    for (const score of comparedScores) {
      expect(backward[score].difference).toBeCloseTo(-(forward[score].difference as number), 14);
      const [low, high] = forward[score].interval as Interval;
      expect(backward[score].interval).toEqual([expect.closeTo(-high, 12), expect.closeTo(-low, 12)]);
    }
  });

  test("identical versions differ by nothing", () => {
    const { recall, precision, f1 } = blockBootstrap(losing(0), { replicates: 999 });
    for (const { difference, interval, bca } of [recall, precision, f1]) {
      expect([difference, interval, bca]).toEqual([0, [0, 0], [0, 0]]);
    }
  });

  test("fewer than 20 blocks have a difference and no verdict", () => {
    const { recall, blocks } = blockBootstrap(losing(6).slice(0, 19));
    expect(blocks).toBe(19);
    expect(recall.difference).toBeCloseTo(-6 / 190, 14);
    expect(recall).toMatchObject({ interval: null, bca: null, percentile: null, clusterRobust: null });
    expect(recall.reason).toBe("too few blocks");
    expect(judgeNonInferiority(recall.interval, 0.5)).toBe("indeterminate");
  });

  test("blocks without records do not count", () => {
    const none: VersionCounts = { truthTp: 0, truthFn: 0, queryTp: 0, queryFp: 0 };
    const blocks = [...losing(6), { contig: "chr2", index: 0, first: none, second: none }];
    expect(blockBootstrap(blocks, { replicates: 999 })).toEqual(blockBootstrap(losing(6), { replicates: 999 }));
  });

  test("no data at all, and calls in one block only, are named", () => {
    expect(blockBootstrap([]).f1).toMatchObject({ first: null, difference: null, interval: null, reason: "no data" });
    const silent: VersionCounts = { truthTp: 0, truthFn: 10, queryTp: 0, queryFp: 0 };
    const blocks = blocksOf(Array.from({ length: 30 }, (_, index) => [PERFECT, index === 0 ? PERFECT : silent]));
    const { recall, precision } = blockBootstrap(blocks, { replicates: 999 });
    expect(recall.reason).toBeNull();
    expect(precision).toMatchObject({ difference: 0, interval: null, reason: "too few blocks with records" });
  });

  test("an F1 of 0 has a difference and no linear interval", () => {
    const nothing: VersionCounts = { truthTp: 0, truthFn: 10, queryTp: 0, queryFp: 3 };
    const { f1, recall } = blockBootstrap(blocksOf(Array.from({ length: 30 }, () => [PERFECT, nothing])), {
      replicates: 999,
    });
    expect(f1).toMatchObject({ difference: -1, interval: null, reason: "estimate outside of the interval's domain" });
    expect(recall.interval).toEqual([-1, -1]);
  });

  test("counts, seeds and levels that are none are refused", () => {
    const outside = expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" });
    expect(() => blockBootstrap(blocksOf([[PERFECT, { ...PERFECT, queryFp: Number.NaN }]]))).toThrow(outside);
    expect(() => blockBootstrap([], { seed: 0.5 })).toThrow(outside);
    expect(() => blockBootstrap([], { replicates: 10 })).toThrow(outside);
    expect(() => blockBootstrap([], { level: 95 })).toThrow(outside);
  });
});

test("clustered errors: intervals over blocks cover, one over variants does not", () => {
  const simulations = 300;
  const generator = xoroshiro128plus(20);
  const covered = { blocks: 0, f1: 0, variants: 0 };
  for (let simulation = 0; simulation < simulations; simulation++) {
    // Both versions err alike, so the true differences are 0.
    const blocks = simulatedBlocks(60, generator);
    const { recall, f1 } = blockBootstrap(blocks, { seed: simulation, replicates: 999 });
    if (containsZero(recall.interval)) covered.blocks++;
    if (containsZero(f1.interval)) covered.f1++;
    if (containsZero(independentInterval(blocks))) covered.variants++;
  }
  // 95% of 300 is 285; 273 to 296 is the 99.8% range of a binomial with it.
  for (const count of [covered.blocks, covered.f1]) {
    expect(count).toBeGreaterThanOrEqual(273);
    expect(count).toBeLessThanOrEqual(298);
  }
  expect(covered.variants).toBeLessThan(0.85 * simulations);
});

describe("PairedBlockCounter", () => {
  test("places records by contig and megabase", () => {
    const counter = new PairedBlockCounter();
    counter.add("first", "truthTp", "chr1", 999_999);
    counter.add("second", "truthFn", "chr1", 0);
    counter.add("second", "queryFp", "chr1", 1_000_000);
    counter.add("first", "queryTp", "chr2", 5);
    const none: VersionCounts = { truthTp: 0, truthFn: 0, queryTp: 0, queryFp: 0 };
    expect(counter.blocks()).toEqual([
      { contig: "chr1", index: 0, first: { ...none, truthTp: 1 }, second: { ...none, truthFn: 1 } },
      { contig: "chr1", index: 1, first: none, second: { ...none, queryFp: 1 } },
      { contig: "chr2", index: 0, first: { ...none, queryTp: 1 }, second: none },
    ]);
  });

  test("a place that is none is refused", () => {
    const outside = expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" });
    expect(() => new PairedBlockCounter(0)).toThrow(outside);
    expect(() => new PairedBlockCounter().add("first", "truthTp", "chr1", -1)).toThrow(outside);
  });
});

type Generator = ReturnType<typeof xoroshiro128plus>;

/** Blocks of 5 to 60 variants in which each version loses 20% with chance 1 in 10, and 1% otherwise. */
function simulatedBlocks(blocks: number, generator: Generator): PairedBlock[] {
  const difficulty = (): number => (uniformFloat64(generator) < 0.1 ? 0.2 : 0.01);
  const version = (variants: number): VersionCounts => {
    const missing = successes(variants, difficulty(), generator);
    const wrong = successes(variants, difficulty(), generator);
    return { truthTp: variants - missing, truthFn: missing, queryTp: variants - missing, queryFp: wrong };
  };
  return Array.from({ length: blocks }, (_, index) => {
    const variants = uniformInt(generator, 5, 60);
    return { contig: "chr1", index, first: version(variants), second: version(variants) };
  });
}

function successes(trials: number, probability: number, generator: Generator): number {
  let count = 0;
  for (let trial = 0; trial < trials; trial++) {
    if (uniformFloat64(generator) < probability) count++;
  }
  return count;
}

/** Interval of the recall difference that takes every variant as independent. */
function independentInterval(blocks: readonly PairedBlock[]): Interval {
  let lost = 0;
  let gained = 0;
  let variants = 0;
  for (const { first, second } of blocks) {
    lost += second.truthFn;
    gained += first.truthFn;
    variants += first.truthTp + first.truthFn;
  }
  const reach = 1.96 * Math.sqrt(lost + gained);
  return [(gained - lost - reach) / variants, (gained - lost + reach) / variants];
}

function containsZero(interval: Interval | null): boolean {
  return interval !== null && interval[0] <= 0 && interval[1] >= 0;
}
