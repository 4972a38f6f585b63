import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

test("keys are sorted by code units and numbers written as RFC 8785 writes them", () => {
  // Section 3.2.3 and appendix B of RFC 8785.
  const keys = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
  expect(canonicalJson(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}');
  expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
    "[333333333.3333333,1e+30,4.5,0.002,1e-27,0]",
  );
});

test("the order of keys makes no difference, and JSON reads it back", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("a date is the text that JSON writes", () => {
  const value = { at: new Date("2026-01-31T08:00:00Z"), list: [new Date(0)] };
  expect(canonicalJson(value)).toBe('{"at":"2026-01-31T08:00:00.000Z","list":["1970-01-01T00:00:00.000Z"]}');
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1, [undefined]])("%s is refused", (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});
