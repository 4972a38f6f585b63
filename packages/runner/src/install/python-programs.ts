import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { RunnerError } from "../error.ts";
import { programsFile } from "./programs-folder.ts";
import { runProgram } from "./run-program.ts";

/** What makes one Python another than the next, for environments made with it; fails where one cannot be made. */
const IDENTITY = "import ensurepip, sys, venv; assert sys.version_info >= (3, 11); print(sys.executable, sys.version)";

/** @throws RunnerError TS_PIPELINE_PROGRAM_MISSING without Python 3.11 or later, or without its module venv. */
export function pythonIdentity(): string {
  const { status, stdout } = spawnSync("python3", ["-c", IDENTITY], { encoding: "utf8" });
  if (status === 0) return stdout;
  const message = "Python 3.11 or later with venv is needed: sudo apt-get install python3-venv";
  throw new RunnerError("TS_PIPELINE_PROGRAM_MISSING", message);
}

/**
 * Makes a Python environment with MultiQC and vepyr, every package checked by its hash. It may be renamed: only its
 * `bin/python` is run.
 *
 * @throws RunnerError TS_PIPELINE_INSTALL_FAILED with what pip said.
 */
export async function makePythonEnvironment(folder: string, signal?: AbortSignal): Promise<void> {
  const options = signal === undefined ? {} : { signal };
  await runProgram("python3", ["-m", "venv", folder], options);
  const install = ["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"];
  const requirements = programsFile("python/requirements.txt");
  await runProgram(join(folder, "bin/python"), [...install, "--requirement", requirements], options);
}
