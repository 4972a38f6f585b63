import { expect, test } from "vitest";
import { errorCatalogue, errorEntry } from "./errors.ts";

test("codes are in alphabetical order, each in capitals with the common prefix", () => {
  const codes = Object.keys(errorCatalogue);
  expect(codes).toEqual(codes.toSorted());
  for (const code of codes) {
    expect(code).toMatch(/^TS_[A-Z]+(_[A-Z]+)*$/);
  }
});

test.each(Object.entries(errorCatalogue))("%s has a summary and a hint in sentences", (_, { summary, hint }) => {
  expect(summary).toMatch(/^[A-Z].*\.$/);
  expect(hint).toMatch(/^[A-Z]/);
});

test("entries are found by code, and nothing else is", () => {
  expect(errorEntry("TS_USAGE")).toBe(errorCatalogue.TS_USAGE);
  expect(errorEntry("ENOENT")).toBeNull();
  expect(errorEntry("constructor")).toBeNull();
});
