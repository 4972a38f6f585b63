import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";

const SOURCE = join(import.meta.dirname, "../src");

/** Runs the program in a shell, so that its stdout can be redirected; `"$@"` stands for the program. */
function shell(script: string, ...argv: string[]) {
  const program = [process.execPath, "--conditions=@touchstone/source", join(SOURCE, "main.ts"), ...argv];
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script, "bash", ...program], { encoding: "utf8" });
  return { status, stdout, stderr };
}

describe.skipIf(!existsSync("/dev/full"))("a full disk (/dev/full)", () => {
  test("behind stdout is an unwritable output", () => {
    const { status, stderr } = shell('"$@" > /dev/full', "--help");
    expect(status).toBe(73);
    expect(stderr).toMatch(/^touchstone: error TS_OUTPUT_UNWRITABLE: stdout: .*ENOSPC/);
    expect(stderr).not.toContain("    at ");
  });
});

test("a reader that has seen enough is no error", () => {
  expect(shell('set -o pipefail; "$@" | true', "--help")).toEqual({ status: 0, stdout: "", stderr: "" });
});

test("an error that nobody catches exits 70 without a stack trace", () => {
  const module = JSON.stringify(pathToFileURL(join(SOURCE, "process-errors.ts")).href);
  const script = `
    import { reportProcessErrors } from ${module};
    reportProcessErrors(process, false);
    setTimeout(() => { throw new RangeError("far out"); });
    setTimeout(() => console.log("still here"), 100);
  `;
  const argv = ["--conditions=@touchstone/source", "--input-type=module", "--eval", script];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: "utf8" });
  expect(status).toBe(70);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^touchstone: error TS_INTERNAL: RangeError: far out\n {2}.*\n$/);
});
