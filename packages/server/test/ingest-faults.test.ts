import { isDeepStrictEqual } from "node:util";
import { openDatabase, openObjectStore } from "@touchstone/store";
import { databaseKinds } from "@touchstone/test-support/databases";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Acknowledged, expectWhole, ingestRequest, prepareIngesting } from "./ingested.ts";
import { type Replica, startReplica } from "./replica.ts";
import { sendThroughKills } from "./send-through-kills.ts";
import { createTestServer, type TestServer } from "./test-server.ts";

const INGESTS = 200;
/** Acknowledged answers after which the server is killed. */
const KILLED_AFTER = [37, 130];
const CLIENTS = 6;
const PATIENCE = 30_000;

/** What the ingest of a comparison answers, as it is answered ever after. */
function withoutWarnings({ warnings: _, ...comparison }: Acknowledged["body"]): object {
  return comparison;
}

describe.each(databaseKinds)("with records on %s", (kind) => {
  let opened: TestServer;
  let headers: Record<string, string>;

  beforeEach(async () => {
    opened = await createTestServer(kind);
    headers = { ...(await prepareIngesting(opened)), "content-type": "application/json" };
  });

  afterEach(() => opened.remove());

  async function ingest({ address }: Replica, number: number): Promise<Acknowledged> {
    const answer = await fetch(`${address}/concordance`, {
      method: "POST",
      headers,
      body: JSON.stringify(ingestRequest(number)),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const body = (await answer.json()) as Acknowledged["body"];
    expect(answer.status, JSON.stringify(body)).toBeLessThan(300);
    return { number, status: answer.status, body };
  }

  function replica(): Promise<Replica> {
    return startReplica({ source: opened.source, objects: opened.context.objects.location });
  }

  test(`a server that is killed during ${INGESTS} ingests loses no acknowledged one and leaves no half one`, async () => {
    // A folder has one process at a time.
    await opened.server.close();
    await opened.context.database.close();
    const objects = await openObjectStore(opened.context.objects.location);
    const acknowledged = await sendThroughKills(opened, {
      ...{ count: INGESTS, clients: CLIENTS, killedAfter: KILLED_AFTER, send: ingest },
      inspect: async (answers) => {
        const database = await openDatabase(opened.source);
        const kept = await expectWhole(database, objects, answers);
        expect(kept).toBeGreaterThanOrEqual(answers.length);
        await database.close();
      },
    });
    expect(new Set(acknowledged.map(({ number }) => number)).size).toBe(INGESTS);
  }, 900_000);

  describe.runIf(kind === "postgresql")("that several servers share", () => {
    test("the same run sent to two servers at once is taken in once, and both answer the same", async () => {
      const replicas = await Promise.all([replica(), replica()]);
      const { database, objects } = opened.context;
      for (let number = 0; number < 20; number++) {
        const [first, second] = await Promise.all(replicas.map((one) => ingest(one, number)));
        expect(first?.body).toEqual(second?.body);
        expect([first?.status, second?.status].toSorted()).toEqual([200, 201]);
        expect(await expectWhole(database, objects, [first, second] as Acknowledged[])).toBe(number + 1);
      }
      for (const one of replicas) expect(await one.stop()).toBe(0);
    });

    test("a database that restarts under load is told as such, and used again when it is back", async () => {
      const serving = await replica();
      const acknowledged: Acknowledged[] = [];
      const unavailable: Response[] = [];
      const wrong: unknown[] = [];
      let isEnding = false;
      let next = 0;
      const answered = async (path: string, request: RequestInit = {}) => {
        const signal = AbortSignal.timeout(PATIENCE);
        const answer = await fetch(`${serving.address}${path}`, { headers, signal, ...request });
        if (answer.status === 503) unavailable.push(answer);
        return answer;
      };
      const writer = async () => {
        while (!isEnding) {
          const number = next++;
          let answer: Response;
          do {
            answer = await answered("/concordance", { method: "POST", body: JSON.stringify(ingestRequest(number)) });
          } while (answer.status === 503);
          const body = (await answer.json()) as Acknowledged["body"];
          if (answer.ok) acknowledged.push({ number, status: answer.status, body });
          else wrong.push(body);
        }
      };
      const reader = async () => {
        while (!isEnding) {
          const seen = acknowledged.at(-1);
          const answer = await answered(seen === undefined ? "/runs" : `/concordance/${seen.body.id}`);
          if (answer.status === 503) continue;
          const body = await answer.json();
          if (!answer.ok || (seen !== undefined && !isDeepStrictEqual(body, withoutWarnings(seen.body))))
            wrong.push(body);
        }
      };
      const load = Promise.all([writer(), writer(), writer(), reader(), reader(), reader()]);
      load.catch(() => {});
      try {
        for (const restarts of [1, 2]) {
          await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(10 * restarts), { timeout: 100_000 });
          await opened.postgres?.restart();
        }
        await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(30), { timeout: 100_000 });
      } finally {
        isEnding = true;
        await load;
      }
      expect(wrong).toEqual([]);
      expect(unavailable.length).toBeGreaterThan(0);
      for (const answer of unavailable) {
        expect(answer.headers.get("content-type")).toMatch("application/problem+json");
        expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
        expect(await answer.json()).toMatchObject({ code: "TS_DATABASE_UNAVAILABLE", status: 503, retryable: true });
      }
      expect(await serving.stop()).toBe(0);
      const database = await openDatabase(opened.source);
      expect(await expectWhole(database, opened.context.objects, acknowledged)).toBe(next);
      await database.close();
    }, 240_000);
  });
});
