import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { newId } from "@touchstone/store";
import { secretHash } from "../access/secret.ts";
import type { ServerContext } from "../context.ts";
import { ServerError } from "../error.ts";
import { createToken } from "../tokens/create-token.ts";
import { perform, type Writing } from "../writing/perform.ts";

/** Name of whoever owns the data folder, in the audit trail. */
const OWNER = "owner of the data folder";
const DAY = 24 * 3_600_000;
const LIFE = 365 * DAY;
/** A token that ends sooner is replaced, so that it does not end while a server runs. */
const LEAST_LIFE = 30 * DAY;

/** Where a data folder keeps the token of its owner. */
export function adminTokenFile(dataFolder: string): string {
  return join(resolve(dataFolder), "admin-token");
}

/**
 * Makes the token of the data folder's owner where there is none that works: whoever can read the folder owns all that is
 * in it anyway. The file is readable for its owner alone and appears whole or not at all; a token that others could read,
 * or that soon ends, is revoked and replaced.
 *
 * @returns the file.
 */
export async function prepareFirstStart(
  context: ServerContext,
  { dataFolder }: { readonly dataFolder: string },
): Promise<{ readonly tokenFile: string }> {
  const tokenFile = adminTokenFile(dataFolder);
  if (await isUsable(context, tokenFile)) return { tokenFile };
  const { token } = await perform(context, { name: OWNER }, async (writing) => {
    const principalId = await ensureOwner(writing);
    await revokeOld(writing, principalId);
    return createToken(writing, {
      principalId,
      name: "admin-token",
      scopes: ["read", "ingest", "review", "admin"],
      expiresAt: new Date(writing.at.getTime() + LIFE),
    });
  });
  const unfinished = `${tokenFile}.${newId()}`;
  try {
    writeFileSync(unfinished, `${token}\n`, { flag: "wx", mode: 0o600 });
    renameSync(unfinished, tokenFile);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return { tokenFile };
}

async function isUsable({ database, now }: ServerContext, tokenFile: string): Promise<boolean> {
  const token = readPrivate(tokenFile);
  if (token === null) return false;
  const found = await database.kysely
    .selectFrom("api_token")
    .select("id")
    .where("token_sha256", "=", secretHash(token))
    .where("revoked_at", "is", null)
    .where("expires_at", ">", new Date(now().getTime() + LEAST_LIFE))
    .executeTakeFirst();
  return found !== undefined;
}

/** The text of a file that its owner alone can read; null where there is none, or others can read it. */
function readPrivate(file: string): string | null {
  try {
    // Windows has no such modes: all files have the same there.
    if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) return null;
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function revokeOld({ transaction, at, record }: Writing, principalId: string): Promise<void> {
  const revoked = await transaction
    .updateTable("api_token")
    .set({ revoked_at: at })
    .where("principal_id", "=", principalId)
    .where("revoked_at", "is", null)
    .returning("id")
    .execute();
  for (const { id } of revoked) record({ action: "token.revoke", subject: { kind: "token", id } });
}

async function ensureOwner({ transaction, at, record }: Writing): Promise<string> {
  const found = await transaction.selectFrom("principal").select("id").where("name", "=", OWNER).executeTakeFirst();
  if (found !== undefined) return found.id;
  const id = newId();
  const principal = { id, kind: "service", name: OWNER, printed_name: OWNER, created_at: at } as const;
  await transaction.insertInto("principal").values(principal).execute();
  record({ action: "principal.create", subject: { kind: "principal", id }, new: { kind: "service", name: OWNER } });
  return id;
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/**
 * Refuses an address that other machines reach while nobody can sign in: then a token is all that stands between them and
 * the records.
 *
 * @throws ServerError TS_ADDRESS_NOT_SAFE.
 */
export async function requireSafeAddress({ database, settings }: ServerContext, host: string): Promise<void> {
  // Whoever a provider's claim gives a role signs in without having been added.
  if (LOOPBACK.test(host) || settings.oidc?.roleMapping != null) return;
  const person = await database.kysely
    .selectFrom("principal")
    .select("id")
    .where("kind", "=", "person")
    .where("disabled_at", "is", null)
    .where((row) =>
      row.or([
        row("password_hash", "is not", null),
        ...(settings.oidc === null ? [] : [row("oidc_issuer", "=", settings.oidc.issuer)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  if (person !== undefined) return;
  throw new ServerError("TS_ADDRESS_NOT_SAFE", `${host} is reached from other machines, and no person can sign in yet`);
}
