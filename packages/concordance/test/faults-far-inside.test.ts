import { Random } from "@touchstone/test-support";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { failingComparison } from "./support/failing-comparison.ts";
import { bgzfOf, fastaOf, type Packing, randomContigs, vcfOf, writeInput } from "./support/inputs.ts";
import { readLabels } from "./support/labels.ts";
import { removeComparisons, runComparison } from "./support/run-comparison.ts";

/** Large enough for several ranges, of which each has several blocks. */
const CONTIGS = randomContigs({ chr1: 300_000, chr2: 120_000 });
const STEP = 150;
const HEADER_LINES = 4;
const lines = longLines();

let reference: string;
let truth: string;

beforeAll(() => {
  reference = writeInput("reference.fa", fastaOf(CONTIGS));
  truth = writeInput("truth.vcf.gz", textOf(lines), "bgzf");
});
vi.setConfig({ testTimeout: 60_000 });
afterAll(removeComparisons);

/** SNPs with an INFO of some kilobytes that does not compress well. */
function longLines(): string[] {
  const random = new Random(3);
  return Object.entries(CONTIGS).flatMap(([contig, sequence]) =>
    Array.from({ length: Math.floor(sequence.length / STEP) }, (_, i) => {
      const position = (i + 1) * STEP;
      const base = sequence[position - 1];
      const info = Array.from({ length: 200 }, () => random.uint32().toString(36)).join("");
      const alternate = base === "A" ? "C" : "A";
      return [contig, position, ".", base, alternate, "30", "PASS", `X=${info}`, "GT", "0/1"].join("\t");
    }),
  );
}

function textOf(records: readonly string[]): string {
  return vcfOf(records, { contigs: ["chr1", "chr2"] });
}

/** The lines with one changed; the number counts from 1. */
function withLine(number: number, change: (line: string) => string): string[] {
  return lines.map((line, i) => (i === number - 1 ? change(line) : line));
}

const column = (number: number, value: string) => (line: string) =>
  line
    .split("\t")
    .map((field, i) => (i === number - 1 ? value : field))
    .join("\t");

type Fault = readonly [what: string, code: string, line: number, change: (line: string) => string];
const FAULTS: readonly Fault[] = [
  ["a QUAL that is no number", "TS_VCF_MALFORMED", 1377, column(6, "high")],
  ["a genotype that is none", "TS_VCF_MALFORMED", 1377, column(10, "0/x")],
  ["an allele that is not there", "TS_VCF_MALFORMED", 1377, column(10, "0/2")],
  ["a missing GT", "TS_GENOTYPE_MISSING", 1377, column(9, "DP")],
  ["a record out of order", "TS_VCF_UNSORTED", 1377, column(2, "17")],
  ["a record far too early on the second contig", "TS_VCF_UNSORTED", 2400, column(2, "17")],
  ["a record of another contig", "TS_VCF_UNSORTED", 1377, column(1, "chr2")],
  ["a position beyond the contig", "TS_POSITION_OUT_OF_RANGE", 2000, column(2, "300002")],
];

async function expectFault([, code, line, change]: Fault, packing: Packing, threads: number) {
  const query = writeInput("query.vcf.gz", textOf(withLine(line, change)), packing);
  const error = await failingComparison({ truth, query, reference }, { threads });
  expect(error).toMatchObject({ code, details: { file: query, line: HEADER_LINES + line } });
  expect(error.message).toContain(`${query}: line ${HEADER_LINES + line}`);
}

describe("the line of a fault is named", () => {
  test.each(FAULTS)("%s", async (...fault) => {
    await expectFault(fault, "plain", 1);
  });

  test.each(FAULTS.filter((_, number) => number % 3 === 0))("in BGZF blocks, on two threads: %s", async (...fault) => {
    await expectFault(fault, "bgzf", 2);
  });

  test("in gzip without blocks", async () => {
    await expectFault(FAULTS[4], "gzip", 1);
  });
});

test("the first of several faults is named on any number of threads", async () => {
  const faulty = withLine(300, column(6, "high")).map((line, i) => (i > 1000 ? column(6, "higher")(line) : line));
  const query = writeInput("query.vcf.gz", textOf(faulty), "bgzf");
  for (const threads of [1, 3]) {
    expect((await failingComparison({ truth, query, reference }, { threads })).details.line).toBe(HEADER_LINES + 300);
  }
});

test("REF mismatches are counted over all ranges and contigs, the first five named in order", async () => {
  const faulty = lines.map((line, i) => (i % 400 === 7 ? column(4, otherBase(line.split("\t")[3]))(line) : line));
  const query = writeInput("query.vcf.gz", textOf(faulty), "bgzf");
  const error = await failingComparison({ truth, query, reference }, { threads: 2 });
  expect(error.message.split("\n")[0]).toContain("7 records have a REF");
  const places = [...error.message.matchAll(/(chr\d:\d+) REF/g)].map(([, place]) => place);
  expect(places).toEqual([7, 407, 807, 1207, 1607].map((index) => lines[index].split("\t").slice(0, 2).join(":")));
});

test.each([1, 2])("a flipped byte in a late block is named by its offset (%i threads)", async (threads) => {
  const { bytes, blockStarts } = bgzfOf(textOf(lines), 50_000);
  const block = Math.floor(blockStarts.length * 0.6);
  bytes[blockStarts[block] + 5_000] ^= 1;
  const query = writeInput("query.vcf.gz", bytes);
  const error = await failingComparison({ truth, query, reference }, { threads });
  expect(error).toMatchObject({ code: "TS_BGZF_CORRUPT", details: { file: query, offset: blockStarts[block] } });
});

test("without a fault, every record is found once, however the file is packed", async () => {
  for (const [packing, threads] of [
    ["plain", 1],
    ["gzip", 1],
    ["bgzf", 2],
  ] as const) {
    const query = writeInput("query.vcf.gz", textOf(lines), packing);
    const comparison = await runComparison({ truth, query, reference }, { threads });
    const labels = readLabels(comparison.file("vcf.gz"));
    expect(labels.filter(({ decision }) => decision === "TP")).toHaveLength(2 * lines.length);
    expect(labels).toHaveLength(2 * lines.length);
  }
});

function otherBase(base: string): string {
  return base === "G" ? "T" : "G";
}
