import { expect, test } from "vitest";
import { TruthError } from "../error.ts";
import { readCatalogue } from "./read-catalogue.ts";

const MD5 = "0123456789abcdef0123456789abcdef";
const TEXT = `schema: touchstone.truth-catalogue/1
title: A release
publisher: Somebody
root: https://example.org/data/
purpose: for tests
licence: free
citations: [A paper]
sources:
  a: { repository: "https://example.org/a", commit: ${MD5}01234567, path: README.md }
truth_sets:
  - name: One
    kind: small-variants
    sample: { name: S1, alias: A1 }
    build: GRCh38
    version: "1"
    folder: release/one/
    contigs: autosomes
    caveats: []
    without_checksum: nobody published one
    files:
      - { path: one.vcf.gz, kind: vcf, size: 5, source: a, checksum: { algorithm: md5, value: ${MD5}, source: a } }
      - { path: sub/one.bed, kind: bed, source: a, checksum: null }
`;

test("an entry becomes a truth set with addresses, sizes and sources", () => {
  const [set] = readCatalogue(TEXT, "c.yaml");
  expect(set).toMatchObject({ name: "One", title: "A release", sample: { name: "S1", alias: "A1" }, version: "1" });
  const source = { repository: "https://example.org/a", commit: `${MD5}01234567`, path: "README.md" };
  expect(set.files).toEqual([
    {
      path: "one.vcf.gz",
      kind: "vcf",
      address: "https://example.org/data/release/one/one.vcf.gz",
      size: 5,
      source,
      checksum: { algorithm: "md5", value: MD5, source },
    },
    {
      path: "sub/one.bed",
      kind: "bed",
      address: "https://example.org/data/release/one/sub/one.bed",
      size: null,
      source,
      checksum: null,
    },
  ]);
});

test.each([
  ["an address that is not encrypted", "root: https:", "root: http:", "c.yaml:4, column 1 (root): "],
  ["a missing licence", "licence: free\n", "", "c.yaml:1, column 1 (licence): this field is missing"],
  [
    "a field that there is not",
    "licence: free",
    "licence: free\nlicense: free",
    "c.yaml:7, column 1 (license): there is no",
  ],
  ["a path out of its folder", "sub/one.bed", "../one.bed", "c.yaml:22, column 11 (truth_sets.0.files.1.path): "],
  ["an absolute path", "sub/one.bed", "/one.bed", "c.yaml:22, column 11 (truth_sets.0.files.1.path): "],
  ["a build that there is not", "GRCh38", "hg38", '(truth_sets.0.build): "hg38" is none of GRCh37, GRCh38, CHM13v2.0'],
  [
    "an unknown source of an address",
    "size: 5, source: a",
    "size: 5, source: b",
    "files.0.source): no source is called b",
  ],
  [
    "an unknown source of a checksum",
    `${MD5}, source: a`,
    `${MD5}, source: b`,
    "checksum.source): no source is called b",
  ],
  ["a checksum of another algorithm", "algorithm: md5", "algorithm: sha256", "a checksum by sha256 has 64 digits"],
  ["a checksum in capitals", `value: ${MD5}`, `value: ${MD5.toUpperCase()}`, "files.0.checksum"],
  [
    "a checksum without its source",
    `${MD5}, source: a }`,
    `${MD5} }`,
    "files.0.checksum.source): this field is missing",
  ],
  [
    "a checksum that is missing without a reason",
    "    without_checksum: nobody published one\n",
    "",
    "say why a checksum",
  ],
  ["a file twice", "sub/one.bed", "one.vcf.gz", "files.1.path): one.vcf.gz is there already"],
  ["a size of zero", "size: 5", "size: 0", "files.0.size): "],
  ["stratifications of a sample", "small-variants", "stratifications", "stratifications have none"],
  ["a set twice, in other letters", "  - name: One", "  - &o\n    name: one", "is there already"],
])("%s is refused with its place", (_, from, to, place) => {
  let text = TEXT.replace(from, to);
  expect(text).not.toBe(TEXT);
  if (text.includes("&o")) text = `${text}${TEXT.slice(TEXT.indexOf("  - name: One"))}`;
  const error = thrown(() => readCatalogue(text, "c.yaml"));
  expect(error.code).toBe("TS_TRUTH_CATALOGUE_INVALID");
  expect(error.message).toContain(place);
  expect(error.details).toMatchObject({ file: "c.yaml", line: expect.any(Number), column: expect.any(Number) });
});

test("a reason for a checksum that is there is refused", () => {
  const text = TEXT.replace("checksum: null", `checksum: { algorithm: md5, value: ${MD5}, source: a }`);
  expect(thrown(() => readCatalogue(text, "c.yaml")).message).toContain("every file has a checksum");
});

function thrown(act: () => unknown): TruthError {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(TruthError);
    return error as TruthError;
  }
  throw new Error("it did not fail");
}
