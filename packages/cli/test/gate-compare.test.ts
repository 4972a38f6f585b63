import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Value } from "@sinclair/typebox/value";
import { VersionComparisonSchema } from "@touchstone/model";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "../src/run.ts";
import { recordingEnvironment } from "./recording-environment.ts";

const BLOCKS = 40;
const PER_BLOCK = 50;
const MEGABASE = 1_000_000;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-gate-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A document that a test changes; what it holds is the schema's business. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach into it to spoil it.
type Spoilable = any;

interface Made {
  /** Numbers of truth variants that are not found. */
  readonly missed?: ReadonlySet<number>;
  readonly falsePositives?: readonly number[];
  readonly provenance?: (document: Spoilable) => void;
  readonly statedFn?: number;
}

/** A result of `touchstone compare` with 2,000 SNPs as truth, written under the prefix `name`. */
function makeResult(
  name: string,
  { missed = new Set(), falsePositives = [], provenance, statedFn }: Made = {},
): string {
  const rows: [number, string][] = [];
  for (let number = 0; number < BLOCKS * PER_BLOCK; number++) {
    const position = Math.floor(number / PER_BLOCK) * MEGABASE + (number % PER_BLOCK) * 1000 + 1;
    const found = !missed.has(number);
    const truth = `0/1:${found ? "TP" : "FN"}:.:SNP`;
    rows.push([position, `A\tC\t.\tPASS\t.\tGT:BD:BK:BVT\t${truth}\t${found ? truth : ".:.:.:NOCALL"}`]);
  }
  for (const position of falsePositives)
    rows.push([position, "G\tT\t.\tPASS\t.\tGT:BD:BK:BVT\t.:.:.:NOCALL\t0/1:FP:.:SNP"]);
  rows.sort(([first], [second]) => first - second);
  const header = `##fileformat=VCFv4.2\n##contig=<ID=chr1>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTRUTH\tQUERY\n`;
  const prefix = join(folder, name);
  writeFileSync(
    `${prefix}.vcf.gz`,
    `${header}${rows.map(([position, rest]) => `chr1\t${position}\t.\t${rest}\n`).join("")}`,
  );
  const fn = statedFn ?? missed.size;
  const tp = BLOCKS * PER_BLOCK - missed.size;
  writeFileSync(`${prefix}.metrics.json`, JSON.stringify(metricsWith(tp, fn, falsePositives.length)));
  const document = provenanceOf(name);
  provenance?.(document);
  writeFileSync(`${prefix}.provenance.json`, JSON.stringify(document));
  return prefix;
}

function metricsWith(tp: number, fn: number, fp: number): object {
  const proportion = { value: null, wilson95: null };
  const row = (type: string, counts: [number, number, number]) => ({
    type,
    subtype: "*",
    stratum: "*",
    filter: "ALL",
    truth: { total: counts[0] + counts[1], tp: counts[0], fn: counts[1], titv: null, hetHom: null },
    query: { total: 0, tp: counts[0], fp: counts[2], fpGenotype: 0, fpAllele: 0, unk: 0, titv: null, hetHom: null },
    recall: proportion,
    precision: proportion,
    f1: null,
    fracNa: null,
    fpPerMb: null,
  });
  const side = { total: 0, assessed: 0, notAssessed: {}, bounded: 0 };
  return {
    schema: "touchstone/comparison-metrics/1",
    scoreField: "QUAL",
    records: { truth: side, query: side },
    phase: null,
    strata: [],
    rows: [row("SNP", [tp, fn, fp]), row("INDEL", [0, 0, 0])],
  };
}

function provenanceOf(name: string): Spoilable {
  const file = (path: string, digit: string) => ({ path, sizeBytes: 1, sha256: digit.repeat(64) });
  return {
    schema: "touchstone/comparison-provenance/1",
    touchstone: "0.1.0",
    node: "v24.0.0",
    startedAt: "2026-01-01T00:00:00.000Z",
    finishedAt: "2026-01-01T00:00:01.000Z",
    inputs: {
      truth: { ...file("truth.vcf.gz", "a"), sample: "HG002" },
      query: { ...file(`${name}.calls.vcf.gz`, "b"), sample: "HG002" },
      regions: file("confident.bed", "c"),
      targets: null,
      stratifications: null,
      strata: [],
      reference: { path: "reference.fa", contigs: [{ name: "chr1", length: 50 * MEGABASE, md5: "d".repeat(32) }] },
    },
    options: {
      match: "genotype",
      phase: "ignore",
      ploidy: "flexible",
      allRecords: false,
      scoreField: "QUAL",
      refMismatch: "error",
      renameContigs: false,
    },
  };
}

async function gate(...argv: string[]) {
  const environment = recordingEnvironment();
  const exitCode = await run(["gate", "compare", ...argv], environment);
  return { exitCode, out: environment.out(), err: environment.err() };
}

/** The first variant of each of so many blocks. */
function oneOfEach(blocks: number): Set<number> {
  return new Set(Array.from({ length: blocks }, (_, block) => block * PER_BLOCK));
}

test("a candidate that finds the same passes, and says so", async () => {
  const { exitCode, out } = await gate(
    makeResult("a", { missed: oneOfEach(8) }),
    makeResult("b", { missed: oneOfEach(8) }),
    "--margin",
    "SNP.recall=0.001",
  );
  expect(out).toContain("PASSED: the candidate is non-inferior in all of 1 criteria.");
  expect(exitCode).toBe(0);
});

test("a loss beyond the margin is inferior, one about the margin indeterminate; both exit with 1", async () => {
  const current = makeResult("a");
  // 1 of 50 variants in each of 40 blocks: a loss of exactly 0.02 wherever blocks are drawn from.
  const inferior = await gate(current, makeResult("b", { missed: oneOfEach(BLOCKS) }), "--margin", "SNP.recall=0.01");
  expect(inferior.out).toContain("NOT PASSED: SNP recall inferior.");
  expect(inferior.exitCode).toBe(1);
  const unclear = await gate(current, makeResult("c", { missed: oneOfEach(20) }), "--margin", "SNP.recall=0.01");
  expect(unclear.out).toContain("NOT PASSED: SNP recall indeterminate.");
  expect(unclear.exitCode).toBe(1);
});

test("criteria without data never pass", async () => {
  const { exitCode, out } = await gate(makeResult("a"), makeResult("b"), "--margin", "INDEL.f1=0.1");
  expect(out).toContain("NOT PASSED: INDEL F1 not evaluable.");
  expect(exitCode).toBe(1);
});

test("writes the document, the chart and the changed variants together", async () => {
  const current = makeResult("a", { missed: new Set([3]), falsePositives: [2500] });
  const candidate = makeResult("b", { missed: new Set([5]), falsePositives: [3500] });
  const { out } = await gate(current, candidate, "--margin", "0.01", "--out", join(folder, "out/gate"), "--json");
  expect(readdirSync(join(folder, "out")).toSorted()).toEqual(["gate.changes.tsv", "gate.gate.json", "gate.gate.svg"]);
  expect(readFileSync(join(folder, "out/gate.changes.tsv"), "utf8")).toBe(
    [
      "change\ttype\tcontig\tposition\tref\talt\tgenotype",
      "resolved FP\tSNP\tchr1\t2500\tG\tT\t0/1",
      "gained\tSNP\tchr1\t3001\tA\tC\t0/1",
      "new FP\tSNP\tchr1\t3500\tG\tT\t0/1",
      "lost\tSNP\tchr1\t5001\tA\tC\t0/1",
      "",
    ].join("\n"),
  );
  const document = JSON.parse(readFileSync(join(folder, "out/gate.gate.json"), "utf8"));
  expect(JSON.parse(out)).toEqual(document);
  expect([...Value.Errors(VersionComparisonSchema, document)]).toEqual([]);
  expect(document.types.SNP.found).toEqual({ both: 1998, currentOnly: 1, candidateOnly: 1, neither: 0 });
  expect(readFileSync(join(folder, "out/gate.gate.svg"), "utf8")).toContain("<svg");
});

test.each([
  ["truth set", (document: Spoilable) => (document.inputs.truth.sha256 = "e".repeat(64))],
  ["confident regions (--regions)", (document: Spoilable) => (document.inputs.regions = null)],
  ["reference", (document: Spoilable) => (document.inputs.reference.contigs[0].md5 = "e".repeat(32))],
  ["--match", (document: Spoilable) => (document.options.match = "alleles")],
  ["version of Touchstone", (document: Spoilable) => (document.touchstone = "0.0.9")],
])("results that differ in %s are refused", async (what, provenance) => {
  const out = join(folder, "gate");
  const { exitCode, err } = await gate(
    makeResult("a"),
    makeResult("b", { provenance }),
    "--margin",
    "0.01",
    "--out",
    out,
  );
  expect(err).toContain(`error TS_COMPARISONS_DIFFER: the two results were not measured alike: ${what} differs`);
  expect(exitCode).toBe(65);
  expect(readdirSync(folder).filter((file) => file.startsWith("gate"))).toEqual([]);
});

test("a labelled VCF that is not the one that was counted is refused, and nothing is written", async () => {
  const altered = makeResult("b", { missed: new Set([3]), statedFn: 0 });
  const { exitCode, err } = await gate(makeResult("a"), altered, "--margin", "0.01", "--out", join(folder, "gate"));
  expect(err).toContain("b.vcf.gz has 1 SNP records as truthFn, its metrics say 0");
  expect(exitCode).toBe(65);
  expect(readdirSync(folder).filter((file) => file.startsWith("gate"))).toEqual([]);
});

test.each([
  [[], "--margin missing"],
  [["--margin", "0"], "--margin 0 is no margin: "],
  [["--margin", "recal=0.1"], "--margin recal=0.1 is no margin"],
  [["--margin", "-0.1"], "--margin -0.1 is no margin"],
])("margins %j are a usage error", async (margins, message) => {
  const { exitCode, err } = await gate(makeResult("a"), makeResult("b"), ...margins);
  expect(err).toContain(message);
  expect(exitCode).toBe(2);
});

test("files that are absent, or no result, are named", async () => {
  const absent = await gate(join(folder, "nothing"), makeResult("b"), "--margin", "0.01");
  expect(absent.err).toContain("nothing.provenance.json: no such file");
  expect(absent.exitCode).toBe(66);
  const broken = makeResult("c", { provenance: (document) => delete document.inputs.truth });
  const { exitCode, err } = await gate(broken, makeResult("b"), "--margin", "0.01");
  expect(err).toContain("c.provenance.json: inputs.truth");
  expect(exitCode).toBe(65);
});
