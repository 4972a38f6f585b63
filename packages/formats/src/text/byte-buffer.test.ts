import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteBuffer } from "./byte-buffer.ts";
import { ConstantText } from "./constant-text.ts";

function written(write: (buffer: ByteBuffer) => void): string {
  const buffer = new ByteBuffer(1);
  write(buffer);
  return buffer.bytes.toString("latin1", 0, buffer.length);
}

test("property: integers are written as JavaScript writes them", () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(), fc.integer({ min: 0, max: 1e15 })), (value) => {
      expect(written((buffer) => buffer.integer(value))).toBe(String(value));
    }),
  );
});

test("property: decimals are rounded to the nearest, without trailing zeros", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      const text = written((buffer) => buffer.decimal(value, decimals));
      expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
      expect(text).toBe(
        String(Number(text).toFixed(decimals))
          .replace(/(\.\d*?)0+$/, "$1")
          .replace(/\.$/, ""),
      );
    }),
  );
});

test.each([
  [0, "0"],
  [0.5, "0.5"],
  [0.05, "0.05"],
  [1, "1"],
  [0.9999996, "1"],
  [12.000001, "12.000001"],
])("%d", (value, text) => {
  expect(written((buffer) => buffer.decimal(value, 6))).toBe(text);
});

test("property: runs of any length are copied, the buffer growing as it must", () => {
  const source = Buffer.from(Array.from({ length: 200 }, (_, i) => 33 + (i % 90)));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(200), fc.nat(200))), (runs) => {
      const text = written((buffer) => {
        for (const [start, length] of runs) buffer.copy(source, start, Math.min(200, start + length));
        buffer.constant(new ConstantText("end"));
      });
      const expected = runs.map(([start, length]) => source.toString("latin1", start, Math.min(200, start + length)));
      expect(text).toBe(`${expected.join("")}end`);
    }),
  );
});

test("property: constants of any length stand one behind the other, the buffer growing as it must", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 40, unit: "binary-ascii" })), fc.nat(), (texts, value) => {
      const text = written((buffer) => {
        for (const each of texts) buffer.constant(new ConstantText(each));
        buffer.integer(value);
      });
      expect(text).toBe(`${texts.join("")}${value}`);
    }),
  );
});
