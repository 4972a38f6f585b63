import { spawnSync } from "node:child_process";
import { RunnerError } from "../error.ts";
import { programPath } from "./program-path.ts";

/** Programs that the pipelines run in profile local, and the Debian package of each. */
const PACKAGE_OF: Readonly<Record<string, string>> = {
  bcftools: "bcftools",
  bgzip: "tabix",
  bwa: "bwa",
  fastqc: "fastqc",
  java: "default-jre-headless",
  mosdepth: "mosdepth",
  mvn: "maven",
  perl: "perl",
  python3: "python3-venv",
  samtools: "samtools",
  tabix: "tabix",
  trim_galore: "trim-galore",
};

/** Those of them that are not on the PATH. */
export function missingPrograms(): string[] {
  return Object.keys(PACKAGE_OF).filter((name) => programPath(name) === null);
}

/**
 * Sees to it that the programs are there: as root they are installed by apt-get.
 *
 * @param note is told before something is installed.
 * @throws RunnerError TS_PIPELINE_PROGRAM_MISSING with the one command that installs what is missing.
 */
export function provideDebianPrograms(note: (text: string) => void): void {
  const missing = missingPrograms();
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && programPath("apt-get") !== null) {
    note(`installing ${packagesOf(missing).join(", ")} by apt-get`);
    install(packagesOf(missing));
  }
  const still = missingPrograms();
  if (still.length === 0) return;
  const command = `sudo apt-get install ${packagesOf(still).join(" ")}`;
  throw new RunnerError("TS_PIPELINE_PROGRAM_MISSING", `not installed: ${still.join(", ")}; on Debian: ${command}`);
}

function packagesOf(programs: readonly string[]): string[] {
  return [...new Set(programs.flatMap((name) => PACKAGE_OF[name] ?? []))];
}

/** What apt-get says goes to standard error: standard output is for results. */
function install(packages: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { stdio: ["ignore", 2, 2] as ["ignore", number, number], env };
  spawnSync("apt-get", ["update", "--quiet=2"], options);
  spawnSync("apt-get", ["install", "--yes", "--quiet=2", "--no-install-recommends", ...packages], options);
}
