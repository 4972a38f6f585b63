import { expect, test } from "vitest";
import { AlleleKind, classifyAllele } from "./allele.ts";

const cases: [string, keyof typeof AlleleKind][] = [
  ["A", "bases"],
  ["acgtnRYSWKMBDHV", "bases"],
  ["*", "star"],
  [".", "missing"],
  ["<DEL>", "symbolic"],
  ["<NON_REF>", "symbolic"],
  ["<*>", "symbolic"],
  ["<INS:ME:ALU>", "symbolic"],
  ["G]17:198982]", "breakend"],
  ["]13:123456]T", "breakend"],
  ["[13:123457[C", "breakend"],
  ["C[2:321682[", "breakend"],
  ["]<ctg1>:7]ACGT", "breakend"],
  [".[13:123457[", "breakend"],
  ["G.", "breakend"],
  [".TC", "breakend"],
  ["", "other"],
  ["G--", "other"],
  ["A1", "other"],
  ["**", "other"],
  ["..", "other"],
  ["<>", "other"],
  ["<DEL", "other"],
  ["<A<B>>", "other"],
  ["G]17:1[", "other"],
  ["G[[", "other"],
  ["]1:2]", "other"],
  ["G]1:2]T", "other"],
  ["7", "other"],
];

test.each(cases)("%j is %s", (text, kind) => {
  const padded = Buffer.from(`A]${text}]A`);
  expect(classifyAllele(padded, 2, padded.length - 2)).toBe(AlleleKind[kind]);
});
