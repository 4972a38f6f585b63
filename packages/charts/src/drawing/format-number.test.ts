import { expect, test } from "vitest";
import { formatCount, formatFraction, formatNumber, formatP, formatPercent, formatToStep } from "./format-number.ts";

test.each([
  [0.99512, "0.9951"],
  [-3.2, "−3.2"],
  [-0, "0"],
  [0, "0"],
  [12345.6, "12350"],
  [null, "–"],
  [Number.NaN, "–"],
  [Number.POSITIVE_INFINITY, "–"],
])("formatNumber(%s) is %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test.each([
  [0.93023, "0.9302"],
  [1, "1.0000"],
  [0, "0.0000"],
  [0.99998, "0.99998"],
  [0.9999999, "0.9999999"],
  [1 - 2 ** -53, "0.9999999999999999"],
  [0.00001, "0.00001"],
  [5e-324, "4.9e-324"],
  [-0.00001, "−0.00001"],
  [null, "–"],
])("formatFraction(%s) is %s", (value, text) => {
  expect(formatFraction(value)).toBe(text);
});

test.each([
  [0.25, 0.0125, "0.2500"],
  [0.2375, 0.0125, "0.2375"],
  [-0.00001, 1, "0.00"],
  [1234.5, 50, "1234.5"],
  [1e300, 1e-300, "1e+300"],
  [0.5, 0, "0.5"],
])("formatToStep(%s, %s) is %s", (value, step, text) => {
  expect(formatToStep(value, step)).toBe(text);
});

test("counts, percents and p values", () => {
  expect(formatCount(1234567)).toBe("1\u00a0234\u00a0567");
  expect(formatCount(999)).toBe("999");
  expect(formatPercent(0.153)).toBe("15.3 %");
  expect(formatP(0.0321)).toBe("p = 0.032");
  expect(formatP(0.00001)).toBe("p < 0.0001");
});
