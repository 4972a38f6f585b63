import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { identifyFileInBackground } from "@touchstone/formats";
import { RunnerError } from "../error.ts";

/** SHA-256 of every file that a folder has to hold, by name. */
export type JarLock = ReadonlyMap<string, string>;

const LINE = /^([0-9a-f]{64}) {2}(\S+)$/;

/** Reads a lock in the form of `sha256sum`. @throws TypeError for a line of another form. */
export function readJarLock(file: string): JarLock {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  return new Map(
    lines.map((line, index) => {
      const [, sha256, name] = LINE.exec(line) ?? [];
      if (sha256 === undefined || name === undefined)
        throw new TypeError(`${file}:${index + 1}: is no SHA-256 and name`);
      return [name, sha256] as const;
    }),
  );
}

/** The lock of a folder as it is, as text. */
export async function jarLockOf(folder: string): Promise<string> {
  const lines: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    const { sha256 } = await identifyFileInBackground(join(folder, name));
    lines.push(`${sha256}  ${name}\n`);
  }
  return lines.join("");
}

/**
 * Checks that a folder holds exactly the files of a lock.
 *
 * @throws RunnerError TS_PIPELINE_PROGRAM_ALTERED naming the first file that is missing, too much, or another one.
 */
export async function requireLocked(folder: string, lock: JarLock): Promise<void> {
  const present = readdirSync(folder);
  const missing = [...lock.keys()].find((name) => !present.includes(name));
  const unknown = present.find((name) => !lock.has(name));
  if (missing !== undefined) throw altered(folder, missing, "is missing");
  if (unknown !== undefined) throw altered(folder, unknown, "is not among the files that Touchstone was made with");
  for (const [name, expected] of lock) {
    const { sha256: found } = await identifyFileInBackground(join(folder, name));
    if (found !== expected) throw altered(folder, name, `has the SHA-256 ${found} and not ${expected}`);
  }
}

function altered(folder: string, name: string, what: string): RunnerError {
  return new RunnerError("TS_PIPELINE_PROGRAM_ALTERED", `${name} ${what}`, { file: join(folder, name) });
}
