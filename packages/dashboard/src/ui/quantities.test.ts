import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesText, durationText } from "./quantities.ts";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.00 kB"],
  [999_499, "999 kB"],
  [999_500, "1.00 MB"],
  [12_345_678, "12.3 MB"],
  [3_140_000_000, "3.14 GB"],
])("%i bytes are %s", (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});

test.each([
  [0, "0 ms"],
  [850, "850 ms"],
  [999.6, "1.0 s"],
  [12_440, "12.4 s"],
  [59_960, "1 min 0 s"],
  [200_000, "3 min 20 s"],
  [3_599_800, "1 h 0 min"],
  [7_500_000, "2 h 5 min"],
])("%f milliseconds are %s", (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});

test("what is read back is what was written, to the digits that are shown", () => {
  const sizes: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15 };
  const lengths: Readonly<Record<string, number>> = { ms: 1, s: 1e3, min: 6e4, h: 3.6e6 };
  const read = (text: string, units: Readonly<Record<string, number>>) =>
    [...text.matchAll(/([\d.]+) (\w+)/g)].reduce(
      (sum, [, number, unit]) => sum + Number(number) * units[unit ?? ""]!,
      0,
    );
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (number) => {
      expect(Math.abs(read(bytesText(number), sizes) - number)).toBeLessThanOrEqual(number * 0.005);
      expect(Math.abs(read(durationText(number), lengths) - number)).toBeLessThanOrEqual(
        number < 59_950 ? 50 : Math.max(500, number * 0.0085),
      );
    }),
  );
});
