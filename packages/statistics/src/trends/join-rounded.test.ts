import { expect, test } from "vitest";
import { joinRounded } from "./join-rounded.ts";

test("values within the tolerance of their neighbours are equal to the smallest, others stay", () => {
  const values = Float64Array.of(3, 1 + 2e-9, -5, 1, 1 + 1e-9, 3.1);
  expect([...joinRounded(values, 1.5e-9)]).toEqual([3, 1, -5, 1, 1, 3.1]);
  expect([...joinRounded(values, 0)]).toEqual([...values]);
});

test("nothing stays nothing", () => {
  expect(joinRounded(new Float64Array(0), 1)).toHaveLength(0);
});
