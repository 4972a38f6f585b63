import { execFile } from "node:child_process";
import { RunnerError } from "../error.ts";

/** How a program is run. */
export interface ProgramOptions {
  readonly signal?: AbortSignal;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

const MOST_OUTPUT = 64 * 1024 * 1024;
/** Last lines of what a program said that are worth showing. */
const SHOWN_LINES = 15;

/**
 * Runs a program to its end.
 *
 * @returns what it wrote to standard output.
 * @throws RunnerError TS_PIPELINE_INSTALL_FAILED with its last lines when it cannot be started or does not end with 0.
 */
export function runProgram(program: string, args: readonly string[], options: ProgramOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: MOST_OUTPUT, ...options }, (error, stdout, stderr) => {
      if (error === null) {
        resolve(stdout);
        return;
      }
      const said = `${stdout}\n${stderr}`.trim().split("\n").slice(-SHOWN_LINES).join("\n");
      const how = typeof error.code === "number" ? `ended with exit code ${error.code}` : error.message;
      const message = `${program} ${args.join(" ")} ${how}${said === "" ? "" : `:\n${said}`}`;
      reject(new RunnerError("TS_PIPELINE_INSTALL_FAILED", message, {}, error));
    });
  });
}
