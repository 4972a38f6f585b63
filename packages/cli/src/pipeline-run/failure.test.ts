import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { failureText } from "./failure.ts";
import { runFolder } from "./run-folder.ts";

const work = mkdtempSync(join(tmpdir(), "touchstone-work-"));
writeFileSync(join(work, ".command.err"), `${Array.from({ length: 30 }, (_, index) => `line ${index}`).join("\n")}\n`);

test("a task is told with exit code, attempt, its last lines and its folder", () => {
  const task = { name: "CALL (S1)", process: "CALL", exit: 3, attempt: 2, workdir: work };
  const lines = failureText(task, "what Nextflow says", runFolder("none")).split("\n");
  expect(lines[0]).toBe("CALL (S1) ended with exit code 3 at attempt 2");
  expect(lines.slice(1, -1)).toEqual(Array.from({ length: 20 }, (_, index) => `line ${index + 10}`));
  expect(lines.at(-1)).toBe(`work folder: ${work}`);
});

test("a task that was taken away has no exit code, whatever Nextflow writes in its place", () => {
  const text = failureText({ process: "CALL", exit: 2 ** 31 - 1, workdir: "/nowhere" }, "killed", runFolder("none"));
  expect(text).toBe("CALL ended without an exit code\nkilled\nwork folder: /nowhere");
});

test("without a task it is what Nextflow said, and no more than the records take", () => {
  expect(failureText(null, "x".repeat(20_000), runFolder("none")).length).toBeLessThan(10_000);
  expect(failureText(null, null, runFolder("none"))).toContain("nextflow.log");
});
