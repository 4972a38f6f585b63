import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createClient } from "./create-client.ts";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Address of a server that answers so. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("an answer comes with its type, asked for with the token", async () => {
  let seen: string | undefined;
  const url = await serve((request, response) => {
    seen = `${request.method} ${request.url} ${request.headers.authorization}`;
    response.setHeader("content-type", "application/json").end(JSON.stringify({ items: [], next: null }));
  });
  const { data } = await createClient({ url: `${url}/`, token: "t" }).GET("/api/v1/runs", {
    params: { query: { limit: 2 } },
  });
  expect(data?.items).toEqual([]);
  expect(seen).toBe("GET /api/v1/runs?limit=2 Bearer t");
});

test("a refusal is thrown with all that the server says", async () => {
  const url = await serve((_request, response) => {
    const problem = {
      code: "TS_CONFLICT",
      detail: "there is a run named x with another instrument",
      hint: "Read the record again.",
      retryable: false,
      errors: [{ pointer: "/body/instrument", message: "differs" }],
    };
    response.writeHead(409, { "content-type": "application/problem+json" }).end(JSON.stringify(problem));
  });
  await expect(createClient({ url }).POST("/api/v1/runs", { body: { name: "x" } })).rejects.toMatchObject({
    name: "ClientError",
    code: "TS_CONFLICT",
    message: "there is a run named x with another instrument",
    details: { status: 409, retryable: false, fields: [{ pointer: "/body/instrument", message: "differs" }] },
  });
});

test("what is no Touchstone server is told from one that is not there", async () => {
  const url = await serve((_request, response) => response.writeHead(404).end("<html>"));
  await expect(createClient({ url }).GET("/api/v1/health")).rejects.toMatchObject({ code: "TS_SERVER_ANSWER_INVALID" });
  const gone = async () => {
    throw new TypeError("fetch failed", { cause: Object.assign(new Error("refused"), { code: "ECONNREFUSED" }) });
  };
  const call = createClient({ url, fetch: gone }).POST("/api/v1/runs", { body: { name: "x" } });
  await expect(call).rejects.toMatchObject({
    code: "TS_SERVER_UNREACHABLE",
    message: `${url} cannot be reached (ECONNREFUSED)`,
  });
});

test.each([
  ["GET", 3],
  ["POST with a key", 3],
  ["POST", 1],
])("%s is sent %i times to a server that says later twice", async (kind, expected) => {
  let requests = 0;
  const url = await serve((request, response) => {
    requests += 1;
    request.resume();
    if (requests < 3)
      response.writeHead(503, { "content-type": "application/json" }).end('{"code":"TS_LATER","detail":"later"}');
    else response.setHeader("content-type", "application/json").end("{}");
  });
  const client = createClient({ url });
  const headers = kind === "POST" ? {} : { "idempotency-key": "k" };
  const call =
    kind === "GET" ? client.GET("/api/v1/health") : client.POST("/api/v1/runs", { body: { name: "x" }, headers });
  if (expected === 1) await expect(call).rejects.toMatchObject({ code: "TS_LATER" });
  else await call;
  expect(requests).toBe(expected);
});
