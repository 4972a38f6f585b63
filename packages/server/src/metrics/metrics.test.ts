import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import { buildServer } from "../build-server.ts";

/** Values by name and labels as written. */
function valuesOf(text: string): Record<string, number> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.split(" ").at(-1))]),
  );
}

describe.each(databaseKinds)("metrics on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind, { basePath: "/touchstone" });
    pipeline = await opened.program("ingest", "read");
  });

  afterAll(() => opened.remove());

  test("requests by route, records by what they are counted by, and the process", async () => {
    for (const name of ["first", "second"]) await pipeline.post("/runs", { name });
    for (const name of ["first", "second", "third"]) await pipeline.get(`/runs/${name}`);
    await pipeline.get("/nowhere");
    const { kysely } = opened.context.database;
    const { id } = (await pipeline.get("/runs/first")).json();
    const verdict = { run_id: id, sentence: "a sentence", inputs_sha256: "0".repeat(64), touchstone: "0.0.0" };
    const old = "0190b6c2-7f10-7000-8000-000000000001";
    await kysely
      .insertInto("verdict")
      .values([
        { ...verdict, id: old, state: "warning", superseded_at: opened.context.now() },
        { ...verdict, id: "0190b6c2-7f10-7000-8000-000000000002", state: "out of control", supersedes: old },
      ])
      .execute();
    const answer = await opened.server.inject({ url: "/touchstone/metrics", headers: await pipeline.credentials() });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
    const values = valuesOf(answer.body);
    expect(values).toMatchObject({
      'touchstone_http_request_duration_seconds_count{method="POST",route="/api/v1/runs",status="201"}': 2,
      'touchstone_http_request_duration_seconds_count{method="GET",route="/api/v1/runs/:run",status="200"}': 3,
      'touchstone_http_request_duration_seconds_count{method="GET",route="/api/v1/runs/:run",status="404"}': 1,
      'touchstone_http_request_duration_seconds_count{method="GET",route="none",status="404"}': 1,
      'touchstone_runs{disposition="held"}': 2,
      'touchstone_runs{disposition="released"}': 0,
      'touchstone_verdicts{state="out of control"}': 1,
      'touchstone_verdicts{state="warning"}': 0,
      'touchstone_alerts{status="open",level="0"}': 0,
      touchstone_event_last_number: 2,
      touchstone_event_streams: 0,
      touchstone_database_up: 1,
    });
    expect(values.process_resident_memory_bytes).toBeGreaterThan(1e6);
    const ofPool = Object.keys(values).filter((name) => name.startsWith("touchstone_database_connections"));
    expect(ofPool).toHaveLength(kind === "postgresql" ? 3 : 0);
  });

  test("whoever asks shows a token that may read, or comes from this machine where that is enough", async () => {
    const url = "/touchstone/metrics";
    expect((await opened.server.inject({ url })).statusCode).toBe(401);
    const ingesting = await opened.program("ingest");
    expect((await opened.server.inject({ url, headers: await ingesting.credentials() })).statusCode).toBe(403);
    const settings = { ...opened.context.settings, metricsAccess: "loopback" } as const;
    const local = await buildServer({ ...opened.context, settings });
    const statusOf = async (remoteAddress: string, headers: Record<string, string> = {}) =>
      (await local.inject({ url, remoteAddress, headers })).statusCode;
    expect(await statusOf("127.0.0.1")).toBe(200);
    expect(await statusOf("::1")).toBe(200);
    expect(await statusOf("192.0.2.7")).toBe(403);
    expect(await statusOf("127.0.0.1", { "x-forwarded-for": "192.0.2.7" })).toBe(403);
    expect(await statusOf("127.0.0.1", { forwarded: "for=192.0.2.7" })).toBe(403);
    await local.close();
  });
});

test("records that cannot be read are left out, and the rest is told", async () => {
  const opened = await createTestServer("pglite", { metricsAccess: "loopback" });
  const first = valuesOf((await opened.server.inject({ url: "/metrics" })).body);
  expect(first).toMatchObject({ touchstone_database_up: 1, 'touchstone_runs{disposition="held"}': 0 });
  await opened.context.database.close();
  const second = valuesOf((await opened.server.inject({ url: "/metrics" })).body);
  expect(second).toMatchObject({ touchstone_database_up: 0, process_resident_memory_bytes: expect.any(Number) });
  expect(Object.keys(second).some((name) => name.startsWith("touchstone_runs"))).toBe(false);
  await opened.remove();
});
