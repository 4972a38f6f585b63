import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FormatKeyFinder, findFormatKey, subfieldEnd, subfieldStart } from "./format-key.ts";

const key = fc.constantFrom("GT", "GQ", "G", "DP", "PL", "PS", "AD");
const formats = fc.uniqueArray(key, { minLength: 1 });

describe("findFormatKey and FormatKeyFinder", () => {
  test("agree with splitting, for any sequence of formats", () => {
    fc.assert(
      fc.property(fc.array(formats), key, fc.constantFrom("", "\t0/1"), (sequence, wanted, after) => {
        const finder = new FormatKeyFinder(wanted);
        for (const keys of sequence) {
          const text = Buffer.from(`x\t${keys.join(":")}${after}`);
          const end = text.length - after.length;
          expect(findFormatKey(text, 2, end, Buffer.from(wanted))).toBe(keys.indexOf(wanted));
          expect(finder.indexIn(text, 2, text.length)).toBe(keys.indexOf(wanted));
        }
      }),
    );
  });
});

describe("subfieldStart and subfieldEnd", () => {
  test("cut out each value; -1 where trailing values are left out", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("", "0/1", ".", "12,3"), { minLength: 1 }), fc.nat(8), (values, index) => {
        const text = Buffer.from(`${values.join(":")}\t9:9:9`);
        const end = text.length - "\t9:9:9".length;
        const start = subfieldStart(text, 0, end, index);
        if (index >= values.length) expect(start).toBe(-1);
        else expect(text.toString("latin1", start, subfieldEnd(text, start, end))).toBe(values[index]);
      }),
    );
    expect(subfieldStart(Buffer.from("0/1"), 0, 3, -1)).toBe(-1);
  });
});
