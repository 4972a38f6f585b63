import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type GeneratedReplicates, generateReplicates } from "@touchstone/test-support";
import { best, type Measurement, measure } from "./measure.ts";
import { ratio, row, tableHead } from "./table.ts";

const RUNS = 3;
const program = resolve(import.meta.dirname, "../../node_modules/.bin/touchstone");
/** What has to be met on two cores. */
const LARGEST_WALL_SECONDS = 40;
const LARGEST_MEGABYTES = 1000;

/** The peer only merges: no statistics, no table by run. Its index is needed, and counted. */
const merge = `set -e
for run in "$2" "$3" "$4"; do bcftools index -f --threads 1 "$run"; done
bcftools merge --threads 1 --force-samples -Ob -o "$1/merged.bcf" "$2" "$3" "$4"
`;
const query = `set -e
bcftools query -f '%CHROM\\t%POS\\t%REF\\t%ALT[\\t%AD]\\n' "$1/merged.bcf" > "$1/merged.tsv"
`;

const { values } = parseArgs({
  options: {
    folder: { type: "string" },
    variants: { type: "string", default: "5000000" },
    rounds: { type: "string", default: "2" },
    peer: { type: "boolean", default: false },
  },
});
if (values.folder === undefined) throw new Error("--folder FOLDER is needed: 1.5 GB for 3 x 5M records");
const variants = Number(values.variants);
const folder = resolve(values.folder, `replicates-${variants}`);
const generated = replicates();
const output = join(folder, "out");

const ours: Measurement[] = [];
for (let round = 0; round < Number(values.rounds); round++) ours.push(runTouchstone());
checkCounts();
console.log(`${RUNS} x ${generated.records.join(", ")} records`);
console.log(tableHead);
const touchstone = best(ours);
console.log(row("touchstone reproducibility", touchstone));
if (values.peer) {
  const merged = measure("sh", ["-c", merge, "sh", folder, ...generated.replicates]);
  const queried = measure("sh", ["-c", query, "sh", folder]);
  console.log(row("bcftools index + merge", merged));
  console.log(row("bcftools query", queried));
  const cpuSeconds = merged.cpuSeconds + queried.cpuSeconds;
  const wallSeconds = merged.wallSeconds + queried.wallSeconds;
  console.log(
    `bcftools takes ${ratio(cpuSeconds, touchstone.cpuSeconds)} the CPU time, ${ratio(wallSeconds, touchstone.wallSeconds)} the wall time`,
  );
}
const isMet = touchstone.wallSeconds < LARGEST_WALL_SECONDS && touchstone.peakMegabytes < LARGEST_MEGABYTES;
if (!isMet) process.exitCode = 1;

/** Generated once a folder; the list of files is written last, so with it they are complete. */
function replicates(): GeneratedReplicates {
  const list = join(folder, "generated.json");
  if (!existsSync(list)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(list, JSON.stringify(generateReplicates({ folder, seed: 45, runs: RUNS, variants, contigs: 24 })));
  }
  return JSON.parse(readFileSync(list, "utf8"));
}

function runTouchstone(): Measurement {
  const inputs = generated.replicates.flatMap((path) => ["--replicate", path]);
  return measure(program, ["reproducibility", "--threads", "2", ...inputs, "--out", join(output, "P")]);
}

/** Every record must be a call of its run, and every variant of some run a row. */
function checkCounts(): void {
  const report = JSON.parse(readFileSync(join(output, "P.reproducibility.json"), "utf8"));
  const { calls, variants: found } = report.strata[0];
  generated.records.forEach((records, run) => {
    const { called, lowDepth } = calls.runs[run];
    if (called + lowDepth !== records)
      throw new Error(`run ${run + 1}: ${called + lowDepth} calls of ${records} records`);
  });
  const inAny = calls.calledIn.reduce((sum: number, count: number) => sum + count, 0);
  if (found !== inAny || found > variants) throw new Error(`${found} variants, ${inAny} by runs, of ${variants}`);
}
