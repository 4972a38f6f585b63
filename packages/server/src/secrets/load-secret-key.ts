import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { newId } from "@touchstone/store";
import { ServerError } from "../error.ts";

const KEY_LENGTH = 32;

/** Variable that holds the key, or names its file, where several servers share the records. */
const KEY_VARIABLE = "TOUCHSTONE_SECRET_KEY";
const FILE_VARIABLE = "TOUCHSTONE_SECRET_KEY_FILE";

/**
 * The key by which secrets are encrypted in the records: that of the environment, 32 bytes in base64; otherwise that of
 * the data folder, made where there is none, for its owner alone. It is in no backup of the records.
 *
 * @param dataFolder null where the records are on a server: every replica needs the same key.
 * @returns null when there is none: then nothing can be kept that needs it.
 * @throws ServerError TS_SECRET_KEY_WRONG when what is given is no such key.
 */
export function loadSecretKey(environment: NodeJS.ProcessEnv, dataFolder: string | null): Uint8Array | null {
  const text = environment[KEY_VARIABLE];
  if (text !== undefined && text !== "") return parseKey(text, KEY_VARIABLE);
  const file = environment[FILE_VARIABLE];
  if (file !== undefined && file !== "") return readKey(file);
  if (dataFolder === null) return null;
  const ownFile = join(resolve(dataFolder), "secret-key");
  if (!existsSync(ownFile)) makeKey(ownFile);
  return readKey(ownFile);
}

/** The file appears whole, and one process' key is everybody's. */
function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${newId()}`;
  writeFileSync(unfinished, `${randomBytes(KEY_LENGTH).toString("base64")}\n`, { flag: "wx", mode: 0o600 });
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function readKey(file: string): Uint8Array {
  try {
    return parseKey(readFileSync(file, "utf8"), file);
  } catch (error) {
    if (error instanceof ServerError) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new ServerError("TS_SECRET_KEY_WRONG", `${file}: the key of secrets cannot be read (${reason})`, {}, error);
  }
}

function parseKey(text: string, place: string): Uint8Array {
  const key = Buffer.from(text.trim(), "base64");
  if (key.length === KEY_LENGTH && /^[A-Za-z0-9+/]{43}=$/.test(text.trim())) return key;
  throw new ServerError("TS_SECRET_KEY_WRONG", `${place} is no key of secrets: it has to be 32 bytes in base64`);
}
