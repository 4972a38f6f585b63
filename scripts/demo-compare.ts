// Generates a small truth/query pair with known differences, compares it, and says where to look.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { generateDemoPair } from "@touchstone/test-support";

const ROOT = resolve(import.meta.dirname, "..");
const FOLDER = join(ROOT, "out/demo");
const PREFIX = join(FOLDER, "comparison");

/** Sum of one column of P.summary.csv over SNPs and INDELs, all records. */
function sumOfColumn(name: string): number {
  const [header = [], ...rows] = readFileSync(`${PREFIX}.summary.csv`, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const filter = header.indexOf("Filter");
  const column = header.indexOf(name);
  return rows.filter((row) => row[filter] === "ALL").reduce((sum, row) => sum + Number(row[column]), 0);
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const pair = generateDemoPair(join(FOLDER, "input"));

const inputs = ["--truth", pair.truth, "--query", pair.query, "--reference", pair.reference];
const argv = [
  "compare",
  ...inputs.map((word) => relativeIfPath(word)),
  "--all-records",
  "--out",
  relative(ROOT, PREFIX),
];
console.log(`$ npx touchstone ${argv.join(" ")}\n`);
const { status } = spawnSync(process.execPath, [join(ROOT, "packages/cli/bin/touchstone.js"), ...argv], {
  cwd: ROOT,
  stdio: "inherit",
});

if (status === 0) {
  explain();
} else {
  process.exitCode = status ?? 1;
}

function relativeIfPath(word: string): string {
  return word.startsWith("--") ? word : relative(ROOT, word);
}

function explain(): void {
  const generated = { FN: pair.oracle.count("exp.FN"), FP: pair.oracle.count("exp.FP") };
  const found = { FN: sumOfColumn("TRUTH.FN"), FP: sumOfColumn("QUERY.FP") };
  const agree = generated.FN === found.FN && generated.FP === found.FP;
  console.log(`
The query was generated with ${generated.FN} truth records missing or wrong (FN) and ${generated.FP} wrong calls (FP);
the comparison found ${found.FN} and ${found.FP}${agree ? "" : ": THEY DIFFER"}. Many more records are written differently in the two
files (shifted indels, split MNPs) and are rightly counted as found.

Open next:
  out/demo/comparison.summary.csv    the table above, in hap.py's columns
  out/demo/comparison.metrics.json   every count, with intervals
  out/demo/comparison.vcf.gz         every record with its verdict; the wrong ones:
                                     zcat out/demo/comparison.vcf.gz | grep -E ':(FN|FP):' | head
  out/demo/input/oracle.tsv          what was generated`);
  process.exitCode = agree ? 0 : 1;
}
