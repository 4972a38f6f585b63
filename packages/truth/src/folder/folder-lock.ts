import { linkSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { TruthError } from "../error.ts";

/** What a lock file says of the process that holds it. */
interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** Where the PID counts: a container has a PID namespace of its own on Linux; null elsewhere. */
  readonly namespace: string | null;
  /** UTC. */
  readonly since: string;
}

/** Locks that this process holds, by the text of their files. */
const held = new Set<string>();
let taken = 0;

/**
 * Keeps other calls out of the folder of a truth set. A lock whose process has ended is taken over, never one for its age.
 *
 * @returns what gives the lock back
 * @throws TruthError TS_TRUTH_FOLDER_LOCKED naming the holder, TS_TRUTH_UNWRITABLE
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, ".lock");
  const holder: LockHolder = {
    ...{ pid: process.pid, host: hostname(), namespace: pidNamespace() },
    since: new Date().toISOString(),
  };
  taken++;
  const text = `${JSON.stringify({ ...holder, number: taken })}\n`;
  const prepared = `${path}.${process.pid}.${taken}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(prepared, text, { flag: "wx" });
    takeLock(folder, path, prepared);
  } catch (error) {
    if (error instanceof TruthError) throw error;
    const reason = (error as Error).message.split(", ")[0];
    throw new TruthError("TS_TRUTH_UNWRITABLE", `${folder}: cannot be locked: ${reason}`, { file: path }, error);
  } finally {
    removeQuietly(prepared);
  }
  held.add(text);
  return () => {
    held.delete(text);
    if (textOf(path) === text) rmSync(path, { force: true });
  };
}

/** A link appears with its whole content, or not at all where there is one already. */
function takeLock(folder: string, path: string, prepared: string): void {
  for (;;) {
    try {
      linkSync(prepared, path);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const text = textOf(path);
    if (text === null) continue;
    if (!hasEnded(text)) throw isLocked(folder, path, text);
    if (takeOver(folder, path, text, prepared)) return;
  }
}

/** One at a time may replace an abandoned lock: a second one would otherwise remove the new lock of the first. */
function takeOver(folder: string, path: string, abandoned: string, prepared: string): boolean {
  const turn = `${path}.takeover`;
  try {
    linkSync(prepared, turn);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw isLocked(folder, turn, textOf(turn) ?? "");
    throw error;
  }
  try {
    if (textOf(path) !== abandoned) return false;
    renameSync(turn, path);
    return true;
  } finally {
    rmSync(turn, { force: true });
  }
}

/** A process of another host or container cannot be seen from here: it is not known to have ended. */
function hasEnded(text: string): boolean {
  const holder = parseHolder(text);
  if (holder === null || holder.host !== hostname() || holder.namespace !== pidNamespace()) return false;
  if (holder.pid === process.pid) return !held.has(text);
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

function parseHolder(text: string): LockHolder | null {
  try {
    const holder = JSON.parse(text) as LockHolder;
    return Number.isInteger(holder.pid) && typeof holder.host === "string" ? holder : null;
  } catch {
    return null;
  }
}

function isLocked(folder: string, path: string, text: string): TruthError {
  const holder = parseHolder(text);
  const whose = holder === null ? "somebody" : `process ${holder.pid} on ${holder.host} since ${holder.since}`;
  const message = `${folder} is in use by ${whose}; if that has ended for certain, delete ${path}`;
  return new TruthError("TS_TRUTH_FOLDER_LOCKED", message, { file: path });
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** For what may not be there, nor its folder. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The error that matters is the one before.
  }
}

function pidNamespace(): string | null {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return null;
  }
}
