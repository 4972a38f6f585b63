import { describe, expect, test } from "vitest";
import { pipelineOfWorkflow, withCommit } from "./pipeline-of-workflow.ts";
import { configHash, endingOf, keptOfWorkflow, parametersOf } from "./workflow.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const sarek = { projectName: "nf-core/sarek", repository: "https://github.com/nf-core/sarek", commitId: COMMIT };

describe("the pipeline's version of an execution", () => {
  test.each([
    ["a release", { ...sarek, revision: "3.10.0" }, "3.10.0"],
    ["a release with a prefix", { ...sarek, revision: "v1.2-rc.1" }, "v1.2-rc.1"],
    ["a branch, which goes on", { ...sarek, revision: "dev" }, "dev@0123456789"],
    ["a branch that is named by a number", { ...sarek, revision: "7" }, "7@0123456789"],
    ["what a manifest calls a release", { ...sarek, manifest: { version: "3.10.0" } }, "3.10.0@0123456789"],
    ["a commit alone", sarek, "0123456789"],
  ])("%s", (_, workflow, version) => {
    expect(pipelineOfWorkflow(workflow)).toEqual({ pipeline: "nf-core/sarek", version, revision: COMMIT });
  });

  test("of a script outside a repository: its manifest, or its hash", () => {
    const script = { projectName: "main.nf", repository: null, scriptId: "37343fb163f0f3fe" };
    expect(pipelineOfWorkflow(script)).toEqual({ pipeline: "main.nf", version: "script 37343fb163" });
    const manifest = { name: "lab/example", version: "1.2.0" };
    expect(pipelineOfWorkflow({ ...script, manifest })).toEqual({ pipeline: "lab/example", version: "1.2.0" });
  });

  test("of a fork is not that of what it was forked from", () => {
    const fork = { ...sarek, projectName: "acme/sarek", revision: "3.10.0", manifest: { name: "nf-core/sarek" } };
    expect(pipelineOfWorkflow(fork)?.pipeline).toBe("acme/sarek");
  });

  test("is not guessed", () => {
    for (const workflow of [{}, { projectName: "x" }, { scriptId: "y" }, { projectName: 5, commitId: "abc" }]) {
      expect(pipelineOfWorkflow(workflow)).toBeNull();
    }
  });

  test("is told apart by its commit when the release's name was moved", () => {
    const moved = { pipeline: "nf-core/sarek", version: "3.10.0", revision: COMMIT };
    expect(withCommit(moved)).toEqual({ ...moved, version: "3.10.0@0123456789" });
  });
});

test.each([
  [{ success: true }, "succeeded", null],
  [{ success: false, errorMessage: "SIGINT" }, "cancelled", null],
  [{ success: false, errorMessage: "SIGTERM" }, "cancelled", null],
  [{ success: false, errorMessage: "SIGSEGV" }, "failed", "SIGSEGV"],
  [{ success: false, errorMessage: " no reference\n", exitStatus: 5 }, "failed", "no reference"],
  [{ success: false, errorMessage: "-".repeat(20_000) }, "failed", "-".repeat(10_000)],
  [{ success: false, exitStatus: 137 }, "failed", "Nextflow failed (exit code 137)"],
  [{ success: false, errorReport: "lost" }, "failed", "lost"],
  [{ success: "yes" }, "failed", "Nextflow did not say that it succeeded"],
  [{}, "failed", "Nextflow did not say that it succeeded"],
])("%j: %s", (workflow, status, failure) => {
  expect(endingOf(workflow)).toEqual({ status, failure });
});

test("of the configuration only the hash is kept, of the parameters nothing twice", () => {
  const workflow = {
    configText: "aws { secretKey = 'x' }",
    params: { depth: 30 },
    scriptName: "main.nf",
    resume: null,
  };
  expect(keptOfWorkflow(workflow)).toEqual({ scriptName: "main.nf" });
  expect(configHash({ configText: "abc" })).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect([configHash({}), configHash({ configText: 5 })]).toEqual([null, null]);
  expect(parametersOf(workflow)).toEqual({ depth: 30 });
  expect([parametersOf({}), parametersOf({ params: "x" })]).toEqual([null, null]);
});
