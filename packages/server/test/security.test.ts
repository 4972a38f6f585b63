import { connect } from "node:net";
import { databaseKinds } from "@touchstone/test-support/databases";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { authenticateSigner } from "../src/access/sign.ts";
import { nameHash } from "../src/access/sign-in-attempts.ts";
import { buildServer } from "../src/build-server.ts";
import { createTestServer, TEST_PASSWORD, type TestServer } from "./test-server.ts";

const WRONG = "wrong horse battery staple";

describe.each(databaseKinds)("guessing passwords on %s", (kind) => {
  let opened: TestServer;

  beforeAll(async () => {
    opened = await createTestServer(kind);
  });

  afterAll(() => opened.remove());

  const signIn = (name: string, password: string, remoteAddress: string) =>
    opened.server.inject({ method: "POST", url: "/api/v1/session", payload: { name, password }, remoteAddress });

  const failuresOf = (name: string) =>
    opened.context.database.kysely
      .selectFrom("sign_in_failure")
      .selectAll()
      .where("name_sha256", "=", nameHash(name))
      .orderBy("source")
      .execute();

  test("guesses made at once are all counted, and five are looked at", async () => {
    await opened.person("guessed", "reviewer");
    const answers = await Promise.all(Array.from({ length: 9 }, () => signIn("guessed", WRONG, "192.0.2.1")));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([401]));
    const [everywhere, here] = await failuresOf("guessed");
    expect(here).toMatchObject({ source: "192.0.2.1", failures: 5, locked_until: new Date("2026-03-01T09:01:00Z") });
    expect(everywhere).toMatchObject({ source: "*", failures: 5, locked_until: null });
    expect((await signIn("guessed", TEST_PASSWORD, "192.0.2.1")).statusCode).toBe(401);
    // Whoever guesses keeps nobody out who is somewhere else; and the right password ends it all.
    expect((await signIn("guessed", TEST_PASSWORD, "192.0.2.2")).statusCode).toBe(201);
  });

  test("a lock doubles with each further failure, to an hour, and a day later all is forgotten", async () => {
    await opened.person("doubling", "reviewer");
    const locks: number[] = [];
    let now = new Date("2026-03-01T09:00:00Z");
    for (let failure = 1; failure <= 12; failure++) {
      await signIn("doubling", WRONG, "192.0.2.9");
      const [, here] = await failuresOf("doubling");
      const until = here?.locked_until ?? now;
      locks.push((until.getTime() - now.getTime()) / 60_000);
      now = until;
      opened.setNow(now.toISOString());
    }
    expect(locks).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]);
    opened.setNow(new Date(now.getTime() + 25 * 3_600_000).toISOString());
    await signIn("doubling", WRONG, "192.0.2.9");
    expect((await failuresOf("doubling"))[1]).toMatchObject({ failures: 1, locked_until: null });
    opened.setNow("2026-03-01T09:00:00.000Z");
  });

  test("a name that no account has is answered, counted and locked as any other", async () => {
    await opened.person("real", "reviewer");
    const answersOf = async (name: string) => {
      const answers = [];
      for (let count = 0; count < 6; count++) answers.push(await signIn(name, WRONG, "192.0.2.3"));
      return answers.map((answer) => ({ ...answer.json(), instance: "" }));
    };
    expect(await answersOf("nobody here")).toEqual(await answersOf("real"));
    const shape = async (name: string) => (await failuresOf(name)).map(({ name_sha256: _, ...rest }) => rest);
    expect(await shape("nobody here")).toEqual(await shape("real"));
    const { kysely } = opened.context.database;
    const locks = await kysely.selectFrom("audit_event").selectAll().where("action", "=", "sign in.lock").execute();
    const ofBoth = locks.filter(({ subject_id: id }) => [nameHash("nobody here"), nameHash("real")].includes(id));
    expect(ofBoth).toHaveLength(2);
    expect(JSON.stringify(locks)).not.toContain("nobody here");
  });

  test("everybody's guesses together lock a name, but not a person who signs in a session", async () => {
    const { principalId } = await opened.person("busy", "director");
    const { kysely } = opened.context.database;
    const session = await kysely
      .selectFrom("session")
      .selectAll()
      .where("principal_id", "=", principalId)
      .executeTakeFirstOrThrow();
    const guessed = { name_sha256: nameHash("busy"), source: "*", failures: 99, last_at: opened.context.now() };
    await kysely.insertInto("sign_in_failure").values(guessed).execute();
    expect((await signIn("busy", WRONG, "192.0.2.4")).statusCode).toBe(401);
    expect((await signIn("busy", TEST_PASSWORD, "192.0.2.5")).statusCode).toBe(401);
    const caller = {
      principalId,
      name: "busy",
      printedName: "Busy",
      roles: ["director"],
      rights: new Set(["sign"]),
      credential: {
        kind: "session",
        sessionId: session.id,
        method: "password",
        authenticatedAt: session.authenticated_at,
      },
    } as const;
    const request = (password: string) => ({ meaning: "approved", password });
    await expect(authenticateSigner(opened.context, caller as never, request(TEST_PASSWORD))).resolves.toMatchObject({
      meaning: "approved",
    });
    for (let count = 0; count < 5; count++) {
      await expect(authenticateSigner(opened.context, caller as never, request(WRONG))).rejects.toThrow();
    }
    await expect(authenticateSigner(opened.context, caller as never, request(TEST_PASSWORD))).rejects.toMatchObject({
      code: "TS_SIGN_IN_REFUSED",
    });
  });
});

describe("sessions", () => {
  let opened: TestServer;

  beforeAll(async () => {
    opened = await createTestServer("pglite");
  });

  afterAll(() => opened.remove());

  const signIn = (name: string, password: string, more: Partial<InjectOptions> = {}) =>
    opened.server.inject({ method: "POST", url: "/api/v1/session", payload: { name, password }, ...more });

  test("a cookie no script reads, no other site sends or sets, and no plain connection carries", async () => {
    await opened.person("cookie");
    const { headers } = await signIn("cookie", TEST_PASSWORD);
    expect(headers["set-cookie"]).toMatch(
      /^__Host-touchstone_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(headers["cache-control"]).toBe("no-store");
  });

  test("a session that somebody brings along does not become one's own, and ends", async () => {
    const victim = await opened.person("victim");
    const brought = await signIn("victim", TEST_PASSWORD);
    const [{ name, value } = { name: "", value: "" }] = brought.cookies;
    const again = await signIn("victim", TEST_PASSWORD, { headers: { cookie: `${name}=${value}` } });
    expect(again.cookies[0]?.value).not.toBe(value);
    const withOld = await opened.nobody.get("/session", { headers: { cookie: `${name}=${value}` } });
    expect(withOld.statusCode).toBe(401);
    expect((await victim.get("/session")).statusCode).toBe(200);
    const invented = await opened.nobody.get("/session", { headers: { cookie: `${name}=invented` } });
    expect(invented.statusCode).toBe(401);
  });

  test("a page that is loaded anew learns its CSRF token; a program has none", async () => {
    await opened.person("page");
    const started = await signIn("page", TEST_PASSWORD);
    const [{ name, value } = { name: "", value: "" }] = started.cookies;
    const who = await opened.nobody.get("/session", { headers: { cookie: `${name}=${value}` } });
    expect(who.json().csrfToken).toBe(started.json().csrfToken);
    expect((await (await opened.program("read")).get("/session")).json().csrfToken).toBeNull();
  });

  test("people see their sessions, end one, or all", async () => {
    const first = await opened.person("many");
    await signIn("many", TEST_PASSWORD);
    await signIn("many", TEST_PASSWORD);
    const other = await opened.person("other");
    const items = (await first.get("/sessions")).json().items;
    expect(items).toHaveLength(3);
    expect(items.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1);
    const second = items.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent).id;
    expect((await other.delete(`/sessions/${second}`)).statusCode).toBe(404);
    expect((await first.delete(`/sessions/${second}`)).statusCode).toBe(204);
    expect((await first.get("/sessions")).json().items).toHaveLength(2);
    const admin = await opened.person("admin of sessions", "admin");
    const [{ id }] = (await other.get("/sessions")).json().items;
    expect((await admin.delete(`/sessions/${id}`)).statusCode).toBe(204);
    expect((await other.get("/sessions")).statusCode).toBe(401);
    expect((await first.delete("/sessions")).json()).toEqual({ ended: 2 });
    expect((await first.get("/session")).statusCode).toBe(401);
    const program = await opened.program("admin");
    expect((await program.delete("/sessions")).json().code).toBe("TS_FORBIDDEN");
  });

  test("a person replaces their password with the old one; the other sessions end", async () => {
    const person = await opened.person("changing");
    const other = (await signIn("changing", TEST_PASSWORD)).cookies[0];
    const newPassword = "another horse battery staple";
    const change = (oldPassword: string, password: string) =>
      person.put("/session/password", { oldPassword, newPassword: password });
    expect((await change(WRONG, newPassword)).json().code).toBe("TS_SIGN_IN_REFUSED");
    expect((await change(TEST_PASSWORD, "short")).json().errors[0].pointer).toBe("/body/newPassword");
    expect((await change(TEST_PASSWORD, TEST_PASSWORD)).statusCode).toBe(400);
    expect((await change(TEST_PASSWORD, newPassword)).statusCode).toBe(204);
    expect((await person.get("/session")).statusCode).toBe(200);
    const headers = { cookie: `${other?.name}=${other?.value}` };
    expect((await opened.nobody.get("/session", { headers })).statusCode).toBe(401);
    expect((await signIn("changing", TEST_PASSWORD)).statusCode).toBe(401);
    expect((await signIn("changing", newPassword)).statusCode).toBe(201);
    const rows = await opened.context.database.kysely.selectFrom("audit_event").selectAll().execute();
    expect(rows.filter(({ action }) => action === "password.change")).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("horse");
  });

  test("nobody decides about their own roles, or acts under another person's name", async () => {
    const admin = await opened.person("the admin", "admin");
    const reviewer = await opened.person("the reviewer", "reviewer");
    const roles = await admin.patch(`/principals/${admin.principalId}`, { roles: ["admin", "director"] });
    expect(roles.json().errors[0].pointer).toBe("/body/roles");
    const token = await admin.post("/tokens", { name: "x", scopes: ["read"], principalId: reviewer.principalId });
    expect(token.json().code).toBe("TS_FORBIDDEN");
    expect((await reviewer.post("/tokens", { name: "mine", scopes: ["review"] })).statusCode).toBe(201);
  });
});

describe("requests", () => {
  let opened: TestServer;

  beforeAll(async () => {
    opened = await createTestServer("pglite");
  });

  afterAll(() => opened.remove());

  const post = (url: string, payload: string, headers: Record<string, string>) =>
    opened.server.inject({ method: "POST", url: `/api/v1${url}`, payload, headers });

  test("another site's page signs nobody in", async () => {
    const body = JSON.stringify({ name: "attacker", password: WRONG });
    const json = { "content-type": "application/json", host: "touchstone.example" };
    const codeWith = async (headers: Record<string, string>) => (await post("/session", body, headers)).json().code;
    expect(await codeWith({ ...json, "sec-fetch-site": "cross-site" })).toBe("TS_FORBIDDEN");
    expect(await codeWith({ ...json, "sec-fetch-site": "same-site" })).toBe("TS_FORBIDDEN");
    expect(await codeWith({ ...json, origin: "https://evil.example" })).toBe("TS_FORBIDDEN");
    expect(await codeWith({ ...json, origin: "null" })).toBe("TS_FORBIDDEN");
    expect(await codeWith({ ...json, origin: "https://evil.example", "x-forwarded-host": "evil.example" })).toBe(
      "TS_FORBIDDEN",
    );
    expect(await codeWith({ ...json, origin: "https://touchstone.example" })).toBe("TS_SIGN_IN_REFUSED");
    expect(await codeWith({ ...json, "sec-fetch-site": "same-origin" })).toBe("TS_SIGN_IN_REFUSED");
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
      expect(await codeWith({ "content-type": type })).toBe("TS_UNSUPPORTED_MEDIA_TYPE");
    }
  });

  test("signing in takes small requests, and few of one address", async () => {
    const json = { "content-type": "application/json" };
    const large = await post("/session", JSON.stringify({ name: "x".repeat(20_000), password: "" }), json);
    expect(large.json().code).toBe("TS_REQUEST_TOO_LARGE");
    const remoteAddress = "198.51.100.1";
    const headers = { "content-type": "application/json" };
    const attempt = () =>
      opened.server.inject({ method: "POST", url: "/api/v1/session", payload: "{", headers, remoteAddress });
    const codes = [];
    for (let count = 0; count < 21; count++) codes.push((await attempt()).statusCode);
    expect(codes.slice(0, 20).every((code) => code === 400)).toBe(true);
    expect(codes[20]).toBe(429);
    expect(Number((await attempt()).headers["retry-after"])).toBeGreaterThan(0);
  });

  test("a body cannot reach the prototypes of objects", async () => {
    const headers = { "content-type": "application/json" };
    const program = await opened.program("ingest");
    for (const parameters of ['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}']) {
      const answer = await program.post("/runs", `{"name":"p","parameters":${parameters}}`, { headers });
      expect(answer.json().code).toBe("TS_REQUEST_INVALID");
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("texts that no database keeps as they are, and endless nesting, are refused by their place", async () => {
    const program = await opened.program("ingest", "read");
    const place = async (body: string) => {
      const answer = await program.post("/runs", body, { headers: { "content-type": "application/json" } });
      return [answer.statusCode, answer.json().errors?.[0].pointer];
    };
    expect(await place('{"name":"a\\u0000b"}')).toEqual([400, "/body/name"]);
    expect(await place('{"name":"a\\ud800"}')).toEqual([400, "/body/name"]);
    expect(await place('{"name":"x","samples":["a","b\\u0000"]}')).toEqual([400, "/body/samples/1"]);
    expect(await place('{"name":"x","parameters":{"a/b":"\\u0000"}}')).toEqual([400, "/body/parameters/a~1b"]);
    const [status] = await place(`{"name":"x","parameters":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}}`);
    expect(status).toBe(400);
    expect((await program.get("/runs/a%00b")).statusCode).toBe(400);
    expect((await program.get("/runs", { query: { instrumentId: "\0" } })).statusCode).toBe(400);
  });

  test("a caller neither chooses the id of a request nor the address it came from", async () => {
    const headers = { "x-request-id": "injected", "request-id": "injected", "x-forwarded-for": "10.9.9.9" };
    const { instance } = (await opened.nobody.get("/runs", { headers })).json();
    expect(instance).toMatch(/^urn:touchstone:request:[0-9a-f-]{36}$/);
  });

  test("answers are kept by no cache, refusals included; headers have a limit", async () => {
    for (const path of ["/health", "/runs", "/nothing"]) {
      expect((await opened.nobody.get(path)).headers["cache-control"]).toBe("no-store");
    }
    await opened.server.listen({ host: "127.0.0.1", port: 0 });
    const { port } = opened.server.addresses()[0] as { port: number };
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(`GET /api/v1/health HTTP/1.1\r\nHost: x\r\nX-Large: ${"a".repeat(20_000)}\r\n\r\n`);
      });
      let text = "";
      socket.on("data", (data) => {
        text += data;
      });
      socket.on("close", () => resolve(text));
      socket.on("error", reject);
    });
    expect(answer).toMatch(/^HTTP\/1.1 431 /);
  });
});

describe("the log", () => {
  test("holds what was asked and what went wrong, and nothing that opens a door", async () => {
    const opened = await createTestServer("pglite", { trustedProxies: ["127.0.0.1"] });
    const lines: string[] = [];
    const stream = { write: (line: string) => lines.push(line) };
    const server = await buildServer(opened.context, { level: "trace", stream } as never);
    await opened.person("logged", "technologist");
    const secrets: string[] = [TEST_PASSWORD, WRONG];
    const signIn = (password: string) =>
      server.inject({ method: "POST", url: "/api/v1/session", payload: { name: "logged", password } });
    await signIn(WRONG);
    const started = await signIn(TEST_PASSWORD);
    const [cookie] = started.cookies;
    secrets.push(cookie?.value ?? "", started.json().csrfToken);
    const headers = { cookie: `${cookie?.name}=${cookie?.value}`, "x-csrf-token": started.json().csrfToken };
    const made = await server.inject({
      method: "POST",
      url: "/api/v1/tokens",
      headers,
      payload: { name: "logged", scopes: ["ingest"] },
    });
    const { token } = made.json();
    secrets.push(token, token.slice(12));
    const authorization = `Bearer ${token}`;
    await server.inject({ url: "/api/v1/session?code=secret-code", headers: { authorization } });
    await server.inject({ url: `/api/v1/runs/${token}`, headers });
    await server.inject({ url: "/api/v1/session", headers: { authorization: `${authorization}x` } });
    secrets.push("secret-code");
    const broken = {
      ...opened.context,
      database: {
        ...opened.context.database,
        get kysely(): never {
          throw Object.assign(new Error(`broken for ${token}`), { params: [token], headers });
        },
      },
    };
    const brokenServer = await buildServer(broken, { level: "trace", stream } as never);
    const failed = await brokenServer.inject({ url: "/api/v1/session", headers: { authorization } });
    expect(failed.json()).toMatchObject({ code: "TS_INTERNAL", detail: "The request could not be carried out." });
    expect(failed.body).not.toContain("broken");
    await brokenServer.close();
    await server.close();
    await opened.remove();
    const log = lines.join("");
    expect(log).toContain('"path":"/api/v1/session"');
    expect(log).toContain("broken for tst_[secret]");
    expect(secrets.every((secret) => secret.length > 8)).toBe(true);
    for (const secret of secrets) expect(log).not.toContain(secret);
  });
});
