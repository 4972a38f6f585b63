import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readIndex } from "@touchstone/formats";
import { toolAvailable } from "@touchstone/test-support";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { makeIndex } from "../src/folder/make-index.ts";
import { checkIndex } from "../src/verify/check-vcf.ts";
import { verifyTruthSet } from "../src/verify/verify-truth-set.ts";
import { type SmallFile, smallSet } from "./small-set.ts";

const scratch = mkdtempSync(join(tmpdir(), "touchstone-verify-"));
let count = 0;
afterAll(() => rmSync(scratch, { recursive: true }));

const newFolder = () => {
  const folder = join(scratch, String(count++));
  mkdirSync(folder);
  return folder;
};
const signal = new AbortController().signal;

const HEADER = `##fileformat=VCFv4.2
##contig=<ID=chr1,length=248956422>
##contig=<ID=chr2,length=242193529>
##INFO=<ID=END,Number=1,Type=Integer,Description="End">
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO
`;
const record = (contig: string, position: number, ref = "A", info = ".") => {
  return `${contig}\t${position}\t.\t${ref}\tC\t.\tPASS\t${info}\n`;
};
const RECORDS = [record("chr1", 100), record("chr1", 20_000), record("chr2", 5, "ACGT"), record("chr2", 90_000)];

/** A VCF in BGZF with its index, as htslib makes them. */
function indexed(folder: string, name: string, text: string): { vcf: Buffer; tbi: Buffer } {
  const plain = join(folder, `${name}.plain`);
  writeFileSync(plain, text);
  const vcf = execFileSync("bgzip", ["-c", plain], { maxBuffer: 1e8 });
  writeFileSync(join(folder, name), vcf);
  execFileSync("tabix", ["-f", "-p", "vcf", join(folder, name)]);
  return { vcf, tbi: readFileSync(join(folder, `${name}.tbi`)) };
}

describe.skipIf(!toolAvailable("tabix"))("with tabix (skipped when it is not installed)", () => {
  const made = indexed(newFolder(), "a.vcf.gz", HEADER + RECORDS.join(""));
  const bed = Buffer.from("chr1\t0\t1000\nchr2\t0\t242193529\n");

  /** Puts a truth set in a folder, with what a test changes in it, and verifies it. */
  async function outcomes(
    changes: { vcf?: Buffer; tbi?: Buffer; bed?: Buffer } = {},
    build: "GRCh37" | "GRCh38" = "GRCh38",
  ) {
    const folder = newFolder();
    const files: SmallFile[] = [
      { path: "a.vcf.gz", kind: "vcf", content: made.vcf, checksum: "md5" },
      { path: "a.vcf.gz.tbi", kind: "tbi", content: made.tbi },
      { path: "a.bed", kind: "bed", content: bed, checksum: "sha256" },
    ];
    writeFileSync(join(folder, "a.vcf.gz"), changes.vcf ?? made.vcf);
    writeFileSync(join(folder, "a.vcf.gz.tbi"), changes.tbi ?? made.tbi);
    writeFileSync(join(folder, "a.bed"), changes.bed ?? bed);
    return verifyTruthSet(smallSet("https://p.invalid/", files, build), folder, signal);
  }

  const failed = (checks: Awaited<ReturnType<typeof outcomes>>) => {
    return checks
      .filter(({ outcome }) => outcome === "failed")
      .map(({ file, check, detail }) => `${file} ${check}: ${detail}`);
  };

  test("a set that is right passes, and says what could not be checked", async () => {
    const checks = await outcomes();
    expect(checks.map(({ file, check, outcome }) => [file, check, outcome])).toEqual([
      ["a.vcf.gz", "checksum", "passed"],
      ["a.vcf.gz", "contigs", "passed"],
      ["a.vcf.gz.tbi", "index", "passed"],
      ["a.vcf.gz.tbi", "checksum", "not checked"],
      ["a.bed", "checksum", "passed"],
      ["a.bed", "contigs", "passed"],
    ]);
  });

  test("an altered file fails with both checksums", async () => {
    const altered = Buffer.from("chr1\t0\t1001\n");
    const [finding] = failed(await outcomes({ bed: altered }));
    expect(finding).toMatch(
      /^a\.bed checksum: sha256 [0-9a-f]{64} is expected \(published in .*\), [0-9a-f]{64} was seen$/,
    );
  });

  test.each([
    ["lacks a contig", [record("chr1", 100), record("chr1", 20_000)], "it does not know chr2"],
    ["knows a contig more", [...RECORDS, record("chr3", 5)], "says that chr3 starts in the block at byte 0"],
    ["leads to other places", [RECORDS[0], ...RECORDS.slice(2)], "says that chr2 starts in the block at byte 0"],
    ["counts another number", [...RECORDS, record("chr2", 90_001)], "it counts 3 records on chr2, the VCF has 2"],
  ])("an index that %s is found", async (_, records, finding) => {
    const { tbi } = indexed(newFolder(), "b.vcf.gz", HEADER + records.join(""));
    expect(failed(await outcomes({ tbi })).join()).toContain(finding);
  });

  test("an index that leads elsewhere, and one that is none, are found", async () => {
    const long = indexed(
      newFolder(),
      "b.vcf.gz",
      HEADER.replace("##INFO", `##${"x".repeat(500)}\n##INFO`) + RECORDS.join(""),
    );
    expect(failed(await outcomes({ tbi: long.tbi }))).toEqual([expect.stringMatching(/^a\.vcf\.gz\.tbi index: /)]);
    expect(failed(await outcomes({ tbi: made.vcf }))).toEqual([expect.stringMatching(/^a\.vcf\.gz\.tbi index: /)]);
  });

  test("contigs of another build are found, by name and by length", async () => {
    const findings = failed(await outcomes({}, "GRCh37"));
    expect(findings).toContain("a.vcf.gz contigs: it has records on chr1, which is no chromosome of GRCh37");
    expect(findings).toContain("a.bed contigs: it has intervals on chr1, which is no chromosome of GRCh37");
    const hg19 = HEADER.replace("248956422", "249250621") + RECORDS.join("");
    const other = indexed(newFolder(), "b.vcf.gz", hg19);
    expect(failed(await outcomes({ vcf: other.vcf, tbi: other.tbi })).join("\n")).toContain(
      "a.vcf.gz contigs: chr1 has 249250621 bases in its header, 248956422 in GRCh38",
    );
    const beyond = Buffer.from("chr2\t0\t242193530\n");
    expect(failed(await outcomes({ bed: beyond })).join("\n")).toContain(
      "an interval on chr2 ends at 242193530, the chromosome of GRCh38 at 242193529",
    );
  });

  test("a damaged VCF fails, and what cannot be read is no error of the check", async () => {
    const damaged = Buffer.from(made.vcf);
    damaged[40] ^= 0xff;
    expect(failed(await outcomes({ vcf: damaged })).map((finding) => finding.split(":")[0])).toEqual([
      "a.vcf.gz checksum",
      "a.vcf.gz contigs",
      "a.vcf.gz.tbi index",
    ]);
  });

  test("a missing file fails", async () => {
    const files: SmallFile[] = [{ path: "a.bed", kind: "bed", content: bed, checksum: "md5" }];
    const checks = await verifyTruthSet(smallSet("https://p.invalid/", files), newFolder(), signal);
    expect(failed(checks)).toEqual(["a.bed checksum: the file is not there"]);
  });

  test("a list of stratifications names files that are there", async () => {
    const folder = newFolder();
    const files: SmallFile[] = [
      { path: "all.tsv", kind: "tsv", content: Buffer.from("easy\teasy.bed\n"), checksum: "md5" },
    ];
    writeFileSync(join(folder, "all.tsv"), files[0].content);
    const set = smallSet("https://p.invalid/", files);
    expect(failed(await verifyTruthSet(set, folder, signal)).join()).toMatch(/list: .*easy\.bed: no such file/);
    writeFileSync(join(folder, "easy.bed"), bed);
    expect(failed(await verifyTruthSet(set, folder, signal))).toEqual([]);
  });

  test("can be stopped", async () => {
    const controller = new AbortController();
    controller.abort();
    const files: SmallFile[] = [{ path: "a.bed", kind: "bed", content: bed, checksum: "md5" }];
    await expect(
      verifyTruthSet(smallSet("https://p.invalid/", files), newFolder(), controller.signal),
    ).rejects.toMatchObject({
      code: "TS_TRUTH_FETCH_ABORTED",
    });
  });

  test("an index made here finds what tabix's finds", () => {
    const lines = fc.array(
      fc.record({
        contig: fc.constantFrom("chr1", "chr2"),
        position: fc.integer({ min: 1, max: 200_000 }),
        ref: fc.constantFrom("A", "ACGTACGT", "A".repeat(40_000)),
        end: fc.option(fc.integer({ min: 0, max: 100_000 })),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(lines, (entries) => {
        const sorted = entries.sort((a, b) =>
          a.contig === b.contig ? a.position - b.position : a.contig < b.contig ? -1 : 1,
        );
        const text = sorted.map(({ contig, position, ref, end }) => {
          return record(contig, position, ref, end === null ? "." : `X;END=${position + end}`);
        });
        const folder = newFolder();
        indexed(folder, "a.vcf.gz", HEADER + text.join(""));
        const path = join(folder, "a.vcf.gz");
        const regions = ["chr1", "chr2"].flatMap((contig) => {
          return Array.from({ length: 40 }, (_, i) => `${contig}:${i * 7001 + 1}-${i * 7001 + 50}`);
        });
        const found = () => execFileSync("tabix", [path, ...regions], { maxBuffer: 1e9 }).toString();
        const counts = () => readIndex(`${path}.tbi`).contigs.map((contig) => [contig.name, contig.counts?.mapped]);
        const theirs = { found: found(), counts: counts() };
        rmSync(`${path}.tbi`);
        expect(makeIndex(path)).toBe(`${path}.tbi`);
        expect(counts()).toEqual(theirs.counts);
        expect(found()).toBe(theirs.found);
        expect(checkIndex(path, `${path}.tbi`)).toBeNull();
      }),
      { numRuns: 15 },
    );
  });
});
