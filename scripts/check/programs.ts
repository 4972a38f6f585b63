import { spawnSync } from "node:child_process";
import { postgresAvailable, pythonAvailable, toolAvailable } from "@touchstone/test-support";

/** Programs that tests compare Touchstone with, or run it on, and the Debian package of each. */
const PACKAGE_OF: Readonly<Record<string, string>> = {
  bcftools: "bcftools",
  bgzip: "tabix",
  chromium: "chromium",
  curl: "curl",
  jq: "jq",
  postgres: "postgresql",
  "python3 with venv": "python3-venv",
  samtools: "samtools",
  tabix: "tabix",
};

/**
 * Installs the programs that tests need, where this process may; says what to install where it may not.
 *
 * @returns whether the check may go on: true unless a program is missing and CI=true.
 */
export function provideTestPrograms(): boolean {
  if (missingPrograms().length > 0 && process.getuid?.() === 0) {
    installPackages(missingPackages());
  }
  const missing = missingPrograms();
  if (missing.length > 0) {
    console.log(`Not installed: ${missing.join(", ")}. Tests that need them are skipped; to run them:`);
    console.log(`  sudo apt-get install ${missingPackages().join(" ")}`);
  }
  return missing.length === 0 || process.env.CI !== "true";
}

function missingPrograms(): string[] {
  return Object.keys(PACKAGE_OF).filter((name) => !isInstalled(name));
}

function missingPackages(): string[] {
  return [...new Set(missingPrograms().map((name) => PACKAGE_OF[name] ?? name))];
}

function isInstalled(name: string): boolean {
  try {
    if (name === "postgres") return postgresAvailable();
    return name === "python3 with venv" ? pythonAvailable() : toolAvailable(name);
  } catch {
    return false;
  }
}

function installPackages(packages: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "--quiet"], { stdio: "inherit", env });
  spawnSync("apt-get", ["install", "--yes", "--no-install-recommends", ...packages], { stdio: "inherit", env });
}
