import { expect, test } from "vitest";
import { calledSpan } from "./called-span.ts";

test.each([
  ["a SNV", 10, "A", "C", "0/1", [9, 10]],
  ["a deletion without its anchor", 10, "ACG", "A", "0/1", [10, 12]],
  ["an insertion lies between two bases", 10, "A", "ACG", "1|1", [10, 10]],
  ["an MNP without its padding", 10, "ACGT", "ATAT", "0/1", [10, 12]],
  ["the end is taken off first, so that a change stays left", 10, "AAA", "AA", "0/1", [10, 11]],
  ["letters of either case are one base", 10, "acg", "A", "0/1", [10, 12]],
  ["only called alleles count", 10, "ACG", "A,ACT", "0/2", [11, 12]],
  ["several called alleles count together", 10, "ACG", "A,ACT", "1/2", [10, 12]],
  ["without a genotype all count", 10, "ACG", "A,ACT", ".", [10, 12]],
  ["a symbolic allele says nothing", 10, "ACG", "<DEL>,ACT", "1/2", [11, 12]],
] as const)("%s", (_, position, ref, alt, genotype, [start, end]) => {
  expect(calledSpan(position, ref, alt, genotype)).toEqual({ start, end });
});

test("a record that replaces nothing has no span", () => {
  expect(calledSpan(10, "A", "<DEL>", "0/1")).toBeNull();
  expect(calledSpan(10, "A", "*", "0/1")).toBeNull();
  expect(calledSpan(10, "A", "A", "0/1")).toBeNull();
});
