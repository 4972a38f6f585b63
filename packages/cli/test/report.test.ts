import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type GeneratedPair, generateDemoPair } from "@touchstone/test-support";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../src/run.ts";
import { recordingEnvironment } from "./recording-environment.ts";

let folder: string;
let pair: GeneratedPair;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-report-"));
  pair = generateDemoPair(join(folder, "pair"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function compare(prefix: string, ...options: string[]): Promise<void> {
  const files = ["--truth", pair.truth, "--query", pair.query, "--reference", pair.reference];
  const environment = recordingEnvironment();
  const status = await run(["compare", ...files, "--threads", "1", "--out", prefix, ...options], environment);
  expect({ status, err: environment.err() }).toMatchObject({ status: 0 });
}

test("compare --html writes the page that report comparison writes from the same files, but for its warnings", async () => {
  const prefix = join(folder, "whole");
  await compare(prefix, "--html", "--all-records");
  const page = join(folder, "again.html");
  const environment = recordingEnvironment();
  expect(await run(["report", "comparison", `${prefix}.metrics.json`, "--out", page], environment)).toBe(0);
  expect(environment.out()).toBe(`${page}\n`);
  const written = readFileSync(`${prefix}.html`, "utf8");
  const unknown =
    "<li>Warnings that the comparison printed as it ran are not kept in its files, and not part of this report.</li>\n";
  expect(readFileSync(page, "utf8").replace(unknown, "")).toBe(written);
  expect(written).toContain("operating point recall");
});

test("the numbers of a stratified comparison are those of its metrics", async () => {
  const prefix = join(folder, "strata");
  writeFileSync(join(folder, "half.bed"), "chr1\t0\t50000\n");
  writeFileSync(join(folder, "strata.tsv"), "the first half\thalf.bed\n");
  await compare(prefix, "--html", "--stratifications", join(folder, "strata.tsv"));
  const metrics = JSON.parse(readFileSync(`${prefix}.metrics.json`, "utf8"));
  const page = readFileSync(`${prefix}.html`, "utf8");
  for (const { recall, precision, f1 } of metrics.rows) {
    for (const value of [recall.value, precision.value, f1]) {
      if (value !== null) expect(page).toContain(`<data value="${value}">`);
    }
  }
  expect(page).toContain("the first half");
});

test("report reproducibility writes the page of a study, with its table of variants and without", async () => {
  const table = join(folder, "measurements.csv");
  const values = ["a,r1,0.5", "a,r2,0.52", "b,r1,0.3", "b,r2,0.28", "c,r1,0.9", "c,r2,0.91"];
  writeFileSync(table, `analyte,run,value\n${values.join("\n")}\n`);
  const study = join(folder, "study");
  expect(await run(["reproducibility", "--table", table, "--out", study], recordingEnvironment())).toBe(0);
  const page = join(folder, "study.html");
  expect(await run(["report", "reproducibility", study, "--out", page], recordingEnvironment())).toBe(0);
  const { strata } = JSON.parse(readFileSync(`${study}.reproducibility.json`, "utf8"));
  const written = readFileSync(page, "utf8");
  expect(written).toContain(`<data value="${strata[0].icc.agreement.value}">`);
  expect(written).toContain("The 20 with the largest CV");
  const sections = ["report", "multiqc", study, "--out", study];
  expect(await run(sections, recordingEnvironment())).toBe(0);
  const { data } = JSON.parse(readFileSync(`${study}.touchstone_reproducibility_mqc.json`, "utf8"));
  expect(Object.keys(data)).toEqual(strata.map(({ name }: { name: string }) => `${name} | study`));
  rmSync(`${study}.variants.tsv.gz`);
  expect(
    await run(["report", "reproducibility", `${study}.reproducibility.json`, "--out", page], recordingEnvironment()),
  ).toBe(0);
  expect(readFileSync(page, "utf8")).toContain("Charts show no single variants");
});

test("compare --multiqc writes the sections that report multiqc writes from the same files", async () => {
  const prefix = join(folder, "sections");
  await compare(prefix, "--multiqc");
  const environment = recordingEnvironment();
  expect(await run(["report", "multiqc", prefix, "--out", join(folder, "again")], environment)).toBe(0);
  const names = ["touchstone_comparison", "touchstone_precision_recall"].map((name) => `.${name}_mqc.json`);
  expect(environment.out()).toBe(names.map((name) => `${join(folder, "again")}${name}\n`).join(""));
  for (const name of names) {
    expect(readFileSync(join(folder, `again${name}`), "utf8")).toBe(readFileSync(`${prefix}${name}`, "utf8"));
  }
  const { data } = JSON.parse(readFileSync(`${prefix}${names[0]}`, "utf8"));
  const { rows } = JSON.parse(readFileSync(`${prefix}.metrics.json`, "utf8"));
  const row = rows.find((one: Record<string, unknown>) => {
    return one.type === "INDEL" && one.stratum === "*" && one.subtype === "*" && one.filter === "PASS";
  });
  expect(Object.values<Record<string, number>>(data).map((cells) => cells.INDEL_f1)).toEqual([row.f1]);
  const named = ["report", "multiqc", `${prefix}.metrics.json`, "--sample", "S1", "--out", join(folder, "named")];
  expect(await run(named, recordingEnvironment())).toBe(0);
  expect(Object.keys(JSON.parse(readFileSync(join(folder, `named${names[0]}`), "utf8")).data)).toEqual(["S1"]);
});

test("a query without indels has a page and sections: its curve of indels is a header alone", async () => {
  const records = gunzipSync(readFileSync(pair.query)).toString("utf8").split("\n");
  const isIndel = (line: string) => {
    const [, , , ref = "", alt = ""] = line.split("\t");
    return !line.startsWith("#") && [ref, ...alt.split(",")].some(({ length }) => length > 1);
  };
  const query = join(folder, "snvs.vcf");
  writeFileSync(query, records.filter((line) => !isIndel(line)).join("\n"));
  const prefix = join(folder, "snvs");
  const files = ["--truth", pair.truth, "--query", query, "--reference", pair.reference];
  const environment = recordingEnvironment();
  expect(await run(["compare", ...files, "--html", "--multiqc", "--out", prefix], environment)).toBe(0);
  const curve = gunzipSync(readFileSync(`${prefix}.roc.Locations.INDEL.PASS.csv.gz`)).toString("utf8");
  expect(curve.trimEnd().split("\n")).toHaveLength(1);
  expect(readFileSync(`${prefix}.html`, "utf8")).toContain("INDEL");
});

test("a report of nothing names what is missing, and writes nothing", async () => {
  const environment = recordingEnvironment();
  const page = join(folder, "none.html");
  expect(await run(["report", "comparison", join(folder, "none"), "--out", page], environment)).toBe(66);
  expect(environment.err()).toContain("none.metrics.json");
  const without = recordingEnvironment();
  expect(await run(["report", "comparison", "p"], without)).toBe(2);
  expect(without.err()).toContain("--out missing");
});
