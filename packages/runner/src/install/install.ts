import { readdirSync } from "node:fs";
import { chmod, mkdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipelineCache } from "./cache-folder.ts";
import { makeClassArchive } from "./class-archive.ts";
import { provideDebianPrograms } from "./debian-programs.ts";
import { digestOf, type Installation, installedVersions, MANIFEST, programsDigest } from "./installation.ts";
import { readJarLock, requireLocked } from "./jar-lock.ts";
import { findJava, type Java } from "./java.ts";
import { copyMavenJars } from "./maven-jars.ts";
import { compileObserver } from "./observer.ts";
import { programsFile } from "./programs-folder.ts";
import { makePythonEnvironment, pythonIdentity } from "./python-programs.ts";
import { makeWholeFolder } from "./whole-folder.ts";
import { libraryOfMosdepth, type WrappedPrograms, wrapperTexts } from "./wrappers.ts";

/** How an installation is made. */
export interface InstallOptions {
  /** Unless given, that of the environment. */
  readonly cache?: string;
  readonly signal?: AbortSignal;
  /** Is told of each part before it is made. */
  readonly note?: (text: string) => void;
}

/**
 * Installs the programs of pipelines into the cache folder: Nextflow and GATK by Maven, each file checked by its SHA-256,
 * MultiQC and vepyr by pip, each package checked by its hash, and programs in `bin` that start them. Debian's programs are
 * checked, and as root installed. Each part is made whole or not at all: an interrupted installation is repeated by the
 * same call, and one that is there is left as it is.
 *
 * @throws RunnerError TS_PIPELINE_PROGRAM_MISSING, TS_PIPELINE_PROGRAM_ALTERED, TS_PIPELINE_INSTALL_FAILED.
 */
export async function installPrograms(options: InstallOptions = {}): Promise<Installation> {
  const { cache = pipelineCache(), signal, note = () => {} } = options;
  provideDebianPrograms(note);
  const java = findJava();
  const part = async (name: string, key: string, what: string, make: (folder: string) => Promise<void>) => {
    const folder = join(cache, `${name}-${key}`);
    await makeWholeFolder(folder, (unfinished) => {
      signal?.throwIfAborted();
      note(what);
      return make(unfinished);
    });
    return folder;
  };
  const nextflow = await mavenPart("nextflow", part, signal);
  const nextflowJar = join(nextflow, readdirSync(nextflow)[0] ?? "");
  const source = await readFile(programsFile("observer/EventObserver.groovy"), "utf8");
  const observer = await part("observer", digestOf(source, nextflow), "compiling the observer of Nextflow", (folder) =>
    compileObserver(java, nextflowJar, folder, signal),
  );
  const gatk = await mavenPart("gatk", part, signal);
  const archive = await archivePart(gatk, java, part, signal);
  const requirements = await readFile(programsFile("python/requirements.txt"), "utf8");
  const { multiqc, vepyr } = installedVersions;
  const python = await part(
    "python",
    digestOf(requirements, pythonIdentity()),
    `MultiQC ${multiqc} and vepyr ${vepyr}, by pip`,
    (folder) => makePythonEnvironment(folder, signal),
  );
  return makeBin(cache, {
    java,
    nextflowJar,
    nextflowHome: join(cache, "nextflow-home"),
    observer,
    gatkClassPath: join(archive, "classpath"),
    gatkArchive: join(archive, "gatk.jsa"),
    python: join(python, "bin/python"),
  });
}

type MakePart = (name: string, key: string, what: string, make: (folder: string) => Promise<void>) => Promise<string>;

async function mavenPart(
  program: "gatk" | "nextflow",
  part: MakePart,
  signal: AbortSignal | undefined,
): Promise<string> {
  const version = installedVersions[program];
  const lockFile = programsFile(`${program}/jars.sha256`);
  const lock = readJarLock(lockFile);
  const title = program === "gatk" ? "GATK" : "Nextflow";
  const key = digestOf(await readFile(lockFile, "utf8"));
  return part(`${program}-${version}`, key, `${title} ${version}, by Maven`, async (folder) => {
    await copyMavenJars(program, folder, signal);
    await requireLocked(folder, lock);
  });
}

/** The archive holds for one Java and one class path, which is kept beside it. */
function archivePart(gatk: string, java: Java, part: MakePart, signal: AbortSignal | undefined): Promise<string> {
  const classPath = readdirSync(gatk)
    .sort()
    .map((name) => join(gatk, name))
    .join(":");
  return part("gatk-classes", digestOf(classPath, java.identity), "GATK's class archive", async (folder) => {
    await writeFile(join(folder, "classpath"), classPath);
    await makeClassArchive(java, classPath, join(folder, "gatk.jsa"), signal);
  });
}

/** Writes the wrappers into a folder of their own, and lets `bin` name it. */
async function makeBin(cache: string, found: Omit<WrappedPrograms, "mosdepthLibraries">): Promise<Installation> {
  const library = libraryOfMosdepth();
  const texts = wrapperTexts({ ...found, mosdepthLibraries: library });
  const key = digestOf(programsDigest(), JSON.stringify(texts));
  const folder = join(cache, `bin-${key}`);
  const mosdepthLibraries = library === null ? null : join(folder, "lib");
  const installation: Installation = { bin: folder, versions: installedVersions, programs: programsDigest() };
  await makeWholeFolder(folder, async (unfinished) => {
    for (const [name, text] of Object.entries(wrapperTexts({ ...found, mosdepthLibraries }))) {
      await writeFile(join(unfinished, name), text);
      await chmod(join(unfinished, name), 0o755);
    }
    if (library !== null) {
      await mkdir(join(unfinished, "lib"));
      await symlink(library, join(unfinished, "lib/libhts.so"));
    }
    await writeFile(join(unfinished, MANIFEST), `${JSON.stringify(installation, null, 2)}\n`);
  });
  const link = join(cache, `.bin-${process.pid}`);
  await rm(link, { force: true });
  await symlink(basename(folder), link);
  await rename(link, join(cache, "bin"));
  return installation;
}
