import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandText, nextflowCommand, putReportsAway } from "./nextflow-command.ts";
import { runFolder } from "./run-folder.ts";

const run = {
  files: runFolder("it's a run"),
  pipeline: "/pipelines/germline",
  profile: "local,test",
  workDir: "/work dir",
  outdir: "s3://bucket/run",
  session: "5e551071-0000-4000-8000-000000000000",
  nextflow: "/bin/echo",
  bin: "/cache/bin",
  isObserved: true,
};

test("parameters come by a file, reports by options, and no further file of settings", () => {
  const { args, env } = nextflowCommand(run);
  expect(args).not.toContain("-c");
  expect(args.join(" ")).toContain("-profile local,test -ansi-log false -work-dir /work dir -params-file");
  expect(args.join(" ")).toContain("-with-trace s3://bucket/run/pipeline_info/trace.tsv");
  expect(args.slice(-2)).toEqual(["-resume", run.session]);
  expect(env.PATH?.split(":")[0]).toBe("/cache/bin");
  expect(env.TOUCHSTONE_NEXTFLOW_EVENTS).toBe(run.files.events);
  expect(nextflowCommand({ ...run, isObserved: false }).env).not.toHaveProperty("TOUCHSTONE_NEXTFLOW_EVENTS");
});

test("the text for a shell starts the same words", () => {
  const command = nextflowCommand(run);
  const said = execFileSync("sh", ["-c", commandText(command)], { encoding: "utf8" });
  expect(said).toBe(`${command.args.join(" ")}\n`);
});

test("reports of an earlier run with the same results are kept", () => {
  const outdir = mkdtempSync(join(tmpdir(), "touchstone-outdir-"));
  putReportsAway(outdir, "first");
  expect(readdirSync(outdir)).toEqual([]);
  mkdirSync(join(outdir, "pipeline_info"));
  for (const name of ["trace.tsv", "versions.json"]) writeFileSync(join(outdir, "pipeline_info", name), "");
  putReportsAway(outdir, "second");
  expect(existsSync(join(outdir, "pipeline_info/before-second/trace.tsv"))).toBe(true);
  expect(readdirSync(join(outdir, "pipeline_info")).sort()).toEqual(["before-second", "versions.json"]);
});
