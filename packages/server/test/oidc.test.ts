import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { newId } from "@touchstone/store";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Caller } from "../src/access/caller.ts";
import { authenticateSigner, sign } from "../src/access/sign.ts";
import { buildServer } from "../src/build-server.ts";
import type { ServerContext } from "../src/context.ts";
import type { Server } from "../src/http/route-schema.ts";
import type { OidcSettings } from "../src/oidc/settings.ts";
import { requireSafeAddress } from "../src/start/first-start.ts";
import { perform } from "../src/writing/perform.ts";
import { type Forgery, type ForgingProvider, startForgingProvider } from "./forging-provider.ts";
import { type RealProvider, startRealProvider } from "./real-provider.ts";
import { createTestServer, type TestServer } from "./test-server.ts";

const PUBLIC_URL = "http://touchstone.test/qc";
const CALLBACK = `${PUBLIC_URL}/api/v1/session/oidc/callback`;

/** A browser at the server: it keeps cookies. */
class Browser {
  readonly cookies = new Map<string, string>();
  private readonly server: Server;

  constructor(server: Server) {
    this.server = server;
  }

  async ask(method: "GET" | "POST", url: string, payload?: object, headers: Record<string, string> = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await this.server.inject({
      method,
      url: url.startsWith("/") ? `/qc/api/v1${url}` : url.slice(new URL(url).origin.length),
      headers: { ...(cookie === "" ? {} : { cookie }), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value } of answer.cookies) {
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** Begins to sign in and returns where the provider is. */
  async begin(returnTo = "/qc/runs"): Promise<URL> {
    const answer = await this.ask("GET", `/session/oidc?returnTo=${encodeURIComponent(returnTo)}`);
    expect(answer.statusCode, answer.body).toBe(302);
    return new URL(String(answer.headers.location));
  }

  /** Begins to prove anew who it is. */
  async beginAnew(): Promise<URL> {
    const { csrfToken } = (await this.ask("GET", "/session")).json();
    const answer = await this.ask("POST", "/session/reauthentication", {}, { "x-csrf-token": csrfToken });
    expect(answer.statusCode, answer.body).toBe(200);
    return new URL(answer.json().url);
  }
}

/** A server of its own over the test's records, with the time as it is: providers have no other. */
async function serverWith(opened: TestServer, oidc: OidcSettings): Promise<{ server: Server; context: ServerContext }> {
  const settings = {
    ...opened.context.settings,
    basePath: "/qc",
    publicUrl: PUBLIC_URL,
    secureCookies: false,
    oidc,
  };
  const context = { ...opened.context, settings, now: () => new Date() };
  return { server: await buildServer(context, { level: "error" }), context };
}

async function addPerson({ database }: ServerContext, issuer: string, subject: string): Promise<string> {
  const id = newId();
  await database.kysely
    .insertInto("principal")
    .values({
      id,
      kind: "person",
      name: `${subject} here`,
      printed_name: `Dr ${subject}`,
      roles: ["reviewer"],
      oidc_issuer: issuer,
      oidc_subject: subject,
    })
    .execute();
  return id;
}

/** The caller that a browser's session stands for. */
async function callerIn(context: ServerContext, principalId: string): Promise<Caller> {
  const session = await context.database.kysely
    .selectFrom("session")
    .selectAll()
    .where("principal_id", "=", principalId)
    .where("ended_at", "is", null)
    .orderBy("created_at", "desc")
    .executeTakeFirstOrThrow();
  return {
    principalId,
    name: "signer",
    printedName: "Signer",
    roles: ["reviewer"],
    rights: new Set(["sign"]),
    credential: {
      kind: "session",
      sessionId: session.id,
      method: session.method,
      authenticatedAt: session.authenticated_at,
    },
  };
}

/** Providers tell time in seconds: waits until their clocks show another one. */
async function nextSecond(): Promise<void> {
  const start = Math.floor(Date.now() / 1000);
  while (Math.floor(Date.now() / 1000) === start) await setTimeout(20);
}

describe("signing in with a provider", () => {
  let opened: TestServer;
  let provider: RealProvider;
  let oidc: OidcSettings;
  let server: Server;
  let context: ServerContext;

  beforeAll(async () => {
    // The provider tells developers what to configure for production.
    for (const method of ["info", "warn"] as const) vi.spyOn(console, method).mockImplementation(() => {});
    opened = await createTestServer("pglite");
    provider = await startRealProvider(CALLBACK);
    const { issuer, clientId, clientSecret } = provider;
    oidc = { issuer, clientId, clientSecret, roleMapping: null };
    ({ server, context } = await serverWith(opened, oidc));
  });

  afterAll(async () => {
    await server.close();
    await provider.close();
    await opened.remove();
    vi.restoreAllMocks();
  });

  test("a person whom an admin added signs in, and comes back to where it began", async () => {
    await addPerson(context, provider.issuer, "alice");
    const browser = new Browser(server);
    const url = await browser.begin("/qc/runs?status=failed&x=%22");
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: "code",
      redirect_uri: CALLBACK,
      code_challenge_method: "S256",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const back = await provider.signIn(url, "alice");
    const page = await browser.ask("GET", back.href);
    expect(page.statusCode, page.body).toBe(200);
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.body).toContain('content="0;url=/qc/runs?status=failed&amp;x=%22"');
    expect(page.body).not.toContain("<script");
    expect(page.headers["set-cookie"]).toEqual(
      expect.arrayContaining([expect.stringMatching(/touchstone_session=.*Path=\/qc\/;.*HttpOnly; SameSite=Strict/)]),
    );
    const who = (await browser.ask("GET", "/session")).json();
    expect(who).toMatchObject({ name: "alice here", printedName: "Dr alice", roles: ["reviewer"] });
    const again = await browser.ask("GET", back.href);
    expect(again.json()).toMatchObject({ code: "TS_OIDC_REFUSED", status: 401 });
  });

  test("whom nobody added is refused, and told by which subject an admin can", async () => {
    const browser = new Browser(server);
    const back = await provider.signIn(await browser.begin(), "stranger");
    const answer = await browser.ask("GET", back.href);
    expect(answer.json()).toMatchObject({ code: "TS_OIDC_REFUSED" });
    expect(answer.json().detail).toContain(`nobody here is stranger of ${provider.issuer}`);
    expect((await browser.ask("GET", "/session")).statusCode).toBe(401);
  });

  test("an answer that another browser asked for signs nobody in", async () => {
    const attacker = new Browser(server);
    const back = await provider.signIn(await attacker.begin(), "alice");
    const victim = new Browser(server);
    expect((await victim.ask("GET", back.href)).json().detail).toBe("this browser did not begin that sign-in");
    await victim.begin();
    expect((await victim.ask("GET", back.href)).json().detail).toBe("this browser did not begin that sign-in");
    expect((await victim.ask("GET", "/session")).statusCode).toBe(401);
  });

  test("somebody who does not agree is not signed in", async () => {
    const browser = new Browser(server);
    const state = (await browser.begin()).searchParams.get("state");
    const denied = `${CALLBACK}?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`;
    expect((await browser.ask("GET", denied)).json().detail).toBe("the provider did not sign in: access_denied");
  });

  test("a signature needs the person to sign in anew, and each its own", async () => {
    const principalId = await addPerson(context, provider.issuer, "director");
    const browser = new Browser(server);
    const cookies = new Map<string, string>();
    await browser.ask("GET", (await provider.signIn(await browser.begin(), "director", cookies)).href);
    const caller = await callerIn(context, principalId);
    const needed = { code: "TS_REAUTHENTICATION_NEEDED" };
    await expect(authenticateSigner(context, caller, { meaning: "approved" })).rejects.toMatchObject(needed);
    await nextSecond();
    const url = await browser.beginAnew();
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ prompt: "login", max_age: "0" });
    const page = await browser.ask("GET", (await provider.signIn(url, "director", cookies)).href);
    expect(page.statusCode, page.body).toBe(200);
    const signer = await authenticateSigner(context, caller, { meaning: "approved" });
    const rival = await authenticateSigner(context, caller, { meaning: "approved" });
    const record = (content: string) => ({ kind: "run", id: newId(), content: { content } });
    const failing = perform(context, caller, async ({ transaction }) => {
      await sign(transaction, signer, record("undone"));
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    await perform(context, caller, async ({ transaction }) => {
      await sign(transaction, signer, record("one"));
      await sign(transaction, signer, record("another of the same request"));
    });
    const second = perform(context, caller, ({ transaction }) => sign(transaction, rival, record("two")));
    await expect(second).rejects.toMatchObject(needed);
    await expect(authenticateSigner(context, caller, { meaning: "approved" })).rejects.toMatchObject(needed);
    const signatures = await context.database.kysely
      .selectFrom("signature")
      .selectAll()
      .where("principal_id", "=", principalId)
      .execute();
    expect(signatures.map(({ record_content }) => record_content).toSorted()).toEqual([
      '{"content":"another of the same request"}',
      '{"content":"one"}',
    ]);
  });

  test("somebody else's proof does not count for a session", async () => {
    const principalId = await addPerson(context, provider.issuer, "owner");
    const browser = new Browser(server);
    await browser.ask("GET", (await provider.signIn(await browser.begin(), "owner")).href);
    await nextSecond();
    const back = await provider.signIn(await browser.beginAnew(), "alice");
    expect((await browser.ask("GET", back.href)).json().detail).toContain("somebody else signed in");
    const caller = await callerIn(context, principalId);
    await expect(authenticateSigner(context, caller, { meaning: "approved" })).rejects.toThrow();
  });

  test("a server whose provider maps roles may be reached by others", async () => {
    const mapped = { ...oidc, roleMapping: { claim: "groups", roles: { staff: "technologist" } } } as const;
    const settings = { ...context.settings, oidc: mapped };
    await requireSafeAddress({ ...context, settings }, "0.0.0.0");
  });
});

describe("a provider whose answers do not hold", () => {
  let opened: TestServer;
  let provider: ForgingProvider;
  let server: Server;
  let context: ServerContext;
  let principalId: string;

  beforeAll(async () => {
    opened = await createTestServer("pglite");
    provider = await startForgingProvider("touchstone");
    const oidc = { issuer: provider.issuer, clientId: "touchstone", clientSecret: "secret", roleMapping: null };
    ({ server, context } = await serverWith(opened, oidc));
    principalId = await addPerson(context, provider.issuer, "subject");
  });

  afterAll(async () => {
    await server.close();
    await provider.close();
    await opened.remove();
  });

  /** Comes back with a code for which the provider gives a forged token. */
  async function comeBack(browser: Browser, begun: URL, forgery: Forgery = {}) {
    const nonce = begun.searchParams.get("nonce") ?? "";
    provider.answerWith(nonce, forgery);
    return browser.ask("GET", `${CALLBACK}?code=any&state=${begun.searchParams.get("state")}`);
  }

  test("what it says is believed when it holds, and the code is bound to this sign-in", async () => {
    const browser = new Browser(server);
    const begun = await browser.begin();
    expect((await comeBack(browser, begun)).statusCode).toBe(200);
    const sent = provider.lastRequest();
    expect(sent.get("code")).toBe("any");
    expect(sent.get("redirect_uri")).toBe(CALLBACK);
    const challenge = createHash("sha256")
      .update(sent.get("code_verifier") ?? "")
      .digest("base64url");
    expect(challenge).toBe(begun.searchParams.get("code_challenge"));
  });

  const now = () => Math.floor(Date.now() / 1000);
  test.each([
    ["another nonce", { claims: { nonce: "another" } }],
    ["no nonce", { claims: { nonce: undefined } }],
    ["another audience", { claims: { aud: "somebody else" } }],
    ["several audiences, for another party", { claims: { aud: ["touchstone", "other"], azp: "other" } }],
    ["another issuer", { claims: { iss: "https://evil.example" } }],
    ["an ID token that has ended", { lifetime: -120 }],
    ["an ID token of the future", { claims: { nbf: now() + 3600 } }],
    ["a key that it does not publish", { otherKey: true }],
    ["no subject", { claims: { sub: undefined } }],
    ["a refusal of the code", { status: 400 }],
  ] as [string, Forgery][])("%s is refused", async (_name, forgery) => {
    const browser = new Browser(server);
    const answer = await comeBack(browser, await browser.begin(), forgery);
    expect(answer.json()).toMatchObject({ code: "TS_OIDC_REFUSED", status: 401 });
    expect((await browser.ask("GET", "/session")).statusCode).toBe(401);
  });

  test("another state, none, or one that has ended is refused before the provider is asked", async () => {
    const browser = new Browser(server);
    const begun = await browser.begin();
    const refused = { code: "TS_OIDC_REFUSED" };
    expect((await browser.ask("GET", `${CALLBACK}?code=any&state=another`)).json()).toMatchObject(refused);
    expect((await browser.ask("GET", `${CALLBACK}?code=any`)).json()).toMatchObject(refused);
    const late = new Browser(server);
    const begunLate = await late.begin();
    const past = { created_at: new Date(Date.now() - 3_600_000), expires_at: new Date(Date.now() - 1) };
    await context.database.kysely.updateTable("oidc_sign_in").set(past).execute();
    expect((await comeBack(late, begunLate)).json().detail).toBe("that sign-in has ended, or was used already");
    expect((await comeBack(browser, begun)).json()).toMatchObject(refused);
  });

  test("a signature is not given for a sign-in that the provider remembered", async () => {
    const browser = new Browser(server);
    await comeBack(browser, await browser.begin(), { claims: { auth_time: now() } });
    const caller = await callerIn(context, principalId);
    const attempt = async (claims: Forgery["claims"]) => {
      const answer = await comeBack(browser, await browser.beginAnew(), { claims: claims ?? {} });
      return answer.statusCode === 200 ? "counts" : answer.json().detail;
    };
    const remembered = now();
    await nextSecond();
    const again = "the provider did not have the person sign in again";
    expect(await attempt({ auth_time: now() - 3600 })).toBe(again);
    expect(await attempt({ auth_time: remembered - 1 })).toBe(again);
    expect(await attempt({})).toContain("auth_time");
    expect(await attempt({ auth_time: now() + 600 })).toContain("ahead");
    await expect(authenticateSigner(context, caller, { meaning: "approved" })).rejects.toThrow();
    await nextSecond();
    const fresh = now();
    expect(await attempt({ auth_time: fresh })).toBe("counts");
    await authenticateSigner(context, caller, { meaning: "approved" });
    expect(await attempt({ auth_time: fresh })).toBe(again);
  });

  test("a provider that cannot be reached is no refusal, and is asked again", async () => {
    const gone = await startForgingProvider("touchstone");
    await gone.close();
    const oidc = { issuer: gone.issuer, clientId: "touchstone", clientSecret: null, roleMapping: null };
    const { server: alone } = await serverWith(opened, oidc);
    for (let count = 0; count < 2; count++) {
      const answer = await new Browser(alone).ask("GET", "/session/oidc");
      expect(answer.json()).toMatchObject({ code: "TS_OIDC_UNAVAILABLE", status: 503, retryable: true });
    }
    await alone.close();
    const { statusCode } = await opened.nobody.get("/session/oidc");
    expect(statusCode).toBe(404);
    expect((await opened.nobody.get("/session/methods")).json()).toEqual({ password: true, oidc: null });
  });

  test("with a mapping, a claim adds people and decides about their roles at each sign-in", async () => {
    const roleMapping = { claim: "groups", roles: { staff: "technologist", heads: "director" } } as const;
    const oidc = { issuer: provider.issuer, clientId: "touchstone", clientSecret: "secret", roleMapping };
    const { server: mapping } = await serverWith(opened, oidc);
    const signIn = async (claims: Forgery["claims"]) => {
      const browser = new Browser(mapping);
      const answer = await comeBack(browser, await browser.begin(), { claims: claims ?? {} });
      if (answer.statusCode !== 200) return answer.json().detail;
      return (await browser.ask("GET", "/session")).json();
    };
    const carol = { sub: "carol", preferred_username: "carol", name: "Dr Carol" };
    expect(await signIn({ ...carol, groups: ["guests", "constructor"] })).toContain("gives no role");
    expect(await signIn({ ...carol, groups: ["staff", "heads"] })).toMatchObject({
      name: "carol",
      printedName: "Dr Carol",
      roles: ["director", "technologist"],
    });
    expect(await signIn({ ...carol, groups: "staff" })).toMatchObject({ roles: ["technologist"] });
    expect(await signIn({ sub: "thief", preferred_username: "carol", groups: ["heads"] })).toContain("is taken");
    expect(await signIn({ ...carol, groups: [] })).toContain("gives no role");
    const { roles } = await context.database.kysely
      .selectFrom("principal")
      .select("roles")
      .where("name", "=", "carol")
      .executeTakeFirstOrThrow();
    expect(roles).toEqual([]);
    await mapping.close();
  });

  test("where it leads back to follows settings, or the proxies that are trusted, and nobody else", async () => {
    const oidc = { issuer: provider.issuer, clientId: "touchstone", clientSecret: null, roleMapping: null };
    const leadsBackTo = async (trustedProxies: readonly string[]) => {
      const settings = { ...opened.context.settings, trustedProxies, oidc };
      const own = await buildServer({ ...context, settings });
      const answer = await own.inject({
        url: "/api/v1/session/oidc",
        headers: { host: "inside:8042", "x-forwarded-host": "outside.example", "x-forwarded-proto": "https" },
      });
      await own.close();
      return new URL(String(answer.headers.location)).searchParams.get("redirect_uri");
    };
    const path = "/api/v1/session/oidc/callback";
    expect(await leadsBackTo([])).toBe(`http://inside:8042${path}`);
    expect(await leadsBackTo(["127.0.0.1"])).toBe(`https://outside.example${path}`);
  });
});
