import { randomBytes } from "node:crypto";
import { newId } from "@touchstone/store";
import { databaseKinds } from "@touchstone/test-support/databases";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import { startWebhookReceiver, type WebhookReceiver } from "../../test/webhook-receiver.ts";
import { startBackground } from "../background.ts";
import { claimDelivery } from "../deliveries/claim-delivery.ts";
import { deliverDue } from "../deliveries/deliver.ts";
import type { Delivery } from "../deliveries/schema.ts";
import { tasks } from "../scheduler/tasks.ts";
import { perform } from "../writing/perform.ts";

const PATIENCE = { timeout: 50_000 };

describe.each(databaseKinds)("webhooks on %s", (kind) => {
  let opened: TestServer;
  let admin: TestCaller;
  let receiver: WebhookReceiver;
  let made: string[] = [];

  beforeAll(async () => {
    opened = await createTestServer(kind, { secretKey: randomBytes(32), allowPrivateWebhooks: true });
    admin = await opened.program("admin", "read");
    receiver = await startWebhookReceiver();
  });

  afterEach(async () => {
    opened.setNow("2026-03-01T09:00:00.000Z");
    for (const id of made.splice(0)) await admin.delete(`/webhooks/${id}`);
    await deliverDue(opened.context);
    receiver.messages.splice(0);
    receiver.answer(204);
    made = [];
  });

  afterAll(async () => {
    await receiver.close();
    await opened.remove();
  });

  async function addWebhook(topics: string[], url = receiver.url): Promise<{ id: string; secret: string }> {
    const answer = await admin.post("/webhooks", { url, topics });
    expect(answer.statusCode, answer.body).toBe(201);
    made.push(answer.json().id);
    return answer.json();
  }

  const publish = (topic: string, payload: unknown = {}) =>
    perform(opened.context, null, async (writing) => {
      writing.publish({ topic, recordKind: "test", recordId: newId(), payload });
    });

  async function deliveries(query: Record<string, string>): Promise<Delivery[]> {
    const answer = await admin.get("/deliveries", { query });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json().items;
  }

  test("a receiver gets what it wants, signed as Standard Webhooks' own library checks it", async () => {
    const { id, secret } = await addWebhook(["run.*"]);
    const before = admin;
    opened.setNow(new Date().toISOString()); // the library compares with the clock
    admin = await opened.program("admin");
    await publish("alert.raised");
    await publish("run.created", { name: "first" });
    expect(await deliverDue(opened.context)).toBe(1);
    const [message, ...others] = receiver.messages;
    expect(others).toEqual([]);
    const headers = message?.headers as Record<string, string>;
    const content = new Webhook(secret).verify(message?.body ?? "", headers);
    const [delivery] = await deliveries({ webhookId: id });
    expect(content).toEqual({ type: "run.created", timestamp: delivery?.event.createdAt, data: delivery?.event });
    expect(headers).toMatchObject({ "webhook-id": delivery?.id, "content-type": "application/json" });
    expect(delivery).toMatchObject({ status: "delivered", attempts: 1, failure: null });
    expect(() => new Webhook(secret).verify(`${message?.body} `, headers)).toThrow();
    expect(await deliverDue(opened.context)).toBe(0);
    admin = before;
  });

  test("a secret is shown once and kept encrypted", async () => {
    const { id, secret } = await addWebhook(["run.created"]);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    for (const path of [`/webhooks/${id}`, "/webhooks"]) {
      const { body } = await admin.get(path);
      expect(body).not.toContain("whsec");
      expect(body).not.toContain("secret");
    }
    const { kysely } = opened.context.database;
    const row = await kysely.selectFrom("webhook").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    const trail = await kysely.selectFrom("audit_event").select("new_value").where("subject_id", "=", id).execute();
    const kept = JSON.stringify([row, trail]);
    expect(kept).not.toContain(secret.slice("whsec_".length));
    expect(kept).not.toContain(Buffer.from(secret.slice("whsec_".length), "base64").toString("hex"));
  });

  test("what fails is tried again later and later, then is dead, and is delivered under its id when asked for", async () => {
    const { id } = await addWebhook(["run.created"]);
    receiver.answer(503);
    await publish("run.created");
    const start = Date.parse("2026-03-01T09:00:00.000Z");
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 10; attempt++) {
      expect(await deliverDue(opened.context)).toBe(1);
      expect(await deliverDue(opened.context)).toBe(0);
      const [delivery] = await deliveries({ webhookId: id });
      expect(delivery).toMatchObject({ attempts: attempt, failure: "the receiver answered 503" });
      if (attempt === 10) break;
      expect(delivery?.status).toBe("pending");
      const next = Date.parse(delivery?.nextAttemptAt ?? "");
      waits.push(next - opened.context.now().getTime());
      opened.setNow(new Date(next - 1).toISOString());
      expect(await deliverDue(opened.context)).toBe(0);
      opened.setNow(new Date(next).toISOString());
    }
    const expected = [10, 30, 90, 270, 810, 2430, 7290, 21_870, 65_610].map((seconds) => seconds * 1000);
    for (const [index, wait] of waits.entries()) {
      expect(wait / (expected[index] ?? 1)).toBeGreaterThan(0.79);
      expect(wait / (expected[index] ?? 1)).toBeLessThan(1.21);
    }
    expect(opened.context.now().getTime() - start).toBeGreaterThan(18 * 3_600_000);
    const [dead] = await deliveries({ status: "dead", webhookId: id });
    expect(dead).toMatchObject({ attempts: 10, nextAttemptAt: null });
    receiver.answer(200);
    const again = await admin.post(`/deliveries/${dead?.id}/redelivery`);
    expect(again.statusCode, again.body).toBe(202);
    expect(await deliverDue(opened.context)).toBe(1);
    expect(new Set(receiver.messages.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([dead?.id]));
    expect((await admin.get(`/deliveries/${dead?.id}`)).json()).toMatchObject({ status: "delivered", attempts: 1 });
    expect((await admin.post(`/deliveries/${dead?.id}/redelivery`)).statusCode).toBe(409);
  });

  test("a receiver that is gone is not told again, until somebody enables it", async () => {
    const { id } = await addWebhook(["run.created"]);
    receiver.answer(410);
    await publish("run.created");
    await publish("run.created");
    await deliverDue(opened.context);
    expect(receiver.messages).toHaveLength(1);
    expect((await admin.get(`/webhooks/${id}`)).json()).toMatchObject({
      disabledReason: "the receiver answered 410: it is gone",
    });
    expect((await deliveries({ webhookId: id, status: "dead" })).map(({ failure }) => failure).toSorted()).toEqual([
      "the receiver answered 410: it is gone",
      "the webhook is disabled",
    ]);
    await publish("run.created");
    receiver.answer(204);
    expect((await admin.patch(`/webhooks/${id}`, { isEnabled: true })).json().disabledAt).toBeNull();
    await publish("run.created");
    await deliverDue(opened.context);
    expect(receiver.messages).toHaveLength(2);
  });

  test("redirects are not followed", async () => {
    const { id } = await addWebhook(["run.created"]);
    receiver.answer(307, { location: `${receiver.url}/elsewhere` });
    await publish("run.created");
    await deliverDue(opened.context);
    expect(receiver.messages.map(({ path }) => path)).toEqual(["/hook"]);
    const [delivery] = await deliveries({ webhookId: id });
    expect(delivery?.failure).toBe("the receiver answered 307; redirects are not followed");
  });

  test("messages are written with what they tell of, or not at all", async () => {
    const { id } = await addWebhook(["run.created"]);
    const undone = perform(opened.context, null, async (writing) => {
      writing.publish({ topic: "run.created", recordKind: "run", recordId: newId(), payload: {} });
      writing.record({ action: " ", subject: { kind: "run", id: "x" } });
    });
    await expect(undone).rejects.toMatchObject({ code: "TS_AUDIT_EVENT_INVALID" });
    expect(await deliveries({ webhookId: id })).toEqual([]);
  });

  test("many at once deliver each message once", async () => {
    const { id } = await addWebhook(["run.created"]);
    for (let n = 0; n < 20; n++) await publish("run.created");
    const attempts = await Promise.all([1, 2, 3].map(() => deliverDue(opened.context)));
    expect(attempts.reduce((sum, count) => sum + count)).toBe(20);
    const ids = receiver.messages.map(({ headers }) => headers["webhook-id"]);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
    expect(await deliveries({ webhookId: id, status: "delivered" })).toHaveLength(20);
  });

  test("a message that a process took and did not finish is another's after a while", async () => {
    const { id } = await addWebhook(["run.created"]);
    await publish("run.created");
    const { kysely } = opened.context.database;
    const taken = await claimDelivery(kysely, opened.context.now(), []);
    expect(taken?.webhook_id).toBe(id);
    await deliverDue(opened.context);
    expect(receiver.messages).toEqual([]);
    opened.setNow("2026-03-01T09:02:00.000Z");
    await deliverDue(opened.context);
    expect(receiver.messages).toHaveLength(1);
    expect(await deliveries({ webhookId: id })).toMatchObject([{ status: "delivered", attempts: 2 }]);
  });

  test("the background delivers what comes, and is stopped", async () => {
    await addWebhook(["run.created"]);
    const background = await startBackground(opened.context);
    await publish("run.created");
    await vi.waitFor(() => expect(receiver.messages).toHaveLength(1), PATIENCE);
    await background.stop();
    await publish("run.created");
    expect(receiver.messages).toHaveLength(1);
  });

  test("a list in pages; old messages go, and those that wait stay", async () => {
    const { id } = await addWebhook(["run.created"]);
    for (let n = 0; n < 5; n++) await publish("run.created");
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { webhookId: id, limit: "2", ...(cursor === null ? {} : { cursor }) };
      const page: { items: Delivery[]; next: string | null } = (await admin.get("/deliveries", { query })).json();
      seen.push(...page.items.map((delivery) => delivery.id));
      cursor = page.next;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(5);
    await deliverDue(opened.context);
    await publish("run.created");
    opened.setNow("2026-04-15T00:00:00.000Z");
    await tasks.find(({ name }) => name === "remove deliveries")?.run(opened.context);
    expect((await deliveries({ webhookId: id })).map(({ status }) => status)).toEqual(["pending"]);
  });

  test("only an admin; addresses that are none", async () => {
    const reader = await opened.program("read", "ingest", "review");
    for (const path of ["/webhooks", "/deliveries", "/mail-subscriptions"]) {
      expect((await reader.get(path)).statusCode).toBe(403);
    }
    for (const url of ["ftp://example.org", "https://user:password@example.org/x", "nonsense"]) {
      const answer = await admin.post("/webhooks", { url, topics: ["run.created"] });
      expect([url, answer.json().errors?.[0]?.pointer]).toEqual([url, "/body/url"]);
    }
    expect((await admin.get(`/webhooks/${newId()}`)).statusCode).toBe(404);
    expect((await admin.post(`/deliveries/${newId()}/redelivery`)).statusCode).toBe(404);
  });
});

describe("without the settings", () => {
  test("private addresses and a missing key are refused, also of a webhook that was there before", async () => {
    const opened = await createTestServer("pglite", { secretKey: randomBytes(32) });
    const admin = await opened.program("admin", "read");
    const post = async (url: string) => (await admin.post("/webhooks", { url, topics: ["run.created"] })).json();
    for (const host of ["127.0.0.1", "10.0.0.1", "169.254.169.254", "[::1]", "[::ffff:10.0.0.1]", "2130706433", "0"]) {
      expect([host, (await post(`https://${host}/x`)).errors?.[0]?.pointer]).toEqual([host, "/body/url"]);
    }
    expect((await post("http://example.org/x")).errors[0].pointer).toBe("/body/url");
    const { id } = await post("https://localhost/x");
    await perform(opened.context, null, async (writing) => {
      writing.publish({ topic: "run.created", recordKind: "run", recordId: newId(), payload: {} });
    });
    await deliverDue(opened.context);
    const { items } = (await admin.get("/deliveries", { query: { webhookId: id } })).json();
    expect(items).toMatchObject([{ status: "dead", failure: "localhost is no public address" }]);
    await opened.remove();
    const without = await createTestServer("pglite");
    const other = await without.program("admin");
    const answer = await other.post("/webhooks", { url: "https://example.org/x", topics: ["run.created"] });
    expect(answer.json()).toMatchObject({ status: 409, code: "TS_NOT_CONFIGURED" });
    await without.remove();
  });
});
