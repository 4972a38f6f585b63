import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { v4 as uuidv4 } from "uuid";
import { StoreError } from "../error.ts";
import { hasEnded, ownIdentity, type ProcessIdentity } from "./process-identity.ts";

/** What a lock file says of the process that holds it. */
export interface LockHolder extends ProcessIdentity {
  readonly command: string;
  /** UTC. */
  readonly lockedAt: string;
  /** Tells two locks of one process apart. */
  readonly nonce: string;
  /** Where others reach what the holder serves; absent while it serves nothing. */
  readonly address?: string;
  /** File with a token for that address, readable for the folder's owner. */
  readonly tokenFile?: string;
}

/** How others reach the process that holds a folder. */
export type Announcement = Required<Pick<LockHolder, "address" | "tokenFile">>;

/** A lock that this process holds. */
export interface DataFolderLock {
  /** Tells those who find the folder locked how to reach its records. */
  announce(announcement: Announcement): void;
  /** Gives the lock back; a second call does nothing. It is given back too when the process exits. */
  release(): void;
}

/**
 * Takes the lock of a data folder, for which the file at `path` stands. A lock is taken over when the process that held
 * it is known to have ended, never because of its age.
 *
 * @throws StoreError TS_DATA_FOLDER_LOCKED naming the holder, TS_DATABASE_UNAVAILABLE when no file can be made there.
 */
export function lockDataFolder(path: string): DataFolderLock {
  const holder: LockHolder = {
    ...ownIdentity(),
    command: process.argv.slice(1).map(nameAlone).join(" "),
    lockedAt: new Date().toISOString(),
    nonce: uuidv4(),
  };
  let text = lockText(holder);
  const prepared = `${path}.${holder.nonce}`;
  try {
    writeFileSync(prepared, text, { flag: "wx", mode: 0o600 });
    takeLock(path, prepared);
  } catch (error) {
    throw error instanceof StoreError ? error : cannotLock(path, error);
  } finally {
    rmSync(prepared, { force: true });
  }
  const release = () => {
    process.off("exit", release);
    if (textOf(path) === text) rmSync(path, { force: true });
  };
  process.on("exit", release);
  const announce = (announcement: Announcement) => {
    const announced = lockText({ ...holder, ...announcement });
    writeFileSync(prepared, announced, { flag: "wx", mode: 0o600 });
    renameSync(prepared, path);
    text = announced;
  };
  return { announce, release };
}

function lockText(holder: LockHolder): string {
  return `${JSON.stringify(holder, null, 2)}\n`;
}

/** Whom the lock names, without taking it; null when nobody holds it. */
export function lockHolder(path: string): LockHolder | null {
  const text = textOf(path);
  const holder = text === null ? null : parseHolder(path, text);
  return holder === null || hasEnded(holder) ? null : holder;
}

/** The program and the script are named without their folders. */
function nameAlone(argument: string, index: number): string {
  return index === 0 ? basename(argument) : argument;
}

/** A link appears with its whole content, or not at all when there is one already. */
function takeLock(path: string, prepared: string): void {
  for (;;) {
    try {
      linkSync(prepared, path);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const text = textOf(path);
    if (text === null) continue;
    const holder = parseHolder(path, text);
    if (!hasEnded(holder)) throw isLocked(path, holder);
    if (takeOver(path, text, prepared)) return;
  }
}

/**
 * Replaces a lock whose holder has ended. Of several processes that found it so, one at a time gets here: otherwise the
 * second would remove the new lock of the first. Returns false when another one was faster.
 */
function takeOver(path: string, abandoned: string, prepared: string): boolean {
  const turn = lockDataFolder(`${path}.takeover`);
  try {
    if (textOf(path) !== abandoned) return false;
    const copy = `${prepared}.new`;
    linkSync(prepared, copy);
    renameSync(copy, path);
    return true;
  } finally {
    turn.release();
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function parseHolder(path: string, text: string): LockHolder {
  try {
    const holder = JSON.parse(text) as LockHolder;
    if (Number.isInteger(holder.pid) && typeof holder.host === "string") return holder;
  } catch {
    // Told below: what is no JSON names nobody either.
  }
  const message = `${path}: is no lock file that names its holder; delete it once no process uses ${dirname(path)}`;
  throw new StoreError("TS_DATA_FOLDER_LOCKED", message, { file: path, folder: dirname(path) });
}

function isLocked(path: string, holder: LockHolder): StoreError {
  const isVisible = holder.host === ownIdentity().host && holder.namespace === ownIdentity().namespace;
  const message =
    `${dirname(path)} is in use by process ${holder.pid} on ${holder.host} (${holder.command}), since ` +
    `${holder.lockedAt}${isVisible ? "" : `; if that process has ended for certain, delete ${path}`}`;
  const { pid } = holder;
  return new StoreError("TS_DATA_FOLDER_LOCKED", message, { file: path, folder: dirname(path), pid });
}

function cannotLock(path: string, cause: unknown): StoreError {
  const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
  const message = `${path}: the lock of the data folder cannot be made (${reason})`;
  return new StoreError("TS_DATABASE_UNAVAILABLE", message, { file: path, folder: dirname(path) }, cause);
}
