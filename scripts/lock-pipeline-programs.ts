import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyMavenJars, jarLockOf, programsFile } from "@touchstone/runner/lock";

/** Writes down the SHA-256 of every file that Maven gives for Nextflow and GATK, after a change of their pom.xml. */
for (const program of ["nextflow", "gatk"] as const) {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-lock-"));
  try {
    await copyMavenJars(program, folder);
    writeFileSync(programsFile(`${program}/jars.sha256`), await jarLockOf(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
