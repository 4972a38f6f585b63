import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { jarLockOf, readJarLock, requireLocked } from "./jar-lock.ts";
import { programsFile } from "./programs-folder.ts";

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-jars-"));
  lock = join(mkdtempSync(join(tmpdir(), "touchstone-lock-")), "jars.sha256");
  writeFileSync(join(folder, "a.jar"), "first");
  writeFileSync(join(folder, "b.jar"), "second");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a lock is what sha256sum writes, and holds for the folder it was made of", async () => {
  const sums = execFileSync("sha256sum", ["a.jar", "b.jar"], { cwd: folder, encoding: "utf8" });
  expect(await jarLockOf(folder)).toBe(sums);
  writeFileSync(lock, sums);
  await requireLocked(folder, readJarLock(lock));
});

test("a file with another content, one too many and one too few are refused by name", async () => {
  writeFileSync(lock, await jarLockOf(folder));
  const locked = readJarLock(lock);
  writeFileSync(join(folder, "b.jar"), "second, altered");
  await expect(requireLocked(folder, locked)).rejects.toMatchObject({
    code: "TS_PIPELINE_PROGRAM_ALTERED",
    message: expect.stringContaining("b.jar has the SHA-256"),
    details: { file: join(folder, "b.jar") },
  });
  writeFileSync(join(folder, "b.jar"), "second");
  writeFileSync(join(folder, "c.jar"), "");
  await expect(requireLocked(folder, locked)).rejects.toThrow("c.jar is not among");
  rmSync(join(folder, "c.jar"));
  rmSync(join(folder, "a.jar"));
  await expect(requireLocked(folder, locked)).rejects.toThrow("a.jar is missing");
});

test("a line of a lock that is none is refused by its number", () => {
  writeFileSync(lock, `${"0".repeat(64)}  a.jar\nnothing\n`);
  expect(() => readJarLock(lock)).toThrow(`${lock}:2:`);
});

test("Nextflow and GATK are pinned, each jar once", () => {
  expect([...readJarLock(programsFile("nextflow/jars.sha256")).keys()]).toEqual(["nextflow-25.04.4-one.jar"]);
  expect(readJarLock(programsFile("gatk/jars.sha256")).has("gatk-4.6.2.0.jar")).toBe(true);
});
