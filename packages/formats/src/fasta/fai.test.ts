import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FormatError } from "../error.ts";
import { formatFai, parseFai } from "./fai.ts";

describe("parseFai", () => {
  test("reads what formatFai writes", () => {
    const entry = fc.record({
      length: fc.nat(),
      offset: fc.nat(),
      lineBases: fc.integer({ min: 1, max: 100 }),
      terminator: fc.integer({ min: 1, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 10 }), (values) => {
        const entries = values.map(({ length, offset, lineBases, terminator }, i) => ({
          name: `chr${i}`,
          length,
          offset,
          lineBases,
          lineBytes: lineBases + terminator,
        }));
        expect(parseFai(formatFai(entries), "x.fai")).toEqual(entries);
      }),
      { seed: 51 },
    );
  });

  test("a sixth column, as for FASTQ, is passed over", () => {
    expect(parseFai("a\t4\t3\t4\t5\t9\r\n", "x.fai")[0].lineBytes).toBe(5);
  });

  test.each([
    ["", undefined, undefined],
    ["a\t4\t3\t4\n", 1, 4],
    ["a\t4\t3\t4\t5\nb\tx\t3\t4\t5\n", 2, 2],
    ["a\t4\t-3\t4\t5\n", 1, 3],
    ["a\t4\t3\t0\t1\n", 1, 4],
    ["a\t4\t3\t4\t3\n", 1, 5],
    ["\t4\t3\t4\t5\n", 1, 1],
    ["a\t4\t3\t4\t5\na\t4\t3\t4\t5\n", 2, 1],
  ])("%j is refused at line %s, column %s", (text, line, column) => {
    let caught: unknown;
    try {
      parseFai(text, "x.fai");
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(FormatError);
    expect(caught).toMatchObject({ code: "TS_INDEX_INVALID", details: { file: "x.fai" } });
    expect((caught as FormatError).details).toMatchObject(line === undefined ? {} : { line, column });
  });
});
