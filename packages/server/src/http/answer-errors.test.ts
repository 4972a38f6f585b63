import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestServer, type TestServer } from "../../test/test-server.ts";

let opened: TestServer;

beforeAll(async () => {
  opened = await createTestServer("pglite");
});

afterAll(() => opened.remove());

test.each([
  ["a part that no record's name is as long as", `/api/v1/runs/${"n".repeat(501)}`],
  ["what is no text", "/api/v1/runs/%C3%28"],
  ["half an escape", "/api/v1/runs/%4"],
])("an address with %s is refused with a problem document", async (_, url) => {
  const answer = await opened.server.inject({ method: "GET", url });
  expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  expect([answer.statusCode, answer.json().code]).toEqual([400, "TS_REQUEST_INVALID"]);
});
