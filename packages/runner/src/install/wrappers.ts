import { spawnSync } from "node:child_process";
import { quoted } from "../quoted.ts";
import { fastJavaFlags, GATK_MAIN } from "./class-archive.ts";
import type { Java } from "./java.ts";
import { programPath } from "./program-path.ts";

/** What the wrappers start. */
export interface WrappedPrograms {
  readonly java: Java;
  readonly nextflowJar: string;
  readonly nextflowHome: string;
  /** Folder of the observer's classes. */
  readonly observer: string;
  /** File that holds GATK's class path. */
  readonly gatkClassPath: string;
  readonly gatkArchive: string;
  readonly python: string;
  /** Folder with libhts.so for mosdepth; null where it finds its own. */
  readonly mosdepthLibraries: string | null;
}

/** Packages of Java that Nextflow looks into, as its own launcher opens them. */
const OPENED = [
  "java.lang",
  "java.io",
  "java.nio",
  "java.net",
  "java.util",
  "java.util.concurrent.locks",
  "java.util.concurrent.atomic",
  "java.nio.file.spi",
  "java.util.regex",
  "sun.nio.ch",
  "sun.nio.fs",
  "sun.net.www.protocol.http",
  "sun.net.www.protocol.https",
  "sun.net.www.protocol.ftp",
  "sun.net.www.protocol.file",
  "jdk.internal.misc",
  "jdk.internal.vm",
];

/** What GATK's own launcher sets. */
const GATK_SETTINGS = [
  "-Dsamjdk.use_async_io_read_samtools=false",
  "-Dsamjdk.use_async_io_write_samtools=true",
  "-Dsamjdk.use_async_io_write_tribble=false",
  "-Dsamjdk.compression_level=2",
];

/** The text of every wrapper, by the name of the program. */
export function wrapperTexts(programs: WrappedPrograms): Readonly<Record<string, string>> {
  const { mosdepthLibraries } = programs;
  return {
    nextflow: nextflowWrapper(programs),
    gatk: gatkWrapper(programs),
    multiqc: pythonWrapper(programs.python, "-m multiqc"),
    vepyr: pythonWrapper(
      programs.python,
      `-c ${quoted('import sys; from vepyr.cli import main; sys.argv[0] = "vepyr"; sys.exit(main())')}`,
    ),
    ...(mosdepthLibraries === null ? {} : { mosdepth: mosdepthWrapper(mosdepthLibraries) }),
  };
}

/** Offline, unless somebody says otherwise: nothing of what it needs here has to be downloaded. */
function nextflowWrapper({ java, nextflowJar, nextflowHome, observer }: WrappedPrograms): string {
  const opens = OPENED.map((name) => `--add-opens java.base/${name}=ALL-UNNAMED`).join(" \\\n  ");
  return script(`home=${quoted(nextflowHome)}
export NXF_HOME="\${NXF_HOME:-$home}"
export NXF_OFFLINE="\${NXF_OFFLINE:-true}"
export NXF_PLUGINS_DEFAULT="\${NXF_PLUGINS_DEFAULT:-false}"
export NXF_SYNTAX_PARSER="\${NXF_SYNTAX_PARSER:-v2}"
export NXF_DISABLE_CHECK_LATEST="\${NXF_DISABLE_CHECK_LATEST:-true}"
export NXF_ANSI_LOG="\${NXF_ANSI_LOG:-false}"
# shellcheck disable=SC2086
exec ${quoted(java.program)} ${fastJavaFlags.join(" ")} \${NXF_OPTS:-} ${opens} \\
  -cp ${quoted(`${nextflowJar}:${observer}`)} nextflow.cli.Launcher "$@"`);
}

/** Flags of --java-options come last, and win. */
function gatkWrapper({ java, gatkClassPath, gatkArchive }: WrappedPrograms): string {
  const flags = [
    ...fastJavaFlags,
    `-XX:SharedArchiveFile=${quoted(gatkArchive)}`,
    "-Xlog:cds=off",
    "-Xlog:cds+dynamic=off",
  ];
  return script(`options=
case "\${1:-}" in
  --java-options) options="$2"; shift 2 ;;
  --java-options=*) options="\${1#*=}"; shift ;;
esac
# shellcheck disable=SC2086
exec ${quoted(java.program)} ${[...flags, ...GATK_SETTINGS].join(" ")} $options \\
  -cp "$(cat ${quoted(gatkClassPath)})" ${GATK_MAIN} "$@"`);
}

/** Without the folder it is started in among the places of modules: that may hold anything. */
function pythonWrapper(python: string, what: string): string {
  return script(`exec ${quoted(python)} -P ${what} "$@"`);
}

function mosdepthWrapper(libraries: string): string {
  const program = programPath("mosdepth") ?? "mosdepth";
  return script(`export LD_LIBRARY_PATH=${quoted(libraries)}"\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
exec ${quoted(program)} "$@"`);
}

/**
 * The library that mosdepth opens by a name that Debian has only in a package for developers.
 *
 * @returns null where mosdepth finds it, or nobody does.
 */
export function libraryOfMosdepth(): string | null {
  const { status } = spawnSync("mosdepth", ["--version"], { encoding: "utf8" });
  if (status === 0) return null;
  const listing = spawnSync("/sbin/ldconfig", ["-p"], { encoding: "utf8" }).stdout ?? "";
  return /^\s*libhts\.so\.\d+ .*=> (\S+)$/m.exec(listing)?.[1] ?? null;
}

function script(text: string): string {
  return `#!/bin/sh\n# Made by touchstone pipeline install.\n${text}\n`;
}
