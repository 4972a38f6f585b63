import { describe, expect, test } from "vitest";
import { checkSex } from "./infer-sex.ts";

/** Lengths of GRCh38 (GenBank GCA_000001405.15). */
const LENGTHS = { chr1: 248_956_422, chr20: 64_444_167, chrX: 156_040_895, chrY: 57_227_415 };

/** Contigs at the given mean depths. */
function depths(of: Partial<Record<keyof typeof LENGTHS, number>>) {
  return Object.entries(of).map(([contig, depth]) => {
    const length = LENGTHS[contig as keyof typeof LENGTHS];
    return { contig, length, bases: Math.round(length * depth) };
  });
}

describe("by the depths of X and Y", () => {
  // A genome at 30x: X as deep as autosomes or half; of Y's 57 Mb, less than half can be aligned to.
  const female = depths({ chr1: 30, chr20: 30, chrX: 29.6, chrY: 0.4 });
  const male = depths({ chr1: 30, chr20: 30, chrX: 15.1, chrY: 6.1 });

  test("the sex that is declared", () => {
    expect(checkSex("female", female)).toMatchObject({ state: "match", inferred: "female", reason: null });
    const found = checkSex("male", male);
    expect(found).toMatchObject({ state: "match", inferred: "male", autosomalDepth: 30 });
    expect(found.xRatio).toBeCloseTo(15.1 / 30, 6);
    expect(found.yShare).toBeCloseTo((57_227_415 * 6.1) / (57_227_415 * 6.1 + 156_040_895 * 15.1), 6);
  });

  test("another than is declared", () => {
    expect(checkSex("male", female).state).toBe("mismatch");
    expect(checkSex("female", male)).toMatchObject({
      state: "mismatch",
      reason: expect.stringContaining("the samplesheet says female; X is 0.50 of the autosomes' depth"),
    });
  });

  test("none declared: what was inferred is said, and nothing is confirmed", () => {
    expect(checkSex("unknown", male)).toMatchObject({ state: "not evaluable", inferred: "male" });
  });

  test.each([
    ["XXY", { chrX: 30.2, chrY: 6.1 }],
    ["X0", { chrX: 15, chrY: 0.2 }],
    ["between the rules' limits", { chrX: 21, chrY: 3 }],
  ])("%s is neither", (_, sexChromosomes) => {
    const found = checkSex("female", depths({ chr1: 30, ...sexChromosomes }));
    expect(found).toMatchObject({ state: "not evaluable", inferred: null });
    expect(found.reason).toContain("neither XX nor XY");
  });
});

/** Depths of chromosomes 1, X and Y of whole genomes: Genozip's documentation, "Sex assignment", with the sex it assigns. */
const PUBLISHED = [
  ["male", 10.71343, 5.65439, 3.76707],
  ["male", 14.99745, 7.6358, 5.30143],
  ["male", 14.55365, 7.29276, 5.71087],
  ["male", 17.32741, 9.14707, 8.8878],
  ["male", 14.56035, 7.61892, 6.32542],
  ["male", 16.48654, 8.53986, 8.08142],
  ["male", 12.1769, 6.20695, 6.63175],
  ["female", 4.6823, 4.645, 0.22333],
  ["male", 14.108, 7.31946, 4.66873],
  ["female", 12.1165, 12.26979, 0.56171],
  ["female", 16.48835, 16.00353, 0.86917],
  ["male", 17.15595, 8.95983, 7.67593],
  ["male", 17.39297, 8.76055, 9.27279],
] as const;

test.each(PUBLISHED)("published depths: %s (1: %d, X: %d, Y: %d)", (sex, one, x, y) => {
  const found = checkSex(sex, depths({ chr1: one, chrX: x, chrY: y }));
  expect(found).toMatchObject({ state: "match", inferred: sex });
});

describe("not evaluable", () => {
  test.each([
    ["nothing measured", undefined, "no depth of autosomes, X, Y"],
    ["chromosome 20 alone", depths({ chr20: 30 }), "no depth of X, Y"],
    ["no Y", depths({ chr20: 30, chrX: 30 }), "no depth of Y"],
    ["no autosomes", depths({ chrX: 30, chrY: 1 }), "no depth of autosomes"],
    ["too few reads", depths({ chr1: 0.5, chrX: 0.5, chrY: 0 }), "autosomes have a depth of 0.50, and 1 is needed"],
    ["no reads", depths({ chr1: 0, chrX: 0, chrY: 0 }), "autosomes have a depth of 0.00, and 1 is needed"],
  ])("%s", (_, measured, reason) => {
    expect(checkSex("female", measured)).toMatchObject({ state: "not evaluable", inferred: null, reason });
  });

  test("names with and without chr, and no decoy or patch for an autosome", () => {
    const plain = depths({ chr1: 30, chrX: 30, chrY: 0 }).map((of) => ({ ...of, contig: of.contig.slice(3) }));
    const decoy = { contig: "chr1_KI270706v1_random", length: 175_055, bases: 1e9 };
    expect(checkSex("female", [...plain, decoy])).toMatchObject({ state: "match", autosomalDepth: 30 });
  });
});
