import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { BGZF_EOF, deflateBlock } from "@touchstone/formats";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../src/run.ts";
import { recordingEnvironment } from "./recording-environment.ts";

const SEQUENCE = "GATTACACATCTGGACTTGCATGCCATTGGACGTACCTGAGGTCATCAGTT";
const HEADER = "##fileformat=VCFv4.2\n##contig=<ID=chr1>\n";
const COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT";
const RECORD = "chr1\t5\t.\tA\tC\t30\tPASS\t.\tGT\t0/1\n";

let folder: string;
let inputs: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-compare-"));
  inputs = join(folder, "inputs");
  mkdirSync(inputs);
  write("reference.fa", `>chr1\n${SEQUENCE}\n`);
  write("good.vcf", vcf(RECORD));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(inputs, name), content);
  return join(inputs, name);
}

function vcf(records: string, samples = "S"): string {
  return `${HEADER}${COLUMNS}\t${samples}\n${records}`;
}

function bgzf(text: string): Buffer {
  return Buffer.concat([deflateBlock(Buffer.from(text), 1), BGZF_EOF]);
}

/** What a user sees, with a query made of the content. */
async function compareWith(content: string | Uint8Array | null, more: readonly string[] = []) {
  const environment = recordingEnvironment();
  const query = content === null ? join(inputs, "absent.vcf") : write("query.vcf", content);
  const files = ["--truth", join(inputs, "good.vcf"), "--query", query, "--reference", join(inputs, "reference.fa")];
  const out = join(folder, "results", "out");
  const exitCode = await run(["compare", ...files, "--out", out, "--threads", "1", ...more], environment);
  const results = join(folder, "results");
  const written = exitCode === 0 ? [] : readdirSync(folder).includes("results") ? readdirSync(results) : [];
  rmSync(results, { recursive: true, force: true });
  return { exitCode, out: environment.out(), err: environment.err().replaceAll(inputs, "DIR"), written };
}

const damaged = () => {
  const bytes = bgzf(vcf(RECORD.repeat(40)));
  bytes[60] ^= 4;
  return bytes;
};

test.each<[string, number, string, string | Uint8Array | null | (() => Uint8Array), string[], string[]]>([
  ["an absent file", 66, "TS_FILE_NOT_FOUND", null, [], ["DIR/absent.vcf", "Check the path"]],
  ["an empty file", 65, "TS_FILE_EMPTY", "", [], ["DIR/query.vcf is empty"]],
  ["BCF", 65, "TS_VCF_IS_BCF", bgzf("BCF\u0002\u0002"), [], ["bcftools view -Oz -o FILE.vcf.gz"]],
  ["a truncated file", 65, "TS_BGZF_TRUNCATED", bgzf(vcf(RECORD)).subarray(0, -40), [], ["DIR/query.vcf", "byte"]],
  ["a flipped byte", 65, "TS_BGZF_CORRUPT", damaged, [], ["DIR/query.vcf", "block at byte 0"]],
  ["a cut gzip file", 65, "TS_GZIP_CORRUPT", gzipSync(vcf(RECORD)).subarray(0, 60), [], ["DIR/query.vcf"]],
  ["unsorted records", 65, "TS_VCF_UNSORTED", vcf(RECORD.replace("5", "9") + RECORD), [], ["line 5"]],
  ["a bad line", 65, "TS_VCF_MALFORMED", vcf(RECORD.replace("\t30\t", "\tbest\t")), [], ["line 4, column 6 (QUAL)"]],
  ["a position beyond", 65, "TS_POSITION_OUT_OF_RANGE", vcf(RECORD.replace("\t5\t", "\t700\t")), [], ["line 4", "700"]],
  [
    "another REF",
    65,
    "TS_REF_MISMATCH",
    vcf(RECORD.replace("\tA\t", "\tG\t")),
    [],
    ["chr1:5 REF G, reference A", "--ref-mismatch skip"],
  ],
  ["an unknown contig", 65, "TS_CONTIG_UNKNOWN", vcf(RECORD.replace("chr1", "chrUn")), [], ["chrUn", "it has chr1"]],
  [
    "another contig naming",
    65,
    "TS_CONTIG_NAMING",
    vcf(RECORD.replace("chr1", "1")),
    [],
    ["which the reference calls chr1", "--rename-contigs"],
  ],
  ["no GT", 65, "TS_GENOTYPE_MISSING", vcf(RECORD.replace("GT\t0/1", "DP\t7")), [], ["line 4", "--match alleles"]],
  [
    "several samples",
    65,
    "TS_SAMPLE_AMBIGUOUS",
    vcf(RECORD.replace("0/1", "0/1\t0/0"), "A\tB"),
    [],
    ["A, B", "--query-sample"],
  ],
  ["an unknown sample", 65, "TS_SAMPLE_UNKNOWN", vcf(RECORD), ["--query-sample", "X"], ["no sample X", "it has S"]],
  [
    "an unknown score field",
    65,
    "TS_SCORE_FIELD_INVALID",
    vcf(RECORD),
    ["--score-field", "INFO/MQ"],
    ["has no INFO MQ"],
  ],
  [
    "an output nobody can write",
    73,
    "TS_OUTPUT_UNWRITABLE",
    vcf(RECORD),
    ["--out", "/proc/touchstone/out"],
    ["another --out"],
  ],
])("%s: exit code %i, %s", async (_, exitCode, code, content, more, stated) => {
  const result = await compareWith(typeof content === "function" ? content() : content, more);
  expect(result.err).toContain(`touchstone: error ${code}: `);
  for (const text of stated) expect(result.err).toContain(text);
  expect(result.err).not.toMatch(/^ {4}at |\.tmp-/m);
  expect(result).toMatchObject({ exitCode, out: "", written: [] });
});

test("region files: exit code 65, with the line", async () => {
  const regions = write("regions.bed", "chr1\t0\t10\nchr1\t30\t20\n");
  const result = await compareWith(vcf(RECORD), ["--regions", regions]);
  expect(result).toMatchObject({ exitCode: 65, out: "", written: [] });
  expect(result.err).toContain("DIR/regions.bed");
  expect(result.err).toMatch(/line 2/);
});

test("--rename-contigs and --ref-mismatch skip do what their errors promise", async () => {
  const renamed = await compareWith(vcf(RECORD.replace("chr1", "1")), ["--rename-contigs"]);
  expect(renamed).toMatchObject({ exitCode: 0, err: "" });
  const skipped = await compareWith(vcf(RECORD.replace("\tA\t", "\tG\t")), ["--ref-mismatch", "skip", "--json"]);
  expect(skipped.exitCode).toBe(0);
  expect(JSON.parse(skipped.out).records.query.notAssessed).toEqual({ "ref-mismatch": 1 });
});
