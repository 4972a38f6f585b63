import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { FormatError } from "../error.ts";

/**
 * The files of one result, written under temporary names beside their targets and renamed all together at the end: a
 * command that fails leaves nothing behind.
 */
export class OutputFiles {
  readonly #prefix: string;
  readonly #temporary = new Map<string, string>();
  readonly #open = new Set<number>();

  /** @param prefix what all names start with; the folder is made, the prefix itself where it ends in `/`. */
  constructor(prefix: string) {
    this.#prefix = prefix;
    guard(prefix, () => makeFolder(prefix.endsWith("/") ? prefix : dirname(prefix)));
  }

  /** Path of a temporary file beside the targets; it is removed at the end, whatever happens. */
  temporaryPath(suffix: string): string {
    const path = `${this.#prefix}${suffix}.tmp-${process.pid}`;
    this.#temporary.set(path, "");
    return path;
  }

  /** Starts the file with the name P + suffix. */
  create(suffix: string): OutputFile {
    const target = `${this.#prefix}${suffix}`;
    const temporary = `${target}.tmp-${process.pid}`;
    const descriptor = guard(target, () => openSync(temporary, "w"));
    this.#temporary.set(temporary, target);
    this.#open.add(descriptor);
    return {
      write: (bytes) => guard(target, () => writeFully(descriptor, bytes)),
      close: () => {
        this.#open.delete(descriptor);
        guard(target, () => closeSync(descriptor));
      },
    };
  }

  /** Writes a whole file. */
  write(suffix: string, content: string | Uint8Array): void {
    const file = this.create(suffix);
    file.write(typeof content === "string" ? Buffer.from(content) : content);
    file.close();
  }

  /** Gives every file its final name and returns the names. */
  commit(): string[] {
    const targets: string[] = [];
    try {
      for (const [temporary, target] of this.#temporary) {
        if (target === "") continue;
        guard(target, () => renameSync(temporary, target));
        targets.push(target);
        this.#temporary.delete(temporary);
      }
    } catch (error) {
      // A part of the files must not pass for all of them.
      targets.forEach(removeQuietly);
      throw error;
    }
    this.discard();
    return targets;
  }

  /** Removes whatever has no final name. */
  discard(): void {
    for (const descriptor of this.#open) closeSync(descriptor);
    this.#open.clear();
    for (const temporary of this.#temporary.keys()) removeQuietly(temporary);
    this.#temporary.clear();
  }
}

/** "ENOSPC: no space left on device" of Node's message, which goes on with temporary names. */
function withoutPaths({ message }: Error): string {
  return message.split(", ")[0];
}

/** For cleaning up after an error, which must not be hidden behind a second one. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Whatever forbids to remove it is what the command ended with.
  }
}

/** A file being written. */
export interface OutputFile {
  write(bytes: Uint8Array): void;
  close(): void;
}

/** Makes a folder and what is missing above it, one by one: `recursive` never ends where a parent refuses it (/proc). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function writeFully(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}

function guard<T>(target: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    throw new FormatError(
      "TS_OUTPUT_UNWRITABLE",
      `cannot write ${target}: ${withoutPaths(cause as Error)}`,
      { file: target },
      cause,
    );
  }
}
