import fc from "fast-check";
import { expect, test } from "vitest";
import { type AlignedRecord, align } from "../src/pages/concordance/alignment.ts";

const REFERENCE = "ACGTACGT";
const FIRST = 101;

function texts(...records: readonly Partial<AlignedRecord>[]): string[] {
  const whole = records.map((record) => ({
    label: "",
    position: FIRST,
    ref: "A",
    alt: "C",
    genotype: "0/1",
    ...record,
  }));
  return align(REFERENCE, FIRST, whole).map(({ letters }) => letters.map(({ letter }) => letter).join(""));
}

test.each([
  ["a SNV", [{ position: 103, ref: "G", alt: "T" }], ["ACGTACGT", "··T·····"]],
  ["a deletion, without its anchor", [{ position: 102, ref: "CGT", alt: "C" }], ["ACGTACGT", "··--····"]],
  ["an insertion, which widens the reference", [{ position: 102, ref: "C", alt: "CAA" }], ["AC--GTACGT", "··AA······"]],
  [
    "two insertions at one place, of two lengths",
    [
      { position: 102, ref: "C", alt: "CAA" },
      { position: 102, ref: "C", alt: "CT" },
    ],
    ["AC--GTACGT", "··AA······", "··T-······"],
  ],
  ["a replacement by more bases", [{ position: 103, ref: "GT", alt: "CCC" }], ["ACGT-ACGT", "··CCC····"]],
  ["an insertion at the end", [{ position: 108, ref: "T", alt: "TAC" }], ["ACGTACGT--", "········AC"]],
  ["both alleles of a heterozygote", [{ ref: "A", alt: "C,G", genotype: "1/2" }], ["ACGTACGT", "C·······", "G·······"]],
  ["only the allele that is called", [{ ref: "A", alt: "C,G", genotype: "0|2" }], ["ACGTACGT", "G·······"]],
  ["nothing for what is symbolic, or outside", [{ alt: "<DEL>" }, { position: 300 }], ["ACGTACGT"]],
] as const)("%s", (_, records, expected) => {
  expect(texts(...records)).toEqual(expected);
});

const letters = (least: number) =>
  fc.array(fc.constantFrom(..."ACGT"), { minLength: least, maxLength: 5 }).map((all) => all.join(""));

test("all rows are of one length, and each spells the reference with its allele in place", () => {
  const record = fc
    .record({ start: fc.nat(7), length: fc.integer({ min: 1, max: 4 }), alt: letters(1) })
    .filter(({ start, length }) => start + length <= REFERENCE.length)
    .map(({ start, length, alt }) => ({ position: FIRST + start, ref: REFERENCE.slice(start, start + length), alt }));
  fc.assert(
    fc.property(fc.array(record, { maxLength: 4 }), (records) => {
      const [reference = "", ...rows] = texts(...records);
      expect(reference.replaceAll("-", "")).toBe(REFERENCE);
      expect(rows).toHaveLength(records.length);
      for (const [place, row] of rows.entries()) {
        expect(row).toHaveLength(reference.length);
        const spelled = [...row].map((letter, at) => (letter === "·" ? reference[at] : letter)).join("");
        const { position, ref, alt } = records[place] as { position: number; ref: string; alt: string };
        const start = position - FIRST;
        const expected = REFERENCE.slice(0, start) + alt + REFERENCE.slice(start + ref.length);
        expect(spelled.replaceAll("-", "")).toBe(expected);
      }
    }),
  );
});
