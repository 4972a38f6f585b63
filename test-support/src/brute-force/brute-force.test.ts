import { describe, expect, test } from "vitest";
import { bruteForce } from "./brute-force.ts";
import type { GenotypedRecord } from "./genotyped-record.ts";

//                          1         2
//                 123456789012345678901234
const REFERENCE = "ACGTTGCAAACCCTAGATTTTTGC";

/** Records written `POS REF>ALT,ALT GT`. */
function records(...descriptions: string[]): GenotypedRecord[] {
  return descriptions.map((description) => {
    const [position, change, genotype] = description.split(" ");
    const [reference, alternates] = change.split(">");
    return {
      position: Number(position),
      reference,
      alternates: alternates.split(","),
      genotype: genotype.split("/").map(Number),
    };
  });
}

function matched(truth: string[], query: string[], match: "genotype" | "alleles" = "genotype", ploidy = 2): number {
  return bruteForce(REFERENCE, records(...truth), records(...query), { match, ploidy }).matched;
}

describe("genotypes", () => {
  test("the same record, and its other orientation", () => {
    expect(matched(["7 C>T 0/1"], ["7 C>T 1/0"])).toBe(2);
    expect(matched(["7 C>T 0/1"], ["7 C>T 1/1"])).toBe(0);
    expect(matched(["7 C>T,G 1/2"], ["7 C>G 0/1", "7 C>T 0/1"])).toBe(3);
  });

  test("a lower ploidy is spread evenly", () => {
    expect(matched(["7 C>T 1"], ["7 C>T 1/1"])).toBe(2);
    expect(matched(["7 C>T 1"], ["7 C>T 1/1/1"], "genotype", 3)).toBe(2);
    expect(matched(["7 C>T 0/1"], ["7 C>T 0/1/1/0"], "genotype", 4)).toBe(2);
  });

  test("a ploidy that cannot be spread matches nothing", () => {
    expect(matched(["7 C>T 0/1/1"], ["7 C>T 0/1/1"])).toBe(0);
    expect(matched(["7 C>T 0/1"], ["7 C>T 0/1"], "genotype", 3)).toBe(0);
    expect(matched(["7 C>T 0/1/1"], ["7 C>T 1/0/1"], "genotype", 3)).toBe(2);
  });

  test("different representations", () => {
    expect(matched(["7 CA>C 0/1"], ["9 AA>A 0/1"])).toBe(2);
    expect(matched(["4 TT>CA 0/1"], ["4 T>C 0/1", "5 T>A 0/1"])).toBe(3);
    expect(matched(["4 TT>CA 0/1"], ["4 T>C 0/1", "5 T>A 1/1"])).toBe(0);
  });

  test("the witness replays", () => {
    const best = bruteForce(REFERENCE, records("4 TT>CA 0/1"), records("4 T>C 1/0", "14 T>G 0/1", "5 T>A 0/1"), {
      match: "genotype",
    });
    expect(best.truth).toEqual([[0, 1]]);
    expect(best.query).toEqual([[0, 1], null, [0, 1]]);
  });
});

describe("alleles", () => {
  test("genotypes do not matter, one haplotype holds all", () => {
    expect(matched(["7 C>T 0/1"], ["7 C>T 1/1"], "alleles")).toBe(2);
    expect(matched(["7 C>T,G 1/2"], ["7 C>G 0/1"], "alleles")).toBe(2);
    expect(matched(["7 C>T,G 1/2"], ["7 C>G 0/1", "7 C>T 0/1"], "alleles")).toBe(3);
  });

  test("alleles without bases match nothing", () => {
    expect(matched(["7 C>* 1/1"], ["7 C>* 1/1"], "alleles")).toBe(0);
  });
});

describe("rules", () => {
  test("edits of one side may not touch the same bases of a haplotype", () => {
    expect(matched(["6 GCAA>G 1/1", "8 A>T 1/1"], ["6 GCAA>G 1/1", "8 A>T 1/1"])).toBe(2);
    expect(matched(["6 GCAA>G 0/1", "8 A>T 0/1"], ["6 GCAA>G 0/1", "8 A>T 0/1"])).toBe(4);
    expect(matched(["14 T>TGG 1/1"], ["14 T>TG 1/1", "14 T>TG 1/1"])).toBe(0);
    expect(matched(["14 TA>TGGC 1/1"], ["14 T>TGG 1/1", "15 A>C 1/1"])).toBe(3);
  });

  test("a call set that contradicts itself", () => {
    const calls = records("7 C>T 1/1", "7 C>G 1/1");
    const best = bruteForce(REFERENCE, calls, calls, { match: "genotype" });
    expect(best).toMatchObject({ matched: 2, exactPairs: 2, exactPairsMatched: 1 });
  });

  test("records of one side that cancel each other are no match", () => {
    const cancelling = ["7 CA>C 0/1", "9 A>AA 0/1"];
    expect(matched([], cancelling)).toBe(0);
    expect(matched(["14 T>G 0/1"], [...cancelling, "14 T>G 0/1"])).toBe(2);
    expect(matched(["7 CA>C 1/1", "10 A>AA 0/1"], ["8 AA>A 0/1"])).toBe(3);
  });

  test("more records win over exact pairs, exact pairs over others", () => {
    const best = bruteForce(REFERENCE, records("4 TT>CA 1/1"), records("4 TT>CA 1/1", "4 T>C 1/1", "5 T>A 1/1"), {
      match: "genotype",
    });
    expect(best).toMatchObject({ matched: 3, exactPairs: 1, exactPairsMatched: 0, query: [null, [1, 1], [1, 1]] });
    const tie = bruteForce(REFERENCE, records("7 CA>C 1/1"), records("7 CA>C 1/1", "9 AA>A 1/1"), {
      match: "genotype",
    });
    expect(tie).toMatchObject({ matched: 2, exactPairs: 1, exactPairsMatched: 1, query: [[1, 1], null] });
  });

  test("duplicates pair one to one", () => {
    const best = bruteForce(REFERENCE, records("7 C>T 0/1"), records("7 C>T 0/1", "7 C>T 0/1"), { match: "genotype" });
    expect(best).toMatchObject({ matched: 2, exactPairs: 1 });
  });
});

test("nothing at all matches nothing", () => {
  expect(matched([], [])).toBe(0);
});

test("more than eight records are refused", () => {
  const many = new Array<string>(9).fill("7 C>T 0/1");
  expect(() => matched(many, [])).toThrow("9 records are too many");
});
