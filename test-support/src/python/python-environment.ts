import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** What makes one Python another than the next, for environments made with it; fails where one cannot be made. */
const IDENTITY = "import ensurepip, sys, venv; assert sys.version_info >= (3, 11); print(sys.executable, sys.version)";

/**
 * Whether tests with Python programs can run: Python 3.11 or later with venv. With CI=true it throws instead of returning
 * false.
 */
export function pythonAvailable(): boolean {
  const available = pythonIdentity() !== null;
  if (!available && process.env.CI === "true") {
    throw new Error('python3 with venv is not installed; "npm run check" as root installs what the tests need');
  }
  return available;
}

function pythonIdentity(): string | null {
  const { status, stdout } = spawnSync("python3", ["-c", IDENTITY], { encoding: "utf8" });
  return status === 0 ? stdout : null;
}

/**
 * The Python of an environment that has the packages of a requirements file, checked by their hashes. It is kept in the
 * user's cache folder under the hash of that file, and made when it is not there yet.
 *
 * @returns the program's absolute path.
 * @throws Error without python3, or when pip cannot get the packages.
 */
export function pythonEnvironment(requirements: string): string {
  const identity = pythonIdentity();
  if (identity === null) throw new Error("python3 with venv is not installed");
  const key = createHash("sha256").update(identity).update(readFileSync(requirements)).digest("hex").slice(0, 16);
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "touchstone", `python-${key}`);
  if (!existsSync(folder)) makeEnvironment(folder, requirements);
  return join(folder, "bin", "python");
}

/** Makes it under another name first: one that is there is whole. */
function makeEnvironment(folder: string, requirements: string): void {
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    execFileSync("python3", ["-m", "venv", unfinished], { stdio: "inherit" });
    const install = ["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"];
    execFileSync(join(unfinished, "bin", "python"), [...install, "--requirement", requirements], { stdio: "inherit" });
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
