import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectClose } from "../../test/reference.ts";
import { noncentralTCdf, noncentralTQuantile } from "./noncentral-t.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { studentTCdf } from "./student-t.ts";

const degrees = fc.double({ min: 1, max: 1e4, noNaN: true });
const noncentrality = fc.double({ min: -60, max: 60, noNaN: true });

describe("noncentralTCdf", () => {
  test.each([
    [2, 9, 1, 0.80414401825559],
    [0, 5, 1.3, 0.0968004845856103],
    [-1, 3, 2, 0.00300524759539851],
    [12, 29, 10.735, 0.730993997476307],
    [3, 1, 1, 0.730102598610563],
    [5, 2.5, -1, 0.998413315364401],
    [60, 999, 62, 0.114480369144946],
    [100, 4, 37, 0.96860263168499],
    [200, 9999, 196, 0.989534910510144],
  ])("t = %d, df = %d, ncp = %d agrees with the integral by mpmath 1.2.1", (t, df, ncp, expected) => {
    expectClose(noncentralTCdf(t, df, ncp), expected, 1e-11);
  });

  test("without noncentrality it is Student's t", () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), degrees, (t, df) => {
        expect(noncentralTCdf(t, df, 0)).toBeCloseTo(studentTCdf(t, df), 11);
      }),
    );
  });

  test("at 0 it is the normal probability of -ncp", () => {
    fc.assert(
      fc.property(degrees, noncentrality, (df, ncp) => {
        expectClose(noncentralTCdf(0, df, ncp), normalCdf(-ncp), 1e-12);
      }),
    );
  });

  test("mirrors in t and ncp", () => {
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), degrees, noncentrality, (t, df, ncp) => {
        expect(noncentralTCdf(t, df, ncp) + noncentralTCdf(-t, df, -ncp)).toBeCloseTo(1, 11);
      }),
    );
  });
});

describe("noncentralTQuantile", () => {
  test.each([
    [0.975, 29, 15.098719783783261],
    [0.025, 29, 7.944039674941311],
    [0.975, 16, 12.980871542805119],
  ])("p = %d, df = %d, ncp = 1.96 sqrt(df + 1) agrees with scipy 1.10.1", (p, df, expected) => {
    expectClose(noncentralTQuantile(p, df, 1.96 * Math.sqrt(df + 1)), expected, 1e-10);
  });

  test.each([
    [5, 4.203],
    [10, 2.911],
    [20, 2.396],
    [50, 2.065],
  ])("one-sided 95/95 tolerance factor of n = %d is the one that Hahn & Meeker 1991 tabulate: %d", (n, factor) => {
    const quantile = noncentralTQuantile(0.95, n - 1, normalQuantile(0.95) * Math.sqrt(n));
    expect(quantile / Math.sqrt(n)).toBeCloseTo(factor, 3);
  });

  test("inverts the distribution function", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 0.9999, noNaN: true }), degrees, noncentrality, (p, df, ncp) => {
        expect(noncentralTCdf(noncentralTQuantile(p, df, ncp), df, ncp)).toBeCloseTo(p, 10);
      }),
      { numRuns: 30 },
    );
  });
});

test("arguments outside of the domain are refused", () => {
  const outside = expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" });
  const notFinite = expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE" });
  expect(() => noncentralTCdf(1, 0.5, 0)).toThrow(outside);
  expect(() => noncentralTCdf(Number.NaN, 5, 0)).toThrow(notFinite);
  expect(() => noncentralTCdf(1, 5, Number.POSITIVE_INFINITY)).toThrow(notFinite);
  expect(() => noncentralTQuantile(1, 5, 0)).toThrow(outside);
});
