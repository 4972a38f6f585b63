import fc from "fast-check";
import { expect, test } from "vitest";
import { contigsOfBoth, sameSequences } from "./compared-contigs.ts";

const contig = (name: string, md5 = name) => ({ name, length: 1, md5 });
const named = (names: readonly string[]) => names.map((name) => contig(name));

test("contigs of two subsets of a reference keep the order of both, each once", () => {
  const reference = ["chr1", "chr2", "chr3", "chr4", "chr5", "chrX", "chrM"];
  fc.assert(
    fc.property(fc.subarray(reference), fc.subarray(reference), (current, candidate) => {
      const both = contigsOfBoth(named(current), named(candidate));
      expect(both.toSorted()).toEqual([...new Set([...current, ...candidate])].toSorted());
      for (const names of [current, candidate]) expect(both.filter((name) => names.includes(name))).toEqual(names);
    }),
  );
});

test("sequences are the same unless a contig of one name has two digests", () => {
  expect(sameSequences(named(["chr1", "chr2"]), named(["chr2", "chr3"]))).toBe(true);
  expect(sameSequences([contig("chr1", "a")], [contig("chr1", "b")])).toBe(false);
});
