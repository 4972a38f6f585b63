import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findInstallation, type Installation } from "../src/install/installation.ts";

/** What is installed, or null; with CI=true something has to be. */
function installed(): Installation | null {
  try {
    return findInstallation();
  } catch (error) {
    if (process.env.CI === "true") throw error;
    console.warn("the installed programs are not tested: there are none (touchstone pipeline install)");
    return null;
  }
}

const installation = installed();
const program = (name: string) => join(installation?.bin ?? "", name);

const PIPELINE = `process SAY {
    script:
    "true"
}

workflow { SAY() }
`;

/** Runs a pipeline of one task, whose events go to a file. */
function runObserved(events: string) {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-observer-"));
  writeFileSync(join(folder, "main.nf"), PIPELINE);
  const env = { ...process.env, TOUCHSTONE_NEXTFLOW_EVENTS: events, A_PASSWORD: "hunter2" };
  return spawnSync(program("nextflow"), ["run", "main.nf"], { cwd: folder, encoding: "utf8", env });
}

describe.runIf(installation !== null)("what touchstone pipeline install installs", () => {
  test.each([
    ["gatk", /The Genome Analysis Toolkit \(GATK\) v4\.6\.2\.0/],
    ["multiqc", /version 1\.35/],
    ["vepyr", /0\.10\.0/],
  ])("%s starts, in its version", (name, version) => {
    expect(execFileSync(program(name), ["--version"], { encoding: "utf8" })).toMatch(version);
  });

  test("Nextflow tells of each event of a run with the fields of a trace, and never of the environment", () => {
    const file = join(mkdtempSync(join(tmpdir(), "touchstone-events-")), "events.jsonl");
    expect(runObserved(file).status).toBe(0);
    const text = readFileSync(file, "utf8");
    expect(text).not.toContain("hunter2");
    const events = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const kinds = events.map(({ event }) => event);
    for (const kind of ["created", "process", "begun", "submitted", "started", "completed"])
      expect(kinds).toContain(kind);
    expect(events.at(-1)).toMatchObject({ event: "ended", success: true });
    const completed = events.find(({ event }) => event === "completed").task;
    expect(completed).toMatchObject({ task_id: 1, process: "SAY", status: "COMPLETED", exit: 0, attempt: 1, cpus: 1 });
    for (const field of ["submit", "start", "complete", "realtime", "peak_rss", "%cpu", "workdir"]) {
      expect(completed).toHaveProperty([field]);
    }
  });

  test.each(["/dev/full", "/nowhere/events.jsonl"])("a run whose events cannot be written to %s goes on", (file) => {
    const { status, stderr } = runObserved(file);
    expect(stderr).toContain("Touchstone is told no more of what happens in this run");
    expect(status).toBe(0);
  });
});
