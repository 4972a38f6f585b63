import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FormatError } from "../error.ts";
import { alleleNotInRecord, allelesExist, PHASED, PLOIDY_MASK, parseGenotype } from "./genotype.ts";

function parse(text: string, after = ""): { alleles: number[]; ploidy: number; phased: boolean } {
  const alleles = new Int16Array(4).fill(-9);
  const bytes = Buffer.from(`9${text}${after}9`);
  const result = parseGenotype(bytes, 1, bytes.length - 1, alleles);
  const ploidy = result & PLOIDY_MASK;
  return { alleles: [...alleles.subarray(0, ploidy)], ploidy, phased: (result & PHASED) !== 0 };
}

describe("parseGenotype", () => {
  const cases: [string, number[], boolean][] = [
    ["0/1", [0, 1], false],
    ["0|1", [0, 1], true],
    ["1", [1], false],
    [".", [-1], false],
    ["./.", [-1, -1], false],
    [".|.", [-1, -1], true],
    ["./1", [-1, 1], false],
    ["1/.", [1, -1], false],
    ["10/234", [10, 234], false],
    ["32767|0", [32767, 0], true],
    ["0/1/2/3", [0, 1, 2, 3], false],
    ["0|1|2", [0, 1, 2], true],
    ["0|1/2", [0, 1, 2], false],
    ["|0|1", [0, 1], true],
    ["/0|1", [0, 1], false],
    ["|0/1", [0, 1], false],
    ["/0/1", [0, 1], false],
    ["|1", [1], true],
    ["/1", [1], false],
  ];
  test.each(cases)("reads %s", (text, alleles, phased) => {
    for (const after of ["", ":", ":3,4:7", ":0/1"]) {
      expect(parse(text, after)).toEqual({ alleles, ploidy: alleles.length, phased });
    }
  });

  test("counts alleles beyond the array and stores the first", () => {
    expect(parse("0/1/2/3/4/5")).toEqual({ alleles: [0, 1, 2, 3], ploidy: 6, phased: false });
  });

  test("returns 0 for an empty text", () => {
    expect(parse("").ploidy).toBe(0);
    expect(parse("", ":12").ploidy).toBe(0);
  });

  const junk = [
    "/",
    "|",
    "0/",
    "0|",
    "//",
    "0//1",
    "a",
    "0/b",
    "0 /1",
    "-1/0",
    "0/1 ",
    "32768",
    "1.",
    ".1",
    "./",
    "0\\1",
  ];
  test.each([...junk, Array(256).fill("0").join("/")])("refuses %j", (text) => {
    let thrown: unknown;
    try {
      parse(text, ":5");
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(FormatError);
    expect(thrown).toMatchObject({ code: "TS_VCF_MALFORMED", details: { field: "GT", offset: 1 } });
  });

  test("reads what is written, for any alleles, ploidy and phase", () => {
    const allele = fc.option(fc.integer({ min: 0, max: 32767 }), { nil: -1 });
    fc.assert(
      fc.property(fc.array(allele, { minLength: 2, maxLength: 4 }), fc.boolean(), (alleles, phased) => {
        const text = alleles.map((number) => (number === -1 ? "." : String(number))).join(phased ? "|" : "/");
        expect(parse(text, ":1")).toEqual({ alleles, ploidy: alleles.length, phased });
      }),
    );
  });
});

test("an allele number above the number of ALT alleles is noticed and explained", () => {
  const text = Buffer.from("0/2:13");
  const alleles = new Int16Array(4);
  const ploidy = parseGenotype(text, 0, text.length, alleles);
  expect(allelesExist(alleles, ploidy, 2)).toBe(true);
  expect(allelesExist(alleles, ploidy, 1)).toBe(false);
  const error = alleleNotInRecord(text, 0, text.length, 1);
  expect(error.message).toBe('genotype "0/2" names an allele of a record with 1 ALT allele');
  expect(error).toMatchObject({ code: "TS_VCF_MALFORMED", details: { field: "GT", offset: 0 } });
});
