import { copyFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { TabixBuilder } from "@touchstone/formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failingComparison } from "./support/failing-comparison.ts";
import { bgzfOf, fastaOf, type HeaderOptions, randomContigs, snp, vcfOf, writeInput } from "./support/inputs.ts";
import { readLabels } from "./support/labels.ts";
import { removeComparisons, runComparison, temporaryFolder } from "./support/run-comparison.ts";

const CONTIGS = randomContigs({ chr1: 3_000, chr2: 1_000 });
const HEADER: HeaderOptions = { contigs: ["chr1", "chr2"] };
const GOOD = [snp(CONTIGS, "chr1", 100), snp(CONTIGS, "chr1", 200, "1/1"), snp(CONTIGS, "chr2", 50)];
/** Lines before the first record of `vcfOf(..., HEADER)`. */
const HEADER_LINES = 4;

let reference: string;
let good: string;

beforeAll(() => {
  reference = writeInput("reference.fa", fastaOf(CONTIGS));
  good = writeInput("good.vcf", vcfOf(GOOD, HEADER));
});
afterAll(removeComparisons);

function queryOf(records: readonly string[], header: HeaderOptions = HEADER): string {
  return writeInput("query.vcf", vcfOf(records, header));
}

/** Fails with the query that is given. */
function failingQuery(query: string, options: Parameters<typeof failingComparison>[1] = {}) {
  return failingComparison({ truth: good, query, reference }, options);
}

test("the inputs of these tests are good without their fault", async () => {
  const { result } = await runComparison({ truth: good, query: good, reference });
  expect(result.warnings).toEqual([]);
});

describe("damaged BGZF", () => {
  const { bytes, blockStarts } = bgzfOf(
    vcfOf(
      Array.from({ length: 250 }, (_, i) => snp(CONTIGS, "chr1", 10 * (i + 1))),
      HEADER,
    ),
    2_000,
  );

  test("a file cut off within a block", async () => {
    const query = writeInput("cut.vcf.gz", bytes.subarray(0, blockStarts[2] + 100));
    const error = await failingQuery(query);
    expect(error).toMatchObject({ code: "TS_BGZF_TRUNCATED", details: { file: query, offset: blockStarts[2] } });
    expect(error.message).toContain(query);
  });

  test("a file cut off between two blocks", async () => {
    const query = writeInput("cut.vcf.gz", bytes.subarray(0, blockStarts[2]));
    expect(await failingQuery(query)).toMatchObject({ code: "TS_BGZF_TRUNCATED", details: { file: query } });
  });

  test.each([1, 2])("a flipped byte in the second of several blocks, on %i threads", async (threads) => {
    const damaged = Buffer.from(bytes);
    damaged[blockStarts[1] + 100] ^= 0x10;
    const query = writeInput("flipped.vcf.gz", damaged);
    const error = await failingQuery(query, { threads });
    expect(error).toMatchObject({ code: "TS_BGZF_CORRUPT", details: { file: query, offset: blockStarts[1] } });
    expect(error.message).toContain(String(blockStarts[1]));
  });
});

describe("order and places", () => {
  test.each([
    ["records that go back", 3, [...GOOD.slice(0, 2), snp(CONTIGS, "chr1", 150)], "chr1:150 stands after position 200"],
    ["a contig that comes twice", 4, [...GOOD, snp(CONTIGS, "chr1", 300)], "the records of chr1 do not stand together"],
  ] as const)("%s", async (_, faulty, records, message) => {
    const query = queryOf(records);
    const error = await failingQuery(query);
    expect(error).toMatchObject({ code: "TS_VCF_UNSORTED", details: { file: query, line: HEADER_LINES + faulty } });
    expect(error.message).toContain(`${query}: line ${HEADER_LINES + faulty}`);
    expect(error.message).toContain(message);
  });

  test("a contig that comes twice with another between, seen by its spans", async () => {
    const query = queryOf([snp(CONTIGS, "chr2", 10), ...GOOD]);
    expect(await failingQuery(query)).toMatchObject({ code: "TS_VCF_UNSORTED", details: { file: query } });
  });

  test.each([
    ["starts", "chr1 3002 A C 0/1"],
    ["ends", `chr1 2999 ${CONTIGS.chr1.slice(-2)}A C 0/1`],
  ])("a record that %s beyond its contig", async (_, record) => {
    const query = queryOf([GOOD[0], record]);
    expect(await failingQuery(query)).toMatchObject({
      code: "TS_POSITION_OUT_OF_RANGE",
      details: { file: query, line: HEADER_LINES + 2, contig: "chr1" },
    });
  });

  test("a contig that the reference does not have", async () => {
    const query = queryOf([...GOOD, "chrUn 10 A C 0/1"]);
    const error = await failingQuery(query);
    expect(error).toMatchObject({ code: "TS_CONTIG_UNKNOWN", details: { file: query, contig: "chrUn" } });
    expect(error.message).toContain("it has chr1, chr2");
  });
});

describe("REF that the reference does not have", () => {
  const wrong = (position: number) => {
    const base = CONTIGS.chr1[position - 1];
    return `chr1 ${position} ${base === "A" ? "G" : "A"} T 0/1`;
  };

  test("all are counted and the first five named", async () => {
    const query = queryOf([GOOD[0], ...[110, 120, 130, 140, 150, 160, 170].map(wrong)]);
    const error = await failingQuery(query);
    expect(error).toMatchObject({ code: "TS_REF_MISMATCH", details: { file: query, contig: "chr1", position: 110 } });
    const lines = error.message.split("\n");
    expect(lines[0]).toContain("7 records");
    expect(lines.slice(1).map((line) => /chr1:(\d+) REF [AG], reference [ACGT]$/.exec(line)?.[1])).toEqual([
      "110",
      "120",
      "130",
      "140",
      "150",
    ]);
  });

  test("skipped, they are carried through with the reason", async () => {
    const query = queryOf([GOOD[0], wrong(110), GOOD[1]]);
    const comparison = await runComparison({ truth: good, query, reference }, { refMismatch: "skip" });
    const labels = readLabels(comparison.file("vcf.gz")).filter(({ side }) => side === "query");
    expect(labels.map(({ position, decision }) => [position, decision])).toEqual([
      [100, "TP"],
      [110, "N"],
      [200, "TP"],
    ]);
    expect(comparison.result.metrics.records.query.notAssessed).toEqual({ "ref-mismatch": 1 });
  });
});

describe("contigs under other names", () => {
  const RENAMED = GOOD.map((record) => record.slice(3));
  const bed = (content: string) => writeInput("regions.bed", content);
  let renamed: string;
  beforeAll(() => {
    renamed = queryOf(RENAMED, { contigs: ["1", "2"] });
  });

  test("are refused, with both names", async () => {
    const error = await failingQuery(renamed);
    expect(error).toMatchObject({ code: "TS_CONTIG_NAMING", details: { file: renamed, contig: "1" } });
    expect(error.message).toContain("names a contig 1, which the reference calls chr1");
  });

  test.each(["regions", "targets"] as const)("are refused in --%s", async (option) => {
    const path = bed("1\t0\t500\n");
    expect(await failingQuery(good, { [option]: path })).toMatchObject({
      code: "TS_CONTIG_NAMING",
      details: { file: path, contig: "1" },
    });
  });

  test("are translated on demand, in call sets and regions", async () => {
    const regions = bed("1\t0\t150\n2\t0\t100\n");
    const options = { renameContigs: true, regions };
    const comparison = await runComparison({ truth: good, query: renamed, reference }, options);
    const labels = readLabels(comparison.file("vcf.gz"));
    expect(labels.map(({ side, key, decision }) => `${side} ${key.split(" ")[0]} ${decision}`)).toEqual([
      "truth chr1:100 TP",
      "query chr1:100 TP",
      "truth chr1:200 N",
      "query chr1:200 UNK",
      "truth chr2:50 TP",
      "query chr2:50 TP",
    ]);
  });

  test("one contig under two names in a BED file keeps both its parts", async () => {
    const regions = bed("1\t0\t150\nchr1\t150\t500\nchr2\t0\t100\n");
    const comparison = await runComparison({ truth: good, query: good, reference }, { renameContigs: true, regions });
    expect(readLabels(comparison.file("vcf.gz")).map(({ decision }) => decision)).toEqual(Array(6).fill("TP"));
  });
});

describe("samples and genotypes", () => {
  const SITES = GOOD.map((record) => record.split(" ").slice(0, 4).join(" "));
  const several = () =>
    queryOf(
      GOOD.map((record) => `${record} 0/0 1/1`),
      { ...HEADER, samples: ["A", "B", "C"] },
    );

  test("sites without samples have no genotypes to match", async () => {
    const query = queryOf(SITES, { ...HEADER, samples: [] });
    const error = await failingQuery(query);
    expect(error).toMatchObject({ code: "TS_GENOTYPE_MISSING", details: { file: query } });
    const comparison = await runComparison({ truth: good, query, reference }, { match: "alleles" });
    expect(readLabels(comparison.file("vcf.gz")).map(({ decision }) => decision)).toEqual(Array(6).fill("TP"));
  });

  test("a single record without GT is named by its line", async () => {
    const query = queryOf([
      GOOD[0],
      GOOD[1].replaceAll(" ", "\t").replace(/^(chr1)\t(200)\t(.)\t(.)\t.*$/, "$1\t$2\t.\t$3\t$4\t.\t.\t.\tDP\t12"),
    ]);
    expect(await failingQuery(query)).toMatchObject({
      code: "TS_GENOTYPE_MISSING",
      details: { file: query, line: HEADER_LINES + 2, field: "FORMAT" },
    });
  });

  test("several samples have to be chosen from, and are listed", async () => {
    const query = several();
    const error = await failingQuery(query);
    expect(error).toMatchObject({ code: "TS_SAMPLE_AMBIGUOUS", details: { file: query, field: "--query-sample" } });
    expect(error.message).toContain("(A, B, C): choose one with --query-sample");
    const truth = await failingComparison({ truth: query, query: good, reference });
    expect(truth.message).toContain("--truth-sample");
  });

  test("an unknown sample is refused, the known ones listed", async () => {
    const query = several();
    const error = await failingQuery(query, { querySample: "D" });
    expect(error).toMatchObject({ code: "TS_SAMPLE_UNKNOWN", details: { file: query } });
    expect(error.message).toContain("it has A, B, C");
  });

  test("the chosen sample is the one compared", async () => {
    const query = several();
    const decisions = async (querySample: string) => {
      const comparison = await runComparison({ truth: good, query, reference }, { querySample });
      const labels = readLabels(comparison.file("vcf.gz")).filter(({ side }) => side === "query");
      return labels.map(({ decision }) => decision).join();
    };
    expect(await decisions("A")).toBe("TP,TP,TP");
    expect(await decisions("B")).toBe("N,N,N");
    expect(await decisions("C")).toBe("FP,TP,FP");
  });

  test("an allele that the record does not have", async () => {
    const query = queryOf([GOOD[0], GOOD[1].replace("1/1", "1/2")]);
    expect(await failingQuery(query)).toMatchObject({
      code: "TS_VCF_MALFORMED",
      details: { file: query, line: HEADER_LINES + 2, field: "GT" },
    });
  });
});

describe("files that are something else", () => {
  test.each([["plain"], ["gzip"], ["bgzf"]] as const)("an empty file (%s)", async (packing) => {
    const query = writeInput("empty.vcf", "", packing);
    expect(await failingQuery(query)).toMatchObject({ code: "TS_FILE_EMPTY", details: { file: query } });
    expect(await failingComparison({ truth: query, query: good, reference })).toMatchObject({ code: "TS_FILE_EMPTY" });
  });

  test("an empty reference", async () => {
    const empty = writeInput("empty.fa", "");
    expect(await failingComparison({ truth: good, query: good, reference: empty })).toMatchObject({
      code: "TS_FILE_EMPTY",
      details: { file: empty },
    });
  });

  test.each([["plain"], ["gzip"], ["bgzf"]] as const)("BCF (%s)", async (packing) => {
    const query = writeInput("calls.bcf", "BCF\u0002\u0002 and more", packing);
    const error = await failingQuery(query);
    expect(error).toMatchObject({ code: "TS_VCF_IS_BCF", details: { file: query } });
    expect(error.message).toContain(query);
  });

  test("a file without header", async () => {
    const query = writeInput("query.vcf", "chr1\t10\t.\tA\tC\t.\t.\t.\n");
    expect(await failingQuery(query)).toMatchObject({ code: "TS_VCF_HEADER_INVALID", details: { line: 1 } });
  });

  test("a header without records is an empty call set", async () => {
    const query = queryOf([]);
    const asQuery = await runComparison({ truth: good, query, reference });
    expect(readLabels(asQuery.file("vcf.gz")).map(({ decision }) => decision)).toEqual(["FN", "FN", "FN"]);
    const asTruth = await runComparison({ truth: query, query: good, reference });
    expect(readLabels(asTruth.file("vcf.gz")).map(({ decision }) => decision)).toEqual(["FP", "FP", "FP"]);
    const neither = await runComparison({ truth: query, query, reference }, { threads: 2 });
    expect(readLabels(neither.file("vcf.gz"))).toEqual([]);
    const [row] = neither.result.metrics.rows;
    expect([row.recall.value, row.precision.value, row.f1]).toEqual([null, null, null]);
  });

  test("a damaged gzip file", async () => {
    const bytes = gzipSync(vcfOf(GOOD, HEADER));
    const query = writeInput("query.vcf.gz", bytes.subarray(0, bytes.length - 12));
    expect(await failingQuery(query)).toMatchObject({ code: "TS_GZIP_CORRUPT", details: { file: query } });
  });

  test("a malformed line of a gzip file is named in that file", async () => {
    const records = [GOOD[0], GOOD[1].replaceAll(" ", "\t")];
    const query = writeInput("query.vcf.gz", vcfOf(records, HEADER), "gzip");
    const error = await failingQuery(query);
    expect(error).toMatchObject({ code: "TS_VCF_MALFORMED", details: { file: query, line: HEADER_LINES + 2 } });
    expect(error.message).toContain(`${query}: line ${HEADER_LINES + 2}`);
  });

  test("an unsorted gzip file is named", async () => {
    const query = writeInput("query.vcf.gz", vcfOf([GOOD[1], GOOD[0]], HEADER), "gzip");
    const error = await failingQuery(query);
    expect(error).toMatchObject({ code: "TS_VCF_UNSORTED", details: { file: query, line: HEADER_LINES + 2 } });
    expect(error.message).toContain(`${query}: line`);
  });

  test("a gzip reference that is no FASTA is named", async () => {
    const path = writeInput("reference.fa.gz", "no sequence\n", "gzip");
    const error = await failingComparison({ truth: good, query: good, reference: path });
    expect(error).toMatchObject({ code: "TS_FASTA_MALFORMED", details: { file: path, line: 1 } });
    expect(error.message).toContain(path);
  });

  test("gzip without blocks works for all inputs", async () => {
    const comparison = await runComparison({
      truth: writeInput("truth.vcf.gz", vcfOf(GOOD, HEADER), "gzip"),
      query: writeInput("query.vcf.gz", vcfOf(GOOD, HEADER), "gzip"),
      reference: writeInput("reference.fa.gz", fastaOf(CONTIGS), "gzip"),
    });
    expect(readLabels(comparison.file("vcf.gz")).map(({ decision }) => decision)).toEqual(Array(6).fill("TP"));
  });
});

describe("regions", () => {
  test.each(["regions", "targets"] as const)("--%s with an end before its start", async (option) => {
    const path = writeInput("regions.bed", "chr1\t10\t20\nchr1\t40\t30\n");
    const error = await failingQuery(good, { [option]: path });
    expect(error).toMatchObject({ code: "TS_BED_MALFORMED", details: { file: path, line: 2 } });
  });

  test("a stratum with an end before its start", async () => {
    const path = writeInput("stratum.bed", "chr1\t40\t30\n");
    const stratifications = writeInput("strata.tsv", `odd\t${path}\n`);
    expect(await failingQuery(good, { stratifications })).toMatchObject({
      code: "TS_BED_MALFORMED",
      details: { file: path, line: 1 },
    });
  });

  test("a stratum on contigs that the reference does not have is empty", async () => {
    const path = writeInput("stratum.bed", "chrY\t10\t30\n");
    const stratifications = writeInput("strata.tsv", `y\t${path}\n`);
    const { result } = await runComparison({ truth: good, query: good, reference }, { stratifications });
    const rows = result.metrics.rows.filter(({ stratum }) => stratum === "y");
    expect(rows.map(({ recall, truth }) => [recall.value, truth.total])).toContainEqual([null, 0]);
  });

  test.each(["regions", "targets"] as const)("--%s without an interval", async (option) => {
    const path = writeInput("regions.bed", "");
    const error = await failingQuery(good, { [option]: path });
    expect(error).toMatchObject({ code: "TS_FILE_EMPTY", details: { file: path } });
  });

  test.each(["regions", "targets"] as const)("--%s on contigs that the reference does not have", async (option) => {
    const path = writeInput("regions.bed", "chrY\t10\t30\n");
    expect(await failingQuery(good, { [option]: path })).toMatchObject({
      code: "TS_CONTIG_UNKNOWN",
      details: { file: path, contig: "chrY" },
    });
  });
});

describe("files that are not there", () => {
  const absent = "/nonexistent/absent";

  test.each(["truth", "query", "reference"] as const)("%s", async (input) => {
    const inputs = { truth: good, query: good, reference, [input]: absent };
    const error = await failingComparison(inputs);
    expect(error).toMatchObject({ code: "TS_FILE_NOT_FOUND", details: { file: absent } });
  });

  test.each(["regions", "targets", "stratifications"] as const)("--%s", async (option) => {
    expect(await failingQuery(good, { [option]: absent })).toMatchObject({
      code: "TS_FILE_NOT_FOUND",
      details: { file: absent },
    });
  });

  test("a listed stratum", async () => {
    const stratifications = writeInput("strata.tsv", `odd\t${absent}\n`);
    expect(await failingQuery(good, { stratifications })).toMatchObject({
      code: "TS_FILE_NOT_FOUND",
      details: { file: stratifications, line: 1 },
    });
  });

  test("a folder in the place of a file", async () => {
    const folder = temporaryFolder();
    expect(await failingQuery(folder)).toMatchObject({ code: "TS_FILE_UNREADABLE", details: { file: folder } });
  });
});

describe("score fields", () => {
  const scored = () =>
    queryOf(GOOD, {
      ...HEADER,
      meta: [
        '##INFO=<ID=VQSLOD,Number=1,Type=Float,Description="x">',
        '##INFO=<ID=DB,Number=0,Type=Flag,Description="x">',
        '##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="x">',
      ],
    });

  test.each([
    ["INFO/MQ", "has no INFO MQ (it has VQSLOD, DB)"],
    ["FORMAT/VQSLOD", "has no FORMAT VQSLOD (it has GQ)"],
    ["DP", "has no FORMAT DP"],
    ["INFO/DB", "holds no numbers (Flag)"],
    ["INFO/", "is not QUAL, INFO/KEY or FORMAT/KEY"],
  ])("%s", async (scoreField, message) => {
    const error = await failingQuery(scored(), { scoreField });
    expect(error.code).toBe("TS_SCORE_FIELD_INVALID");
    expect(error.message).toContain(message);
  });

  test.each(["INFO/VQSLOD", "FORMAT/GQ", "GQ", "QUAL"])("%s is fine", async (scoreField) => {
    const { result } = await runComparison({ truth: good, query: scored(), reference }, { scoreField });
    expect(result.files.length).toBeGreaterThan(4);
  });
});

describe("indexes", () => {
  const { bytes, blockStarts } = bgzfOf(vcfOf(GOOD, HEADER), 100);

  function indexed(offsetOf: (contig: string) => number): string {
    const query = writeInput("query.vcf.gz", bytes);
    const builder = new TabixBuilder();
    for (const contig of ["chr1", "chr2"]) builder.add(contig, 10, 11, offsetOf(contig), offsetOf(contig) + 10);
    writeFileSync(`${query}.tbi`, builder.toBytes());
    return query;
  }

  test("whose offsets start no block", async () => {
    const query = indexed((contig) => (blockStarts[contig === "chr1" ? 1 : 2] + 7) * 65_536);
    const error = await failingQuery(query);
    expect(error).toMatchObject({ code: "TS_INDEX_INVALID", details: { contig: "chr1" } });
    expect(error.message).toContain(query);
  });

  test("that is older than its file is not used, and said so", async () => {
    const query = indexed((contig) => (blockStarts[contig === "chr1" ? 1 : 2] + 7) * 65_536);
    utimesSync(`${query}.tbi`, 1, 1);
    const { result } = await runComparison({ truth: good, query, reference });
    expect(result.warnings).toEqual([expect.stringContaining(`${query}.tbi is older than its file`)]);
  });

  test("that is no index", async () => {
    const query = writeInput("query.vcf.gz", bytes);
    writeFileSync(`${query}.tbi`, bgzfOf("not an index at all").bytes);
    expect(await failingQuery(query)).toMatchObject({ code: "TS_INDEX_INVALID", details: { file: `${query}.tbi` } });
  });

  test("a .fai that is older than its file is not used, and said so", async () => {
    const path = join(temporaryFolder(), "reference.fa");
    copyFileSync(reference, path);
    writeFileSync(`${path}.fai`, "chr1\t7\t6\t7\t8\n");
    utimesSync(`${path}.fai`, 1, 1);
    const { result } = await runComparison({ truth: good, query: good, reference: path });
    expect(result.warnings).toEqual([expect.stringContaining(`${path}.fai`)]);
  });

  test("a .fai of another file", async () => {
    const path = join(temporaryFolder(), "reference.fa");
    copyFileSync(reference, path);
    writeFileSync(`${path}.fai`, "chr1\t3000\t9\t60\t61\nchr2\t1000\t3070\t60\t61\n");
    expect(await failingComparison({ truth: good, query: good, reference: path })).toMatchObject({
      code: "TS_INDEX_INVALID",
    });
  });
});
