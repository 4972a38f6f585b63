/**
 * Reading, inflating and classifying a BGZF VCF, beside `bcftools stats` on the same file in the same run.
 *
 *     node bench/src/vcf-scan.ts [records]
 *
 * Needs the built packages (`npm run build`), which are what users run. The file is generated (1,000,000 records unless
 * told), and one of three times as many for the memory. Counts are compared before anything is timed; CPU seconds,
 * start-up of Node included, are the best of five each. Both are timed twice: without genotypes (`bcftools stats`,
 * `sample: null`) and with those of the sample (`bcftools stats -s -`, what `vcfStats` does unless told).
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { VcfStats } from "@touchstone/formats";
import { requireTool } from "@touchstone/test-support";
import { best, type Measurement, measure } from "./measure.ts";
import { ratio, row, tableHead } from "./table.ts";
import { writeWgsVcf } from "./wgs-vcf.ts";

const ROUNDS = 5;
const SMALLEST_RATIO = 3;
const records = Number(process.argv[2] ?? 1_000_000);
const bcftools = requireTool("bcftools");
const counter = join(import.meta.dirname, "count-variants.mjs");

const folder = mkdtempSync(join(tmpdir(), "touchstone-bench-"));
try {
  await run();
} finally {
  rmSync(folder, { recursive: true });
}

async function run(): Promise<void> {
  const path = join(folder, "wgs.vcf.gz");
  await writeWgsVcf(path, records);
  console.log(`${records} records, ${(statSync(path).size / 1e6).toFixed(1)} MB, Node ${process.version}`);
  checkCounts(path);

  const ours: Measurement[] = [];
  const theirs: Measurement[] = [];
  const oursWithGenotypes: Measurement[] = [];
  const theirsWithGenotypes: Measurement[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(measure(process.execPath, [counter, path, "--no-genotypes"]));
    theirs.push(measure(bcftools, ["stats", path]));
    oursWithGenotypes.push(measure(process.execPath, [counter, path]));
    theirsWithGenotypes.push(measure(bcftools, ["stats", "-s", "-", path]));
  }
  const [plain, plainPeer, full, fullPeer] = [ours, theirs, oursWithGenotypes, theirsWithGenotypes].map(best);
  console.log(tableHead);
  console.log(row("vcfStats, no genotypes", plain));
  console.log(row("bcftools stats", plainPeer));
  console.log(row("vcfStats", full));
  console.log(row("bcftools stats -s -", fullPeer));
  const without = ratio(plainPeer.cpuSeconds, plain.cpuSeconds);
  const withThem = ratio(fullPeer.cpuSeconds, full.cpuSeconds);
  console.log(`CPU: bcftools takes ${without} the time without genotypes, ${withThem} with them`);

  const larger = join(folder, "larger.vcf.gz");
  await writeWgsVcf(larger, 3 * records);
  const [plainLarger, peerLarger] = [
    [process.execPath, counter, larger, "--no-genotypes"],
    [bcftools, "stats", larger],
  ]
    .map(([command, ...rest]) => Array.from({ length: ROUNDS }, () => measure(command, rest)))
    .map(best);
  console.log(row(`vcfStats, no genotypes, ${3 * records} records`, plainLarger));
  console.log(row(`bcftools stats, ${3 * records} records`, peerLarger));
  const beyond = ratio(peerLarger.cpuSeconds - plainPeer.cpuSeconds, plainLarger.cpuSeconds - plain.cpuSeconds);
  console.log(`CPU of the records beyond the first ${records}, which starts no program: ${beyond}`);
  if (plainPeer.cpuSeconds < SMALLEST_RATIO * plain.cpuSeconds) process.exitCode = 1;
}

/** @throws Error unless every count of `vcfStats` is that of `bcftools stats`. */
function checkCounts(path: string): void {
  const stats = countsOf(path);
  const rows = execFileSync(bcftools, ["stats", "-s", "-", path], { encoding: "utf8", maxBuffer: 1 << 26 })
    .split("\n")
    .map((line) => line.split("\t"));
  const summary = (key: string) => rows.find((cells) => cells[0] === "SN" && cells[2] === `number of ${key}:`)?.[3];
  const substitutions = rows.find((cells) => cells[0] === "TSTV");
  const pairs: [name: string, ours: number | undefined, theirs: string | undefined][] = [
    ["records", stats.records, String(records)],
    ["records", stats.records, summary("records")],
    ["SNPs", stats.snps, summary("SNPs")],
    ["MNPs", stats.mnps, summary("MNPs")],
    ["indels", stats.indels, summary("indels")],
    ["others", stats.others, summary("others")],
    ["multiallelic", stats.multiallelics, summary("multiallelic sites")],
    ["multiallelic SNPs", stats.multiallelicSnps, summary("multiallelic SNP sites")],
    ["transitions", stats.transitions, substitutions?.[2]],
    ["transversions", stats.transversions, substitutions?.[3]],
  ];
  for (const [name, count, expected] of pairs) {
    if (count !== Number(expected)) throw new Error(`${name}: ${count}, where bcftools counts ${expected}`);
  }
  checkGenotypes(stats, path);
  const { genotypes: _, ...counts } = stats;
  const { genotypes, ...withoutGenotypes } = countsOf(path, "--no-genotypes");
  if (genotypes !== null) throw new Error("genotypes were counted against the wish");
  if (JSON.stringify(withoutGenotypes) !== JSON.stringify(counts))
    throw new Error("the counts differ without genotypes");
}

function countsOf(path: string, ...flags: string[]): VcfStats {
  return JSON.parse(execFileSync(process.execPath, [counter, path, ...flags], { encoding: "utf8" }));
}

/** `bcftools stats` counts genotypes of some classes only, so they are counted from `bcftools query`. */
function checkGenotypes({ genotypes }: VcfStats, path: string): void {
  const lines = execFileSync(bcftools, ["query", "-f", "[%GT\\n]", path], { encoding: "utf8", maxBuffer: 1 << 30 });
  const expected = { homRef: 0, het: 0, homAlt: 0, missing: 0 };
  const classes = { "0/1": "het", "1/2": "het", "1/1": "homAlt", "./.": "missing" } as const;
  for (const genotype of lines.trimEnd().split("\n")) expected[classes[genotype as keyof typeof classes]]++;
  if (JSON.stringify(genotypes) !== JSON.stringify(expected)) {
    throw new Error(`genotypes: ${JSON.stringify(genotypes)}, where bcftools has ${JSON.stringify(expected)}`);
  }
}
