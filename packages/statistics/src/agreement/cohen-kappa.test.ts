import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectClose, referenceAvailable, referenceCases } from "../../test/reference.ts";
import { normalUpperTail } from "../distributions/normal.ts";
import { cohenKappa, type KappaEstimate } from "./cohen-kappa.ts";
import { concordanceScores } from "./concordance-scores.ts";
import { ConfidentReferenceBases, type SnvCounts, truthKappa } from "./truth-kappa.ts";

const PATHOLOGISTS = [
  [22, 2, 2, 0],
  [5, 7, 14, 0],
  [0, 2, 36, 0],
  [0, 1, 17, 10],
];

const positiveTable = fc.integer({ min: 2, max: 5 }).chain((k) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: k, maxLength: k }), {
    minLength: k,
    maxLength: k,
  }),
);

describe.skipIf(!referenceAvailable)("reference cases", () => {
  const cases = referenceCases("kappa");

  test.each(cases.filter(({ input }) => input.table))("$id", ({ input, expected, tolerance }) => {
    const estimate = cohenKappa(input.table, { weights: input.weights ?? "none" });
    const known: Record<string, number | null> = {
      kappa: estimate.kappa,
      po: estimate.observedAgreement,
      pe: estimate.expectedAgreement,
      ase_vcd: estimate.standardError,
      std_kappa: estimate.standardError,
      var_psych: estimate.standardError === null ? null : estimate.standardError ** 2,
      se_null: estimate.nullStandardError,
      z_null: estimate.z,
    };
    const names = Object.keys(known).filter((name) => expected[name] !== undefined);
    expect(names).not.toEqual([]);
    for (const name of names) expectClose(known[name], expected[name], tolerance);
    // irr takes p as 2 (1 - cdf): it is a multiple of 2^-52 and has no digits below that.
    if (expected.p !== undefined) {
      expect(Math.abs((estimate.p as number) - expected.p)).toBeLessThanOrEqual(2 ** -52);
      expectClose(estimate.p, 2 * normalUpperTail(expected.z_null), 1e-8);
    }
    expected.ci95_psych?.forEach((bound: number, side: number) => {
      expectClose(estimate.interval?.[side], bound, tolerance);
    });
  });

  test.each(cases.filter(({ input }) => input.TP))("$id", ({ input, expected, tolerance }) => {
    const { TP, FP, FN, TN } = input;
    TN.forEach((trueNegatives: number, index: number) => {
      const { kappa, observedAgreement } = truthKappa(
        { variantClass: "SNV", truePositives: TP, falsePositives: FP, falseNegatives: FN },
        ConfidentReferenceBases.count({
          confidentCallableTargetBases: trueNegatives + TP + FP + FN,
          snvSites: TP + FP + FN,
        }),
      );
      expectClose(kappa, expected.kappa[index], tolerance);
      expectClose(observedAgreement, expected.accuracy[index], tolerance);
    });
    const scores = concordanceScores({ truthTp: TP, truthFn: FN, queryTp: TP, queryFp: FP });
    expectClose(scores.f1, expected.f1, tolerance);
  });
});

describe("cohenKappa", () => {
  test("standard errors, with and without weights, agree with statsmodels 0.13.5", () => {
    // cohens_kappa(table, wt): kappa, std_kappa, std_kappa0.
    for (const [weights, kappa, standardError, nullStandardError] of [
      ["none", 0.49300559552358114, 0.05674315040803581, 0.05013858000123734],
      ["linear", 0.6488095238095238, 0.047652422356387086, 0.06305817323827322],
      ["quadratic", 0.7838218714768883, 0.03867033613715433, 0.091048347479467],
    ] as const) {
      const estimate = cohenKappa(PATHOLOGISTS, { weights });
      expectClose(estimate.kappa, kappa, 1e-12);
      expectClose(estimate.standardError, standardError, 1e-12);
      expectClose(estimate.nullStandardError, nullStandardError, 1e-12);
    }
  });

  test("the standard error is that of repeated samples", () => {
    // The jackknife over all ratings, another way to the same asymptotic variance.
    const full = cohenKappa(PATHOLOGISTS, { weights: "linear" });
    let sumOfSquares = 0;
    PATHOLOGISTS.forEach((cells, row) => {
      cells.forEach((count, column) => {
        if (count === 0) return;
        const without = PATHOLOGISTS.map((line) => [...line]);
        without[row][column] -= 1;
        const left = cohenKappa(without, { weights: "linear" }).kappa as number;
        sumOfSquares += count * (left - (full.kappa as number)) ** 2;
      });
    });
    const jackknife = Math.sqrt(((full.n - 1) / full.n) * sumOfSquares);
    expectClose(full.standardError, jackknife, 0.02);
  });

  test("an empty table and a single category are undefined, with the reason", () => {
    const undefinedFields = { kappa: null, standardError: null, interval: null, z: null, p: null, kappaMax: null };
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toMatchObject({ ...undefinedFields, n: 0, observedAgreement: null, reason: "no data" });
    expect(
      cohenKappa([
        [100, 0],
        [0, 0],
      ]),
    ).toMatchObject({
      ...undefinedFields,
      observedAgreement: 1,
      expectedAgreement: 1,
      reason: "all ratings in one category",
    });
    expect(cohenKappa([[3]]).kappa).toBeNull();
  });

  test("one constant rater has kappa 0 and no test", () => {
    expect(
      cohenKappa([
        [5, 7],
        [0, 0],
      ]),
    ).toMatchObject({ kappa: 0, z: null, p: null });
  });

  test("perfect agreement claims no interval without width", () => {
    expect(
      cohenKappa([
        [5, 0],
        [0, 7],
      ]),
    ).toMatchObject({ kappa: 1, standardError: 0, interval: null, kappaMax: 1 });
  });

  test("kappaMax is the largest kappa of all tables with the same margins", () => {
    const rows = [12, 8];
    const columns = [9, 11];
    const all: number[] = [];
    for (let first = 0; first <= 9; first++) {
      const table = [
        [first, rows[0] - first],
        [columns[0] - first, rows[1] - columns[0] + first],
      ];
      if (table.flat().every((cell) => cell >= 0)) all.push(cohenKappa(table).kappa as number);
    }
    expectClose(
      cohenKappa([
        [6, 6],
        [3, 5],
      ]).kappaMax,
      Math.max(...all),
      1e-12,
    );
  });

  test("does not depend on which rater is first, nor kappa on the number of ratings", () => {
    fc.assert(
      fc.property(positiveTable, fc.constantFrom("none", "linear", "quadratic"), (table, weights) => {
        const estimate = cohenKappa(table, { weights });
        const transposed = cohenKappa(
          table.map((_, row) => table.map((line) => line[row])),
          { weights },
        );
        const fourfold = cohenKappa(
          table.map((line) => line.map((cell) => 4 * cell)),
          { weights },
        );
        expect(transposed.kappa).toBeCloseTo(estimate.kappa as number, 12);
        expect(transposed.standardError).toBeCloseTo(estimate.standardError as number, 12);
        expect(fourfold.kappa).toBeCloseTo(estimate.kappa as number, 12);
        expect(fourfold.standardError).toBeCloseTo((estimate.standardError as number) / 2, 12);
        expect(estimate.kappa).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("reversing the categories changes nothing; with two categories all weights agree", () => {
    fc.assert(
      fc.property(positiveTable, (table) => {
        const reversed = [...table].reverse().map((line) => [...line].reverse());
        expect(cohenKappa(reversed, { weights: "quadratic" }).kappa).toBeCloseTo(
          cohenKappa(table, { weights: "quadratic" }).kappa as number,
          12,
        );
        const two = table.slice(0, 2).map((line) => line.slice(0, 2));
        const kappa = ({ kappa: value }: KappaEstimate): number => value as number;
        expect(kappa(cohenKappa(two, { weights: "linear" }))).toBeCloseTo(kappa(cohenKappa(two)), 12);
      }),
    );
  });

  test("entries that are no counts and tables that are not square are refused", () => {
    const code = (name: string): unknown => expect.objectContaining({ code: name });
    expect(() =>
      cohenKappa([
        [1, Number.NaN],
        [0, 1],
      ]),
    ).toThrow(code("TS_STATISTICS_NOT_FINITE"));
    expect(() =>
      cohenKappa([
        [1, 2],
        [-1, 1],
      ]),
    ).toThrow(expect.objectContaining({ details: { argument: "table", row: 1, column: 0 } }));
    expect(() => cohenKappa([[1, 2], [1]])).toThrow(code("TS_STATISTICS_LENGTH"));
    expect(() => cohenKappa([])).toThrow(code("TS_STATISTICS_LENGTH"));
  });
});

describe("truthKappa", () => {
  const counts: SnvCounts = { variantClass: "SNV", truePositives: 9500, falsePositives: 300, falseNegatives: 500 };

  test("shows the number of reference bases that it rests on", () => {
    const bases = ConfidentReferenceBases.count({ confidentCallableTargetBases: 1_010_300, snvSites: 10_300 });
    expect(truthKappa(counts, bases).referenceBases).toBe(1_000_000);
  });

  test("is F1 in other words: it grows towards F1 with the reference bases", () => {
    const kappas = [1e3, 1e5, 1e7, 1e9].map(
      (bases) =>
        truthKappa(counts, ConfidentReferenceBases.count({ confidentCallableTargetBases: bases, snvSites: 0 }))
          .kappa as number,
    );
    expect([...kappas].sort((a, b) => a - b)).toEqual(kappas);
    expect(kappas[3]).toBeCloseTo((2 * 9500) / (2 * 9500 + 300 + 500), 6);
  });

  test("the number of reference bases is never a plain number, nor the variants anything but SNVs", () => {
    // @ts-expect-error a number does not say where it comes from.
    expect(() => truthKappa(counts, 1_000_000).kappa).toThrow();
    // @ts-expect-error only `count` makes one.
    expect(() => new ConfidentReferenceBases(5)).not.toThrow(TypeError);
    const bases = ConfidentReferenceBases.count({ confidentCallableTargetBases: 10, snvSites: 1 });
    // @ts-expect-error indels have no true negatives.
    const indels: SnvCounts = { ...counts, variantClass: "INDEL" };
    expect(truthKappa(indels, bases).referenceBases).toBe(9);
  });

  test("more SNV sites than bases are refused", () => {
    expect(() => ConfidentReferenceBases.count({ confidentCallableTargetBases: 5, snvSites: 6 })).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
    );
    expect(() => ConfidentReferenceBases.count({ confidentCallableTargetBases: Number.NaN, snvSites: 0 })).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
    );
  });
});
