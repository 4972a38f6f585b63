import { createHash, randomBytes, scrypt as scryptCallback, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { invalidField, ServerError } from "../error.ts";

const scrypt = promisify<string, Buffer, number, ScryptCost & { readonly maxmem: number }, Buffer>(scryptCallback);

/** OWASP's password storage cheat sheet: N = 2^17, r = 8, p = 1, some 128 MB for a tenth of a second. */
const COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** NIST SP 800-63B-4: at least 15 characters where a password alone opens the door. */
export const LEAST_PASSWORD_LENGTH = 15;

/** What a hash costs: scrypt's parameters (RFC 7914, section 2). */
export type ScryptCost = Readonly<Record<"N" | "r" | "p", number>>;

/** What is kept of a password: `scrypt$N$r$p$salt$key`, salt and key in base64. */
export async function hashPassword(password: string, cost: ScryptCost = COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64"), key.toString("base64")].join("$");
}

/**
 * Whether the password is the one that was hashed. Takes as long where there is no hash, so that names of accounts cannot
 * be told from the time an answer takes.
 */
export async function verifyPassword(password: string, kept: string | null): Promise<boolean> {
  const [kind, N, r, p, salt, key] = (kept ?? "").split("$");
  if (kind !== "scrypt" || salt === undefined || key === undefined) {
    await derive(password, Buffer.alloc(SALT_BYTES), COST);
    return false;
  }
  const expected = Buffer.from(key, "base64");
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  return timingSafeEqual(await derive(password, Buffer.from(salt, "base64"), cost), expected);
}

/**
 * What is kept of a password where requests are compared: as slow to guess from as what is kept of it for signing in.
 *
 * @param context what the request is known by, so that equal passwords of different requests look different.
 */
export async function passwordDigest(password: string, context: string): Promise<string> {
  return (await derive(password, createHash("sha256").update(context).digest(), COST)).toString("base64");
}

/**
 * @param old the password that it is to replace.
 * @throws ServerError TS_REQUEST_INVALID for a password that is too short, endless, or the old one.
 */
export function requireUsablePassword(pointer: string, password: string, old?: string): void {
  const { length } = [...password];
  if (length < LEAST_PASSWORD_LENGTH || length > 256) {
    throw invalidField(pointer, `has ${length} characters; a password has ${LEAST_PASSWORD_LENGTH} to 256`);
  }
  if (password === old) throw invalidField(pointer, "is the old password");
}

/** Each takes 128 MB, and a thread that reading files waits for: two at a time, and no endless queue. */
const AT_ONCE = 2;
const MOST_WAITING = 64;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) {
      throw new ServerError("TS_TOO_MANY_REQUESTS", "too many passwords are being checked", { retryAfter: 10 });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running++;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  }
}

/** The same characters give the same key however a keyboard composes them (NFKC, as RFC 8265 does not forbid). */
function derive(password: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<Buffer> {
  return inTurn(() => scrypt(password.normalize("NFKC"), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }));
}
