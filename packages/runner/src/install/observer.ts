import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Java } from "./java.ts";
import { programsFile } from "./programs-folder.ts";
import { runProgram } from "./run-program.ts";

/**
 * Compiles the observer that tells of a run's events into a folder of classes, by the compiler that Nextflow carries: no
 * JDK is needed.
 *
 * @throws RunnerError TS_PIPELINE_INSTALL_FAILED with what the compiler said.
 */
export async function compileObserver(
  java: Java,
  nextflowJar: string,
  folder: string,
  signal?: AbortSignal,
): Promise<void> {
  const compiler = ["-cp", nextflowJar, "org.codehaus.groovy.tools.FileSystemCompiler"];
  const source = programsFile("observer/EventObserver.groovy");
  await runProgram(java.program, [...compiler, "-d", folder, source], signal === undefined ? {} : { signal });
  await mkdir(join(folder, "META-INF"), { recursive: true });
  await copyFile(programsFile("observer/extensions.idx"), join(folder, "META-INF/extensions.idx"));
}
