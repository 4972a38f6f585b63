import { expect, test } from "vitest";
import { type RecordKinds, recordKinds, VariantKind, variantKind } from "./variant-kind.ts";

function bits(text: string): number {
  const names = text === "" ? [] : (text.split(" ") as (keyof typeof VariantKind)[]);
  return names.reduce((all, name) => all | VariantKind[name], 0);
}

function place(ref: string, alt: string): [Buffer, number, number, number, number] {
  const text = Buffer.from(`\t${ref}\t${alt}\t`);
  return [text, 1, 1 + ref.length, 2 + ref.length, 2 + ref.length + alt.length];
}

test.each([
  ["A", "G", "snp transition"],
  ["C", "T", "snp transition"],
  ["A", "C", "snp transversion"],
  ["g", "T", "snp transversion"],
  ["a", "G", "snp transition"],
  ["A", "N", "snp"],
  ["R", "A", "snp"],
  ["A", "A", ""],
  ["A", "a", ""],
  ["AC", "ac", ""],
  ["AC", "GC", "snp transition"],
  ["ACT", "AGT", "snp transversion"],
  ["AC", "GT", "mnp"],
  ["ACG", "TCA", "mnp"],
  ["A", "AC", "indel"],
  ["AC", "A", "indel"],
  ["GAC", "C", "indel"],
  ["TATA", "TA", "indel"],
  ["GAC", "TC", "other"],
  ["A", "*", "overlap"],
  ["A", ".", ""],
  ["A", "<NON_REF>", ""],
  ["A", "<*>", ""],
  ["A", "<DEL>", "other"],
  ["A", "G[1:5[", "other"],
  ["A", "G--", "other"],
])("%s to %s: %s", (ref, alt, expected) => {
  expect(variantKind(...place(ref, alt))).toBe(bits(expected));
});

test.each([
  ["A", "G,C", "snp transition transversion", 2, 1, 1],
  ["A", "G,AT,<DEL>", "snp transition indel other", 3, 1, 0],
  ["A", "T,C", "snp transversion", 2, 0, 2],
  ["A", ".", "", 1, 0, 0],
])("%s to the list %s", (ref, alt, kinds, altCount, transitions, transversions) => {
  const result: RecordKinds = { kinds: 99, altCount: 99, transitions: 99, transversions: 99 };
  recordKinds(...place(ref, alt), result);
  expect(result).toEqual({ kinds: bits(kinds), altCount, transitions, transversions });
});
