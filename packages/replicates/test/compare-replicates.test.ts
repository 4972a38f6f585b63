import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compareTexts, record, temporaryFolder, vcf, writeFiles } from "./replicate-files.ts";

test("a variant of all runs: VAF and depth of each, mean, SD and CV", async () => {
  const { rows, report } = await compareTexts(
    ["0/1:20,20", "0/1:30,20", "0/1:24,16"].map((sample) => vcf([record(100, "A", "C", sample)])),
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    ...{ contig: "chr1", pos: "100", ref: "A", alt: "C", type: "SNV", zygosity: "het", vaf_bin: "0.25-0.75" },
    ...{ "run1.vaf": "0.5", "run1.depth": "40", "run1.state": "called", "run2.vaf": "0.4", "run2.depth": "50" },
    ...{ mean: "0.433333", sd: "0.057735", cv: "0.133235" },
  });
  // Binomial variance: p (1 - p) times the mean of 1/40, 1/50, 1/40.
  const p = 1.3 / 3;
  const binomial = (p * (1 - p) * (2 / 40 + 1 / 50)) / 3;
  expect(Number(rows[0].cv_floor)).toBeCloseTo(Math.sqrt(binomial) / p, 6);
  expect(Number(rows[0].overdispersion)).toBeCloseTo(0.01 / 3 / binomial, 5);
  expect(report.strata[0]).toMatchObject({ variants: 1, complete: 1, calls: { callRate: 1, calledIn: [0, 0, 0, 1] } });
});

test("VAF is computed before a record is split: other ALT alleles are part of the depth", async () => {
  const { rows } = await compareTexts([
    vcf([record(100, "A", "C,G", "1/2:10,30,60")]),
    vcf([record(100, "A", "C", "0/1:40,30"), record(100, "A", "G", "0/1:40,60")]),
  ]);
  expect(rows.map(({ alt }) => alt)).toEqual(["C", "G"]);
  expect(rows.map((row) => [row["run1.vaf"], row["run2.vaf"]])).toEqual([
    ["0.3", "0.428571"],
    ["0.6", "0.6"],
  ]);
});

test("alleles of one record match records of their own, trimmed", async () => {
  const { rows } = await compareTexts([
    vcf([record(100, "CAT", "CAG,C", "1/2:1,20,20")]),
    vcf([record(100, "CAT", "C", "0/1:20,20"), record(102, "T", "G", "0/1:20,20")]),
  ]);
  expect(rows.map(({ pos, ref, alt }) => `${pos}${ref}>${alt}`)).toEqual(["100CAT>C", "102T>G"]);
  expect(rows.every((row) => row["run1.state"] === "called" && row["run2.state"] === "called")).toBe(true);
});

test("indels written at two places of a repeat match with a reference, and only with it", async () => {
  const reference = `>chr1\nTTGACACACACTTGG\n`;
  const texts = [
    vcf([record(3, "GAC", "G", "0/1:20,20")]),
    vcf([record(9, "CAC", "C", "0/1:22,18")]),
    vcf([record(5, "CAC", "C", "0/1:10,30")]),
  ];
  const [path] = writeFiles(temporaryFolder(), { "reference.fa": reference });
  const aligned = await compareTexts(texts, { reference: path });
  expect(aligned.rows).toHaveLength(1);
  expect(aligned.rows[0]).toMatchObject({ pos: "3", ref: "GAC", alt: "G", "run3.vaf": "0.75", type: "indel" });
  expect(aligned.report.normalisation).toBe("trimmed and left-aligned");
  const trimmed = await compareTexts(texts);
  expect(trimmed.rows).toHaveLength(3);
  expect(trimmed.report.normalisation).toBe("trimmed only");
});

test("zygosity is that of most runs; disagreement is counted, a tie has a stratum of its own", async () => {
  const run = (first: string, second: string) =>
    vcf([record(100, "A", "C", `${first}:20,20`), record(200, "A", "C", `${second}:20,20`)]);
  const { rows, report } = await compareTexts([run("0/1", "0/1"), run("1/1", "1|1"), run("0/1", "./.")]);
  expect(rows.map(({ zygosity }) => zygosity)).toEqual(["het", "discordant"]);
  expect(report.strata[0].discordantZygosity).toBe(2);
});

test("a measured allele that is not called still gives its VAF, and no call", async () => {
  const { rows, report } = await compareTexts([
    vcf([record(100, "A", "C", "0/1:20,20")]),
    vcf([record(100, "A", "C", "0/0:38,2")]),
    vcf(["chr1 100 . A C 50 LowQual . GT:AD 0/1:30,10"]),
  ]);
  expect(rows[0]).toMatchObject({
    "run2.state": "recorded",
    "run2.vaf": "0.05",
    "run3.state": "recorded",
    mean: "0.266667",
  });
  expect(report.strata[0].calls.callRate).toBe(1 / 3);
});

test("--all-records takes filtered records for calls", async () => {
  const texts = [
    vcf(["chr1 100 . A C 50 LowQual . GT:AD 0/1:20,20"]),
    vcf(["chr1 100 . A C 50 q10 . GT:AD 0/1:20,20"]),
  ];
  expect((await compareTexts(texts)).rows).toHaveLength(0);
  expect((await compareTexts(texts, { allRecords: true })).rows[0]).toMatchObject({ "run2.state": "called" });
});

test("what no run calls is no variant", async () => {
  const { rows } = await compareTexts([
    vcf([record(100, "A", "C", "0/0:38,2")]),
    vcf([
      record(100, "A", "C", "./.:20,20"),
      record(200, "A", "<DEL>", "0/1:20,20"),
      record(300, "A", "*", "0/1:2,20"),
    ]),
  ]);
  expect(rows).toEqual([]);
});

test("too few reads: not evaluable in that run, left out of call rate and Jaccard, and counted", async () => {
  const { rows, report } = await compareTexts([
    vcf([record(100, "A", "C", "0/1:20,20")]),
    vcf([record(100, "A", "C", "0/1:4,5")]),
    vcf([]),
  ]);
  expect(rows[0]).toMatchObject({
    "run2.state": "low-depth",
    "run2.vaf": "0.555556",
    "run3.state": "absent",
    mean: "0.5",
    sd: ".",
  });
  const { calls, pairs } = report.strata[0];
  expect(calls.runs.map(({ lowDepth, callRate }) => [lowDepth, callRate])).toEqual([
    [0, 1],
    [1, null],
    [0, 0],
  ]);
  expect(calls.callRate).toBe(0.5);
  expect(calls.calledIn).toEqual([0, 1, 0, 0]);
  expect(pairs.map(({ jaccard }) => jaccard)).toEqual([null, 0, null]);
});

test("a call without depths counts as call and has no VAF", async () => {
  const { rows, report } = await compareTexts([
    vcf([record(100, "A", "C", "0/1:20,20"), record(200, "G", "T", "0/1:20,20")]),
    vcf([record(100, "A", "C", "0/1:."), record(200, "G", "T", "0/1:20,20")]),
  ]);
  expect(rows[0]).toMatchObject({ "run2.state": "no-depth", "run2.vaf": ".", "run2.depth": "." });
  expect(report.strata[0].calls.callRate).toBe(1);
  expect(report.strata[0].within.variants).toBe(1);
  expect(report.runs[1].depthSources).toEqual({ none: 1, "FORMAT/AD": 1 });
});

const GVCF = ['##ALT=<ID=NON_REF,Description="Any">', '##INFO=<ID=END,Number=1,Type=Integer,Description="End">'];
const block = (from: number, to: number, depth: number) =>
  `chr1 ${from} . A <NON_REF> . . END=${to} GT:DP:GQ:MIN_DP:PL 0/0:99:60:${depth}:0,60,900`;

test("pitfall 22: a reference block imputes VAF 0 of MIN_DP, outside SD and ICC, inside the call rate", async () => {
  const texts = [
    vcf([record(100, "A", "C", "0/1:20,20"), record(200, "A", "C", "0/1:20,20")]),
    vcf([record(100, "A", "C", "0/1:16,24"), record(200, "A", "C", "0/1:20,20")]),
    vcf([block(50, 150, 33), block(151, 300, 7)], GVCF),
  ];
  const { rows, report } = await compareTexts(texts);
  expect(rows[0]).toMatchObject({ "run3.state": "imputed", "run3.vaf": "0", "run3.depth": "33", mean: "0.55" });
  expect(rows[1]).toMatchObject({ "run3.state": "low-depth", "run3.depth": "7" });
  expect(report.strata[0]).toMatchObject({ complete: 0, within: { variants: 2, degreesOfFreedom: 2 } });
  expect(report.strata[0].calls.runs[2]).toMatchObject({ imputed: 1, lowDepth: 1, called: 0, callRate: 0 });
  const included = await compareTexts(texts, { includeImputed: true });
  expect(included.rows[0]).toMatchObject({ "run3.state": "imputed", mean: "0.366667" });
  expect(included.report.strata[0]).toMatchObject({ complete: 1, within: { variants: 2, degreesOfFreedom: 3 } });
});

test("a deletion is imputed where blocks cover all of it, with the least depth; elsewhere it is absent", async () => {
  const texts = [
    vcf([record(100, "ACGT", "A", "0/1:20,20"), record(200, "ACGT", "A", "0/1:20,20")]),
    vcf([block(90, 101, 33), block(102, 140, 21), block(180, 202, 30), record(204, "G", "C", "0/1:20,20")], GVCF),
  ];
  const { rows } = await compareTexts(texts);
  expect(rows[0]).toMatchObject({ pos: "100", "run2.state": "imputed", "run2.depth": "21" });
  expect(rows[1]).toMatchObject({ pos: "200", "run2.state": "absent" });
});

test("only variants in the regions count; an insertion needs both of its neighbours", async () => {
  const records = [
    record(10, "A", "C", "0/1:20,20"),
    record(11, "A", "C", "0/1:20,20"),
    record(11, "A", "AT", "0/1:20,20"),
  ];
  const [regions] = writeFiles(temporaryFolder(), { "regions.bed": "chr1\t10\t11\nchr1\t12\t500\n" });
  const { rows } = await compareTexts([vcf(records), vcf(records)], { regions });
  expect(rows.map(({ pos, alt }) => `${pos}${alt}`)).toEqual(["11C"]);
});

test("samples are chosen for all replicates or one by one", async () => {
  const text = vcf(["chr1 100 . A C 50 PASS . GT:AD 0/1:20,20 0/1:30,10"], [], "N T");
  const folder = temporaryFolder();
  const [one, other] = writeFiles(folder, { "a.vcf": text, "b.vcf": text });
  const { compareFiles } = await import("./replicate-files.ts");
  const tumours = await compareFiles([one, other], { samples: ["T"] });
  expect(tumours.rows[0]).toMatchObject({ "a.vaf": "0.25", "b.vaf": "0.25" });
  const both = await compareFiles([one, one], { samples: ["N", "T"] });
  expect(both.rows[0]).toMatchObject({ "a.vcf:N.vaf": "0.5", "a.vcf:T.vaf": "0.25" });
});

test("all files appear together, with the identity of the inputs", async () => {
  const text = vcf([record(100, "A", "C", "0/1:20,20")]);
  const out = join(temporaryFolder(), "made/P");
  const attach = async () => [{ suffix: ".note.txt", content: "attached" }];
  const { files, report } = await compareTexts([text, text], { out, attach });
  expect(files.map((path) => path.slice(out.length)).sort()).toEqual([
    ...[".note.txt", ".pairs.csv", ".reproducibility.json", ".variants.tsv.gz"],
  ]);
  const written = JSON.parse(readFileSync(`${out}.reproducibility.json`, "utf8"));
  expect(written).toEqual(report);
  const { createHash } = await import("node:crypto");
  expect(written.runs[0].file).toMatchObject({
    sizeBytes: text.length,
    sha256: createHash("sha256").update(text).digest("hex"),
  });
  const [header, row] = readFileSync(`${out}.pairs.csv`, "utf8").split("\n");
  expect(header.split(",")).toHaveLength(row.split(",").length);
  expect(row).toMatch(/^all variants,run1,run2,1,0,/);
});

test("a file that cannot be attached leaves no file", async () => {
  const text = vcf([record(100, "A", "C", "0/1:20,20")]);
  const folder = temporaryFolder();
  const attach = () => Promise.reject(new Error("no chart"));
  await expect(compareTexts([text, text], { out: join(folder, "P"), attach })).rejects.toThrow("no chart");
  expect(existsSync(join(folder, "P.variants.tsv.gz"))).toBe(false);
});
