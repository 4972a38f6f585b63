import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { roles } from "../src/access/rights.ts";
import { addExampleRecords } from "./schemathesis/add-example-records.ts";
import { createTestServer, type TestServer } from "./test-server.ts";

let opened: TestServer;

beforeAll(async () => {
  opened = await createTestServer("pglite", {
    requestsPerMinute: 1_000_000,
    secretKey: randomBytes(32),
    mail: { url: "smtp://127.0.0.1:1", from: "Touchstone <touchstone@laboratory.example>" },
  });
});

afterAll(() => opened.remove());

const TEXTS = ["", " ", " x", "x".repeat(300), "é\u0301\n", "2026-13-01T00:00:00Z", "1970-01-01T00:00:00Z"];
const NUMBERS = [-1, -0.1, 0, 0.5, 2 ** 31, 2 ** 53, 1e308];

/** A value with something else in one place, or without it: for each of its places, of lists the first. */
function* mutationsOf(value: unknown): Generator<unknown> {
  yield null;
  if (typeof value === "string") yield* TEXTS;
  if (typeof value === "number") yield* NUMBERS;
  if (typeof value === "boolean") yield !value;
  if (Array.isArray(value)) {
    yield [];
    yield [...value, ...value];
    if (value.length > 0) for (const other of mutationsOf(value[0])) yield value.with(0, other);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      const { [key]: _, ...rest } = value as Record<string, unknown>;
      yield rest;
      for (const other of mutationsOf(member)) yield { ...value, [key]: other };
    }
  }
}

/** What generated requests never come near: documents that are right but for one value. */
test("no other value in a request that was taken is an error of the server", async () => {
  const taken = await addExampleRecords(opened);
  const program = await opened.program("read", "ingest", "review", "admin");
  const director = await opened.person("director of all roles", ...roles);
  const bodies = new Map(taken.map(({ path, body }) => [JSON.stringify(body), path]));
  const errors: string[] = [];
  let taking = 0;
  for (const [body, path] of bodies) {
    const caller = /\/(approve|retire|close|disposition)$/.test(path) ? director : program;
    for (const mutation of mutationsOf(JSON.parse(body))) {
      const answer = await caller.post(path, mutation);
      if (answer.statusCode < 300) taking++;
      if (answer.statusCode >= 500) errors.push(`${path} ${JSON.stringify(mutation)} ${answer.body}`);
    }
  }
  expect(errors).toEqual([]);
  expect(taking, "requests without what may be left out").toBeGreaterThan(100);
}, 600_000);
