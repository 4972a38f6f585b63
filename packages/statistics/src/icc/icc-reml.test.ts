import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tables } from "../../test/arbitrary-tables.ts";
import { normalNoise } from "../../test/normal-noise.ts";
import { expectClose, referenceAvailable, referenceCases } from "../../test/reference.ts";
import type { Numbers } from "../numbers.ts";
import { completeSubjects, type IncompleteMatrix } from "./complete-subjects.ts";
import { icc } from "./icc.ts";
import { type IccReml, iccReml, iccRemlOf, type TwoWayIccForm } from "./icc-reml.ts";
import { type CompleteSums, IccRemlAccumulator } from "./icc-reml-accumulator.ts";
import { meanSquares } from "./mean-squares.ts";

const shroutFleiss: readonly (readonly number[])[] = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

function withGaps(
  table: readonly (readonly number[])[],
  gaps: readonly (readonly [number, number])[],
): IncompleteMatrix {
  return table.map((row, i) => row.map((x, j) => (gaps.some(([a, b]) => a === i && b === j) ? null : x)));
}

function estimate(result: IccReml, form: TwoWayIccForm) {
  const found = result.estimates.find((one) => one.form === form);
  if (found === undefined) throw new Error(form);
  return found;
}

/** Subject, run and residual noise of the given standard deviations; about one value in ten is missing. */
function simulated(
  subjects: number,
  runs: number,
  sds: readonly [number, number, number],
  seed: number,
): (number | null)[][] {
  const noise = normalNoise(seed);
  const bias = Array.from({ length: runs }, () => sds[1] * noise());
  return Array.from({ length: subjects }, () => {
    const subject = sds[0] * noise();
    return bias.map((b) => {
      const value = 10 + subject + b + sds[2] * noise();
      return noise() > 1.28 ? null : value;
    });
  });
}

/** Sums of a table without gaps. */
function sumsOf(table: readonly Numbers[], runs: number): CompleteSums {
  const rows = table.map((row) => {
    const values = Array.from(row);
    const mean = values.reduce((sum, value) => sum + value, 0) / runs;
    return { mean, deviations: values.map((value) => value - mean) };
  });
  const subjects = rows.length;
  const total = (value: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + value(row), 0);
  const mean = subjects === 0 ? 0 : total((row) => row.mean) / subjects;
  return {
    subjects,
    mean,
    squaresOfMeans: total((row) => (row.mean - mean) ** 2),
    deviationMeans: Array.from({ length: runs }, (_, run) => total((row) => row.deviations[run]) / (subjects || 1)),
    squaresWithin: total(({ deviations }) => deviations.reduce((sum, deviation) => sum + deviation ** 2, 0)),
  };
}

describe("iccReml", () => {
  test.skipIf(!referenceAvailable)("icc-sf1979-reml", () => {
    const found = referenceCases("variance-components").find(({ id }) => id === "icc-sf1979-reml");
    const { input, expected, tolerance } = found!;
    const result = iccReml(input.matrix);
    expectClose(result.varSubject, expected.var_subject, 1e-9);
    expectClose(result.varRun, expected.var_judge, 1e-9);
    expectClose(result.varResidual, expected.var_resid, 1e-9);
    expectClose(result.varSubject, expected.lme4[0], tolerance);
  });

  // lme4 1.1-31 under R 4.2.2, lmer(y ~ 1 + (1|subject) + (1|run)) with bobyqa and rhoend = 1e-12.
  test.each([
    {
      gaps: [
        [1, 2],
        [4, 0],
        [5, 3],
      ],
      variances: [2.8107090512316124, 5.0674708516457008, 1.073629554005505],
    },
    { gaps: [[1, 0]], variances: [2.75067675523, 5.04932314622, 1.04719540745] },
    { gaps: [[1, 3]], variances: [1.971921341612, 6.044239378658, 0.447351286648] },
    { gaps: [[5, 0]], variances: [2.526980087561, 5.739751514634, 0.945732495679] },
  ] as { gaps: [number, number][]; variances: number[] }[])(
    "gaps at $gaps: the variances of lme4",
    ({ gaps, variances }) => {
      // biome-ignore format: cases a line
      const result = iccReml(withGaps(shroutFleiss, gaps));
      const [subject, run, residual] = variances;
      expectClose(result.varSubject, subject, 1e-6);
      expectClose(result.varRun, run, 1e-6);
      expectClose(result.varResidual, residual, 1e-6);
      expectClose(estimate(result, "ICC(A,1)").value, subject / (subject + run + residual), 1e-6);
      expectClose(estimate(result, "ICC(C,1)").value, subject / (subject + residual), 1e-6);
      expectClose(estimate(result, "ICC(A,k)").value, subject / (subject + (run + residual) / 4), 1e-6);
      expectClose(estimate(result, "ICC(C,k)").value, subject / (subject + residual / 4), 1e-6);
    },
  );

  test("one missing cell: complete subjects only, and all values, give different answers", () => {
    const gappy = withGaps(shroutFleiss, [[1, 0]]);
    const complete = completeSubjects(gappy);
    expect(complete.omitted).toBe(1);
    expect(complete.matrix).toHaveLength(5);
    const listwise = icc(complete.matrix, "ICC(A,1)").value ?? Number.NaN;
    expect(Math.abs((estimate(iccReml(gappy), "ICC(A,1)").value ?? 0) - listwise)).toBeGreaterThan(0.01);
  });

  test("is the mean squares' result on complete tables with positive components", () => {
    fc.assert(
      fc.property(tables(), (table) => {
        const { subjects: n, runs: k, msSubjects, msRuns, msError } = meanSquares(table);
        const components = [(msSubjects - msError) / k, (msRuns - msError) / n, msError];
        fc.pre(n > 2 && components.every((variance) => variance > 0.01 * (msSubjects + msRuns)));
        const result = iccReml(table);
        expectClose(result.varSubject, components[0], 1e-6);
        expectClose(result.varRun, components[1], 1e-6);
        expectClose(result.varResidual, components[2], 1e-6);
        expectClose(estimate(result, "ICC(A,1)").value, icc(table, "ICC(A,1)").value, 1e-6);
      }),
    );
  });

  test("a negative estimate of the mean squares becomes 0 and not negative", () => {
    // MSR = 0 and MSC = 0: with the boundary reached, all values are noise around one mean.
    const result = iccReml([[1, 2, 3], [2, 3, 1], [3, 1, 2]]); // biome-ignore format: a table
    expect(result).toMatchObject({ varSubject: 0, varRun: 0, reason: null });
    expect(result.varResidual).toBeCloseTo(6 / 8, 10);
    expect(estimate(result, "ICC(A,1)").value).toBe(0);
    expect(estimate(result, "ICC(A,1)").interval?.[0]).toBe(0);
  });

  test("shift, scale and the order of subjects and runs do not matter", () => {
    const table = simulated(12, 3, [1, 0.5, 0.4], 11);
    const expected = iccReml(table);
    const turned = [
      iccReml(table.map((row) => row.map((x) => (x === null ? null : 1e6 + 2 * x)))),
      iccReml(table.toReversed()),
      iccReml(table.map((row) => row.toReversed())),
    ];
    for (const result of turned) {
      const [value, [low, high]] = [estimate(result, "ICC(A,1)").value, estimate(result, "ICC(A,1)").interval ?? []];
      expectClose(value, estimate(expected, "ICC(A,1)").value, 1e-7);
      expectClose(low, estimate(expected, "ICC(A,1)").interval?.[0] ?? null, 1e-6);
      expectClose(high, estimate(expected, "ICC(A,1)").interval?.[1] ?? null, 1e-6);
    }
  });

  test("merged accumulators are the whole table", () => {
    const table = simulated(40, 4, [1, 0.3, 0.2], 5);
    const parts = [0, 13, 14].map((from, i) => {
      const part = new IccRemlAccumulator(4);
      for (const row of table.slice(from, [13, 14, 40][i])) part.add(row);
      return part;
    });
    const whole = new IccRemlAccumulator(4);
    for (const part of parts) whole.merge(part);
    const [merged, expected] = [iccRemlOf(whole), iccReml(table)];
    expect(merged).toMatchObject({ subjects: expected.subjects, observations: expected.observations });
    expectClose(merged.varSubject, expected.varSubject, 1e-8);
    expectClose(merged.varRun, expected.varRun, 1e-8);
    expectClose(merged.varResidual, expected.varResidual, 1e-8);
  });

  test("an accumulator that was posted to another thread is the same, and merges the same", () => {
    const table = simulated(30, 3, [1, 0.3, 0.2], 9);
    const [first, second] = [table.slice(0, 11), table.slice(11)].map((rows) => {
      const part = new IccRemlAccumulator(3);
      for (const row of rows) part.add(row);
      return part;
    });
    const posted = IccRemlAccumulator.fromData(structuredClone(first.toData()));
    expect(iccRemlOf(posted)).toEqual(iccRemlOf(first));
    posted.merge(IccRemlAccumulator.fromData(structuredClone(second.toData())));
    first.merge(second);
    expect(iccRemlOf(posted)).toEqual(iccRemlOf(first));
    posted.add([1, null, 2]);
    expect(posted.observations).toBe(first.observations + 2);
  });

  test("property: subjects without gaps can be added as their sums", () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 40 }), fc.integer({ min: 2, max: 5 }), fc.nat(), (subjects, runs, seed) => {
        const table = simulated(subjects, runs, [1, 0.5, 0.3], seed);
        const summed = new IccRemlAccumulator(runs);
        summed.addComplete(sumsOf(completeSubjects(table).matrix, runs));
        for (const row of table) if (row.includes(null)) summed.add(row);
        const [expected, result] = [iccReml(table), iccRemlOf(summed)];
        const { subjects: n, observations, reason } = expected;
        expect(result).toMatchObject({ subjects: n, observations, reason });
        if (reason !== null) return;
        expectClose(result.varResidual, expected.varResidual, 1e-6);
        for (const form of ["ICC(A,1)", "ICC(C,k)"] as const) {
          expect(estimate(result, form).value).toBeCloseTo(estimate(expected, form).value ?? Number.NaN, 6);
          expect(estimate(result, form).interval?.[0]).toBeCloseTo(estimate(expected, form).interval?.[0] ?? -1, 5);
        }
      }),
      { seed: 22, numRuns: 40 },
    );
  });

  test("sums of identical runs, and of nothing", () => {
    const identical = new IccRemlAccumulator(2);
    identical.addComplete(sumsOf([[0.25, 0.25], [0.75, 0.75]], 2)); // biome-ignore format: a table
    expect(estimate(iccRemlOf(identical), "ICC(A,1)")).toMatchObject({ value: 1, interval: [1, 1] });
    expect(iccRemlOf(identical).varSubject).toBe(0.125);
    const constant = new IccRemlAccumulator(2);
    constant.addComplete(sumsOf([[0.5, 0.5], [0.5, 0.5]], 2)); // biome-ignore format: a table
    constant.add([0.5, 0.5]);
    expect(iccRemlOf(constant).reason).toBe("no variation");
    const empty = new IccRemlAccumulator(2);
    const none = { subjects: 0, mean: 0, squaresOfMeans: 0, squaresWithin: 0 };
    empty.addComplete({ ...none, deviationMeans: [0, 0] });
    expect(iccRemlOf(empty).reason).toBe("no data");
    const wrong = () => empty.addComplete({ ...none, deviationMeans: [0] });
    expect(wrong).toThrow(expect.objectContaining({ code: "TS_STATISTICS_LENGTH" }));
    const infinite = () => empty.addComplete({ ...none, subjects: 2, mean: Number.NaN, deviationMeans: [0, 0] });
    expect(infinite).toThrow(expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE" }));
    expect(empty.subjects).toBe(0);
  });

  test("recovers the variances of 20,000 subjects with one value in ten missing", () => {
    const result = iccReml(simulated(20_000, 3, [0.3, 0, 0.05], 20));
    expect(result.subjects).toBeGreaterThan(19_900);
    // Standard errors: 0.09 sqrt(2 / 20,000) = 0.0009 and 0.0025 sqrt(2 / 34,000) = 0.00002.
    expect(Math.abs((result.varSubject ?? 0) - 0.09)).toBeLessThan(0.004);
    expect(Math.abs((result.varResidual ?? 0) - 0.0025)).toBeLessThan(0.0001);
    const { value, interval } = estimate(result, "ICC(C,1)");
    expect(interval?.[0]).toBeLessThan(value ?? 0);
    expect(interval?.[1]).toBeGreaterThan(value ?? 1);
  });

  test("the 95% interval of ICC(C,1) holds the true value in about 95 of 100 studies", () => {
    const studies = 300;
    let holds = 0;
    for (let seed = 1; seed <= studies; seed++) {
      const [low, high] = estimate(iccReml(simulated(25, 3, [1, 0.3, 0.5], 7919 * seed)), "ICC(C,1)").interval ?? [
        1, 0,
      ];
      if (low <= 0.8 && 0.8 <= high) holds++;
    }
    // The 99.9% interval of a binomial proportion of .95 in 300, and one point for the approximation.
    expect(holds / studies).toBeGreaterThan(0.9);
    expect(holds / studies).toBeLessThan(0.995);
  });

  test("identical runs agree perfectly, gaps or not", () => {
    const result = iccReml([[0.1, 0.1, null], [0.5, null, 0.5], [0.9, 0.9, 0.9]]); // biome-ignore format: a table
    expect(result).toMatchObject({ varRun: 0, varResidual: 0, reason: null });
    expect(result.varSubject).toBeCloseTo(0.16, 12);
    expect(estimate(result, "ICC(A,1)")).toMatchObject({ value: 1, interval: [1, 1] });
  });

  test("says why there is no value", () => {
    expect(iccReml([])).toMatchObject({ varSubject: null, reason: "no data" });
    expect(iccReml([[null, null]])).toMatchObject({ observations: 0, subjects: 0, reason: "no data" });
    expect(iccReml([[1, null], [2, null], [3, null]])).toMatchObject({ reason: "too few values" }); // biome-ignore format: a table
    expect(iccReml([[1, null], [null, 2], [3, null]])).toMatchObject({ reason: "too few values" }); // biome-ignore format: a table
    expect(iccReml([[0.5, 0.5], [0.5, null], [0.5, 0.5]])).toMatchObject({ reason: "no variation" }); // biome-ignore format: a table
    const additive = iccReml([[1, 2], [2, 3], [4, 5]]); // biome-ignore format: a table
    expect(additive).toMatchObject({ varResidual: null, reason: "no residual variation" });
    for (const { value, interval, reason } of additive.estimates) {
      expect({ value, interval, reason }).toEqual({ value: null, interval: null, reason: "no residual variation" });
    }
  });

  test("refuses what is no table of numbers and gaps", () => {
    expect(() => iccReml([[1, Number.NaN]])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE" }));
    expect(() => iccReml([[1, 2], [1]])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_LENGTH" }));
    expect(() => iccReml([[1], [2]])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_TOO_FEW" }));
    expect(() => iccReml(shroutFleiss, 1)).toThrow(expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }));
  });
});
