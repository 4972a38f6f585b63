import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectClose } from "../../test/reference.ts";
import { betaCdf, betaQuantile, betaQuantilePair, betaUpperTail } from "./beta.ts";
import { binomialCdf, binomialProbability, binomialUpperTail } from "./binomial.ts";
import { chiSquaredCdf, chiSquaredQuantile, chiSquaredUpperTail } from "./chi-squared.ts";
import { fCdf, fQuantile, fUpperTail } from "./f.ts";
import { normalCdf, normalQuantile, normalUpperQuantile, normalUpperTail } from "./normal.ts";
import { studentTCdf, studentTQuantile, studentTTwoSided, studentTUpperTail } from "./student-t.ts";

const probability = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
const degrees = fc.double({ min: 0.5, max: 1e5, noNaN: true });

describe("normal", () => {
  test("upper tails keep their digits where 1 - cdf is 0", () => {
    // Abramowitz & Stegun 1964, table 26.2: -log10 Q(10) = 23.11805, -log10 Q(30) = 197.30921.
    expect(-Math.log10(normalUpperTail(10))).toBeCloseTo(23.11805, 5);
    expect(-Math.log10(normalUpperTail(30))).toBeCloseTo(197.30921, 5);
  });

  test("upper quantile mirrors the lower one", () => {
    expect(normalUpperQuantile(0.025)).toBeCloseTo(1.959963984540054, 14);
    fc.assert(
      fc.property(probability, (p) => {
        expect(normalUpperQuantile(p)).toBe(-normalQuantile(p));
      }),
    );
  });

  test("quantile inverts the distribution function", () => {
    fc.assert(fc.property(probability, (p) => expectClose(normalCdf(normalQuantile(p)), p, 1e-10)));
  });
});

describe("Student's t", () => {
  test("one degree of freedom is the Cauchy distribution", () => {
    for (const t of [-1e8, -3, -0.2, 0, 1e-9, 0.7, 12, 1e12]) {
      expectClose(studentTUpperTail(t, 1), Math.atan2(1, t) / Math.PI, 1e-12);
    }
  });

  test("two degrees of freedom have a closed quantile", () => {
    for (const p of [1e-9, 0.01, 0.3, 0.4999, 0.5001, 0.8, 0.999]) {
      expectClose(studentTQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 1e-11);
    }
    expect(studentTQuantile(0.5, 2)).toBe(0);
  });

  test("is symmetric, and two-sided is twice the tail", () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), degrees, (t, df) => {
        expect(studentTCdf(-t, df)).toBe(studentTUpperTail(t, df));
        expect(studentTTwoSided(t, df)).toBe(2 * studentTUpperTail(Math.abs(t), df));
      }),
    );
  });

  test("quantile inverts the distribution function", () => {
    fc.assert(
      fc.property(probability, degrees, (p, df) => expectClose(studentTCdf(studentTQuantile(p, df), df), p, 1e-9)),
    );
  });
});

describe("F", () => {
  test("the square of a t is F with 1 and df degrees of freedom", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 40, noNaN: true }), degrees, (t, df) => {
        expectClose(fUpperTail(t * t, 1, df), studentTTwoSided(t, df), 1e-9);
      }),
    );
  });

  test("exchanging the degrees of freedom inverts the ratio", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), degrees, degrees, (f, df1, df2) => {
        expectClose(fUpperTail(f, df1, df2), fCdf(1 / f, df2, df1), 1e-8);
      }),
    );
  });

  test("an infinite ratio has no upper tail", () => {
    expect(fUpperTail(Number.POSITIVE_INFINITY, 5, 15)).toBe(0);
    expect(fCdf(Number.POSITIVE_INFINITY, 5, 15)).toBe(1);
  });

  test("quantiles that overflow are null", () => {
    expect(fQuantile(0.975, 5, 0.29)).toBeNull();
    expect(fQuantile(1 - 2 ** -52, 5, 0.3)).not.toBe(Number.POSITIVE_INFINITY);
    expect(fQuantile(0.975, 5, 0.3)).toBeGreaterThan(1e9);
  });
});

describe("beta", () => {
  test("with one shape 1 it is a power", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.1, max: 30, noNaN: true }), (x, a) => {
        expectClose(betaCdf(x, a, 1), x ** a, 1e-9);
        expectClose(betaUpperTail(x, 1, a), (1 - x) ** a, 1e-9);
      }),
    );
  });

  test("both parts of a quantile keep their digits", () => {
    // Beta(1, b): the complement of the p quantile is (1 - p)^(1/b); Beta(a, 1): the quantile is p^(1/a).
    expectClose(betaQuantilePair(0.5, 1, 0.01)[1], 0.5 ** 100, 1e-10);
    expectClose(betaQuantilePair(0.5, 0.01, 1)[0], 0.5 ** 100, 1e-10);
    expect(betaQuantile(0.5, 7, 7)).toBeCloseTo(0.5, 14);
  });
});

describe("chi-squared", () => {
  test("two degrees of freedom are exponential", () => {
    for (const x of [0, 1e-6, 1, 30, 700]) expectClose(chiSquaredUpperTail(x, 2), Math.exp(-x / 2), 1e-13);
  });

  test("large degrees of freedom agree with scipy", () => {
    // scipy 1.10.1: x, df, chi2.cdf(x, df), chi2.sf(x, df).
    for (const [x, df, cdf, sf] of [
      [2030, 2000, 0.6852811861082235, 0.31471881389177647],
      [2060, 2000, 0.8289119038823939, 0.171088096117606],
      [100200, 100000, 0.6730699893761953, 0.3269300106238046],
      [1000000, 1000000, 0.5001880631966055, 0.4998119368033945],
    ]) {
      expectClose(chiSquaredCdf(x, df), cdf, 1e-12);
      expectClose(chiSquaredUpperTail(x, df), sf, 1e-12);
    }
  });

  test("the tails add up and the quantile inverts them", () => {
    fc.assert(
      fc.property(probability, degrees, (p, df) => {
        const x = chiSquaredQuantile(p, df);
        expectClose(chiSquaredCdf(x, df), p, 1e-9);
        expect(chiSquaredCdf(x, df) + chiSquaredUpperTail(x, df)).toBeCloseTo(1, 12);
      }),
    );
  });

  test("an infinite value has no upper tail", () => {
    expect(chiSquaredUpperTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
    expect(chiSquaredCdf(Number.POSITIVE_INFINITY, 3)).toBe(1);
  });
});

describe("binomial", () => {
  test("equals the sum over all outcomes", () => {
    for (const n of [0, 1, 2, 7, 12]) {
      for (const p of [0, 0.07, 0.5, 0.9, 1]) {
        const exact = enumerate(n, p);
        for (let k = 0; k <= n; k++) {
          const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
          expect(binomialProbability(k, n, p)).toBeCloseTo(exact[k], 13);
          expect(binomialCdf(k, n, p)).toBeCloseTo(sum(exact.slice(0, k + 1)), 13);
          expect(binomialUpperTail(k, n, p)).toBeCloseTo(sum(exact.slice(k)), 13);
        }
      }
    }
  });

  test("keeps its digits with a million trials", () => {
    // scipy 1.10.1: binom.pmf(500000, 1000000, .5), binom.pmf(9000, 1000000, .01).
    expectClose(binomialProbability(500_000, 1_000_000, 0.5), 0.0007978843613317499, 1e-10);
    expectClose(binomialProbability(9_000, 1_000_000, 0.01), 8.499908927443665e-26, 1e-10);
  });
});

test("arguments outside of the domain are refused", () => {
  for (const wrong of [
    () => normalCdf(Number.NaN),
    () => normalQuantile(0),
    () => normalUpperQuantile(1),
    () => studentTCdf(1, 0),
    () => studentTQuantile(0.5, Number.NaN),
    () => fUpperTail(-1, 2, 3),
    () => fQuantile(0.5, 2, Number.POSITIVE_INFINITY),
    () => betaCdf(1.1, 2, 3),
    () => betaQuantile(0.5, 0, 3),
    () => chiSquaredUpperTail(-1, 3),
    () => chiSquaredQuantile(1.5, 3),
    () => binomialCdf(3, 2, 0.5),
    () => binomialProbability(1.5, 2, 0.5),
    () => binomialUpperTail(1, 2, Number.NaN),
  ]) {
    expect(wrong).toThrow(expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }));
  }
});

/** Distribution of the successes over all 2^n outcomes. */
function enumerate(n: number, p: number): number[] {
  const counts = new Array<number>(n + 1).fill(0);
  for (let outcome = 0; outcome < 2 ** n; outcome++) {
    let successes = 0;
    for (let trial = 0; trial < n; trial++) successes += (outcome >> trial) & 1;
    counts[successes] += p ** successes * (1 - p) ** (n - successes);
  }
  return counts;
}
