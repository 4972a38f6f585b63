import { join } from "node:path";
import { expect, test } from "vitest";
import { compareTable } from "../src/compare-table.ts";
import { formatReproducibility } from "../src/report/summary-text.ts";
import { compareTexts, record, temporaryFolder, vcf, writeFiles } from "./replicate-files.ts";

/** The line that starts with a name, from a heading on. */
function lineOf(text: string, heading: string, name: string): string[] {
  const lines = text.slice(text.indexOf(heading)).split("\n");
  const line = lines.find((candidate) => candidate.startsWith(`  ${name}  `)) ?? "";
  return line.trim().split(/ {2,}/);
}

test("variants: within SD before ICC, which has the n of both ways, in lines of 100 characters", async () => {
  const positions = [100, 200, 300, 400];
  const run = (samples: readonly string[]) =>
    vcf(samples.flatMap((sample, i) => (sample === "" ? [] : [record(positions[i], "A", "C", sample)])));
  const { report } = await compareTexts([
    run(["0/1:20,20", "0/1:30,10", "0/1:10,30", "0/1:20,20"]),
    run(["0/1:18,22", "0/1:28,12", "0/1:12,28", "0/1:20,20"]),
    run(["0/1:22,18", "0/1:32,8", "0/1:11,29", ""]),
  ]);
  const text = formatReproducibility(report);
  for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  expect(text.indexOf("within SD")).toBeLessThan(text.indexOf("ICC"));
  const [, complete, , , , all, reml] = lineOf(text, "ICC of complete variants", "het");
  expect([complete, all]).toEqual(["3", "4"]);
  expect(reml).toBe(report.strata[0].iccReml.agreement.value?.toFixed(4));
  expect(lineOf(text, "Calls", "run3").slice(0, 2)).toEqual(["run3", "3"]);
  expect(text).toContain("called in how many of 3 runs: 3 in 3, 1 in 2, 0 in 1, 0 in 0; of 4");
});

test("a table speaks of analytes and values, and never writes a negative zero", async () => {
  const [table] = writeFiles(temporaryFolder(), { "levels.csv": "analyte,run,value\n" });
  const values = { a: [0.5, 0.50001], b: [0.7, 0.7], c: [0.1] };
  const measurements = Object.entries(values).flatMap(([analyte, numbers]) =>
    numbers.map((value, run) => ({ line: 2, analyte, run: `r${run + 1}`, value, depth: null, stratum: null })),
  );
  const settings = { minimumDepth: 10, leastCvMean: 0.05, samplePoints: 10, seed: 1, compressionLevel: 1 };
  const out = join(temporaryFolder(), "P");
  const { report } = await compareTable({ ...settings, table, out, measurements, columns: {} });
  const text = formatReproducibility(report);
  expect(text).not.toContain("variant");
  expect(text).not.toContain("call");
  expect(report.strata[0].pairs[0].agreement.bias).toBeLessThan(0);
  expect(text).not.toMatch(/-0\.0000\b/);
  expect(lineOf(text, "Values", "r2")).toEqual(["r2", "2", "0", "1", "66.67"]);
  expect(text).toContain("measured in how many of 2 runs: 2 in 2, 1 in 1, 0 in 0; of 3");
  expect(text).toContain("r1  3 values");
});
