import { describe, expect, test } from "vitest";
import { classifyVariant } from "./classify.ts";
import { genotypeLabel, subtypeLabel, variantTypeLabel } from "./labels.ts";
import { transitionsOf, transversionsOf } from "./variant-class.ts";

function classify(ref: string, alt: string, alleles: number[]): number {
  const text = new TextEncoder().encode(`${ref}\t${alt}`);
  const genotype = Int16Array.from(alleles);
  return classifyVariant(text, 0, ref.length, ref.length + 1, text.length, genotype, alleles.length);
}

function labels(ref: string, alt: string, alleles: number[]): string {
  const variantClass = classify(ref, alt, alleles);
  return `${variantTypeLabel(variantClass)} ${subtypeLabel(variantClass)} ${genotypeLabel(variantClass)}`;
}

describe("classifyVariant", () => {
  test.each([
    ["A", "G", [0, 1], "SNP ti het"],
    ["C", "A", [1, 1], "SNP tv homalt"],
    ["c", "t", [1, 1], "SNP ti homalt"],
    ["A", "C,G", [1, 2], "SNP ti,tv hetalt"],
    ["A", "C,G", [0, 2], "SNP ti het"],
    ["AC", "GT", [0, 1], "SNP ti het"],
    ["ACG", "GCC", [0, 1], "SNP ti,tv het"],
    ["TACG", "TACC", [0, 1], "SNP tv het"],
    ["R", "G", [0, 1], "SNP . het"],
    ["A", "AT", [0, 1], "INDEL i1_5 het"],
    ["ACCCC", "ACCCCCCCCCC", [0, 1], "INDEL i6_15 het"],
    ["A", `A${"T".repeat(16)}`, [0, 1], "INDEL i16_plus het"],
    ["ATTTTT", "A", [1, 0], "INDEL d1_5 het"],
    [`A${"T".repeat(15)}`, "A", [1], "INDEL d6_15 hemi"],
    [`A${"T".repeat(16)}`, "A", [1, 1], "INDEL d16_plus homalt"],
    ["AT", "GCC", [0, 1], "INDEL c1_5 het"],
    ["A", `G${"T".repeat(6)}`, [0, 1], "INDEL c6_15 het"],
    [`A${"C".repeat(17)}`, "GT", [0, 1], "INDEL c16_plus het"],
    ["AT", "A,ATT", [1, 2], "INDEL d1_5,i1_5 hetalt"],
    ["AT", "A,GT", [1, 2], "INDEL d1_5,ti hetalt"],
    ["A", "G", [0, 0], "HOMREF . homref"],
    ["A", "G", [-1, -1], "NOCALL . nocall"],
    ["A", "G", [-1, 1], "SNP ti halfcall"],
    ["A", "G", [0, 0, 1], "SNP ti ambi"],
    ["A", "G,*", [1, 2], "SNP ti het"],
    ["A", "*", [0, 1], "HOMREF . homref"],
    ["A", "<DEL>", [0, 1], "UNK . het"],
    ["A", "A[chr2:1[", [0, 1], "UNK . het"],
    ["A", ".", [0, 0], "HOMREF . homref"],
    ["A", "G,AT", [], "INDEL i1_5,ti ."],
  ])("%s > %s with %j is %s", (ref, alt, alleles, expected) => {
    expect(labels(ref, alt, alleles)).toBe(expected);
  });

  test("counts each substituted base of an MNP once, and a homozygous allele once", () => {
    const variantClass = classify("ACGT", "GTCA", [1, 1]);
    expect([transitionsOf(variantClass), transversionsOf(variantClass)]).toEqual([2, 2]);
  });

  test("caps the number of substituted bases and stays a non-negative 31-bit integer", () => {
    const variantClass = classify("A".repeat(300), "C".repeat(300), [0, 1]);
    expect(transversionsOf(variantClass)).toBe(255);
    expect(variantClass).toBeGreaterThan(0);
    expect(variantClass).toBeLessThan(2 ** 31);
  });

  test("ignores the phased flag above the ploidy", () => {
    const text = new TextEncoder().encode("A\tG");
    const variantClass = classifyVariant(text, 0, 1, 2, 3, Int16Array.of(0, 1), 2 | 0x100);
    expect(genotypeLabel(variantClass)).toBe("het");
  });
});
