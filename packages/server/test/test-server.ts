import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, newId, openObjectStore } from "@touchstone/store";
import { createMigratedDatabase, type TestDatabase } from "@touchstone/test-support/databases";
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { hashPassword } from "../src/access/password.ts";
import type { Role, Scope } from "../src/access/rights.ts";
import { buildServer } from "../src/build-server.ts";
import { defaultSettings, type ServerContext, type ServerSettings } from "../src/context.ts";
import type { Server } from "../src/http/route-schema.ts";
import { createToken } from "../src/tokens/create-token.ts";
import { perform } from "../src/writing/perform.ts";

/** The password of every person of a test. */
export const TEST_PASSWORD = "correct horse battery staple";

/** What a request of a test is made of. */
export type TestRequest = Pick<InjectOptions, "headers" | "query"> & { readonly body?: unknown };

/** Somebody who makes requests. */
export interface TestCaller {
  readonly principalId: string;
  /** What shows who asks. */
  headers(): Promise<Record<string, string>>;
  /** Headers by which the caller shows who it is. */
  credentials(): Promise<Record<string, string>>;
  get(path: string, request?: TestRequest): Promise<LightMyRequestResponse>;
  post(path: string, body?: unknown, request?: TestRequest): Promise<LightMyRequestResponse>;
  patch(path: string, body?: unknown, request?: TestRequest): Promise<LightMyRequestResponse>;
  put(path: string, body?: unknown, request?: TestRequest): Promise<LightMyRequestResponse>;
  delete(path: string, request?: TestRequest): Promise<LightMyRequestResponse>;
  /** Status of an answer that is not read; `path` is the whole one. */
  status(method: "get" | "post" | "patch" | "put" | "delete", path: string, request?: TestRequest): Promise<number>;
}

/** A server over an empty database, and callers of every kind. */
export interface TestServer {
  readonly server: Server;
  readonly context: ServerContext;
  readonly source: TestDatabase["source"];
  readonly postgres: TestDatabase["postgres"];
  /** Moves the server's clock; it stands still between. */
  setNow(moment: string): void;
  /** A program with these scopes. */
  program(...scopes: Scope[]): Promise<TestCaller>;
  /** A person who has signed in. */
  person(name: string, ...roles: Role[]): Promise<TestCaller>;
  /** Whoever shows nothing. */
  readonly nobody: TestCaller;
  remove(): Promise<void>;
}

/** Starts a server for a test file. Times stand still at 2026-03-01T09:00:00.000Z until the test moves them. */
export async function createTestServer(
  kind: Database["kind"],
  settings: Partial<ServerSettings> = {},
): Promise<TestServer> {
  return serveTestDatabase(await createMigratedDatabase(kind), settings);
}

/** The same over a migrated database, which it removes with itself. */
export async function serveTestDatabase(
  opened: TestDatabase,
  settings: Partial<ServerSettings> = {},
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-objects-"));
  let now = new Date("2026-03-01T09:00:00.000Z");
  const context: ServerContext = {
    database: opened.database,
    objects: await openObjectStore(folder),
    settings: { ...defaultSettings, touchstone: "0.0.0-test", ...settings },
    now: () => now,
  };
  const server = await buildServer(context, { level: "error" });
  const passwordHash = await hashPassword(TEST_PASSWORD, { N: 1024, r: 8, p: 1 });
  return {
    server,
    context,
    source: opened.source,
    postgres: opened.postgres,
    setNow: (moment) => {
      now = new Date(moment);
    },
    program: (...scopes) => createProgram(server, context, scopes),
    person: (name, ...roles) => createPerson(server, context, { name, roles, passwordHash }),
    nobody: callerWith(server, context, "", async () => ({})),
    remove: async () => {
      await server.close();
      await opened.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function createProgram(server: Server, context: ServerContext, scopes: Scope[]): Promise<TestCaller> {
  const id = newId();
  const name = `program ${id}`;
  await context.database.kysely
    .insertInto("principal")
    .values({ id, kind: "service", name, printed_name: name })
    .execute();
  const { token } = await perform(context, { name }, (writing) =>
    createToken(writing, { principalId: id, name: "test", scopes }),
  );
  return callerWith(server, context, id, async () => ({ authorization: `Bearer ${token}` }));
}

async function createPerson(
  server: Server,
  context: ServerContext,
  { name, roles, passwordHash }: { name: string; roles: Role[]; passwordHash: string },
): Promise<TestCaller> {
  const id = newId();
  await context.database.kysely
    .insertInto("principal")
    .values({ id, kind: "person", name, printed_name: `${name} (printed)`, roles, password_hash: passwordHash })
    .execute();
  const answer = await server.inject({
    method: "POST",
    url: `${context.settings.basePath}/api/v1/session`,
    payload: { name, password: TEST_PASSWORD },
  });
  const [cookie] = answer.cookies;
  const { csrfToken } = answer.json();
  const headers = { cookie: `${cookie?.name}=${cookie?.value}`, "x-csrf-token": csrfToken };
  return callerWith(server, context, id, async () => headers);
}

function callerWith(
  server: Server,
  { settings }: ServerContext,
  principalId: string,
  credentials: () => Promise<Record<string, string>>,
): TestCaller {
  const ask = async (method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE", path: string, request: TestRequest = {}) => {
    const { headers, query, body } = request;
    return server.inject({
      method,
      url: `${settings.basePath}/api/v1${path}`,
      headers: { ...(await credentials()), ...headers },
      ...(query === undefined ? {} : { query }),
      ...(body === undefined ? {} : { payload: body as string | object }),
    });
  };
  return {
    principalId,
    headers: credentials,
    credentials,
    get: (path, request) => ask("GET", path, request),
    post: (path, body, request) => ask("POST", path, { body, ...request }),
    patch: (path, body, request) => ask("PATCH", path, { body, ...request }),
    put: (path, body, request) => ask("PUT", path, { body, ...request }),
    delete: (path, request) => ask("DELETE", path, request),
    status: async (method, path, { headers, body } = {}) => {
      const answer = await server.inject({
        method,
        url: path,
        payloadAsStream: true,
        headers: { ...(await credentials()), ...headers },
        ...(body === undefined ? {} : { payload: body as string }),
      });
      answer.stream().destroy();
      return answer.statusCode;
    },
  };
}
