import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, newId, openDatabase } from "@touchstone/store";
import { postgresAvailable, startPostgres, type TestPostgres } from "@touchstone/test-support";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Event } from "../src/events/schema.ts";
import { createToken } from "../src/tokens/create-token.ts";
import { perform } from "../src/writing/perform.ts";
import { openEventClient } from "./event-client.ts";
import { type Replica, type ReplicaOptions, startReplica } from "./replica.ts";
import { startWebhookReceiver } from "./webhook-receiver.ts";

const PATIENCE = { timeout: 100_000 };
/** Processes start slowly on a busy machine. */
const LIMIT = { timeout: 300_000 };

describe.runIf(postgresAvailable())("several servers on one PostgreSQL", () => {
  let postgres: TestPostgres;
  let options: ReplicaOptions;
  let headers: Record<string, string>;

  beforeAll(async () => {
    postgres = await startPostgres();
    const source = { url: postgres.url };
    const database = await openDatabase(source);
    await migrate(database);
    const id = newId();
    const name = "pipeline";
    await database.kysely.insertInto("principal").values({ id, kind: "service", name, printed_name: name }).execute();
    const { token } = await perform({ database, now: () => new Date() }, { name }, (writing) =>
      createToken(writing, { principalId: id, name: "test", scopes: ["read", "ingest", "admin"] }),
    );
    await database.close();
    headers = { authorization: `Bearer ${token}` };
    const objects = mkdtempSync(join(tmpdir(), "touchstone-objects-"));
    const settings = { eventHeartbeat: 100, schedulerInterval: 100, allowPrivateWebhooks: true };
    options = { source, objects, settings, secretKey: randomBytes(32).toString("base64") };
  });

  afterAll(async () => {
    await postgres.stop();
    rmSync(options.objects, { recursive: true });
  });

  async function post(address: string, body: object): Promise<void> {
    const answer = await fetch(address, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(201);
  }

  const addRun = (address: string, name: string) => post(`${address}/runs`, { name });

  const names = (client: { messages: { data: unknown }[] }) =>
    client.messages.map(({ data }) => ((data as Event).payload as { name: string }).name);

  test("a client of one sees what another takes in, and goes on elsewhere when its own is killed", LIMIT, async () => {
    const [first, second] = await Promise.all([startReplica(options), startReplica(options)]);
    const client = await openEventClient(`${second.address}/events`, headers);
    await vi.waitFor(() => expect(client.position()).not.toBeNull(), PATIENCE);
    await addRun(first.address, "taken in by the first");
    await vi.waitFor(() => expect(names(client)).toEqual(["taken in by the first"]), PATIENCE);
    await second.kill();
    await client.ended;
    await addRun(first.address, "meanwhile");
    const third = await startReplica(options);
    const resumed = await openEventClient(`${third.address}/events`, {
      ...headers,
      "last-event-id": String(client.position()),
    });
    await vi.waitFor(() => expect(names(resumed)).toEqual(["meanwhile"]), PATIENCE);

    await postgres.restart();
    await vi.waitFor(() => addRun(first.address, "after a restart of the database"), PATIENCE);
    await vi.waitFor(() => expect(names(resumed).at(-1)).toBe("after a restart of the database"), PATIENCE);

    const stopped = third.stop();
    expect(await resumed.ended).toBeNull();
    expect(await stopped).toBe(0);
    expect(await first.stop()).toBe(0);
  });

  test("one carries out what time brings, and another takes over when it is killed", LIMIT, async () => {
    const replicas = await Promise.all([startReplica(options), startReplica(options)]);
    const leaders = async (asked: Replica[]) => {
      const answers = await Promise.all(asked.map(({ origin }) => fetch(`${origin}/metrics`, { headers })));
      const texts = await Promise.all(answers.map((answer) => answer.text()));
      return asked.filter((_, index) => /^touchstone_scheduler_leader 1$/m.test(texts[index] ?? ""));
    };
    await vi.waitFor(async () => expect(await leaders(replicas)).toHaveLength(1), PATIENCE);
    const [leader] = await leaders(replicas);
    await leader?.kill();
    const others = replicas.filter((replica) => replica !== leader);
    const client = await openEventClient(`${others[0]?.address}/events?topic=alert.*`, headers);
    const database = await openDatabase(options.source as { url: string });
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await database.kysely
      .insertInto("reagent_lot")
      .values({ id: newId(), reagent: "library kit", lot: "A1", expires_on: tomorrow })
      .execute();
    await database.close();
    await vi.waitFor(() => expect(client.messages).toHaveLength(1), PATIENCE);
    expect(client.messages[0]?.data).toMatchObject({ topic: "alert.raised", payload: { kind: "due" } });
    expect(await leaders(others)).toHaveLength(1);
    await client.close();
    expect(await Promise.all(others.map((replica) => replica.stop()))).toEqual([0]);
  });

  test("each message to a webhook is delivered by one of them, once", LIMIT, async () => {
    const [receiver, ...replicas] = await Promise.all([
      startWebhookReceiver(),
      startReplica(options),
      startReplica(options),
    ]);
    const [first, second] = replicas;
    await post(`${first.address}/webhooks`, { url: receiver.url, topics: ["run.created"] });
    const names = Array.from({ length: 40 }, (_, n) => `told ${n}`);
    await Promise.all(names.map((name, n) => addRun((n % 2 === 0 ? first : second).address, name)));
    await vi.waitFor(() => expect(receiver.messages.length).toBeGreaterThanOrEqual(names.length), PATIENCE);
    expect(await Promise.all(replicas.map((replica) => replica.stop()))).toEqual([0, 0]);
    const told = receiver.messages.map(({ body }) => JSON.parse(body).data.payload.name);
    expect(told.toSorted()).toEqual(names.toSorted());
    await receiver.close();
  });
});
