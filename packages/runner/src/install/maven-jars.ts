import { RunnerError } from "../error.ts";
import { programPath } from "./program-path.ts";
import { programsFile } from "./programs-folder.ts";
import { runProgram } from "./run-program.ts";

const COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies";

/**
 * Copies what a project's file names, and all that it needs, into a folder. Where it comes from is what Maven's settings
 * of this machine say.
 *
 * @param program folder of the project's file among this package's programs.
 * @throws RunnerError TS_PIPELINE_PROGRAM_MISSING without Maven; TS_PIPELINE_INSTALL_FAILED with what Maven said.
 */
export async function copyMavenJars(program: "gatk" | "nextflow", folder: string, signal?: AbortSignal): Promise<void> {
  const maven = programPath("mvn");
  if (maven === null) {
    throw new RunnerError("TS_PIPELINE_PROGRAM_MISSING", "mvn is not installed: sudo apt-get install maven");
  }
  const project = programsFile(`${program}/pom.xml`);
  const args = ["--batch-mode", "--quiet", "--file", project, COPY, "-DincludeScope=runtime"];
  await runProgram(maven, [...args, `-DoutputDirectory=${folder}`], signal === undefined ? {} : { signal });
}
