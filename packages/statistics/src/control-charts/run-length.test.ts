import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectClose, referenceAvailable, referenceCases } from "../../test/reference.ts";
import { cusumAverageRunLength } from "./cusum-run-length.ts";
import { ewmaAverageRunLength } from "./ewma-run-length.ts";
import { gaussLegendre } from "./gauss-legendre.ts";
import { solveLinearSystem } from "./linear-system.ts";
import { limitRejectionProbability, shewhartAverageRunLength } from "./shewhart-run-length.ts";

const SHIFTS = [0, 0.5, 1, 2];

describe("EWMA", () => {
  // R 4.2.2, spc 0.6.7: xewma.arl(lambda, L, shift, sided = "two", limits = "fix", r = 60)
  test.each([
    [0.2, 2.962, [499.735122165878, 41.764395762474, 10.5416657965643, 3.74343906053944]],
    [0.1, 2.7, [368.993733980596, 28.190539620469, 9.73001162225523, 4.17858757927244]],
    [0.05, 2.615, [499.933005711015, 28.7637279991409, 11.3828036879959, 5.22487982594677]],
    [0.4, 3.054, [499.951338642728, 71.2005020053032, 14.2627642630529, 3.5215391987989]],
    [0.03, 2.437, [499.859156631889, 29.3209812163644, 12.597582298657, 5.98683932495373]],
  ])("lambda %d, L %d, asymptotic limits", (lambda, limit, expected) => {
    const lengths = SHIFTS.map((shift) => ewmaAverageRunLength({ lambda, limit, limits: "asymptotic" }, shift));
    for (const [place, length] of lengths.entries()) expectClose(length, expected[place], 1e-11);
  });

  // The same with limits = "vacl", which spc works out by extrapolation.
  test.each([
    [0.2, 2.962, [494.385651021863, 40.3394006773781, 9.55449187224236, 2.85999279169372]],
    [0.1, 2.7, [356.095096885117, 25.3275518285447, 7.54127643523917, 2.49543002106724]],
    [0.05, 2.615, [469.479904771908, 23.2211951087939, 7.1950041741569, 2.39597198038424]],
  ])("lambda %d, L %d, time-varying limits", (lambda, limit, expected) => {
    const lengths = SHIFTS.map((shift) => ewmaAverageRunLength({ lambda, limit }, shift));
    for (const [place, length] of lengths.entries()) expectClose(length, expected[place], 1e-6);
  });

  test("Lucas & Saccucci's design for 500: 41.8 at half an SD, 10.5 at one", () => {
    const length = (shift: number) => ewmaAverageRunLength({ lambda: 0.2, limit: 2.962, limits: "asymptotic" }, shift);
    expect([length(0), length(0.5), length(1)].map((value) => Number(value?.toPrecision(3)))).toEqual([
      500, 41.8, 10.5,
    ]);
  });

  test("with lambda 1 it is a Shewhart chart", () => {
    for (const limits of ["asymptotic", "time-varying"] as const) {
      const length = ewmaAverageRunLength({ lambda: 1, limit: 3, limits }, 0.7);
      expectClose(length, shewhartAverageRunLength(3, 1, { shift: 0.7 }), 1e-12);
    }
  });

  test("both directions of a shift are found alike", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (lambda, shift) => {
          const design = { lambda, limit: 2.7, limits: "asymptotic" as const };
          expectClose(ewmaAverageRunLength(design, -shift), ewmaAverageRunLength(design, shift), 1e-9);
        },
      ),
      { numRuns: 20 },
    );
  });

  test.each([0, -0.1, 1.1, Number.NaN])("refuses lambda %d", (lambda) => {
    expect(() => ewmaAverageRunLength({ lambda, limit: 3 })).toThrow("lambda is");
  });
});

describe("CUSUM", () => {
  // R 4.2.2, spc 0.6.7: xcusum.arl(k, h, shift, sided, r = 60)
  test.each([
    [0.5, 4, "upper", [335.367577627232, 26.6791624343386, 8.38320212974993, 3.34277013112471]],
    [0.5, 4, "two-sided", [167.683788813616, 26.6302030888693, 8.38313187049515, 3.34277012942985]],
    [0.5, 5, "upper", [930.887012064196, 38.0096099218959, 10.3759753002077, 4.00887106104833]],
    [0.5, 5, "two-sided", [465.443506032098, 37.9961431893664, 10.3759699215936, 4.00887106103108]],
    [0.25, 8, "two-sided", [368.393873265014, 28.7623754838498, 11.3932082058146, 5.21416069660152]],
    [1, 2.5, "two-sided", [358.001939462869, 67.7607488703415, 13.4309680229208, 3.24668710002631]],
  ] as const)("k %d, h %d, %s", (k, h, sides, expected) => {
    for (const [place, shift] of SHIFTS.entries()) {
      expectClose(cusumAverageRunLength({ k, h }, shift, sides), expected[place], 1e-11);
    }
  });

  // The same with hs = 2.5.
  test.each([
    ["upper", [895.834345223558, 28.7569078521881, 6.34796582699218, 2.36229231755027]],
    ["two-sided", [430.390839191461, 28.665830192122, 6.3468504683255, 2.36229094128814]],
  ] as const)("fast initial response, %s", (sides, expected) => {
    for (const [place, shift] of SHIFTS.entries()) {
      expectClose(cusumAverageRunLength({ k: 0.5, h: 5, headStart: 2.5 }, shift, sides), expected[place], 1e-11);
    }
  });

  test.each([
    [{ k: -0.1, h: 4 }, "k is"],
    [{ k: 0.5, h: 0 }, "h is"],
    [{ k: 0.5, h: 4, headStart: 5 }, "headStart is"],
  ])("refuses %o", (design, message) => {
    expect(() => cusumAverageRunLength(design)).toThrow(message);
  });
});

describe("what double precision cannot tell is null", () => {
  test.each([6, 7])("lambda 1 with %d SD: close to a Shewhart chart", (limit) => {
    expectClose(ewmaAverageRunLength({ lambda: 1, limit }), shewhartAverageRunLength(limit), 1e-3);
  });

  test("limits so wide that a signal is never seen", () => {
    for (const limit of [9, 40]) expect(ewmaAverageRunLength({ lambda: 0.2, limit })).toBeNull();
    for (const h of [40, 60]) expect(cusumAverageRunLength({ k: 0.5, h })).toBeNull();
    expect(cusumAverageRunLength({ k: 0.5, h: 5 }, -1e6, "upper")).toBeNull();
  });

  test("an enormous shift is found at once", () => {
    expect(ewmaAverageRunLength({ lambda: 0.2, limit: 3 }, 1e6)).toBeCloseTo(1, 12);
    expect(cusumAverageRunLength({ k: 0.5, h: 5, headStart: 2.5 }, 1e6)).toBeCloseTo(1, 12);
    expect(cusumAverageRunLength({ k: 0.5, h: 5 }, -1e6)).toBeCloseTo(1, 12);
  });
});

describe("limits", () => {
  test("370 runs at 3 SD, 22 at 2 SD, 44 and 6.3 for shifts of 1 and 2 SD", () => {
    expect(shewhartAverageRunLength(3)).toBeCloseTo(370.398, 3);
    expect(shewhartAverageRunLength(2)).toBeCloseTo(21.978, 3);
    expect(shewhartAverageRunLength(3, 1, { shift: 1 })).toBeCloseTo(43.895, 3);
    expect(shewhartAverageRunLength(3, 1, { shift: -2 })).toBeCloseTo(6.303, 3);
  });

  test("1-2s as a rejection rule costs 4.6, 8.9 and 13.0% of good runs (pitfall 10)", () => {
    const percent = [1, 2, 3].map((controls) => (100 * limitRejectionProbability(2, controls)).toFixed(1));
    expect(percent).toEqual(["4.6", "8.9", "13.0"]);
  });

  test("a random error of twice the SD makes 3 SD of it 1.5", () => {
    expectClose(limitRejectionProbability(3, 1, { sdRatio: 2 }), limitRejectionProbability(1.5), 1e-14);
  });

  test("more controls reject more", () => {
    const probabilities = [1, 2, 3, 4, 1000].map((controls) => limitRejectionProbability(3, controls));
    expect(probabilities).toEqual([...probabilities].sort((a, b) => a - b));
    expect(probabilities[4]).toBeLessThan(1);
  });

  test.each([
    [0, 1, {}],
    [3, 0, {}],
    [3, 1.5, {}],
    [3, 1, { sdRatio: 0 }],
    [3, 1, { shift: Number.NaN }],
  ])("refuses limit %d, %d controls, %o", (limit, controls, error) => {
    expect(() => limitRejectionProbability(limit, controls, error)).toThrow(
      expect.objectContaining({ name: "StatisticsError" }),
    );
  });
});

describe("numerical tools", () => {
  test.each([1, 2, 5, 40, 200])("%d Gauss-Legendre nodes integrate polynomials of degree 2n - 1", (n) => {
    const { nodes, weights } = gaussLegendre(n, -1, 3);
    for (const degree of [0, 1, 2 * n - 2, 2 * n - 1]) {
      const exact = (3 ** (degree + 1) - (-1) ** (degree + 1)) / (degree + 1);
      const sum = nodes.reduce((total, node, place) => total + weights[place] * node ** degree, 0);
      expectClose(sum / exact, 1, 1e-11);
    }
  });

  test("a linear system whose first pivot is 0", () => {
    const matrix = [Float64Array.of(0, 2, 1), Float64Array.of(1, 1, 1), Float64Array.of(2, 0, 3)];
    expect(solveLinearSystem(matrix, Float64Array.of(7, 6, 11))).toEqual(Float64Array.of(1, 2, 3));
  });

  test("a singular system has no solution", () => {
    const matrix = [Float64Array.of(1, 2), Float64Array.of(2, 4)];
    expect(solveLinearSystem(matrix, Float64Array.of(1, 2))).toBeNull();
  });
});

describe.skipIf(!referenceAvailable)("reference cases", () => {
  const lengthAt = {
    ARL0: 0,
    ARL_half_sd: 0.5,
    ARL_1sd: 1,
  };

  test.each(referenceCases("arl"))("$id", ({ input, expected, tolerance }) => {
    for (const [name, shift] of Object.entries(lengthAt)) {
      if (expected[name] === undefined) continue;
      const lengths = lengthsOf(input, shift);
      expect(lengths.length).toBeGreaterThan(0);
      lengths.forEach((length, place) => {
        expectClose(length, [expected[name]].flat()[place], tolerance);
      });
    }
  });

  interface ArlInput {
    readonly k?: number;
    readonly h?: readonly number[];
    readonly lambda?: number;
    readonly L?: number;
    readonly limits?: readonly number[];
  }

  function lengthsOf({ k, h = [], lambda, L, limits = [] }: ArlInput, shift: number): (number | null)[] {
    if (k !== undefined) return h.map((limit) => cusumAverageRunLength({ k, h: limit }, shift));
    if (lambda !== undefined && L !== undefined) {
      return [ewmaAverageRunLength({ lambda, limit: L, limits: "asymptotic" }, shift)];
    }
    return limits.map((limit) => shewhartAverageRunLength(limit, 1, { shift }));
  }
});
