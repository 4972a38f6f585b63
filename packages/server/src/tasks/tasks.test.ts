import { databaseKinds } from "@touchstone/test-support/databases";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import { mergeStates, stateOf } from "./merge-reports.ts";
import { readTaskStates } from "./queries.ts";
import { type TaskReport, taskStatuses } from "./schema.ts";

describe.each(databaseKinds)("tasks on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read");
  });

  afterAll(() => opened.remove());

  async function newRun(name: string): Promise<string> {
    return (await pipeline.post("/runs", { name, status: "running" })).json().id;
  }

  test("what is reported is shown, with its trace when one is asked for", async () => {
    await newRun("shown");
    const report = {
      number: 12,
      process: "CALL:ALIGN",
      status: "completed",
      tag: "HG002",
      hash: "0a/b1c2d3",
      attempt: 2,
      exitCode: 0,
      container: "bwa:0.7.17",
      cpus: 4,
      memoryBytes: 8 * 2 ** 30,
      peakMemoryBytes: 1_234_567_890_123,
      durationMs: 7000,
      realtimeMs: 6500,
      cpuShare: 3.719,
      submittedAt: "2026-03-01T09:00:00.123Z",
      startedAt: "2026-03-01T10:00:00.500+01:00",
      finishedAt: "2026-03-01T09:00:07.000Z",
    };
    const trace = { rchar: 123, script: 'bwa mem "x"\n', workdir: "/work/0a/b1" };
    const answer = await pipeline.post("/runs/shown/tasks", { tasks: [{ ...report, trace }] });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ added: 1, changed: 0, unchanged: 0 });
    const expected = {
      ...report,
      startedAt: "2026-03-01T09:00:00.500Z",
      changedAt: "2026-03-01T09:00:00.000Z",
      id: expect.any(String),
    };
    expect((await pipeline.get("/runs/shown/tasks")).json()).toEqual({ items: [expected], next: null });
    expect((await pipeline.get("/runs/shown/tasks/12")).json()).toEqual({ ...expected, trace });
    expect((await pipeline.get("/runs/shown/tasks/13")).statusCode).toBe(404);
    expect((await pipeline.get("/runs/none/tasks")).statusCode).toBe(404);
  });

  test("what is not known is null", async () => {
    await newRun("sparse");
    await pipeline.post("/runs/sparse/tasks", { tasks: [{ number: 1, process: "P", status: "new", exitCode: null }] });
    const [task] = (await pipeline.get("/runs/sparse/tasks")).json().items;
    const { id: _id, changedAt: _changedAt, number, process, status, attempt, ...others } = task;
    expect({ number, process, status, attempt }).toEqual({ number: 1, process: "P", status: "new", attempt: 1 });
    expect(Object.values(others).every((value) => value === null)).toBe(true);
    expect(Object.keys(others)).toHaveLength(13);
  });

  test("the same again, and what is earlier, changes nothing", async () => {
    const runId = await newRun("again");
    const { kysely } = opened.context.database;
    const countEvents = async () => {
      const events = await kysely.selectFrom("event").select("topic").where("record_id", "=", runId).execute();
      return events.filter(({ topic }) => topic === "run.tasks-changed").length;
    };
    const done = { number: 1, process: "P", status: "completed", exitCode: 0, trace: { rss: 5, script: "x" } };
    await pipeline.post("/runs/again/tasks", { tasks: [done] });
    const first = (await pipeline.get("/runs/again/tasks/1")).json();
    opened.setNow("2026-03-01T09:30:00.000Z");
    expect((await pipeline.post("/runs/again/tasks", { tasks: [done, done] })).json().unchanged).toBe(1);
    const earlier = { number: 1, process: "P", status: "running", trace: { rss: 4, script: "x" } };
    expect((await pipeline.post("/runs/again/tasks", { tasks: [earlier] })).json().unchanged).toBe(1);
    expect((await pipeline.get("/runs/again/tasks/1")).json()).toEqual(first);
    expect(await countEvents()).toBe(1);
    const more = { ...earlier, startedAt: "2026-03-01T09:00:00.000Z", trace: { rss: 4, queue: "long" } };
    expect((await pipeline.post("/runs/again/tasks", { tasks: [more] })).json().changed).toBe(1);
    const trace = { rss: 5, script: "x", queue: "long" };
    expect((await pipeline.get("/runs/again/tasks/1")).json()).toEqual({ ...first, startedAt: more.startedAt, trace });
    expect(await countEvents()).toBe(2);
  });

  test("any reports in any portions leave what they say together", async () => {
    const report: fc.Arbitrary<TaskReport> = fc.record(
      {
        number: fc.integer({ min: 1, max: 3 }),
        process: fc.constant("P"),
        status: fc.constantFrom(...taskStatuses),
        attempt: fc.integer({ min: 1, max: 3 }),
        exitCode: fc.constantFrom(0, 1, 137, null),
        peakMemoryBytes: fc.maxSafeNat(),
        cpuShare: fc.double({ min: 0, max: 1e300, noNaN: true }),
        finishedAt: fc.constantFrom("2026-03-01T09:00:00.123Z", "2026-03-01T09:00:01.000Z"),
        trace: fc.dictionary(fc.constantFrom("a", "b"), fc.constantFrom(1, "x")),
      },
      { requiredKeys: ["number", "process", "status", "attempt"] },
    );
    const portions = fc.array(fc.array(report, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    let examples = 0;
    await fc.assert(
      fc.asyncProperty(portions, async (sent) => {
        const name = `any ${examples++}`;
        const runId = await newRun(name);
        for (const tasks of sent) {
          expect((await pipeline.post(`/runs/${name}/tasks`, { tasks })).statusCode).toBe(200);
        }
        const expected = new Map<number, ReturnType<typeof stateOf>>();
        for (const one of sent.flat()) {
          const before = expected.get(one.number);
          expected.set(one.number, before === undefined ? stateOf(one) : mergeStates(before, stateOf(one)));
        }
        const kept = await readTaskStates(opened.context.database.kysely, runId, [1, 2, 3]);
        expect(kept).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  test("pages, by status and by process", async () => {
    await newRun("pages");
    const tasks = Array.from({ length: 25 }, (_, index) => ({
      number: index + 1,
      process: index % 2 === 0 ? "EVEN" : "ODD",
      status: index % 5 === 0 ? "failed" : "completed",
    }));
    await pipeline.post("/runs/pages/tasks", { tasks: tasks.toReversed() });
    const all: number[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = cursor === null ? { limit: "10" } : { limit: "10", cursor };
      const page: { items: { number: number }[]; next: string | null } = (
        await pipeline.get("/runs/pages/tasks", { query })
      ).json();
      all.push(...page.items.map(({ number }) => number));
      cursor = page.next;
    } while (cursor !== null);
    expect(all).toEqual(tasks.map(({ number }) => number));
    const numbersOf = async (query: Record<string, string>) =>
      (await pipeline.get("/runs/pages/tasks", { query })).json().items.map((one: { number: number }) => one.number);
    expect(await numbersOf({ status: "failed" })).toEqual([1, 6, 11, 16, 21]);
    expect(await numbersOf({ process: "ODD", limit: "3" })).toEqual([2, 4, 6]);
    expect(await numbersOf({ process: "ODD", status: "failed" })).toEqual([6, 16]);
  });

  test("a run that ends leaves no task undone, and a late report still counts", async () => {
    await newRun("killed");
    const statuses = ["new", "submitted", "running", "completed", "failed", "cached"];
    const tasks = statuses.map((status, index) => ({ number: index + 1, process: "P", status }));
    await pipeline.post("/runs/killed/tasks", { tasks });
    await pipeline.patch("/runs/killed", { status: "failed", failure: "killed" });
    const statusesNow = async () =>
      (await pipeline.get("/runs/killed/tasks")).json().items.map((task: { status: string }) => task.status);
    expect(await statusesNow()).toEqual(["aborted", "aborted", "aborted", "completed", "failed", "cached"]);
    await pipeline.post("/runs/killed/tasks", {
      tasks: [
        { number: 2, process: "P", status: "running" },
        { number: 3, process: "P", status: "completed", exitCode: 0 },
      ],
    });
    expect(await statusesNow()).toEqual(["aborted", "aborted", "completed", "completed", "failed", "cached"]);
    await pipeline.post("/runs/killed/tasks", { tasks: [{ number: 7, process: "P", status: "submitted" }] });
    expect((await statusesNow()).at(-1)).toBe("aborted");
  });

  test("what is wrong is named by its place", async () => {
    await newRun("wrong");
    const pointerOf = async (task: object) =>
      (await pipeline.post("/runs/wrong/tasks", { tasks: [task] })).json().errors?.[0]?.pointer;
    expect(await pointerOf({ process: "P", status: "new" })).toBe("/body/tasks/0/number");
    expect(await pointerOf({ number: 0, process: "P", status: "new" })).toBe("/body/tasks/0/number");
    expect(await pointerOf({ number: 1, process: " P", status: "new" })).toBe("/body/tasks/0/process");
    expect(await pointerOf({ number: 1, process: "P", status: "new", colour: 1 })).toBe("/body/tasks/0/colour");
    const reader = await opened.program("read");
    expect((await reader.post("/runs/wrong/tasks", { tasks: [] })).statusCode).toBe(403);
    expect((await pipeline.get("/runs/wrong/tasks")).json().items).toEqual([]);
  });
});
