import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestServer } from "../../test/test-server.ts";

describe("a method that an address does not take", () => {
  let opened: TestServer;

  beforeAll(async () => {
    opened = await createTestServer("pglite", { basePath: "/touchstone" });
  });

  afterAll(() => opened.remove());

  const ask = (method: "GET" | "POST" | "PUT" | "DELETE" | "OPTIONS" | "TRACE", url: string, more: object = {}) =>
    opened.server.inject({ method, url: `/touchstone${url}`, ...more });

  test.each([
    ["PUT", "/api/v1/runs", "GET, HEAD, POST"],
    ["DELETE", "/api/v1/runs/R1?superseded=true", "GET, HEAD, PATCH"],
    ["OPTIONS", "/api/v1/runs/R1/disposition", "GET, HEAD, POST"],
    ["TRACE", "/metrics", "GET, HEAD"],
    ["GET", "/tower/trace/create", "POST"],
    ["POST", "/api/v1/reproducibility/latest", "GET, HEAD"],
  ] as const)("is refused with the methods that it does take: %s %s", async (method, url, allowed) => {
    const answer = await ask(method, url);
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, allowed]);
    expect(answer.json()).toMatchObject({ status: 405, code: "TS_METHOD_NOT_ALLOWED", retryable: false });
  });

  test("is refused whatever its body is", async () => {
    const headers = { "content-type": "image/png" };
    expect((await ask("PUT", "/api/v1/runs", { headers, payload: "{" })).statusCode).toBe(405);
  });

  test.each([
    ["PUT", "/api/v1/nothing"],
    ["DELETE", "/api/v1/runs/"],
    ["GET", "/api/v1/runs/R1/nothing"],
  ] as const)("is not what is wrong where there is nothing: %s %s", async (method, url) => {
    const answer = await ask(method, url);
    expect([answer.statusCode, answer.headers.allow, answer.json().code]).toEqual([404, undefined, "TS_NOT_FOUND"]);
  });
});
