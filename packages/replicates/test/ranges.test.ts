import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { BGZF_EOF, createVcfColumns, FastaReader } from "@touchstone/formats";
import { generateReplicates } from "@touchstone/test-support";
import { expect, test } from "vitest";
import { CellLayout } from "../src/accumulate/cell-layout.ts";
import { mergeRange } from "../src/merge/merge-range.ts";
import type { RangeSettings, RangeTask } from "../src/merge/range-task.ts";
import { openReplicate } from "../src/plan/open-replicate.ts";
import { compareFiles, DEFAULTS, record, temporaryFolder, vcf, writeFiles } from "./replicate-files.ts";

const { vafDenominator: denominator, ...defaults } = DEFAULTS;
const SETTINGS: RangeSettings = { ...defaults, denominator };

test.each([[false], [true]])("cuts of a contig change nothing (gVCF: %s)", async (gvcf) => {
  const folder = temporaryFolder();
  const { replicates, reference } = generateReplicates({
    ...{ folder, seed: 15, runs: 3, variants: 600, contigs: 1, spacing: 120, indels: 0.5, dropOut: 0.2, gvcf },
    shiftIndels: true,
  });
  const runs = await Promise.all(replicates.map((path) => openReplicate(path, undefined, `${path}.text`)));
  const fasta = FastaReader.open(reference ?? "");
  const merge = (from: number, to: number) => {
    const task: RangeTask = { contig: "chr1", from, to, regions: null };
    return mergeRange({ runs, columns: runs.map(() => createVcfColumns()), reference: fasta }, task, SETTINGS);
  };
  const rowsOf = (results: readonly ReturnType<typeof merge>[]) =>
    gunzipSync(Buffer.concat([...results.flatMap(({ blocks }) => blocks), BGZF_EOF])).toString("utf8");
  const whole = merge(-1, Number.POSITIVE_INFINITY);
  // Cuts everywhere, within repeats and between the places of a shifted indel too.
  const cuts = [-1, ...Array.from({ length: 40 }, (_, place) => 700 + 1711 * place), Number.POSITIVE_INFINITY];
  const parts = cuts.slice(1).map((to, place) => merge(cuts[place], to));
  expect(rowsOf(parts)).toBe(rowsOf([whole]));
  expect(whole.variants).toBeGreaterThan(550);
  const total = (results: readonly ReturnType<typeof merge>[], place: number) =>
    results.reduce((sum, { part }) => {
      const { width } = new CellLayout(3);
      for (let at = place; at < part.sums.length; at += width) sum += part.sums[at];
      return sum;
    }, 0);
  const { variants, complete, withinDf } = new CellLayout(3);
  for (const place of [variants, complete, withinDf]) expect(total(parts, place)).toBe(total([whole], place));
  expect(parts.reduce((sum, { runs: [first] }) => sum + first.sources[1], 0)).toBe(whole.runs[0].sources[1]);
  for (const { file } of runs) file.close();
  fasta.close();
});

test("the number of threads changes no byte", async () => {
  const folder = temporaryFolder();
  const { replicates } = generateReplicates({ folder, seed: 14, runs: 3, variants: 900, contigs: 5 });
  const outputs = [];
  for (const threads of [1, 3]) {
    const { out } = await compareFiles(replicates, { threads, out: join(folder, `out${threads}`) });
    const report = JSON.parse(readFileSync(`${out}.reproducibility.json`, "utf8"));
    outputs.push([
      readFileSync(`${out}.variants.tsv.gz`).toString("base64"),
      readFileSync(`${out}.pairs.csv`, "utf8"),
      JSON.stringify({ ...report, startedAt: "", finishedAt: "" }),
    ]);
  }
  expect(outputs[1]).toEqual(outputs[0]);
});

test("a long reference block reaches into ranges far behind its start; other files are not read from their start", async () => {
  const meta = [
    '##ALT=<ID=NON_REF,Description="Any">',
    '##INFO=<ID=END,Number=1,Type=Integer,Description="End">',
    '##FORMAT=<ID=MIN_DP,Number=1,Type=Integer,Description="Depth">',
  ];
  const calls = Array.from({ length: 300 }, (_, place) => record(1000 * (place + 1), "A", "C", "0/1:20,20"));
  const block = "chr1 1 . A <NON_REF> . . END=900000 GT:DP:MIN_DP 0/0:30:25";
  const paths = writeFiles(temporaryFolder(), { "calls.vcf": vcf(calls, meta), "blocks.vcf": vcf([block], meta) });
  const runs = await Promise.all(paths.map((path) => openReplicate(path, undefined, `${path}.text`)));
  expect(runs.map(({ hasReferenceBlocks }) => hasReferenceBlocks)).toEqual([true, true]);
  const task: RangeTask = { contig: "chr1", from: 250_500, to: 260_500, regions: null };
  const result = mergeRange({ runs, columns: runs.map(() => createVcfColumns()), reference: null }, task, SETTINGS);
  const text = gunzipSync(Buffer.concat([...result.blocks, BGZF_EOF])).toString("utf8");
  expect(
    text
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t")[12]),
  ).toEqual(Array(10).fill("imputed"));
  // Lines of the calls are 38 bytes or more: 240 of them stand before the range and its margin.
  expect(result.runs[0].readFrom).toBeGreaterThan(240 * 38);
  for (const { file } of runs) file.close();
});
