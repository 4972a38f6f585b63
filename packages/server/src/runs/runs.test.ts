import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";

describe.each(databaseKinds)("runs on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;
  let reader: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read");
    reader = await opened.program("read");
  });

  afterAll(() => opened.remove());

  test("a run is added with all that it names, and read by id and by name", async () => {
    const request = {
      name: "2026-02-27_HG002",
      pipelineVersion: { pipeline: "germline", version: "1.4.0", revision: "a".repeat(40) },
      instrument: "NovaSeq 1",
      samples: ["HG002-b", "HG002-a"],
      reagentLots: [{ reagent: "library kit", lot: "L7" }],
      parameters: { depth: 30 },
      performedAt: "2026-02-27T09:00:00+01:00",
    };
    const created = await pipeline.post("/runs", request);
    expect(created.statusCode, created.body).toBe(201);
    const run = created.json();
    expect(run).toMatchObject({
      name: "2026-02-27_HG002",
      assay: null,
      pipelineVersion: { pipeline: "germline", version: "1.4.0", revision: "a".repeat(40) },
      instrument: { name: "NovaSeq 1" },
      samples: ["HG002-a", "HG002-b"],
      reagentLots: [{ reagent: "library kit", lot: "L7" }],
      parameters: { depth: 30 },
      performedAt: "2026-02-27T08:00:00.000Z",
      status: "queued",
      disposition: "held",
      proposedDisposition: null,
      revision: 1,
    });
    expect((await reader.get(`/runs/${run.id}`)).json()).toEqual(run);
    expect((await reader.get("/runs/2026-02-27_HG002")).json()).toEqual(run);
    const again = await pipeline.post("/runs", request);
    expect([again.statusCode, again.json()]).toEqual([200, run]);
    const other = await pipeline.post("/runs", { ...request, instrument: "NovaSeq 2" });
    expect(other.statusCode).toBe(409);
    expect(other.json()).toMatchObject({ code: "TS_CONFLICT", errors: [{ pointer: "/body/instrument" }] });
  });

  test("a run of Nextflow is one run, whatever it is named", async () => {
    expect((await pipeline.post("/runs", { name: "first", nextflowId: "1a2b3c4d" })).statusCode).toBe(201);
    const second = await pipeline.post("/runs", { name: "second", nextflowId: "1a2b3c4d" });
    expect(second.statusCode).toBe(409);
    expect(second.json()).toMatchObject({ code: "TS_CONFLICT", errors: [{ pointer: "/body/nextflowId" }] });
    const measured = { run: { name: "second", nextflowId: "1a2b3c4d" } };
    const measurement = { material: "HD200", analyte: "EGFR L858R", kind: "vaf", value: 0.25, depth: 1000 };
    const taken = await pipeline.post("/measurements", { ...measured, measurements: [measurement] });
    expect(taken.statusCode).toBe(409);
    expect(taken.json().errors[0].pointer).toBe("/body/run/nextflowId");
  });

  test("the status goes forward only", async () => {
    await pipeline.post("/runs", { name: "moves" });
    const refused = await pipeline.patch("/runs/moves", { status: "succeeded" });
    expect(refused.statusCode).toBe(409);
    expect(refused.json().detail).toBe("run moves is queued and cannot become succeeded");
    const running = await pipeline.patch("/runs/moves", { status: "running" });
    expect(running.json()).toMatchObject({ status: "running", startedAt: "2026-03-01T09:00:00.000Z", revision: 2 });
    const failed = await pipeline.patch("/runs/moves", {
      status: "failed",
      failure: "the disk was full",
      at: "2026-03-01T10:00:00Z",
    });
    expect(failed.json()).toMatchObject({ status: "failed", failure: "the disk was full", revision: 4 });
    expect((await pipeline.patch("/runs/moves", { status: "failed" })).json().revision).toBe(4);
    expect((await pipeline.patch("/runs/moves", { status: "running" })).statusCode).toBe(409);
  });

  test("a list is read page by page, each run once, in order of time", async () => {
    for (let day = 1; day <= 7; day++) {
      const performedAt = `2025-01-0${1 + (day % 4)}T00:00:00Z`;
      await pipeline.post("/runs", { name: `page ${day}`, performedAt, instrument: "pages" });
    }
    const first = (await reader.get("/runs/page 1")).json();
    const seen: { name: string; performedAt: string }[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = {
        limit: "3",
        instrumentId: first.instrument.id,
        ...(cursor === null ? {} : { cursor }),
      };
      const page: { items: typeof seen; next: string | null } = (await reader.get("/runs", { query })).json();
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    expect(new Set(seen.map(({ name }) => name)).size).toBe(7);
    const times = seen.map(({ performedAt }) => performedAt);
    expect(times).toEqual(times.toSorted().reverse());
  });

  test("what is wrong with a request is named by its place", async () => {
    const wrong = await pipeline.post("/runs", { name: "x", depth: 3 });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(wrong.json().errors).toEqual([{ pointer: "/body/depth", message: "is not known here; check its spelling" }]);
    expect((await pipeline.post("/runs", {})).json().errors[0]).toEqual({
      pointer: "/body/name",
      message: "is missing",
    });
    expect((await pipeline.post("/runs", { name: 5 })).json().errors[0].pointer).toBe("/body/name");
    expect((await reader.get("/runs", { query: { limit: "0" } })).json().errors[0].pointer).toBe("/query/limit");
    expect((await reader.get("/runs", { query: { cursor: "zz" } })).json().errors[0].pointer).toBe("/query/cursor");
    const noAssay = await pipeline.post("/runs", { name: "y", assay: { name: "none" } });
    expect(noAssay.json().errors[0].pointer).toBe("/body/assay");
    expect((await reader.get("/runs/y")).statusCode).toBe(404);
  });

  test("a key makes a repeated request one request", async () => {
    const headers = { "idempotency-key": "k1" };
    const first = await pipeline.post("/runs", { name: "once" }, { headers });
    const second = await pipeline.post("/runs", { name: "once" }, { headers });
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.json()).toEqual(first.json());
    const other = await pipeline.post("/runs", { name: "twice" }, { headers });
    expect(other.json().code).toBe("TS_IDEMPOTENCY_CONFLICT");
  });

  test("everything that was added is in the audit trail and among the events", async () => {
    const { id } = (await pipeline.post("/runs", { name: "audited", instrument: "new one" })).json();
    const { kysely } = opened.context.database;
    const audit = await kysely.selectFrom("audit_event").selectAll().where("subject_id", "=", id).execute();
    expect(audit.map(({ action }) => action)).toEqual(["run.create"]);
    const events = await kysely.selectFrom("event").selectAll().where("record_id", "=", id).execute();
    expect(events).toMatchObject([{ topic: "run.created", payload: { name: "audited", status: "queued" } }]);
  });
});
