import fc from "fast-check";
import { expect, test } from "vitest";
import { AlleleList } from "./allele-list.ts";
import { compareAlleles } from "./compare-alleles.ts";
import { type ContigBases, LARGEST_SHIFT, leftAlign, trimAllele } from "./normalise.ts";

function contigOf(bases: string): ContigBases {
  return { length: bases.length, baseAt: (position) => bases.charCodeAt(position) || 0 };
}

/** The list with one allele, REF and ALT at a 0-based position; normalised when a contig is given. */
function alleleOf(position: number, ref: string, alt: string, contig?: ContigBases): AlleleList {
  const alleles = new AlleleList(Buffer.from(`${ref}\t${alt}`), 1);
  const allele = alleles.add();
  trimAllele(alleles, allele, position, 0, ref.length, ref.length + 1, ref.length + 1 + alt.length);
  if (contig !== undefined) leftAlign(alleles, allele, contig);
  return alleles;
}

function editOf(alleles: AlleleList): [start: number, deleted: number, inserted: string] {
  const inserted = Array.from({ length: alleles.inserted[0] }, (_, place) => alleles.insertedBase(0, place));
  return [alleles.start[0], alleles.deleted[0], String.fromCharCode(...inserted)];
}

/** What the reference becomes: the meaning that no normalisation may change. */
function applied(bases: string, [start, deleted, inserted]: ReturnType<typeof editOf>): string {
  return bases.slice(0, start) + inserted + bases.slice(start + deleted);
}

test.each([
  ["A", "C", [10, 1, "C"]],
  ["ACG", "ATG", [11, 1, "T"]],
  ["CAAA", "CAA", [11, 1, ""]],
  ["CA", "A", [10, 1, ""]],
  ["c", "CTT", [11, 0, "TT"]],
  ["ACGT", "GG", [10, 4, "GG"]],
])("%s > %s is trimmed at its end, then at its start", (ref, alt, edit) => {
  expect(editOf(alleleOf(10, ref, alt))).toEqual(edit);
});

test("REF spelled again leaves nothing", () => {
  const alleles = new AlleleList(Buffer.from("ac\tAC"), 1);
  expect(trimAllele(alleles, alleles.add(), 0, 0, 2, 3, 5)).toBe(false);
});

test("a deletion in a repeat goes to the repeat's start", () => {
  expect(editOf(alleleOf(7, "CA", "C", contigOf("TTGCACACACATT")))).toEqual([8, 1, ""]);
  expect(editOf(alleleOf(7, "CAC", "C", contigOf("TTGCACACACATT")))).toEqual([3, 2, ""]);
});

test("an insertion in a repeat is rotated on its way", () => {
  const bases = "TTGACACACTT";
  const edit = editOf(alleleOf(8, "C", "CAC", contigOf(bases)));
  expect(edit).toEqual([3, 0, "AC"]);
  expect(applied(bases, edit)).toBe("TTGACACACACTT");
});

test("nothing is shifted across an N or before the contig's first base", () => {
  expect(editOf(alleleOf(5, "AA", "A", contigOf("ANAAAAAT")))).toEqual([2, 1, ""]);
  expect(editOf(alleleOf(3, "AA", "A", contigOf("AAAAAT")))).toEqual([0, 1, ""]);
});

test("a shift ends where ranges could no longer be compared on their own", () => {
  const contig = contigOf("A".repeat(LARGEST_SHIFT + 500));
  expect(editOf(alleleOf(LARGEST_SHIFT + 300, "AA", "A", contig))).toEqual([300, 1, ""]);
});

const sequence = (letters: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength });

test("property: normalising never changes the sequence, and all spellings of an indel become one", () => {
  fc.assert(
    fc.property(
      sequence("AC", 8, 40),
      fc.nat(),
      sequence("AC", 1, 3),
      fc.boolean(),
      (bases, seed, unit, isDeletion) => {
        const at = 1 + (seed % (bases.length - 5));
        const edited: [number, number, string] = isDeletion ? [at, unit.length, ""] : [at, 0, unit];
        const meant = applied(bases, edited);
        const contig = contigOf(bases);
        const spellings: AlleleList[] = [];
        for (let start = 1; start + edited[1] <= bases.length; start++) {
          const inserted = isDeletion ? "" : meant.slice(start, start + unit.length);
          if (applied(bases, [start, edited[1], inserted]) !== meant) continue;
          const anchor = bases[start - 1];
          const spelling = alleleOf(
            start - 1,
            anchor + bases.slice(start, start + edited[1]),
            anchor + inserted,
            contig,
          );
          expect(applied(bases, editOf(spelling))).toBe(meant);
          spellings.push(spelling);
        }
        expect(spellings.length).toBeGreaterThan(0);
        for (const spelling of spellings) expect(compareAlleles(spellings[0], 0, spelling, 0)).toBe(0);
      },
    ),
  );
});

test("property: the order of alleles is antisymmetric and tells different ones apart", () => {
  const allele = fc.tuple(fc.nat(3), sequence("ACG", 1, 3), sequence("ACG", 1, 3));
  fc.assert(
    fc.property(allele, allele, (one, other) => {
      const [first, second] = [alleleOf(...one), alleleOf(...other)];
      const order = compareAlleles(first, 0, second, 0);
      expect(Math.sign(compareAlleles(second, 0, first, 0))).toBe(0 - Math.sign(order));
      const isSameEdit = JSON.stringify(editOf(first)) === JSON.stringify(editOf(second));
      if (order === 0) expect(isSameEdit).toBe(true);
    }),
  );
});
