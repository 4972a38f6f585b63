import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeNonInferiority } from "./non-inferiority.ts";

test("the bounds decide", () => {
  expect(judgeNonInferiority([-0.0009, 0.002], 0.001)).toBe("non-inferior");
  expect(judgeNonInferiority([-0.001, 0.002], 0.001)).toBe("indeterminate");
  expect(judgeNonInferiority([-0.004, -0.0011], 0.001)).toBe("inferior");
  expect(judgeNonInferiority([-0.004, -0.001], 0.001)).toBe("indeterminate");
});

test("a significant loss inside of the margin is accepted", () => {
  expect(judgeNonInferiority([-0.0008, -0.0002], 0.001)).toBe("non-inferior");
});

test("without an interval nothing is decided", () => {
  expect(judgeNonInferiority(null, 0.001)).toBe("indeterminate");
});

test("a wider margin never turns the verdict against the new version", () => {
  const order = ["inferior", "indeterminate", "non-inferior"];
  const unit = fc.double({ min: -1, max: 1, noNaN: true });
  const margin = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(unit, unit, margin, margin, (a, b, m1, m2) => {
      const interval = [Math.min(a, b), Math.max(a, b)] as const;
      const strict = order.indexOf(judgeNonInferiority(interval, Math.min(m1, m2)));
      expect(order.indexOf(judgeNonInferiority(interval, Math.max(m1, m2)))).toBeGreaterThanOrEqual(strict);
    }),
  );
});

test("a margin outside of 0 to 1 is refused", () => {
  for (const margin of [-0.001, 1.5, Number.NaN]) {
    expect(() => judgeNonInferiority([0, 0], margin)).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
    );
  }
});
