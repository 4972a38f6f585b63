import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const MAIN = join(ROOT, "packages/cli/src/main.ts");

/**
 * Installs Nextflow, GATK and the other programs of the pipelines into the user's cache, where they are not there yet.
 *
 * @returns whether the check may go on: true unless the installation failed and CI=true.
 */
export function providePipelinePrograms(): boolean {
  const argv = ["--conditions=@touchstone/source", MAIN, "pipeline", "install"];
  const { status } = spawnSync(process.execPath, argv, { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) console.log("Programs of the pipelines are missing. Tests that need them are skipped.");
  return status === 0 || process.env.CI !== "true";
}
