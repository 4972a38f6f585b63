import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pythonEnvironment } from "@touchstone/test-support";
import { configurationOf, type SchemathesisOptions } from "./configuration.ts";

const REQUIREMENTS = join(import.meta.dirname, "requirements.txt");

/** What Schemathesis found. */
export interface SchemathesisReport {
  readonly complete: boolean;
  readonly operations: { readonly total: number; readonly selected: number; readonly tested: number };
  readonly test_cases: { readonly generated: number };
  readonly failures: readonly { readonly title: string; readonly operations: readonly string[] }[];
  readonly errors: readonly { readonly title: string; readonly count: number }[];
  /** What it printed, for people. */
  readonly text: string;
}

/**
 * Runs Schemathesis against a server.
 *
 * @param origin where the server is.
 * @param document its OpenAPI document.
 */
export async function runSchemathesis(
  origin: string,
  document: object,
  options: SchemathesisOptions,
): Promise<SchemathesisReport> {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-schemathesis-"));
  try {
    writeFileSync(join(folder, "schemathesis.toml"), configurationOf(options));
    writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
    const run = ["-m", "schemathesis.cli", "--config-file", "schemathesis.toml", "run", "openapi.json"];
    const more = ["--url", origin, "--no-color", "--report-json-path", "report.json"];
    const ran = spawn(pythonEnvironment(REQUIREMENTS), [...run, ...more], { cwd: folder });
    let text = "";
    for (const stream of [ran.stdout, ran.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
    }
    await once(ran, "close");
    return { ...readReport(join(folder, "report.json"), text), text };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readReport(path: string, text: string): Omit<SchemathesisReport, "text"> {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new Error(`Schemathesis wrote no report: ${text}`, { cause });
  }
}
