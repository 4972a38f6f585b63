import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { findInstallation, programPath, RunnerError } from "@touchstone/runner";

const COMMAND_LINE = resolve(import.meta.dirname, "../../../packages/cli/src/main.ts");

let path: string | null = null;

/**
 * The environment in which tasks run: on its PATH what `touchstone pipeline install` has installed, `touchstone` from
 * source, and then the programs of the machine.
 */
export function pipelineEnvironment(): NodeJS.ProcessEnv {
  path ??= [...installedFolder(), touchstoneFolder(), process.env.PATH ?? ""].join(delimiter);
  return { ...process.env, PATH: path };
}

/**
 * Those of the programs that are not there, for `describe.skipIf`. With CI=true it throws instead, so that an incomplete
 * machine fails rather than skips.
 */
export function missingPipelinePrograms(names: readonly string[]): string[] {
  const missing = names.filter((name) => programPath(name, pipelineEnvironment().PATH) === null);
  if (missing.length > 0 && process.env.CI === "true") {
    throw new Error(
      `not installed: ${missing.join(", ")}; "npm run check:pipelines" as root installs what the tests need`,
    );
  }
  return missing;
}

function installedFolder(): string[] {
  try {
    return [findInstallation().bin];
  } catch (error) {
    if (error instanceof RunnerError && error.code === "TS_PIPELINE_NOT_INSTALLED") return [];
    throw error;
  }
}

function touchstoneFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-bin-"));
  const program = join(folder, "touchstone");
  writeFileSync(
    program,
    `#!/bin/sh\nexec '${process.execPath}' --conditions=@touchstone/source '${COMMAND_LINE}' "$@"\n`,
  );
  chmodSync(program, 0o755);
  return folder;
}
