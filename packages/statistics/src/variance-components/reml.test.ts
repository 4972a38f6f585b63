import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalNoise } from "../../test/normal-noise.ts";
import { expectClose, referenceAvailable, referenceCases } from "../../test/reference.ts";
import { type Factor, nested } from "./factor.ts";
import { nestedAnova } from "./nested-anova.ts";
import { oneWayAnova } from "./one-way-anova.ts";
import { type RemlVarianceComponents, remlVarianceComponents } from "./reml.ts";

function fitted(result: ReturnType<typeof remlVarianceComponents>): RemlVarianceComponents {
  if (typeof result === "string") throw new Error(result);
  return result;
}

function variances(values: readonly number[], factors: readonly Factor[]): number[] {
  return fitted(remlVarianceComponents(values, factors)).components.map(({ variance }) => variance);
}

function reference(id: string) {
  return referenceCases("variance-components").find((one) => one.id === id)!;
}

/** Box & Tiao (1973): data in which batches differ less than values within them. */
const dyestuff2 = [
  7.298, 3.846, 2.434, 9.566, 7.99, 5.22, 6.556, 0.608, 11.788, -0.892, 0.11, 10.386, 13.434, 5.51, 8.166, 2.212, 4.852,
  7.092, 9.288, 4.98, 0.282, 9.014, 4.458, 9.446, 7.198, 1.722, 4.782, 8.106, 0.758, 3.758,
];

/** Davies & Goldsmith (1972): strength of a paste, 2 assays of 3 casks of 10 deliveries. */
const pastes = [
  62.8, 62.6, 60.1, 62.3, 62.7, 63.1, 60, 61.4, 57.5, 56.9, 61.1, 58.9, 58.7, 57.5, 63.9, 63.1, 65.4, 63.7, 57.1, 56.4,
  56.9, 58.6, 64.7, 64.5, 55.1, 55.1, 54.7, 54.2, 58.8, 57.5, 63.4, 64.9, 59.3, 58.1, 60.5, 60, 62.5, 62.6, 61, 58.7,
  56.9, 57.7, 59.2, 59.4, 65.2, 66, 64.8, 64.1, 54.8, 54.8, 64, 64, 57.7, 56.8, 58.3, 59.3, 59.2, 59.2, 58.9, 56.6,
];

/** 150 measurements scattered over 4 instruments, 5 lots and 12 days; the same numbers were given to lme4. */
function crossedDesign(): { values: number[]; factors: Factor[] } {
  let state = 2024;
  const uniform = () => {
    state = (16807 * state) % 2147483647;
    return state / 2147483647;
  };
  const effects = [[4, 3], [5, 2], [12, 2]].map(([n, size]) => Array.from({ length: n }, () => size * (uniform() - 0.5))); // biome-ignore format: short
  const rows = Array.from({ length: 150 }, () => {
    const levels = effects.map((effect) => Math.floor(effect.length * uniform()));
    const error = uniform() + uniform() + uniform() - 1.5;
    return { levels, value: levels.reduce((sum, level, f) => sum + effects[f][level], 50) + error };
  });
  return {
    values: rows.map(({ value }) => value),
    factors: ["instrument", "lot", "day"].map((name, f) => ({ name, labels: rows.map(({ levels }) => levels[f]) })),
  };
}

describe("remlVarianceComponents", () => {
  test.skipIf(!referenceAvailable)("vca-dyestuff and, by REML, vca-ep05-1", () => {
    const dyestuff = reference("vca-dyestuff");
    const [batch, residual] = variances(dyestuff.input.y, [{ name: "batch", labels: dyestuff.input.batch }]);
    expectClose(batch, dyestuff.expected.var_batch, 1e-9);
    expectClose(residual, dyestuff.expected.var_resid, 1e-9);
    expectClose(batch / (batch + residual), dyestuff.expected.icc11, dyestuff.tolerance);
    const { input, expected } = reference("vca-ep05-1");
    const day = { name: "day", labels: input.day };
    const fit = fitted(remlVarianceComponents(input.y, [day, nested(day, { name: "run", labels: input.run })]));
    [fit.total, ...fit.components].forEach(({ variance }, i) => {
      expectClose(variance, expected.VC[i], 1e-5);
    });
    // Observed information of a balanced design is that of independent mean squares: Satterthwaite's total again.
    expectClose(fit.total.degreesOfFreedom, expected.DF[0], 1e-6);
  });

  // The figures of the next four tests: lme4 1.1-31 under R 4.2.2 with bobyqa and rhoend = 1e-12.
  test("Dyestuff2: the batch variance is on the boundary 0", () => {
    const batch = { name: "batch", labels: dyestuff2.map((_, i) => Math.floor(i / 5)) };
    const fit = fitted(remlVarianceComponents(dyestuff2, [batch]));
    expect(fit.components[0]).toMatchObject({ variance: 0, degreesOfFreedom: null, interval: null });
    expectClose(fit.components[1].variance, 13.806309627586206, 1e-9);
    expectClose(fit.deviance, 161.82827781228843, 1e-12);
    expectClose(fit.components[1].degreesOfFreedom, 29, 1e-6);
    expect(oneWayAnova(dyestuff2, batch.labels).varianceBetween).toBeLessThan(0);
  });

  test("Pastes: casks within deliveries", () => {
    const delivery = { name: "delivery", labels: pastes.map((_, i) => Math.floor(i / 6)) };
    const cask = nested(delivery, { name: "cask", labels: pastes.map((_, i) => Math.floor(i / 2) % 3) });
    const fit = fitted(remlVarianceComponents(pastes, [delivery, cask]));
    expect(fit.components.map(({ name }) => name)).toEqual(["delivery", "delivery:cask", "residual"]);
    expectClose(fit.components[0].variance, 1.657309129511318, 1e-5);
    expectClose(fit.components[1].variance, 8.433666581253881, 1e-6);
    expectClose(fit.components[2].variance, 0.677999984533191, 1e-6);
    expectClose(fit.deviance, 246.99074585348603, 1e-11);
    expectClose(fit.mean, 60.053333333334514, 1e-12);
  });

  test("instrument, lot and day crossed, unbalanced", () => {
    const { values, factors } = crossedDesign();
    expect(values.reduce((sum, x) => sum + x, 0)).toBeCloseTo(7322.548576527065, 9);
    const fit = fitted(remlVarianceComponents(values, factors));
    const expected = [0.08648521701761576, 0.4338202478174029, 0.474847349865101, 0.3086673051520928];
    fit.components.forEach(({ variance }, i) => {
      expectClose(variance, expected[i], 1e-5);
    });
    expectClose(fit.deviance, 307.04020911444809, 1e-11);
    expectClose(fit.mean, 48.743096558175829, 1e-8);
  });

  test.skipIf(!referenceAvailable)("EP05 with seven results lost", () => {
    const { input } = reference("vca-ep05-1");
    const lost = [3, 10, 11, 12, 40, 57, 58];
    const keep = <T>(values: readonly T[]) => values.filter((_, i) => !lost.includes(i + 1));
    const day = { name: "day", labels: keep<number>(input.day) };
    const run = { name: "run", labels: keep<number>(input.run) };
    const fit = fitted(remlVarianceComponents(keep<number>(input.y), [day, nested(day, run)]));
    expectClose(fit.components[0].variance, 0.18663807915572, 1e-5);
    expectClose(fit.components[1].variance, 1.263695731177848, 1e-5);
    expectClose(fit.components[2].variance, 2.022185588067563, 1e-6);
    expectClose(fit.deviance, 291.03882825419646, 1e-11);
  });

  test("balanced nested designs with positive components: equal to the analysis of variance, intervals and all", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: -3, max: 9 }), (seed, exponent) => {
        const noise = normalNoise(seed);
        const days = Array.from({ length: 8 }, () => 1.5 * noise());
        const runs = Array.from({ length: 16 }, () => 1.2 * noise());
        const labels = Array.from({ length: 32 }, (_, i) => i);
        const values = labels.map((i) => 10 ** exponent + days[i >> 2] + runs[i >> 1] + noise());
        const day = { name: "day", labels: labels.map((i) => i >> 2) };
        const run = { name: "run", labels: labels.map((i) => (i >> 1) % 2) };
        const anova = nestedAnova(values, [day, run]);
        fc.pre(anova.table.every(({ momentEstimate }) => momentEstimate > 0.02));
        const reml = fitted(remlVarianceComponents(values, [day, nested(day, run)]));
        reml.components.forEach(({ variance, degreesOfFreedom, interval }, i) => {
          const expected = anova.components[i];
          expectClose(variance, expected.variance, 1e-5);
          expectClose(degreesOfFreedom, expected.degreesOfFreedom, 1e-4);
          if (expected.interval !== null) expectClose(interval?.[0], expected.interval[0], 1e-3);
        });
      }),
    );
  });

  test("no variance is ever negative, and shift and scale change nothing but the unit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(0.001, 3, 1e5), (seed, factor) => {
        const noise = normalNoise(seed);
        const values = Array.from({ length: 24 }, noise);
        const factors = [
          { name: "a", labels: values.map((_, i) => i % 4) },
          { name: "b", labels: values.map((_, i) => Math.floor(i / 5)) },
        ];
        const plain = variances(values, factors);
        const turned = variances(
          values.map((x) => factor * (x + 7)),
          factors.toReversed(),
        );
        plain.forEach((variance, i) => {
          expect(variance).toBeGreaterThanOrEqual(0);
          expect(turned[[1, 0, 2][i]] / factor ** 2).toBeCloseTo(variance, 5);
        });
      }),
    );
  });

  test("values without variation, or without a residual one, have no components", () => {
    const factor = { name: "a", labels: [0, 0, 1, 1] };
    expect(remlVarianceComponents([1, 1, 1, 1], [factor])).toBe("no variation");
    expect(remlVarianceComponents([1, 1, 2, 2], [factor])).toBe("no residual variation");
  });

  test("refuses factors that cannot be told from the mean, the residual or each other", () => {
    const fit = (...labels: number[][]) => {
      remlVarianceComponents([1, 2, 3, 5], labels.map((one, i) => ({ name: `f${i}`, labels: one }))); // biome-ignore format: short
    };
    for (const labels of [[], [[0, 0, 0, 0]], [[0, 1, 2, 3]]]) {
      expect(() => fit(...labels)).toThrow(expect.objectContaining({ code: "TS_STATISTICS_TOO_FEW" }));
    }
    expect(() => fit([0, 0, 1, 1], [5, 5, 2, 2])).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE", details: { argument: "f1" } }),
    );
    expect(() => fit([0, 1])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_LENGTH" }));
  });
});
