import { readFileSync } from "node:fs";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Interval, loadJeffreysInterval, wilsonInterval } from "./interval.ts";

const REFERENCE = "../reference/statistics-cases.json";
const RELATIVE_TOLERANCE = 1e-9;

function expectInterval(actual: Interval | null, expected: readonly number[]): void {
  expected.forEach((bound, i) => {
    expect(Math.abs((actual?.[i] ?? Number.NaN) - bound)).toBeLessThanOrEqual(RELATIVE_TOLERANCE * bound);
  });
}

describe("wilsonInterval", () => {
  test("reproduces Newcombe 1998, Table I, method 3", () => {
    const rounded = [81, 15, 0, 1].map((x, i) =>
      wilsonInterval(x, [263, 148, 20, 29][i])?.map((bound) => Number(bound.toFixed(4))),
    );
    expect(rounded).toEqual([
      [0.2553, 0.3662],
      [0.0624, 0.1605],
      [0, 0.1611],
      [0.0061, 0.1718],
    ]);
  });

  test("is null without trials", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});

test("Jeffreys' interval is null without trials and reaches 0 and 1 only where nothing or everything succeeds", async () => {
  const jeffreys = await loadJeffreysInterval();
  expect(jeffreys(0, 0)).toBeNull();
  expect(jeffreys(0, 20)?.[0]).toBe(0);
  expect(jeffreys(20, 20)?.[1]).toBe(1);
  expect(jeffreys(1, 20)?.[0]).toBeGreaterThan(0);
});

test("both intervals hold the proportion, lie in 0-1 and mirror each other", async () => {
  const jeffreys = await loadJeffreysInterval();
  fc.assert(
    fc.property(fc.nat(3000), fc.nat(3000), (successes, failures) => {
      const trials = successes + failures;
      for (const method of [wilsonInterval, jeffreys]) {
        const interval = method(successes, trials);
        if (interval === null) {
          expect(trials).toBe(0);
          continue;
        }
        const [lower, upper] = interval;
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(successes / trials);
        expect(upper).toBeGreaterThanOrEqual(successes / trials);
        expect(upper).toBeLessThanOrEqual(1);
        expect(method(failures, trials)?.[0]).toBeCloseTo(1 - upper, 12);
      }
    }),
    { seed: 5, numRuns: 300 },
  );
});

interface ProportionCase {
  readonly id: string;
  readonly category: string;
  readonly input: { readonly x: number; readonly n: number };
  readonly expected: { readonly wilson?: readonly number[]; readonly jeffreys?: readonly number[] };
}

describe.skipIf(!sharedDataAvailable(REFERENCE))("reference intervals computed with R (in the shared data)", () => {
  const cases = sharedDataAvailable(REFERENCE)
    ? (JSON.parse(readFileSync(sharedData(REFERENCE), "utf8")).cases as ProportionCase[]).filter(
        ({ category, input }) => category === "proportion-ci" && input.n > 0,
      )
    : [];

  test("there are some", () => expect(cases.length).toBeGreaterThan(4));

  test.each(cases)("$id", async ({ input: { x, n }, expected }) => {
    const jeffreys = await loadJeffreysInterval();
    if (expected.wilson !== undefined) expectInterval(wilsonInterval(x, n), expected.wilson);
    if (expected.jeffreys !== undefined) {
      const [lower, upper] = expected.jeffreys;
      // R's table gives the plain quantiles; the convention sets the bound at 0 and n successes.
      expectInterval(jeffreys(x, n), [x === 0 ? 0 : lower, x === n ? 1 : upper]);
    }
  });
});
