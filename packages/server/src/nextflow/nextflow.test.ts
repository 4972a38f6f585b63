import { readTrace } from "@touchstone/ingest";
import { databaseKinds } from "@touchstone/test-support/databases";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Recorded, recordingOf, traceOfSucceeded } from "../../test/nextflow/recordings.ts";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import type { Task } from "../tasks/schema.ts";
import { createToken } from "../tokens/create-token.ts";
import { perform } from "../writing/perform.ts";
import { failSilentRuns } from "./fail-silent-runs.ts";

const NAMES = { succeeded: "fifth", resumed: "third", failed: "first", cancelled: "fourth" } as const;

describe.each(databaseKinds)("Nextflow's reports on %s", (kind) => {
  let opened: TestServer;
  let reader: TestCaller;
  let token: string;
  let executions = 0;

  beforeAll(async () => {
    opened = await createTestServer(kind, { publicUrl: "https://lab.example/qc" });
    reader = await opened.program("read", "ingest");
    const granted = { principalId: reader.principalId, name: "nextflow", scopes: ["ingest"] } as const;
    token = (await perform(opened.context, null, (writing) => createToken(writing, granted))).token;
  });

  afterAll(() => opened.remove());

  /** Sends a report as Nextflow does. */
  function send(method: "POST" | "PUT" | "GET", path: string, body?: unknown, headers: Record<string, string> = {}) {
    return opened.server.inject({
      method,
      url: `/tower${path}`,
      headers: {
        authorization: `Basic ${Buffer.from(`@token:${token}`).toString("base64")}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  }

  /** Reports of another execution with the same content. */
  function renamed(recording: readonly Recorded[]): { reports: Recorded[]; name: string } {
    const suffix = ` copy ${executions++}`;
    const rename = (object: Record<string, unknown>): Record<string, unknown> =>
      "runName" in object ? { ...object, runName: `${object.runName}${suffix}` } : object;
    const reports = recording.map(({ report, body }) => {
      const workflow = body.workflow as Record<string, unknown> | undefined;
      return { report, body: { ...rename(body), ...(workflow === undefined ? {} : { workflow: rename(workflow) }) } };
    });
    return { reports, name: `${recording[0].body.runName}${suffix}` };
  }

  async function create(report: Recorded): Promise<string> {
    const answer = await send("POST", "/trace/create", report.body);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json().workflowId;
  }

  async function put(workflowId: string, { report, body }: Recorded) {
    const answer = await send("PUT", `/trace/${workflowId}/${report}`, body);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  }

  async function replay(reports: readonly Recorded[]): Promise<string> {
    const workflowId = await create(reports[0]);
    for (const report of reports.slice(1)) await put(workflowId, report);
    return workflowId;
  }

  const runOf = async (name: string) => (await reader.get(`/runs/${encodeURIComponent(name)}`)).json();
  const nextflowOf = async (name: string) => (await reader.get(`/runs/${encodeURIComponent(name)}/nextflow`)).json();
  const tasksOf = async (name: string): Promise<Task[]> =>
    (await reader.get(`/runs/${encodeURIComponent(name)}/tasks`, { query: { limit: "100" } })).json().items;
  const known = (tasks: readonly Task[]) => tasks.map(({ id: _id, changedAt: _changedAt, ...task }) => task);

  test("an execution becomes a run with its tasks, as its trace file has them", async () => {
    const workflowId = await replay(recordingOf("succeeded"));
    expect(workflowId).toMatch(/^[0-9a-f]{16}$/);
    expect(await runOf("fifth")).toMatchObject({
      status: "succeeded",
      nextflowId: workflowId,
      pipelineVersion: { pipeline: "lab/example", version: "1.2.0", revision: null },
      parameters: { slow: false, broken: false, depth: 30 },
      startedAt: "2026-11-29T13:46:51.173Z",
      finishedAt: "2026-11-29T13:47:26.264Z",
      failure: null,
    });
    const ofFile = readTrace("trace.txt", traceOfSucceeded());
    expect(ofFile.problems).toEqual([]);
    const inFile = ofFile.tasks.toSorted((first, second) => first.number - second.number);
    const expected = inFile.map(({ trace: _trace, ...task }) => task);
    expect(expected).toHaveLength(9);
    expect(known(await tasksOf("fifth"))).toEqual(expected);
    // Spot checks against the lines of the file.
    const [, retried, , , again] = await tasksOf("fifth");
    expect(retried).toMatchObject({ tag: "s2", status: "failed", exitCode: 137, attempt: 1, realtimeMs: 854 });
    expect(again).toMatchObject({ tag: "s2", status: "completed", exitCode: 0, attempt: 2, peakMemoryBytes: 3362816 });
    expect(again).toMatchObject({ cpuShare: 0.025, memoryBytes: 67108864, startedAt: "2026-11-29T13:47:17.414Z" });
    const nextflow = await nextflowOf("fifth");
    expect(nextflow).toMatchObject({
      workflowId,
      sessionId: recordingOf("succeeded")[0].body.sessionId,
      processNames: ["ALIGN", "QC"],
      workflow: { scriptName: "main.nf", nextflow: { version: "25.04.4" }, success: true },
      progress: { succeeded: 6, failed: 3, retries: 1, ignored: 2, cached: 0 },
      warnings: [],
    });
    expect(nextflow.configSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(nextflow)).not.toContain("configText");
  });

  test.each([
    ["failed", { status: "failed", failure: "sha256sum: 4.txt: No such file or directory" }, { aborted: 3, failed: 2 }],
    ["cancelled", { status: "cancelled", failure: null }, { aborted: 1, failed: 3, completed: 8 }],
    ["resumed", { status: "succeeded", failure: null }, { cached: 6, failed: 2 }],
  ] as const)("an execution that was %s", async (name, run, statuses) => {
    await replay(recordingOf(name));
    expect(await runOf(NAMES[name])).toMatchObject(run);
    const counted: Record<string, number> = {};
    for (const { status } of await tasksOf(NAMES[name])) counted[status] = (counted[status] ?? 0) + 1;
    expect(counted).toMatchObject(statuses);
    expect((await nextflowOf(NAMES[name])).warnings).toEqual([]);
  });

  test("what comes twice, late and in another order gives the same", async () => {
    const recording = recordingOf("failed");
    const { reports: plain, name } = renamed(recording);
    await replay(plain);
    const expected = known(await tasksOf(name));
    const summaryOf = async (named: string) => {
      const { progress, workflow, metrics, processNames, warnings } = await nextflowOf(named);
      return { status: (await runOf(named)).status, progress, workflow, metrics, processNames, warnings };
    };
    const summary = await summaryOf(name);
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.nat(recording.length - 2), async (random, late) => {
        const { reports, name: other } = renamed(recording);
        const middle = reports.slice(2, -1).flatMap((report) => [report, report]);
        const shuffled = middle
          .map((report) => ({ report, key: random.next().value as number }))
          .toSorted((first, second) => first.key - second.key)
          .map(({ report }) => report);
        const complete = reports[reports.length - 1];
        const before = shuffled.slice(0, 2 * late);
        const after = shuffled.slice(2 * late);
        await create(reports[0]);
        const workflowId = await replay([reports[0], reports[1], ...before]);
        for (const report of [reports[1], complete, ...after, complete]) await put(workflowId, report);
        expect(known(await tasksOf(other))).toEqual(expected);
        expect(await summaryOf(other)).toEqual(summary);
        expect(await create(reports[0])).toBe(workflowId);
      }),
      { numRuns: 6 },
    );
  });

  test("audited when it is announced, begins and ends, published for each that brings something", async () => {
    const { reports, name } = renamed(recordingOf("succeeded"));
    await replay(reports);
    await replay(reports);
    const { id } = await runOf(name);
    const { kysely } = opened.context.database;
    const audited = await kysely
      .selectFrom("audit_event")
      .select("action")
      .where("subject_id", "=", id)
      .orderBy("sequence")
      .execute();
    expect(audited.map(({ action }) => action)).toEqual([
      "run.create",
      "run.report by nextflow",
      "run.describe",
      "run.change",
      "run.propose disposition",
      "run.change",
    ]);
    const events = await kysely
      .selectFrom("event")
      .select(["topic", "payload"])
      .where("record_id", "=", id)
      .orderBy("number")
      .execute();
    const topics = new Set(events.map(({ topic }) => topic));
    expect(topics).toEqual(
      new Set(["run.created", "run.changed", "run.tasks-changed", "run.progress", "run.disposition-proposed"]),
    );
    expect(events.findLast(({ topic }) => topic === "run.tasks-changed")?.payload).toMatchObject({
      name,
      tasks: { completed: 6, failed: 3 },
    });
    expect(events.findLast(({ topic }) => topic === "run.progress")?.payload).toMatchObject({
      progress: { succeeded: 6, failed: 3 },
    });
  });

  test("a run that was added beforehand is the execution's, and keeps what it has", async () => {
    const { reports, name } = renamed(recordingOf("succeeded"));
    const planned = { pipeline: "lab/other", version: "3" };
    const { id } = (await reader.post("/runs", { name, pipelineVersion: planned, samples: ["HG002"] })).json();
    await replay(reports);
    const run = await runOf(name);
    expect(run).toMatchObject({ id, status: "succeeded", pipelineVersion: planned, samples: ["HG002"] });
    expect((await nextflowOf(name)).warnings.map(({ message }: { message: string }) => message)).toEqual([
      "the run is recorded as lab/other 3, but Nextflow runs lab/example 1.2.0",
    ]);
  });

  test("another execution of that name gets a run of its own, and whoever started it is told", async () => {
    const { reports, name } = renamed(recordingOf("failed"));
    const first = await replay(reports);
    const again = { ...reports[0].body, sessionId: "11111111-2222-3333-4444-555555555555" };
    const answer = (await send("POST", "/trace/create", again)).json();
    expect(answer.workflowId).not.toBe(first);
    expect(answer.message).toContain(`another run named ${name}`);
    expect(answer.watchUrl).toBe(
      `https://lab.example/qc/api/v1/runs/${encodeURIComponent(`${name} ${answer.workflowId}`)}`,
    );
    // The same session and name once more, long after the first has ended, is no repetition.
    const later = await send("POST", "/trace/create", { ...reports[0].body, instant: Date.parse("2027-01-01T00:00Z") });
    expect([first, answer.workflowId]).not.toContain(later.json().workflowId);
    // What starts Nextflow may give it an id.
    const given = { ...again, runName: `${name} given`, workflowId: "1aB2c3D4e5F6g7" };
    expect((await send("POST", "/trace/create", given)).json().workflowId).toBe("1aB2c3D4e5F6g7");
  });

  test("reports without the ones before them are enough, as far as they go", async () => {
    const { reports, name } = renamed(recordingOf("cancelled"));
    const complete = reports[reports.length - 1];
    await put("lost-announcement", complete);
    expect(await runOf(name)).toMatchObject({ status: "cancelled", nextflowId: "lost-announcement" });
    const { reports: others, name: other } = renamed(recordingOf("succeeded"));
    const workflowId = await create(others[0]);
    await put(workflowId, others[3]);
    expect((await runOf(other)).status).toBe("running");
    await put("unknown", others[3]);
    await put("unknown", { report: "heartbeat", body: {} });
  });

  test("odd reports are taken as far as they are understood, and the rest is told", async () => {
    const { reports, name } = renamed(recordingOf("succeeded"));
    const workflowId = await create(reports[0]);
    await put(workflowId, reports[1]);
    const tasks = [
      { taskId: 1, process: "A", status: "COMPLETED", exit: "nan", memory: -5, colour: { of: ["sky"] }, tag: 7 },
      { taskId: 2, process: "A\0", status: "RUNNING", tag: "half \ud83d pair", gpuMetrics: null, script: "a\0b" },
      { taskId: 0, process: "A", status: "RUNNING" },
      null,
      "task",
    ];
    await put(workflowId, { report: "progress", body: { tasks, progress: "half", containers: [null] } as never });
    await put(workflowId, { report: "progress", body: { tasks: { 1: "x" }, containers: {} } as never });
    for (const body of ["[]", '"x"', "5", "null"]) {
      expect((await send("PUT", `/trace/${workflowId}/progress`, body)).statusCode).toBe(200);
      expect((await send("PUT", `/trace/${workflowId}/begin`, body)).statusCode).toBe(200);
      expect((await send("POST", "/trace/create", body)).json().workflowId).toMatch(/^[0-9a-f]{16}$/);
    }
    expect(known(await tasksOf(name))).toMatchObject([
      { number: 1, status: "completed", exitCode: null, memoryBytes: null, tag: null },
      { number: 2, process: "A", status: "running", tag: "half \ufffd pair" },
    ]);
    const { warnings } = await nextflowOf(name);
    expect(warnings.map(({ message }: { message: string }) => message)).toEqual([
      "task 1: tag is not understood: 7",
      'task 1: exit is not understood: "nan"',
      "task 1: memory is not understood: -5",
      "task_id is not understood: 0",
      "a task without task_id is left out",
    ]);
    await put(workflowId, { report: "complete", body: { workflow: { exitStatus: 3 } } });
    expect(await runOf(name)).toMatchObject({ status: "failed", failure: "Nextflow did not say that it succeeded" });
  });

  test("any report is answered with success", async () => {
    const anything = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, fc.jsonValue(), tie("record"), fc.constantFrom("RUNNING", 1e308, -0, "\0", "-")),
      record: fc.dictionary(
        fc.constantFrom(
          ...["workflow", "tasks", "progress", "containers", "metrics", "processNames", "params", "manifest"],
          ...["taskId", "status", "process", "runName", "sessionId", "start", "complete", "success", "errorMessage"],
          ...["targetImage", "commitId", "revision", "repository", "projectName", "instant", "exit", "__proto__"],
        ),
        fc.oneof(tie("value"), fc.array(tie("value"), { maxLength: 3 })),
      ),
    })).record;
    const report = fc.constantFrom("begin", "progress", "heartbeat", "complete");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(report, anything), { maxLength: 4 }), async (reports) => {
        const workflowId = (await send("POST", "/trace/create", { runName: `any ${executions++}` })).json().workflowId;
        for (const [name, body] of reports) {
          const answer = await send("PUT", `/trace/${workflowId}/${name}`, JSON.stringify(body));
          expect(answer.statusCode, `${answer.body} ${JSON.stringify(body)}`).toBe(200);
        }
        const { warnings } = (await nextflowOfWorkflow(workflowId)) ?? { warnings: [] };
        expect(warnings.filter(({ message }: { message: string }) => message.includes("could not be kept"))).toEqual(
          [],
        );
      }),
      { numRuns: 40 },
    );
  });

  async function nextflowOfWorkflow(workflowId: string) {
    const row = await opened.context.database.kysely
      .selectFrom("nextflow_run")
      .select("run_id")
      .where("workflow_id", "=", workflowId)
      .executeTakeFirstOrThrow();
    return nextflowOf(row.run_id);
  }

  test("who may not report is told so in the way that Nextflow shows, and so is what is no JSON", async () => {
    const wrong = await send("POST", "/trace/create", {}, { authorization: "Bearer tst_wrong" });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json().message).toContain("unknown, expired or revoked");
    const other = { authorization: `Basic ${Buffer.from(`admin:${token}`).toString("base64")}` };
    expect((await send("POST", "/trace/create", {}, other)).statusCode).toBe(401);
    const onlyReads = { principalId: reader.principalId, name: "reads", scopes: ["read"] } as const;
    const reading = await perform(opened.context, null, (writing) => createToken(writing, onlyReads));
    const forbidden = await send("POST", "/trace/create", {}, { authorization: `Bearer ${reading.token}` });
    expect(forbidden.statusCode).toBe(403);
    expect(forbidden.json()).toMatchObject({ code: "TS_FORBIDDEN", message: expect.stringContaining("ingest") });
    expect((await send("POST", "/trace/create", "{")).statusCode).toBe(400);
    const bearer = await send("GET", "/user-info", undefined, { authorization: `Bearer ${token}` });
    expect(bearer.json().user.id).toBe(reader.principalId);
    expect((await send("GET", "/service-info")).json()).toEqual({ serviceInfo: { version: "0.0.0-test" } });
  });

  test("an execution that nobody hears of for a day has ended", async () => {
    const { reports, name } = renamed(recordingOf("succeeded"));
    const { reports: others, name: alive } = renamed(recordingOf("succeeded"));
    const workflowId = await create(reports[0]);
    await put(workflowId, reports[1]);
    await put(workflowId, { ...reports[2], report: "progress" });
    const living = await create(others[0]);
    await put(living, others[1]);
    const begun = (await runOf(name)).startedAt;
    const heard = opened.context.now();
    const later = new Date(heard.getTime() + 23 * 3_600_000);
    const fail = () => perform(opened.context, null, failSilentRuns);
    opened.setNow(later.toISOString());
    try {
      await put(living, { report: "heartbeat", body: {} });
      await fail();
      expect((await runOf(name)).status).toBe("running");
      opened.setNow(new Date(later.getTime() + 2 * 3_600_000).toISOString());
      await fail();
      expect(await runOf(name)).toMatchObject({ status: "failed", finishedAt: begun });
      expect((await runOf(name)).failure).toContain(`last heard of at ${heard.toISOString()}`);
      expect((await tasksOf(name)).every(({ status }) => status === "aborted")).toBe(true);
      expect((await runOf(alive)).status).toBe("running");
    } finally {
      opened.setNow(heard.toISOString());
    }
  });

  test("a report that cannot be kept is answered with success, logged and told; a database that is away is not", async () => {
    const { reports, name } = renamed(recordingOf("succeeded"));
    const workflowId = await create(reports[0]);
    await put(workflowId, reports[1]);
    const { kysely } = opened.context.database;
    const transaction = vi.spyOn(kysely, "transaction");
    try {
      transaction.mockImplementationOnce(() => {
        throw new Error("a mistake of the server");
      });
      await put(workflowId, reports[2]);
      const { warnings } = await nextflowOf(name);
      expect(warnings).toHaveLength(1);
      expect(warnings[0].message).toContain("a report (progress) could not be kept");
      transaction.mockImplementation(() => {
        throw Object.assign(new Error("gone"), { code: "ECONNREFUSED" });
      });
      const away = await send("PUT", `/trace/${workflowId}/progress`, reports[2].body);
      expect(away.statusCode).toBe(503);
    } finally {
      transaction.mockRestore();
    }
    await put(workflowId, reports[2]);
  });
});
