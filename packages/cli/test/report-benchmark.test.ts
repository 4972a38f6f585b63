import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GeneratedPair, generateDemoPair } from "@touchstone/test-support";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../src/run.ts";
import { recordingEnvironment } from "./recording-environment.ts";

let folder: string;
let pair: GeneratedPair;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-benchmark-"));
  pair = generateDemoPair(join(folder, "pair"));
  writeFileSync(join(folder, "half.bed"), "chr1\t0\t50000\n");
  writeFileSync(join(folder, "strata.tsv"), 'the "first", half\thalf.bed\n');
  await compare("query", pair.query);
  await compare("truth", pair.truth, "--stratifications", join(folder, "strata.tsv"));
  await compare("phased", pair.query, "--phase", "respect");
  await compare("other-truth", pair.truth, "--truth", pair.query);
});

afterAll(() => rmSync(folder, { recursive: true }));

async function compare(name: string, query: string, ...options: string[]): Promise<void> {
  const files = ["--truth", pair.truth, "--query", query, "--reference", pair.reference];
  const environment = recordingEnvironment();
  const all = [...files, "--threads", "1", "--out", join(folder, "comparisons", name), ...options];
  expect({ status: await run(["compare", ...all], environment), err: environment.err() }).toMatchObject({ status: 0 });
}

async function benchmark(name: string, ...lines: string[]) {
  const list = join(folder, `${name}.csv`);
  writeFileSync(
    list,
    `${["sample,caller,truth_set,comparison,truth_set_version,stratification", ...lines].join("\n")}\n`,
  );
  const environment = recordingEnvironment();
  const status = await run(["report", "benchmark", list, "--out", join(folder, "out", name)], environment);
  return { status, out: environment.out(), err: environment.err() };
}

test("comparisons become one table, one document, one page and one section, with the numbers that they had", async () => {
  const { status, out } = await benchmark(
    "both",
    "S1,A,set,comparisons/query,1.0,",
    `S1,B,set,${join(folder, "comparisons/truth")},1.0,halves`,
  );
  expect(status).toBe(0);
  const prefix = join(folder, "out", "both");
  const suffixes = [".csv", ".json", ".html", ".touchstone_benchmark_mqc.json"];
  expect(out.trim().split("\n")).toEqual(suffixes.map((suffix) => `${prefix}${suffix}`));
  const [header, ...rows] = readFileSync(`${prefix}.csv`, "utf8").trim().split("\n");
  expect(header).toBe(
    "sample,caller,truth_set,truth_set_version,stratification,type,stratum,filter,truth_total,truth_tp,truth_fn,query_total,query_tp,query_fp,query_unk,recall,recall_low,recall_high,precision,precision_low,precision_high,f1",
  );
  expect(rows).toHaveLength(6);
  expect(
    rows.filter((row) => row.startsWith("S1,B,set,1.0,halves,") && row.includes(',"the ""first"", half",')),
  ).toHaveLength(2);
  const metrics = JSON.parse(readFileSync(join(folder, "comparisons/query.metrics.json"), "utf8"));
  const snp = metrics.rows.find((row: { type: string; subtype: string }) => row.type === "SNP" && row.subtype === "*");
  const { truth, query, recall, precision, f1 } = snp;
  expect(
    rows
      .find((row) => row.startsWith("S1,A,set,1.0,,SNP,*,PASS,"))
      ?.split(",")
      .slice(8)
      .map(Number),
  ).toEqual([
    ...[truth.total, truth.tp, truth.fn, query.total, query.tp, query.fp, query.unk],
    ...[recall.value, ...recall.wilson95, precision.value, ...precision.wilson95, f1],
  ]);
  const document = JSON.parse(readFileSync(`${prefix}.json`, "utf8"));
  expect(document.comparisons.map(({ caller }: { caller: string }) => caller)).toEqual(["A", "B"]);
  expect(document.comparisons[0].rows).toEqual(metrics.rows);
  expect(readFileSync(`${prefix}.html`, "utf8")).toContain(`<data value="${f1}">`);
});

test.each([
  [
    "one name for two truths",
    ["S1,A,set,comparisons/query", "S1,B,set,comparisons/other-truth"],
    /line 3: .*SHA-256 of the truth differs/,
  ],
  [
    "other options",
    ["S1,A,set,comparisons/query", "S1,B,set,comparisons/phased"],
    /the option phase differs .*respect here, ignore there/,
  ],
  ["two versions", ["S1,A,set,comparisons/query,1", "S1,B,set,comparisons/query,2"], /the version differs/],
  ["a comparison twice", ["S1,A,set,comparisons/query", "S1,A,set,comparisons/query"], /in line 2 already/],
  ["an empty cell", ["S1,,set,comparisons/query"], /line 2: caller is empty/],
  ["no comparison", [], /no comparison follows/],
])("%s is refused with the line, and nothing is written", async (name, lines, message) => {
  const { status, err } = await benchmark(name, ...lines);
  expect(err).toMatch(message);
  expect(err).toContain("TS_BENCHMARK_INVALID");
  expect(status).toBe(65);
  expect(existsSync(join(folder, "out", `${name}.csv`))).toBe(false);
});

test("a comparison that is not there is named", async () => {
  const { status, err } = await benchmark("missing", "S1,A,set,comparisons/missing");
  expect(err).toContain("comparisons/missing.metrics.json");
  expect(status).toBe(66);
});
