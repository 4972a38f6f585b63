import { describe, expect, test } from "vitest";
import { cohenKappa } from "./cohen-kappa.ts";
import { type GenotypeTable, genotypeConcordance } from "./genotype-concordance.ts";

describe("genotypeConcordance", () => {
  const table: GenotypeTable = [
    [900, 4, 1],
    [6, 60, 3],
    [0, 2, 24],
  ];

  test("each share has its own denominator", () => {
    const concordance = genotypeConcordance(table);
    expect(concordance.sites).toBe(1000);
    expect(concordance.overall.value).toBe(984 / 1000);
    expect(concordance.nonReference.value).toBe(84 / 100);
    expect(concordance.nonReferenceSensitivity.value).toBe(89 / 95);
    expect(concordance.zygosity.value).toBe(84 / 89);
    expect(concordance.kappa).toEqual(cohenKappa(table));
    expect(concordance.weightedKappa).toEqual(cohenKappa(table, { weights: "linear" }));
  });

  test("the intervals contain the shares", () => {
    const { overall, nonReference } = genotypeConcordance(table, 0.9);
    for (const { value, interval } of [overall, nonReference]) {
      expect(interval?.[0]).toBeLessThan(value as number);
      expect(interval?.[1]).toBeGreaterThan(value as number);
    }
  });

  test("reference sites alone say nothing about variants", () => {
    const concordance = genotypeConcordance([
      [50, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(concordance.overall.value).toBe(1);
    for (const score of [concordance.nonReference, concordance.nonReferenceSensitivity, concordance.zygosity]) {
      expect(score).toEqual({ value: null, interval: null, reason: "no data" });
    }
    expect(concordance.kappa).toMatchObject({ kappa: null, reason: "all ratings in one category" });
  });

  test("half a site, NaN and a table of another size are refused", () => {
    const row = [1, 1, 1] as const;
    expect(() => genotypeConcordance([[0.5, 1, 1], row, row])).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
    );
    expect(() => genotypeConcordance([[Number.NaN, 1, 1], row, row])).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE" }),
    );
    const small: readonly (readonly number[])[] = [
      [1, 1],
      [1, 1],
    ];
    // The type says 3 x 3; a file may hold anything.
    expect(() => genotypeConcordance(small as unknown as GenotypeTable)).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_LENGTH" }),
    );
  });
});
