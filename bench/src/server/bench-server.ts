import { join } from "node:path";
import { hashPassword, type Role } from "@touchstone/server";
import { type Database, newId, openObjectStore } from "@touchstone/store";
import { type ChildServer, startChildServer } from "@touchstone/test-support";
import { programToken } from "../program-token.ts";
import { benchSettings } from "./bench-settings.ts";

const PASSWORD = "correct horse battery staple";

/** A server over a filled database. */
export interface BenchServer {
  readonly database: Database;
  readonly url: string;
  readonly origin: string;
  /** With the prefix of the API. */
  readonly address: string;
  /** Those of a program that may read everything and ingest. */
  readonly headers: Readonly<Record<string, string>>;
  /** Asks, and returns the answer's content. */
  ask(
    method: "GET" | "POST",
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** Headers of a new person who has signed in, and whose password signs. */
  person(name: string, ...roles: Role[]): Promise<{ headers: Record<string, string>; password: string }>;
  readonly stop: ChildServer["stop"];
}

/** What was answered: JSON that the benchmark takes for what it has to be. */
type Answer = Readonly<Record<string, never>>;

/** Starts a server in a process of its own. */
export async function startBenchServer(database: Database, url: string, objects: string): Promise<BenchServer> {
  const child = await startChildServer(join(import.meta.dirname, "serve-touchstone.ts"), { url, objects });
  const context = { database, objects: await openObjectStore(objects), settings: benchSettings, now: () => new Date() };
  const headers = { authorization: `Bearer ${await programToken(context, ["read", "ingest", "admin"])}` };
  const address = `${child.address}/api/v1`;
  const ask: BenchServer["ask"] = async (method, path, body, own = headers) => {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: { ...own, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 1000)}`);
    return JSON.parse(text);
  };
  const person: BenchServer["person"] = (name, ...roles) => newPerson(database, address, name, roles);
  return { database, url, origin: child.address, address, headers, ask, person, stop: child.stop };
}

async function newPerson(database: Database, address: string, name: string, roles: Role[]) {
  await database.kysely
    .insertInto("principal")
    .values({
      id: newId(),
      kind: "person",
      name,
      printed_name: name,
      roles,
      password_hash: await hashPassword(PASSWORD),
    })
    .execute();
  const answer = await fetch(`${address}/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${name} cannot sign in: ${answer.status} ${await answer.text()}`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";", 1)[0];
  return { headers: { cookie, "x-csrf-token": csrfToken }, password: PASSWORD };
}
