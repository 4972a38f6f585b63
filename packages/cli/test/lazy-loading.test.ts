import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateDemoPair } from "@touchstone/test-support";
import { expect, test } from "vitest";

const MAIN = join(import.meta.dirname, "../src/main.ts");
const RECORDER = pathToFileURL(join(import.meta.dirname, "record-loaded-modules.js")).href;

/** URLs of all modules that a command line loads, Node's own left out. */
function loadedModules(...argv: string[]): string[] {
  return loadedWith("Usage:", ...argv);
}

/** The same of one that prints this. */
function loadedWith(printed: string, ...argv: string[]): string[] {
  const node = ["--conditions=@touchstone/source", "--import", RECORDER, MAIN, ...argv];
  const { stdout, stderr } = spawnSync(process.execPath, node, { encoding: "utf8" });
  expect(stdout).toContain(printed);
  return stderr.split("\n").filter((line) => line.startsWith("file:"));
}

test("the general help loads no command, no engine, no store, no schemas and no logger", () => {
  const loaded = loadedModules("--help");
  expect(loaded.filter((url) => url.endsWith("/cli/src/program.ts"))).toHaveLength(1);
  const unwanted =
    /commands\/(?!index\.)|packages\/(concordance|formats|store)\/|typebox|model\/src\/(?!errors\.)|pino/;
  expect(loaded.filter((url) => unwanted.test(url))).toEqual([]);
});

test("the help of compare loads that command, and still no engine and no store", () => {
  const loaded = loadedModules("compare", "--help");
  expect(loaded.filter((url) => url.endsWith("/commands/compare.ts"))).toHaveLength(1);
  expect(loaded.filter((url) => /packages\/(concordance|formats|store)\/|typebox|pino/.test(url))).toEqual([]);
  // Recording and reports are for those who ask for them.
  expect(
    loaded.filter((url) => /packages\/(client|ingest|server|charts|report)\/|cli\/src\/(server|report)\//.test(url)),
  ).toEqual([]);
  expect(loaded.filter((url) => /cli\/src\/record\/(?!run-options\.)/.test(url))).toEqual([]);
});

test("the help of db loads no store and no driver of a database", () => {
  const loaded = loadedModules("db", "backup", "--help");
  expect(loaded.filter((url) => url.endsWith("/commands/db-backup.ts"))).toHaveLength(1);
  expect(loaded.filter((url) => /packages\/store\/|kysely|pglite|\/pg\//.test(url))).toEqual([]);
});

test("a comparison loads charts and reports only with --html", () => {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-loading-"));
  try {
    const { truth, query, reference } = generateDemoPair(join(folder, "pair"));
    const files = ["--truth", truth, "--query", query, "--reference", reference, "--threads", "1"];
    const argv = ["compare", ...files, "--out", join(folder, "P")];
    const drawing = (...more: string[]) =>
      loadedWith("Benchmarking summary", ...argv, ...more).filter((url) =>
        /packages\/(charts|report|ingest)\//.test(url),
      );
    expect(drawing()).toEqual([]);
    expect(drawing("--html")).not.toEqual([]);
    expect(drawing("--multiqc").filter((url) => /packages\/charts\//.test(url))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
