import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, TEST_PASSWORD, type TestServer } from "../../test/test-server.ts";

describe.each(databaseKinds)("access on %s", (kind) => {
  let opened: TestServer;

  beforeAll(async () => {
    opened = await createTestServer(kind);
  });

  afterAll(() => opened.remove());

  test("nobody, somebody without the right, and somebody with it", async () => {
    const refused = await opened.nobody.get("/runs");
    expect(refused.statusCode).toBe(401);
    expect(refused.headers["www-authenticate"]).toContain("Bearer");
    const reader = await opened.program("read");
    expect((await reader.get("/runs")).statusCode).toBe(200);
    expect((await reader.post("/runs", { name: "no" })).statusCode).toBe(403);
    const person = await opened.person("tech", "technologist");
    expect((await person.post("/runs", { name: "of a person" })).statusCode).toBe(201);
    expect((await person.get("/session")).json()).toMatchObject({
      name: "tech",
      printedName: "tech (printed)",
      roles: ["technologist"],
      rights: ["read", "ingest"],
      credential: "session",
    });
  });

  test("who signs in with a provider is one person, and has a name there", async () => {
    const admin = await opened.person("in charge", "admin");
    const of = (name: string, oidcSubject: string) =>
      admin.post("/principals", {
        ...{ kind: "person", name, printedName: name, oidcIssuer: "https://provider.example", oidcSubject },
      });
    expect((await of("first", "subject-1")).statusCode).toBe(201);
    const second = await of("second", "subject-1");
    expect([second.statusCode, second.json().errors[0].pointer]).toEqual([409, "/body/oidcSubject"]);
    expect((await of("third", " ")).json().errors[0].pointer).toBe("/body/oidcSubject");
  });

  test("a token is shown once, kept as a hash, expires and can be revoked", async () => {
    const admin = await opened.person("boss", "admin");
    const made = await admin.post("/principals", { kind: "service", name: "pipeline", printedName: "Pipeline" });
    expect(made.statusCode, made.body).toBe(201);
    const principalId = made.json().id;
    const token = await admin.post("/tokens", {
      name: "nightly",
      scopes: ["ingest"],
      principalId,
      expiresAt: "2026-03-02T00:00:00Z",
    });
    expect(token.statusCode, token.body).toBe(201);
    const secret = token.json().token;
    const headers = { authorization: `Bearer ${secret}` };
    expect((await opened.nobody.get("/session", { headers })).json()).toMatchObject({ name: "pipeline" });
    const listed = (await admin.get("/tokens")).json().items;
    expect(JSON.stringify(listed)).not.toContain(secret);
    const { kysely } = opened.context.database;
    const rows = await kysely.selectFrom("audit_event").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    opened.setNow("2026-03-02T00:00:00.000Z");
    expect((await opened.nobody.get("/session", { headers })).statusCode).toBe(401);
    opened.setNow("2026-03-01T09:00:00.000Z");
    expect((await admin.delete(`/tokens/${token.json().id}`)).statusCode).toBe(200);
    expect((await opened.nobody.get("/session", { headers })).statusCode).toBe(401);
  });

  test("a request of a session that changes something needs its own CSRF token", async () => {
    const person = await opened.person("csrf", "technologist");
    const headers = { "x-csrf-token": "another" };
    expect((await person.post("/runs", { name: "forged" }, { headers })).json().code).toBe("TS_FORBIDDEN");
    expect((await person.get("/runs", { headers })).statusCode).toBe(200);
    expect((await person.delete("/session")).statusCode).toBe(204);
    expect((await person.get("/runs")).statusCode).toBe(401);
  });

  test("wrong passwords lock an account for a while, and the answer does not say so", async () => {
    await opened.person("locked", "reviewer");
    const attempt = (password: string) => opened.nobody.post("/session", { name: "locked", password });
    for (let count = 0; count < 5; count++) expect((await attempt("wrong")).statusCode).toBe(401);
    const right = await attempt(TEST_PASSWORD);
    expect(right.json().code).toBe("TS_SIGN_IN_REFUSED");
    opened.setNow("2026-03-01T09:01:01.000Z");
    expect((await attempt(TEST_PASSWORD)).statusCode).toBe(201);
    opened.setNow("2026-03-01T09:00:00.000Z");
  });

  test("an answer tells nothing of the inside, and carries the headers that browsers heed", async () => {
    const answer = await opened.nobody.get("/health");
    expect(answer.headers["content-security-policy"]).not.toContain("script-src 'self' 'unsafe-inline'");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer.headers["x-powered-by"]).toBeUndefined();
    const ready = await opened.nobody.get("/health/ready");
    expect(ready.json()).toMatchObject({ status: "ready", migrations: { status: "ready" } });
    expect((await opened.nobody.get("/nothing")).json()).toMatchObject({ code: "TS_NOT_FOUND", status: 404 });
  });
});
