import { readFileSync } from "node:fs";
import { sharedData } from "@touchstone/test-support";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tables } from "../../test/arbitrary-tables.ts";
import { expectClose, referenceAvailable, referenceCases } from "../../test/reference.ts";
import { type IccEstimate, icc, iccFromMeanSquares } from "./icc.ts";
import { type IccForm, iccForms } from "./icc-form.ts";
import { meanSquares } from "./mean-squares.ts";

/** What a reference block may hold beside the estimate. */
type Block = Partial<Record<"icc" | "F" | "df1" | "df2" | "p" | "ci_low" | "ci_high" | "ci_v" | "v", number>>;

function expectBlock(estimate: IccEstimate, block: Block, tolerance: number): void {
  const [low, high] = estimate.interval ?? [null, null];
  const { value, f, df1, df2, p, v } = estimate;
  const actual = { icc: value, F: f, df1, df2, p, ci_low: low, ci_high: high, ci_v: v, v };
  for (const [name, found] of Object.entries(actual)) {
    const expected = block[name as keyof Block];
    if (expected !== undefined) expectClose(found, expected, tolerance);
  }
}

function reference(id: string) {
  const found = referenceCases("icc").find((one) => one.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
}

describe.skipIf(!referenceAvailable)("reference cases", () => {
  test.each(["icc-irr-anxiety", "icc-sf1979-all", "icc-large-offset"])("%s, form by form", (id) => {
    const { input, expected, tolerance } = reference(id);
    const forms = iccForms.filter((form) => form in expected);
    expect(forms.length).toBeGreaterThan(1);
    for (const form of forms) {
      const block = typeof expected[form] === "number" ? { icc: expected[form] } : expected[form];
      expectBlock(icc(input.matrix, form, 1 - (input.alpha ?? 0.05)), block, tolerance);
    }
  });

  test("mean squares of icc-sf1979-all and icc-pingouin-wine", () => {
    const shroutFleiss = reference("icc-sf1979-all");
    const { MSR, MSC, MSE } = shroutFleiss.expected.mean_squares;
    const ms = meanSquares(shroutFleiss.input.matrix);
    expectClose(ms.msSubjects, MSR, 1e-12);
    expectClose(ms.msRuns, MSC, 1e-12);
    expectClose(ms.msError, MSE, 1e-12);
    const { input, expected, tolerance } = reference("icc-pingouin-wine");
    expectClose(meanSquares(input.matrix).msSubjects, expected.MSR, tolerance);
    expectBlock(icc(input.matrix, "ICC(A,1)"), { ...expected, icc: expected["ICC(A,1)"] }, tolerance);
    expectBlock(icc(input.matrix, "ICC(C,1)"), { icc: expected["ICC(C,1)"] }, tolerance);
  });

  test("the F test of ICC(A,1) has (n - 1)(k - 1) denominator degrees of freedom, not the interval's v", () => {
    const { input, expected, tolerance } = reference("icc-sf1979-A1-irr");
    const estimate = icc(input.matrix, "ICC(A,1)");
    expectBlock(estimate, expected, tolerance);
    expectClose(estimate.p, expected.p_correct_df2_15, 1e-10);
    expect(estimate.df2).toBe(15);
    expect(Math.abs((estimate.p ?? 0) - expected.p_irr_reported)).toBeGreaterThan(0.01);
  });

  test("icc-negative: unclamped, flagged, and no interval where v leaves too few degrees of freedom", () => {
    const { input, expected, tolerance } = reference("icc-negative");
    for (const form of iccForms) {
      const absolute = form === "ICC(A,1)" || form === "ICC(A,k)";
      const { ci_low, ci_high, ...rest } = expected[form];
      const estimate = icc(input.matrix, form);
      expectBlock(estimate, absolute ? rest : expected[form], tolerance);
      expect(estimate.flags).toEqual([form === "ICC(A,k)" ? "above one" : "negative"]);
      expect(estimate.reason).toBe(absolute ? "too few degrees of freedom" : null);
      if (absolute) expect(estimate.interval).toBeNull();
    }
  });

  test("icc-constant is undefined in every form", () => {
    for (const form of iccForms) {
      expect(icc(reference("icc-constant").input.matrix, form)).toMatchObject({
        value: null,
        interval: null,
        f: null,
        p: null,
        reason: "no variation",
      });
    }
  });

  test("icc-identical-runs: 1 with an infinite F, which is null beside p = 0 and a flag", () => {
    const { input, expected } = reference("icc-identical-runs");
    for (const form of iccForms) {
      const estimate = icc(input.matrix, form);
      expect(estimate).toMatchObject({ value: 1, interval: [1, 1], f: null, p: expected.p, flags: ["infinite F"] });
      expect(estimate.reason).toBeNull();
      // What JSON would silently turn into null is not there.
      expect(JSON.parse(JSON.stringify(estimate))).toEqual(estimate);
    }
  });

  test("icc-hethom-inflation: noise within genotypes looks reproducible when genotypes are pooled", () => {
    const { input, expected, tolerance } = reference("icc-hethom-inflation");
    const lines = readFileSync(sharedData(`../reference/${input.file}`), "utf8")
      .trim()
      .split("\n");
    const rows = lines.filter((line) => /^[-\d.]/.test(line)).map((line) => line.split(",").map(Number));
    const slice = ([first, last]: [number, number]) => rows.slice(first - 1, last);
    expectBlock(icc(rows, "ICC(A,1)"), expected.pooled, tolerance);
    expectBlock(icc(slice(input.rows_het), "ICC(A,1)"), expected.het_only, tolerance);
    expectBlock(icc(slice(input.rows_hom), "ICC(A,1)"), expected.hom_only, tolerance);
  });

  test("icc-huge-n: 20,000 subjects", () => {
    const { input, expected, tolerance } = reference("icc-huge-n");
    let x = 12345;
    const uniform = () => {
      x = (1103515245 * x + 12345) % 2147483648;
      return x / 2147483648;
    };
    const rows = Array.from({ length: input.n }, () => {
      const u0 = uniform();
      const row = Array.from({ length: input.k }, () => 0.5 + 0.3 * (u0 - 0.5) + 0.1 * (uniform() - 0.5));
      row[1] += 0.01;
      return row;
    });
    expect(rows[0]).toEqual(input.first_row.map((value: number) => expect.closeTo(value, 14)));
    expectBlock(icc(rows, "ICC(A,1)"), expected["ICC(A,1)"], tolerance);
    expectBlock(icc(rows, "ICC(C,1)"), expected["ICC(C,1)"], tolerance);
  });
});

describe("icc", () => {
  const singles: readonly IccForm[] = ["ICC(1,1)", "ICC(C,1)", "ICC(A,1)"];

  function expectEqualEstimates(a: IccEstimate, b: IccEstimate): void {
    if (a.value === null || b.value === null) {
      expect(a.value).toBe(b.value);
      return;
    }
    expect(Math.abs(a.value - b.value)).toBeLessThan(1e-7 * (1 + a.value ** 2));
  }

  test("neither shift, nor scale, nor the order of subjects or runs matters", () => {
    const scale = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(tables(), fc.integer({ min: -100, max: 100 }), scale, fc.nat(), (table, shift, factor, turn) => {
        for (const form of singles) {
          const estimate = icc(table, form);
          expectEqualEstimates(estimate, icc(table.map((row) => row.map((x) => factor * x + shift)), form)); // biome-ignore format: short
          expectEqualEstimates(estimate, icc(table.toReversed(), form));
          const runs = table[0].length;
          expectEqualEstimates(estimate, icc(table.map((row) => row.map((_, j) => row[(j + turn) % runs])), form)); // biome-ignore format: short
        }
      }),
    );
  });

  test("absolute agreement is below consistency in size exactly where runs differ more than error explains", () => {
    fc.assert(
      fc.property(tables(), (table) => {
        const ms = meanSquares(table);
        const [agreement, consistency] = [icc(table, "ICC(A,1)").value, icc(table, "ICC(C,1)").value];
        fc.pre(agreement !== null && consistency !== null && Math.abs(ms.msRuns - ms.msError) > 1e-9);
        fc.pre(Math.abs(consistency) > 1e-9);
        expect(Math.abs(agreement) < Math.abs(consistency)).toBe(ms.msRuns > ms.msError);
      }),
    );
  });

  test("a constant bias of a run leaves consistency and lowers agreement", () => {
    const table = [[0.1, 0.12], [0.3, 0.29], [0.5, 0.52], [0.8, 0.78]]; // biome-ignore format: a table
    const biased = table.map(([a, b]) => [a, b + 0.2]);
    expect(icc(biased, "ICC(C,1)").value).toBeCloseTo(icc(table, "ICC(C,1)").value ?? Number.NaN, 12);
    expect(icc(biased, "ICC(A,1)").value).toBeLessThan((icc(table, "ICC(A,1)").value ?? 0) - 0.05);
  });

  test("the interval holds the value, and a higher level widens it", () => {
    fc.assert(
      fc.property(tables(), fc.constantFrom(...iccForms), (table, form) => {
        const { value, interval } = icc(table, form);
        fc.pre(value !== null && interval !== null);
        expect(interval[0]).toBeLessThanOrEqual(value + 1e-9 * Math.abs(value));
        expect(interval[1]).toBeGreaterThanOrEqual(value - 1e-9 * Math.abs(value));
        const wide = icc(table, form, 0.99).interval;
        fc.pre(wide !== null);
        expect(wide[0]).toBeLessThanOrEqual(interval[0]);
        expect(wide[1]).toBeGreaterThanOrEqual(interval[1]);
      }),
    );
  });

  test("no result is NaN or infinite, and what is null has a reason", () => {
    const coarse = fc.integer({ min: 2, max: 3 }).chain((runs) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: runs, maxLength: runs }), {
        minLength: 2,
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(coarse, fc.constantFrom(...iccForms), (table, form) => {
        const { value, interval, f, p, v, reason } = icc(table, form);
        for (const number of [value, f, p, v, ...(interval ?? [])]) expect(number ?? 0).toSatisfy(Number.isFinite);
        expect(reason === null).toBe(value !== null && interval !== null);
      }),
      { numRuns: 1000 },
    );
  });

  test("runs that rank subjects in opposite order: the denominator of ICC(A,1) is zero", () => {
    expect(icc([[1, 2], [2, 1]], "ICC(A,1)")).toMatchObject({ value: null, interval: null }); // biome-ignore format: a table
  });

  test("fewer than two subjects give no value; one run is a mistake", () => {
    expect(icc([], "ICC(A,1)")).toMatchObject({ value: null, reason: "too few values" });
    expect(icc([[0.5, 0.5]], "ICC(A,1)")).toMatchObject({ value: null, reason: "too few values" });
    expect(() => icc([[0.5], [0.6]], "ICC(A,1)")).toThrow(expect.objectContaining({ code: "TS_STATISTICS_TOO_FEW" }));
    expect(() => iccFromMeanSquares(null, "ICC(A,1)", 1.5)).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
    );
  });
});
