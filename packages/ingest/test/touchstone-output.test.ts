import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { importComparison, type ResultFile } from "@touchstone/ingest";
import { generatePair, type Oracle } from "@touchstone/test-support";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectStorable } from "./expect-storable.ts";
import { textFile } from "./fixtures.ts";
import { thrownBy } from "./thrown-by.ts";

const MAIN = resolve(import.meta.dirname, "../../cli/src/main.ts");

describe("files of touchstone compare", () => {
  let folder: string;
  let oracle: Oracle;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "touchstone-ingest-"));
    const pair = generatePair({ folder: join(folder, "input"), seed: 7, contigLengths: [200_000], eventCount: 300 });
    oracle = pair.oracle;
    const inputs = ["--truth", pair.truth, "--query", pair.query, "--reference", pair.reference];
    const options = ["--regions", pair.regions, "--all-records", "--out", join(folder, "P")];
    const main = ["--conditions=@touchstone/source", MAIN, "compare", ...inputs];
    execFileSync(process.execPath, [...main, ...options], { stdio: "pipe" });
    const [contig] = readFileSync(pair.regions, "utf8").split("\t");
    writeFileSync(join(folder, "half.bed"), `${contig}\t0\t100000\n`);
    writeFileSync(join(folder, "strata.tsv"), "half\thalf.bed\n");
    const stratified = ["--stratifications", join(folder, "strata.tsv"), "--out", join(folder, "stratified/P")];
    execFileSync(process.execPath, [...main, ...stratified], { stdio: "pipe" });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function files(pattern: RegExp, within = "."): ResultFile[] {
    const names = readdirSync(join(folder, within)).filter((name) => pattern.test(name));
    return names.map((name) => ({ name, bytes: readFileSync(join(folder, within, name)) }));
  }

  function metrics(): { rows: Record<string, Record<string, unknown>>[] } {
    return JSON.parse(readFileSync(join(folder, "P.metrics.json"), "utf8"));
  }

  function changed(change: (document: ReturnType<typeof metrics>) => void): ResultFile {
    const document = metrics();
    change(document);
    return textFile("P.metrics.json", JSON.stringify(document));
  }

  test("metrics and provenance are kept as they are; every row is a stratum", () => {
    const comparison = importComparison(files(/(metrics|provenance)\.json$/));
    expectStorable(comparison);
    const document = metrics();
    expect(comparison.metrics).toEqual(document);
    expect(comparison.strata).toHaveLength(document.rows.length);
    expect(comparison.performedAt).toBe(comparison.provenance?.finishedAt);
    for (const row of document.rows) {
      const { type: variantType, subtype, stratum, filter } = row as Record<string, unknown>;
      const key = { variantType, subtype, stratum, filter };
      const found = comparison.strata.filter((candidate) =>
        Object.entries(key).every(([field, value]) => candidate[field as "filter"] === value),
      );
      expect(found).toMatchObject([
        {
          truthTotal: row.truth?.total,
          truthTp: row.truth?.tp,
          truthFn: row.truth?.fn,
          queryTotal: row.query?.total,
          queryTp: row.query?.tp,
          queryFp: row.query?.fp,
          queryFpGenotype: row.query?.fpGenotype,
          queryFpAllele: row.query?.fpAllele,
          queryUnk: row.query?.unk,
          recall: row.recall?.value,
          precision: row.precision?.value,
          f1: row.f1,
          unknownFraction: row.fracNa,
          falsePositivesPerMegabase: row.fpPerMb,
        },
      ]);
    }
  });

  test("the tables in hap.py's format hold the same counts, and the points", () => {
    const whole = importComparison(files(/\.(json|csv|csv\.gz)$/));
    const tables = importComparison(files(/\.(csv|csv\.gz)$/));
    expectStorable(whole);
    expect([whole.format, tables.format]).toEqual(["touchstone", "hap.py"]);
    const withoutRate = whole.strata.map((row) => ({ ...row, falsePositivesPerMegabase: null }));
    expect(tables.strata).toEqual(withoutRate);
    expect(tables.points).toEqual(whole.points);
    expect(whole.warnings).toEqual([]);
    for (const filter of ["ALL", "PASS"]) {
      const curve = whole.points.filter((point) => point.variantType === "SNP" && point.filter === filter);
      const total = whole.strata.find(
        (row) => row.variantType === "SNP" && row.subtype === "*" && row.filter === filter,
      );
      expect(curve.length).toBeGreaterThan(10);
      // Every generated query record has a score, so that the curve ends at all of them.
      expect(curve.at(-1)).toMatchObject({ truthTp: total?.truthTp, queryTp: total?.queryTp, queryFp: total?.queryFp });
      expect(curve.map(({ score }) => score)).toEqual(curve.map(({ score }) => score).toSorted((a, b) => b - a));
    }
  });

  test("with strata, tables that also have subtypes in each stratum add nothing to the rows of the metrics", () => {
    const whole = importComparison(files(/\.(json|csv|csv\.gz)$/, "stratified"));
    const alone = importComparison(files(/\.json$/, "stratified"));
    expect(whole.strata).toEqual(alone.strata);
    expect(whole.strata.filter(({ stratum }) => stratum === "half")).toHaveLength(2);
    expect(whole.points.length).toBeGreaterThan(10);
  });

  test("the hash is of the results, not of the file", () => {
    const [file] = files(/metrics\.json$/);
    const { contentSha256 } = importComparison([file as ResultFile]);
    const respelled = textFile("other.json", `\uFEFF${JSON.stringify(metrics(), null, 4)}`);
    expect(importComparison([respelled]).contentSha256).toBe(contentSha256);
    expect(importComparison(files(/(metrics|provenance)\.json$/)).contentSha256).toBe(contentSha256);
  });

  test.each([
    ["a rate", (row: Row) => Object.assign(row.recall ?? {}, { value: 0.5 }), "rows.0.recall.value"],
    [
      "an interval",
      (row: Row) => Object.assign(row.precision ?? {}, { wilson95: [0, 1] }),
      "rows.0.precision.wilson95.0",
    ],
    ["FP per megabase", (row: Row) => Object.assign(row, { fpPerMb: 1e9 }), "rows.0.fpPerMb"],
    ["a total", (row: Row) => Object.assign(row.truth ?? {}, { total: 1e6 }), "rows.0.truth.total"],
    ["a count beyond exact numbers", (row: Row) => Object.assign(row.query ?? {}, { unk: 1e300 }), "rows.0.query.unk"],
    ["errors among FP", (row: Row) => Object.assign(row.query ?? {}, { fpAllele: 1e6 }), "rows.0.query.fp"],
    ["a field of another type", (row: Row) => Object.assign(row.query ?? {}, { fp: "many" }), "rows.0.query.fp"],
    ["a name with blanks", (row: Row) => Object.assign(row, { stratum: " easy" }), "rows.0.stratum"],
  ])("%s that does not follow from the counts is refused by its field", (_, change, field) => {
    const error = thrownBy(() => importComparison([changed(({ rows }) => change(rows[0] as Row))]));
    expect(error.code).toBe("TS_RESULT_INVALID");
    expect(error.details).toEqual({ file: "P.metrics.json", field });
  });

  test.each([
    ["a number that is none", '"x":1e999'],
    ["a character 0", '"x":"\\u0000"'],
    ["half of a surrogate pair", '"\\ud800":1'],
  ])("%s in a field of a later version is refused: it cannot be kept", (_, field) => {
    const text = readFileSync(join(folder, "P.metrics.json"), "utf8").replace("{", `{${field},`);
    const error = thrownBy(() => importComparison([textFile("P.metrics.json", text)]));
    expect(error.message).toMatch(/^P\.metrics\.json cannot be kept: /);
  });

  test("a row that is there twice is refused", () => {
    const twice = changed(({ rows }) => rows.push(rows[0] as Row));
    expect(thrownBy(() => importComparison([twice])).message).toContain("is there twice");
  });

  test("tables of another comparison are refused", () => {
    const other = changed(({ rows }) => rows.splice(0, 1));
    const error = thrownBy(() => importComparison([other, ...files(/extended\.csv$/)]));
    expect(error.message).toContain("not of one comparison");
  });

  test("a file that is cut off, or provenance alone, is refused", () => {
    const text = readFileSync(join(folder, "P.metrics.json"), "utf8");
    const cut = thrownBy(() => importComparison([textFile("P.metrics.json", text.slice(0, 500))]));
    expect([cut.code, cut.message.includes("is no JSON")]).toEqual(["TS_RESULT_INVALID", true]);
    expect(thrownBy(() => importComparison(files(/provenance\.json$/))).message).toContain(
      "'touchstone metrics' is missing",
    );
  });

  test("FN and FP are those of the VCF, and as many as were put into the calls", () => {
    const { discordant } = importComparison(files(/(metrics\.json|P\.vcf\.gz)$/));
    const variants = discordant?.variants ?? [];
    const rows = gunzipSync(readFileSync(join(folder, "P.vcf.gz")))
      .toString()
      .split("\n");
    const inVcf = rows.flatMap((row) => {
      const [contig, position, , ref, alt] = row.split("\t");
      return [...row.matchAll(/\t([^:\t]+):(F[NP]):/g)].map(([, genotype, label]) => {
        return { label, contig, position: Number(position), ref, alt, genotype };
      });
    });
    expect(
      variants.map(({ label, contig, position, ref, alt, genotype }) => {
        return { label, contig, position, ref, alt, genotype };
      }),
    ).toEqual(inVcf);
    expect(discordant?.total).toBe(inVcf.length);
    // What was dropped or altered, and what was called besides, of the records in the confident regions.
    const counted = (label: string) => variants.filter((one) => one.label === label).length;
    expect([counted("FN"), counted("FP")]).toEqual([oracle.count("inside.FN"), oracle.count("inside.FP")]);
    expect(counted("FN") * counted("FP")).toBeGreaterThan(0);
  });

  test("the discordant variants are no part of the hash: the same comparison may bring them later", () => {
    const [without, whole] = [/metrics\.json$/, /(metrics\.json|P\.vcf\.gz)$/].map((pattern) =>
      importComparison(files(pattern)),
    );
    expect(without?.discordant).toBeNull();
    expect(whole?.contentSha256).toBe(without?.contentSha256);
  });

  test("a VCF of another comparison is refused", () => {
    const [metricsFile] = files(/metrics\.json$/);
    const vcf = gunzipSync(readFileSync(join(folder, "P.vcf.gz"))).toString();
    const withoutOne = textFile("P.vcf", vcf.replace(/\n[^\n]*:FN:[^\n]*/, ""));
    expect(() => importComparison([metricsFile as ResultFile, withoutOne])).toThrow(
      /P\.vcf holds \d+ FN of the type \w+ where the metrics count \d+/,
    );
    expect(() => importComparison([textFile("P.vcf", vcf)])).toThrow("no file with the counts of a comparison");
  });
});

type Row = Record<string, Record<string, unknown>>;
