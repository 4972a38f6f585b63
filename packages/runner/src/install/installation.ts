import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RunnerError } from "../error.ts";
import { pipelineCache } from "./cache-folder.ts";
import { programsFile } from "./programs-folder.ts";

/** What is installed. */
export interface Installation {
  /** Folder of programs, for the PATH. */
  readonly bin: string;
  /** What was installed, by program: its version. */
  readonly versions: Readonly<Record<string, string>>;
  /** Digest of what this version of Touchstone installs. */
  readonly programs: string;
}

/** Versions that the files of this package's programs name. */
export const installedVersions: Readonly<Record<string, string>> = {
  nextflow: "25.04.4",
  gatk: "4.6.2.0",
  multiqc: "1.35",
  vepyr: "0.10.0",
};

/** In the folder of programs: what they are. */
export const MANIFEST = "installed.json";

const SOURCES = [
  "gatk/jars.sha256",
  "nextflow/jars.sha256",
  "observer/EventObserver.groovy",
  "observer/extensions.idx",
  "python/requirements.txt",
];

/** Changes when what is made of the sources does, such as a wrapper. */
const FORM = "1";

/** Digest of all that this version of Touchstone installs. */
export function programsDigest(): string {
  return digestOf(FORM, ...SOURCES.map((name) => readFileSync(programsFile(name), "utf8")));
}

/** Start of a SHA-256 of texts, long enough to tell folders apart. */
export function digestOf(...texts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 16);
}

/**
 * What `touchstone pipeline install` has installed.
 *
 * @throws RunnerError TS_PIPELINE_NOT_INSTALLED when it has not, or not for this version of Touchstone.
 */
export function findInstallation(cache: string = pipelineCache()): Installation {
  const bin = join(cache, "bin");
  let installation: Installation;
  try {
    installation = JSON.parse(readFileSync(join(bin, MANIFEST), "utf8"));
  } catch (cause) {
    const message = `the programs of pipelines are not installed in ${cache}`;
    throw new RunnerError("TS_PIPELINE_NOT_INSTALLED", message, {}, cause);
  }
  if (installation.programs === programsDigest()) return installation;
  const message = `the programs in ${cache} are not those that this version of Touchstone installs`;
  throw new RunnerError("TS_PIPELINE_NOT_INSTALLED", message);
}
