import { expect, test } from "vitest";
import { normalNoise } from "../../test/normal-noise.ts";
import { mannKendallHamedRao } from "./hamed-rao.ts";
import { mannKendall } from "./mann-kendall.ts";

const RUNS = 12;
const REPLICATES = 3;
const REPEATS = 1000;
/** Standard deviation between runs, in those within a run. */
const BETWEEN = 2;

interface Simulated {
  /** All replicates, run by run. */
  readonly pooled: readonly number[];
  /** The first replicate of each run. */
  readonly first: readonly number[];
}

/** Runs without a trend, whose replicates share what moves the run. */
function simulated(noise: () => number): Simulated {
  const runs = Array.from({ length: RUNS }, () => {
    const level = BETWEEN * noise();
    return Array.from({ length: REPLICATES }, () => level + noise());
  });
  return { pooled: runs.flat(), first: runs.map(([value = 0]) => value) };
}

function rejections(p: (runs: Simulated) => number | undefined): number {
  const noise = normalNoise(33);
  let rejected = 0;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    if ((p(simulated(noise)) ?? 1) < 0.05) rejected++;
  }
  return rejected / REPEATS;
}

// Standard error of 1,000 series: 1.3% at 22%, 0.7% at 5%. ADR 33 names the shares.
test("replicates of one run that are pooled are called a trend four times as often as the level says", () => {
  expect(rejections(({ pooled }) => mannKendall(pooled).p.twoSided)).toBeGreaterThan(0.18);
  expect(rejections(({ first }) => mannKendall(first).p.twoSided)).toBeLessThan(0.065);
});

test("the correction for autocorrelation takes only part of that away", () => {
  const corrected = rejections(({ pooled }) => mannKendallHamedRao(pooled).p?.twoSided);
  expect(corrected).toBeGreaterThan(0.12);
});
