import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chromosomesOf } from "./builds.ts";
import { findTruthSet, loadCatalogue } from "./load-catalogue.ts";

const catalogue = loadCatalogue();
const files = catalogue.flatMap((set) => set.files.map((file) => ({ set, file })));

test("the catalogue has the benchmarks that it is for", () => {
  const names = catalogue.map(({ name }) => name);
  for (const sample of ["HG001", "HG002", "HG003", "HG004", "HG005", "HG006", "HG007"]) {
    expect(names).toContain(`${sample}-v4.2.1-GRCh37`);
    expect(names).toContain(`${sample}-v4.2.1-GRCh38`);
  }
  for (const build of ["GRCh37", "GRCh38", "CHM13v2.0"]) {
    expect(names).toContain(`HG002-Q100-v1.1-small-${build}`);
    expect(names).toContain(`HG002-Q100-v1.1-structural-${build}`);
    expect(names).toContain(`GIAB-stratifications-v3.1-${build}`);
  }
  expect(names).toContain("HG002-CMRG-v1.00-GRCh37");
  expect(names).toContain("HG002-CMRG-v1.00-GRCh38");
});

test("no two sets have the same name, no two files of a set the same path", () => {
  const names = catalogue.map(({ name }) => name.toLowerCase());
  expect(names).toEqual([...new Set(names)]);
  for (const set of catalogue) {
    const paths = set.files.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)]);
  }
});

test("every address is encrypted and ends in the file's path", () => {
  for (const { set, file } of files) {
    const url = new URL(file.address);
    expect(url.protocol).toBe("https:");
    expect(url.href).toBe(`${set.root}${set.folder}${file.path}`);
  }
});

test("every address and every checksum says in which file of which repository, at which commit, it was read", () => {
  for (const { file } of files) {
    for (const source of [file.source, ...(file.checksum === null ? [] : [file.checksum.source])]) {
      expect(source.repository).toMatch(/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/);
      expect(source.commit).toMatch(/^[0-9a-f]{40}$/);
      expect(source.path).not.toBe("");
    }
  }
});

test("checksums are well-formed, and different files have different ones", () => {
  const pathOf = new Map<string, string>();
  for (const { file } of files) {
    if (file.checksum === null) continue;
    const { algorithm, value } = file.checksum;
    expect(value).toMatch(algorithm === "md5" ? /^[0-9a-f]{32}$/ : /^[0-9a-f]{64}$/);
    const known = pathOf.get(value) ?? file.address;
    expect(known, `${value} of ${file.address}`).toBe(file.address);
    pathOf.set(value, file.address);
  }
  expect(pathOf.size).toBeGreaterThan(150);
});

test("a file that stands in several sets has the same checksum in each", () => {
  const known = new Map<string, string | null>();
  for (const { file } of files) {
    const value = file.checksum?.value ?? null;
    expect(known.get(file.address) ?? value, file.address).toBe(value);
    known.set(file.address, value);
  }
});

test("a reason is given where checksums are missing, and only there", () => {
  for (const set of catalogue) {
    const gaps = set.files.some(({ checksum }) => checksum === null);
    expect(set.withoutChecksum !== null, set.name).toBe(gaps);
  }
});

test("names say what a set is: its sample, its build, and the files of that build", () => {
  for (const { name, sample, build, version, files: own, kind } of catalogue) {
    expect(name.endsWith(build)).toBe(true);
    expect(name).toContain(version);
    if (sample !== null) expect(name.startsWith(sample.name)).toBe(true);
    for (const { path } of own) expect(path).toContain(build === "CHM13v2.0" ? "CHM13" : build);
    const kinds = own.map((file) => file.kind);
    if (kind !== "stratifications")
      expect(kinds.filter((each) => each === "vcf" || each === "bed")).toEqual(["vcf", "bed"]);
    else expect(kinds[0]).toMatch(/^(tsv|archive)$/);
  }
});

test("sets are found by name in any letters; a name that there is not is answered with those that resemble it", () => {
  expect(findTruthSet(catalogue, "hg002-V4.2.1-grch38").name).toBe("HG002-v4.2.1-GRCh38");
  expect(() => findTruthSet(catalogue, "HG002-GRCh38")).toThrow(/there is no truth set HG002-GRCh38; there is HG002-/);
  expect(() => findTruthSet(catalogue, "zzz")).toThrow(expect.objectContaining({ code: "TS_TRUTH_UNKNOWN" }));
});

test("a name in two files of a catalogue is refused", () => {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-catalogue-"));
  try {
    const text = `schema: touchstone.truth-catalogue/1
title: T
publisher: P
root: https://example.org/
purpose: p
licence: l
citations: [c]
sources: { a: { repository: "https://example.org/a", commit: ${"0".repeat(40)}, path: a } }
truth_sets:
  - { name: A, kind: stratifications, sample: null, build: GRCh38, version: "1", folder: f/, contigs: all, caveats: [],
      without_checksum: w, files: [{ path: a.tsv, kind: tsv, source: a, checksum: null }] }
`;
    writeFileSync(join(folder, "1.yaml"), text);
    writeFileSync(join(folder, "2.yaml"), text);
    expect(() => loadCatalogue(folder)).toThrow(expect.objectContaining({ code: "TS_TRUTH_CATALOGUE_INVALID" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("each build has 24 chromosomes, named as its truth sets name them", () => {
  // The total lengths of the assemblies as they are published, without unplaced sequence and the mitochondrial genome.
  const sum = (build: "GRCh37" | "GRCh38" | "CHM13v2.0") =>
    [...chromosomesOf(build).values()].reduce((a, b) => a + b, 0);
  expect([...chromosomesOf("GRCh37").keys()].slice(20)).toEqual(["21", "22", "X", "Y"]);
  expect([...chromosomesOf("GRCh38").keys()].slice(20)).toEqual(["chr21", "chr22", "chrX", "chrY"]);
  expect(chromosomesOf("GRCh38").size).toBe(24);
  expect(sum("GRCh37")).toBe(3_095_677_412);
  expect(sum("GRCh38")).toBe(3_088_269_832);
  expect(sum("CHM13v2.0")).toBe(3_117_275_501);
});
