import { createHash } from "node:crypto";
import { type JsonRecord, recordOf, textOf } from "./report-values.ts";

/** What is kept of how Nextflow describes an execution. The configuration may hold secrets: only its hash is kept. */
const KEPT = [
  "projectName",
  "repository",
  "revision",
  "commitId",
  "scriptName",
  "scriptFile",
  "scriptId",
  "manifest",
  "nextflow",
  "commandLine",
  "profile",
  "userName",
  "launchDir",
  "projectDir",
  "workDir",
  "outputDir",
  "container",
  "containerEngine",
  "resume",
  "stubRun",
  "failOnIgnore",
  "wave",
  "fusion",
  "operationId",
  "start",
  "complete",
  "duration",
  "success",
  "exitStatus",
  "errorMessage",
  "errorReport",
  "stats",
] as const;

/** The part of a description of an execution that is kept with its run. */
export function keptOfWorkflow(workflow: JsonRecord): JsonRecord {
  return Object.fromEntries(KEPT.flatMap((name) => (workflow[name] == null ? [] : [[name, workflow[name]]])));
}

/** SHA-256 of the configuration as Nextflow resolved it; null where it does not tell it. */
export function configHash({ configText }: JsonRecord): string | null {
  return typeof configText === "string" ? createHash("sha256").update(configText).digest("hex") : null;
}

/** How an execution ended. */
export interface Ending {
  readonly status: "succeeded" | "failed" | "cancelled";
  /** Why it failed; null otherwise. */
  readonly failure: string | null;
}

/** Nextflow was told to stop, by a person or by the machine. */
const SIGNAL = /^SIG(INT|TERM|HUP)$/;
const LONGEST_FAILURE = 10_000;

/** How an execution ended as Nextflow describes it. Without a word that it succeeded it did not. */
export function endingOf(workflow: JsonRecord): Ending {
  if (workflow.success === true) return { status: "succeeded", failure: null };
  const message = textOf(workflow.errorMessage, LONGEST_FAILURE) ?? textOf(workflow.errorReport, LONGEST_FAILURE);
  if (message !== null && SIGNAL.test(message)) return { status: "cancelled", failure: null };
  const { exitStatus } = workflow;
  const code = typeof exitStatus === "number" ? ` (exit code ${exitStatus})` : "";
  const without = workflow.success === false ? `Nextflow failed${code}` : "Nextflow did not say that it succeeded";
  return { status: "failed", failure: message ?? without };
}

/** Parameters of an execution; null where Nextflow does not tell them. */
export function parametersOf({ params }: JsonRecord): JsonRecord | null {
  return params === null || params === undefined || typeof params !== "object" ? null : recordOf(params);
}
