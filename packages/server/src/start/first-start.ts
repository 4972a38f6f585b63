import { existsSync, linkSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { newId } from "@touchstone/store";
import type { ServerContext } from "../context.ts";
import { ServerError } from "../error.ts";
import { createToken } from "../tokens/create-token.ts";
import { perform, type Writing } from "../writing/perform.ts";

/** Name of whoever owns the data folder, in the audit trail. */
const OWNER = "owner of the data folder";
const LIFE = 365 * 24 * 3_600_000;

/** Where a data folder keeps the token of its owner. */
export function adminTokenFile(dataFolder: string): string {
  return join(resolve(dataFolder), "admin-token");
}

/**
 * Makes the token of the data folder's owner where there is none: whoever can read the folder owns all that is in it
 * anyway. The file is readable for its owner alone and appears whole or not at all.
 *
 * @returns the file.
 */
export async function prepareFirstStart(
  context: ServerContext,
  { dataFolder }: { readonly dataFolder: string },
): Promise<{ readonly tokenFile: string }> {
  const tokenFile = adminTokenFile(dataFolder);
  if (existsSync(tokenFile)) return { tokenFile };
  const { token } = await perform(context, { name: OWNER }, async (writing) => {
    const principalId = await ensureOwner(writing);
    return createToken(writing, {
      principalId,
      name: "admin-token",
      scopes: ["read", "ingest", "review", "admin"],
      expiresAt: new Date(writing.at.getTime() + LIFE),
    });
  });
  const unfinished = `${tokenFile}.${newId()}`;
  writeFileSync(unfinished, `${token}\n`, { flag: "wx", mode: 0o600 });
  try {
    linkSync(unfinished, tokenFile);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return { tokenFile };
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
export async function requireSafeAddress({ database }: ServerContext, host: string): Promise<void> {
  if (LOOPBACK.test(host)) return;
  const person = await database.kysely
    .selectFrom("principal")
    .select("id")
    .where("kind", "=", "person")
    .where("disabled_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  if (person !== undefined) return;
  throw new ServerError("TS_ADDRESS_NOT_SAFE", `${host} is reached from other machines, and no person can sign in yet`);
}
