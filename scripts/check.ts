// All that has to hold before a change is merged: `check.ts`; in minutes what most mistakes break: `check.ts fast`; what
// starts Nextflow: `check.ts pipelines`. Every step runs, also after one has failed; the last line counts tests and steps
// together, and the exit code is 1 unless nothing failed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { addCounts, type Counts, countTests } from "./check/counts.ts";
import { providePipelinePrograms } from "./check/pipeline-programs.ts";
import { provideTestPrograms } from "./check/programs.ts";

const ROOT = resolve(import.meta.dirname, "..");
const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

/** Runs a program of node_modules/.bin with the terminal as its output; returns its exit code, 1 when it has none. */
function runProgram(name: string, ...argv: string[]): number {
  const { status, error } = spawnSync(join(ROOT, "node_modules/.bin", name), argv, { cwd: ROOT, stdio: "inherit" });
  if (error !== undefined) {
    console.error(`${name}: ${error.message}`);
  }
  return status ?? 1;
}

function step(title: string, holds: () => boolean): Counts {
  console.log(`\n== ${title}`);
  const passed = holds();
  if (!passed) {
    console.log(`FAILED: ${title}`);
  }
  return passed ? PASSED : FAILED;
}

/** Tests of one part, as vitest.config.ts divides them. */
function runTests(part: string): Counts {
  console.log(`\n== tests: ${part}`);
  const folder = mkdtempSync(join(tmpdir(), "touchstone-check-"));
  const reportPath = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportPath}`];
    const exitCode = runProgram("vitest", "run", "--project", part, ...reporters);
    const report = existsSync(reportPath) ? JSON.parse(readFileSync(reportPath, "utf8")) : null;
    return countTests(report, exitCode);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const code = (): Counts[] => [
  step("programs that tests need", provideTestPrograms),
  step("lint and format", () => runProgram("biome", "check", ".") === 0),
  step("build and types", () => runProgram("tsc", "-b") === 0),
  step("types of tests and scripts", () => runProgram("tsc", "-p", "tsconfig.tests.json") === 0),
  step("dead code", () => runProgram("knip") === 0),
  runTests("fast"),
];
const pipelines = (): Counts[] => [step("programs of the pipelines", providePipelinePrograms), runTests("pipelines")];
const parts: Readonly<Record<string, () => Counts[]>> = {
  all: () => [...code(), runTests("system"), ...pipelines()],
  fast: code,
  pipelines,
};

const [asked = "all"] = process.argv.slice(2);
const part = parts[asked];
if (part === undefined) {
  console.error(`check.ts ${asked}: give one of ${Object.keys(parts).join(", ")}, or nothing`);
  process.exit(2);
}
const total = part().reduce(addCounts);

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
