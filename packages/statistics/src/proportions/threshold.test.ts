import { expect, test } from "vitest";
import { wilsonInterval } from "./proportion.ts";
import { judgeAgainstMinimum } from "./threshold.ts";

test("the bound decides, not the estimate", () => {
  expect(judgeAgainstMinimum([0.991, 0.999], 0.99)).toBe("pass");
  expect(judgeAgainstMinimum([0.99, 1], 0.99)).toBe("pass");
  expect(judgeAgainstMinimum([0.98, 0.99], 0.99)).toBe("indeterminate");
  expect(judgeAgainstMinimum([0.98, 0.9899], 0.99)).toBe("fail");
  expect(judgeAgainstMinimum(wilsonInterval(29, 29), 0.99)).toBe("indeterminate");
});

test("without an interval nothing is decided", () => {
  expect(judgeAgainstMinimum(wilsonInterval(0, 0), 0.99)).toBe("indeterminate");
});

test("a minimum that is no number is refused", () => {
  expect(() => judgeAgainstMinimum([0, 1], Number.NaN)).toThrow(
    expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE" }),
  );
});
