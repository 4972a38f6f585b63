import fc from "fast-check";
import { expect, test } from "vitest";
import { shorten, textWidth, wrap } from "./text-metrics.ts";

test("the estimate is not below the metrics of Helvetica", () => {
  // Adobe's font metrics for Helvetica, in thousandths of an em: R 722, 0 556, 1 556, + 584, S 667, D 722, space 278.
  expect(textWidth("R001", 1000)).toBeGreaterThanOrEqual(722 + 3 * 556);
  expect(textWidth("+3 SD", 1000)).toBeGreaterThanOrEqual(584 + 556 + 278 + 667 + 722);
  expect(textWidth("日本", 1000)).toBe(2000);
});

test("what fits stays whole, what does not ends in an ellipsis and fits", () => {
  expect(shorten("lot 7", 100)).toBe("lot 7");
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 20, max: 200 }), (text, width) => {
      const short = shorten(text, width);
      expect(textWidth(short)).toBeLessThanOrEqual(width);
      expect(short === text || short.endsWith("…")).toBe(true);
    }),
  );
});

test("lines fit and hold all words in order", () => {
  expect(wrap("one two three", textWidth("one two"))).toEqual(["one two", "three"]);
  expect(wrap("", 100)).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,5}$/)), (words) => {
      const lines = wrap(words.join(" "), 120);
      expect(lines.join(" ")).toBe(words.join(" "));
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(120);
    }),
  );
});
