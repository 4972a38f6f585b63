import { expect, test } from "vitest";
import { parameterRows } from "./parameter-rows.ts";

test("each field of records within records has a row, by name", () => {
  const parameters = { depth: 30, caller: { model: "wgs", filters: { qual: null } }, beds: ["a", "b"], none: {} };
  expect(parameterRows(parameters)).toEqual([
    { name: "beds", value: '["a","b"]' },
    { name: "caller.filters.qual", value: "null" },
    { name: "caller.model", value: "wgs" },
    { name: "depth", value: "30" },
    { name: "none", value: "{}" },
  ]);
});

test.each([null, {}, [1], "x", 3])("%j has none", (parameters) => {
  expect(parameterRows(parameters)).toEqual([]);
});
