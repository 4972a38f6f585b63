import { describe, expect, test } from "vitest";
import { referenceAvailable, referenceCases } from "../../test/reference.ts";
import { measurementUncertainty } from "./measurement-uncertainty.ts";
import { nestedAnova } from "./nested-anova.ts";
import { describeVarianceComponents } from "./variance-components.ts";

/** Components 9, 4 and 1 with independent estimates on 10, 20 and 40 degrees of freedom. */
const components = describeVarianceComponents(
  {
    observations: 80,
    mean: -50,
    names: ["day", "run", "residual"],
    variances: [9, 4, 1],
    covariance: [
      [(2 * 81) / 10, 0, 0],
      [0, (2 * 16) / 20, 0],
      [0, 0, 2 / 40],
    ],
  },
  0.95,
);

describe("measurementUncertainty", () => {
  test("a single measurement has the total variance, and Welch and Satterthwaite's degrees of freedom", () => {
    const budget = measurementUncertainty(components);
    expect(budget.standard).toBeCloseTo(Math.sqrt(14), 14);
    expect(budget.relative).toBeCloseTo(Math.sqrt(14) / 50, 14);
    // 14^2 / (9^2 / 10 + 4^2 / 20 + 1 / 40)
    expect(budget.degreesOfFreedom).toBeCloseTo(196 / 8.925, 10);
    expect(budget.contributions.map(({ share }) => share)).toEqual([9 / 14, 4 / 14, 1 / 14]);
  });

  test("averaging replicates divides the repeatability only", () => {
    const { standard } = measurementUncertainty(components, { averagedOver: { residual: 4 } });
    expect(standard).toBeCloseTo(Math.sqrt(13.25), 14);
    const many = measurementUncertainty(components, { averagedOver: { residual: 1e9 } });
    expect(many.standard).toBeCloseTo(Math.sqrt(13), 8);
  });

  test("further uncertainties add in quadrature (GUM H.1: gauge block, 32 nm with 16 degrees of freedom)", () => {
    // GUM table H.1: nm and degrees of freedom. Its text rounds the combination to 32 nm, 16 and U99 = 93 nm.
    const none = describeVarianceComponents(
      {
        observations: 5,
        mean: 50_000_623,
        names: ["residual"],
        variances: [5.8 ** 2],
        covariance: [[(2 * 5.8 ** 4) / 24]],
      },
      0.95,
    );
    const budget = measurementUncertainty(none, {
      level: 0.99,
      further: [
        { name: "standard", standard: 25, degreesOfFreedom: 18 },
        { name: "comparator, random", standard: 3.9, degreesOfFreedom: 5 },
        { name: "comparator, systematic", standard: 6.7, degreesOfFreedom: 8 },
        { name: "expansion", standard: 2.9, degreesOfFreedom: 50 },
        { name: "temperature", standard: 16.6, degreesOfFreedom: 2 },
      ],
    });
    expect(Math.round(budget.standard)).toBe(32);
    expect(Math.floor(budget.degreesOfFreedom ?? 0)).toBe(16);
    expect(budget.coverageFactor).toBeCloseTo(2.92, 1);
    expect(budget.expanded).toBeGreaterThan(91);
    expect(budget.expanded).toBeLessThan(95);
  });

  test("the coverage factor is Student's t, the normal one where nothing was estimated, or as given", () => {
    expect(measurementUncertainty(components).coverageFactor).toBeCloseTo(2.074, 2);
    const known = describeVarianceComponents(
      { observations: 3, mean: 0, names: ["residual"], variances: [4], covariance: [[0]] },
      0.95,
    );
    expect(measurementUncertainty(known)).toMatchObject({ standard: 2, relative: null, degreesOfFreedom: null });
    expect(measurementUncertainty(known).coverageFactor).toBeCloseTo(1.959963984540054, 12);
    expect(measurementUncertainty(components, { coverageFactor: 2 }).expanded).toBeCloseTo(2 * Math.sqrt(14), 14);
    const unknown = measurementUncertainty({ ...components, covariance: null });
    expect(unknown).toMatchObject({ coverageFactor: null, expanded: null, reason: "too few degrees of freedom" });
  });

  test.skipIf(!referenceAvailable)("EP05: uses the covariances of components that share mean squares", () => {
    const { input, expected } = referenceCases("variance-components").find(({ id }) => id === "vca-ep05-1")!;
    const run = { name: "run", labels: input.run };
    const anova = nestedAnova(input.y, [{ name: "day", labels: input.day }, run]);
    const budget = measurementUncertainty(anova);
    expect(budget.standard).toBeCloseTo(expected.SD[0], 6);
    expect(budget.degreesOfFreedom).toBeCloseTo(expected.DF[0], 5);
  });

  test("refuses unknown names and values out of range", () => {
    const refused = expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" });
    expect(() => measurementUncertainty(components, { averagedOver: { weekday: 2 } })).toThrow(refused);
    expect(() => measurementUncertainty(components, { averagedOver: { run: 0 } })).toThrow(refused);
    expect(() => measurementUncertainty(components, { further: [{ name: "bias", standard: -1 }] })).toThrow(refused);
    expect(() => measurementUncertainty(components, { coverageFactor: Number.NaN })).toThrow(refused);
    expect(() => measurementUncertainty(components, { level: 1 })).toThrow(refused);
  });
});
