import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { RunnerError } from "../error.ts";
import { programPath } from "./program-path.ts";

/** The Java that pipelines run on. */
export interface Java {
  /** Absolute path of the program. */
  readonly program: string;
  readonly major: number;
  /** What it says of itself; class archives hold for this very one. */
  readonly identity: string;
}

const OLDEST = 17;
const LATEST = 26;

/**
 * The Java of JAVA_HOME, else of the PATH.
 *
 * @throws RunnerError TS_PIPELINE_PROGRAM_MISSING where there is none, or one that Nextflow does not run on.
 */
export function findJava(environment: Readonly<NodeJS.ProcessEnv> = process.env): Java {
  const { JAVA_HOME: home, PATH: path } = environment;
  const program = home === undefined || home === "" ? programPath("java", path) : join(home, "bin/java");
  const wanted = `Java ${OLDEST} to ${LATEST} is needed: sudo apt-get install default-jre-headless, or set JAVA_HOME`;
  if (program === null) throw missing(`java is not installed; ${wanted}`);
  const { status, stderr, error } = spawnSync(program, ["-version"], { encoding: "utf8" });
  if (status !== 0) throw missing(`${program} -version does not work (${error?.message ?? stderr.trim()}); ${wanted}`);
  const major = javaMajor(stderr);
  if (major === null) throw missing(`${program} does not say which version it is; ${wanted}`);
  if (major < OLDEST || major > LATEST) throw missing(`${program} is Java ${major}; ${wanted}`);
  return { program, major, identity: `${program}\n${stderr.trim()}` };
}

/** The major version in what `java -version` says (`17.0.15` and `1.8.0_402` are 17 and 8); null where it is not found. */
export function javaMajor(said: string): number | null {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(said) ?? [];
  if (first === undefined) return null;
  return Number(first === "1" && second !== undefined ? second : first);
}

function missing(message: string): RunnerError {
  return new RunnerError("TS_PIPELINE_PROGRAM_MISSING", message);
}
