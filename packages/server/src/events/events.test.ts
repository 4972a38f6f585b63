import { once } from "node:events";
import { connect } from "node:net";
import { newId, toJson } from "@touchstone/store";
import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type EventClient, openEventClient } from "../../test/event-client.ts";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import { buildServer } from "../build-server.ts";
import { perform } from "../writing/perform.ts";
import type { Event, EventLog } from "./schema.ts";

/** Streams of one caller. */
const MOST = 6;
const PATIENCE = { timeout: 50_000, interval: 10 };

interface Watching {
  readonly caller?: TestCaller;
  readonly headers?: Record<string, string>;
  /** Of another server than the usual one. */
  readonly address?: string;
}

describe.each(databaseKinds)("events on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;
  let address: string;
  const clients: EventClient[] = [];

  beforeAll(async () => {
    opened = await createTestServer(kind, { eventHeartbeat: 30, eventStreamsOfCaller: MOST });
    pipeline = await opened.program("ingest", "read");
    address = `${await opened.server.listen({ port: 0, host: "127.0.0.1" })}/api/v1/events`;
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) await client.close();
  });

  afterAll(() => opened.remove());

  async function watch(query = "", how: Watching = {}): Promise<EventClient> {
    const { caller = pipeline, headers = {} } = how;
    const client = await openEventClient(`${how.address ?? address}${query}`, {
      ...(await caller.credentials()),
      ...headers,
    });
    clients.push(client);
    if (client.status === 200) await vi.waitFor(() => expect(client.position()).not.toBeNull(), PATIENCE);
    return client;
  }

  async function log(query: Record<string, string>): Promise<EventLog> {
    const answer = await pipeline.get("/events/log", { query });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  }

  async function publish(count: number, topic = "test.done", payload: unknown = {}): Promise<void> {
    await perform(opened.context, null, async (writing) => {
      for (let n = 0; n < count; n++) writing.publish({ topic, recordKind: "test", recordId: newId(), payload });
    });
  }

  const received = (client: EventClient) => client.messages.map(({ data }) => data as Event);
  const lastNumber = async () => {
    const { last } = await opened.context.database.kysely
      .selectFrom("event")
      .select(({ fn }) => fn.max("number").as("last"))
      .executeTakeFirstOrThrow();
    return Number(last ?? 0);
  };

  test("a stream tells what happens from now on, as the list of events does", async () => {
    await pipeline.post("/runs", { name: "before" });
    const client = await watch();
    expect(client.status).toBe(200);
    expect(Object.fromEntries(client.headers)).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    });
    const start = await lastNumber();
    await pipeline.post("/runs", { name: "first" });
    await pipeline.patch("/runs/first", { status: "running" });
    await vi.waitFor(() => expect(client.messages).toHaveLength(2), PATIENCE);
    expect(client.messages).toMatchObject([
      { event: "message", data: { topic: "run.created", recordKind: "run", payload: { name: "first" } } },
      { event: "message", data: { topic: "run.changed", payload: { name: "first", status: "running" } } },
    ]);
    expect(client.messages.map(({ id }) => id)).toEqual(received(client).map(({ number }) => number));
    expect((await log({ after: String(start) })).items).toEqual(received(client));
  });

  test("a stream goes on after any number, and none is told twice or left out", async () => {
    const start = await lastNumber();
    await publish(250);
    const all = (await log({ after: String(start), limit: "500" })).items;
    expect(all).toHaveLength(250);
    for (const place of [0, 1, 99, 100, 101, 249]) {
      const after = String(all[place]?.number);
      const client =
        place === 99 ? await watch(`?lastEventId=${after}`) : await watch("", { headers: { "last-event-id": after } });
      await vi.waitFor(() => expect(client.messages).toHaveLength(249 - place), PATIENCE);
      expect(received(client)).toEqual(all.slice(place + 1));
      await client.close();
    }
    const last = String(all[248]?.number);
    const client = await watch(`?lastEventId=${start}`, { headers: { "last-event-id": last } });
    await vi.waitFor(() => expect(received(client)).toEqual(all.slice(249)), PATIENCE);
  });

  test("only what was asked for is told, and the client's place moves past the rest", async () => {
    const client = await watch("?topic=run.*&topic=lot.opened");
    const runs = ["run.created", "run.changed", "lot.opened"];
    for (const topic of [
      "test.done",
      "run.created",
      "lot.closed",
      "running.done",
      "run.changed",
      "lot.opened",
      "lot.opened.late",
    ]) {
      await publish(1, topic);
    }
    const last = await lastNumber();
    await vi.waitFor(() => expect(client.position()).toBe(last), PATIENCE);
    expect(received(client).map(({ topic }) => topic)).toEqual(runs);
    expect(client.beats()).toBeGreaterThan(0);
    const listed = await log({ after: String(last - 7), topic: "run.*" });
    expect(listed.items.map(({ topic }) => topic)).toEqual(["run.created", "run.changed"]);
    expect(listed).toMatchObject({ next: last, isEnd: true, reset: null });
  });

  test("the list is read to its end by number", async () => {
    const start = await lastNumber();
    await publish(7);
    const seen: number[] = [];
    let page: EventLog | null = null;
    do {
      page = await log({ after: String(page?.next ?? start), limit: "3" });
      seen.push(...page.items.map(({ number }) => number));
    } while (!page.isEnd);
    expect(seen).toHaveLength(7);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(await log({ after: String(page.next) })).toEqual({ items: [], next: page.next, isEnd: true, reset: null });
  });

  test("whoever goes on after events that are gone, or that never were, is told so", async () => {
    const { kysely } = opened.context.database;
    await publish(3);
    const last = await lastNumber();
    await kysely.deleteFrom("event").where("number", "<", last).execute();
    const reset = { reason: "removed", continuesAfter: last - 1 };
    const restarted = await buildServer(opened.context);
    const address = `${await restarted.listen({ port: 0, host: "127.0.0.1" })}/api/v1/events`;
    const late = await watch("?lastEventId=1", { address });
    await vi.waitFor(() => expect(late.messages).toHaveLength(2), PATIENCE);
    expect(late.messages).toMatchObject([
      { id: last - 1, event: "reset", data: reset },
      { id: last, event: "message" },
    ]);
    expect(await log({ after: "1" })).toMatchObject({ reset, items: [{ number: last }] });
    const inTime = await watch(`?lastEventId=${last - 1}`, { address });
    await vi.waitFor(() => expect(inTime.messages).toMatchObject([{ id: last, event: "message" }]), PATIENCE);
    const unknown = await watch(`?lastEventId=${last + 1}`, { address });
    expect(unknown.messages).toEqual([{ id: last, event: "reset", data: { reason: "unknown", continuesAfter: last } }]);
    await publish(1);
    await vi.waitFor(() => expect(unknown.messages).toHaveLength(2), PATIENCE);
    await restarted.close();
  });

  test("a caller has so many streams at a time, and a new one when one ended", async () => {
    const caller = await opened.program("read");
    const open: EventClient[] = [];
    for (let n = 0; n < MOST; n++) open.push(await watch("", { caller }));
    const refused = await fetch(address, { headers: await caller.credentials() });
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("10");
    expect(await refused.json()).toMatchObject({ code: "TS_TOO_MANY_REQUESTS" });
    expect((await watch("", { caller: await opened.program("read") })).status).toBe(200);
    await open[1]?.close();
    await vi.waitFor(async () => expect((await watch("", { caller })).status).toBe(200), PATIENCE);
  });

  test("nobody else is let in, and a stream ends when its token is revoked", async () => {
    expect((await opened.nobody.get("/events")).statusCode).toBe(401);
    expect((await (await opened.program("ingest")).get("/events")).statusCode).toBe(403);
    const wrong = await pipeline.get("/events", { headers: { "last-event-id": "seven" } });
    expect(wrong.json()).toMatchObject({ status: 400, errors: [{ pointer: "/headers/last-event-id" }] });
    expect((await pipeline.get("/events", { query: { topic: "run*" } })).statusCode).toBe(400);
    const reader = await opened.program("read");
    const client = await watch("", { caller: reader });
    await opened.context.database.kysely
      .updateTable("api_token")
      .set({ revoked_at: opened.context.now() })
      .where("principal_id", "=", reader.principalId)
      .execute();
    expect(await client.ended).toBeNull();
  });

  test("watching does not prolong a session", async () => {
    const person = await opened.person("watcher", "auditor");
    const client = await watch("", { caller: person });
    opened.setNow("2026-03-01T09:25:00.000Z");
    const beats = client.beats();
    await vi.waitFor(() => expect(client.beats()).toBeGreaterThan(beats + 1), PATIENCE);
    opened.setNow("2026-03-01T09:35:00.000Z");
    expect(await client.ended).toBeNull();
    opened.setNow("2026-03-01T09:00:00.000Z");
  });

  test("a client that does not read gets all of it later, in order", async () => {
    const start = await lastNumber();
    const { port, hostname } = new URL(address);
    const { authorization } = await pipeline.credentials();
    const socket = connect(Number(port), hostname);
    socket.write(
      `GET /api/v1/events?lastEventId=${start} HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\n\r\n`,
    );
    await once(socket, "readable");
    const count = 3000;
    await insertEvents(opened, count, "x".repeat(4000));
    const other = await watch();
    await publish(1);
    await vi.waitFor(() => expect(other.messages).toHaveLength(1), PATIENCE);
    const numbers: number[] = [];
    let rest = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const number = /^data: \{"number":(\d+)/.exec(line)?.[1];
        if (number !== undefined) numbers.push(Number(number));
      }
    });
    await vi.waitFor(() => expect(numbers).toHaveLength(count + 1), PATIENCE);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).toBe(count + 1);
    socket.destroy();
  });
});

/** Events with a large payload each, in one statement. */
async function insertEvents({ context }: TestServer, count: number, payload: string): Promise<void> {
  const rows = Array.from({ length: count }, () => {
    return { topic: "test.large", record_kind: "test", record_id: newId(), payload: toJson(payload) };
  });
  await context.database.kysely.insertInto("event").values(rows).execute();
}

describe.each(databaseKinds)("many writers on %s", (kind) => {
  test("a reader that goes by number misses none, and closing the server ends its stream", async () => {
    const opened = await createTestServer(kind);
    const reader = await opened.program("read");
    const address = `${await opened.server.listen({ port: 0, host: "127.0.0.1" })}/api/v1/events`;
    const client = await openEventClient(`${address}?lastEventId=0`, await reader.credentials());
    const writers = 8;
    const each = 25;
    const write = async (writer: number) => {
      for (let n = 0; n < each; n++) {
        await perform(opened.context, null, async ({ transaction, publish }) => {
          await transaction.selectFrom("run").select("id").execute();
          for (const part of ["a", "b"]) {
            publish({ topic: "test.part", recordKind: "test", recordId: newId(), payload: { writer, n, part } });
          }
        });
      }
    };
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
    await vi.waitFor(() => expect(client.messages).toHaveLength(2 * writers * each), PATIENCE);
    const numbers = client.messages.map(({ id }) => id);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    const told = client.messages.map(({ data }) => JSON.stringify((data as Event).payload));
    expect(new Set(told).size).toBe(2 * writers * each);
    const closing = opened.remove();
    expect(await client.ended).toBeNull();
    await closing;
  });
});
