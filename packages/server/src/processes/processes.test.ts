import { readTrace } from "@touchstone/ingest";
import { databaseKinds } from "@touchstone/test-support/databases";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { traceOfSucceeded } from "../../test/nextflow/recordings.ts";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import { findProcessUsages } from "./find-process-usages.ts";
import type { ProcessUsages, ResourcePrices } from "./schema.ts";

const GIB = 1024 ** 3;
const PRICES: ResourcePrices = { cpuHour: 0.04, gigabyteHour: 0.005, currency: "EUR" };

describe.each(databaseKinds)("what processes of a run needed on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind, { resourcePrices: PRICES });
    pipeline = await opened.program("ingest", "read");
  });

  afterAll(() => opened.remove());

  async function report(run: string, tasks: readonly object[]): Promise<string> {
    const { id } = (await pipeline.post("/runs", { name: run, status: "running" })).json();
    const answer = await pipeline.post(`/runs/${run}/tasks`, { tasks });
    expect(answer.statusCode, answer.body).toBe(200);
    return id;
  }

  const usagesOf = async (run: string): Promise<ProcessUsages> => (await pipeline.get(`/runs/${run}/processes`)).json();

  /** Nine tasks of a real run; the sums are those of the columns of the trace that Nextflow wrote (succeeded.trace.txt). */
  test("are the sums of a recorded trace", async () => {
    await report("recorded", readTrace("trace.txt", traceOfSucceeded()).tasks);
    const { processes, total, prices } = await usagesOf("recorded");
    expect(prices).toEqual(PRICES);
    const [align, qc] = processes;
    expect(processes.map(({ process }) => process)).toEqual(["ALIGN", "QC"]);
    expect(align).toMatchObject({
      tasks: { total: 5, unfinished: 0, completed: 4, cached: 0, failed: 1, aborted: 0, retried: 1 },
      // 854 + 1643 + 1621 + 1457 + 1746 ms.
      wallTime: { sum: 7321, longest: 1746, tasks: 5 },
      memory: { peak: 3_362_816, requested: 67_108_864, share: 3_362_816 / 67_108_864 },
      cost: { tasks: 5, unknown: 0 },
    });
    // 1643 x 1.9% + 1621 x 2.0% + 1457 x 2.5% + 1746 x 2.5%; the failed one has no %cpu.
    expect(align?.cpuTime.sum).toBeCloseTo(143.712, 9);
    expect(align?.cpuTime.tasks).toBe(4);
    // 7.321 s of one processor and 64 MiB: 7321 / 3,600,000 h x (0.04 + 0.0625 x 0.005) EUR.
    expect(align?.cost.amount).toBeCloseTo(0.0000819799479, 12);
    // The processes of QC asked for no memory, so that nobody knows what they cost.
    expect(qc).toMatchObject({
      tasks: { total: 4, completed: 2, failed: 2, retried: 0 },
      // 170 + 1717 + 505 + 61 ms.
      wallTime: { sum: 2453, longest: 1717, tasks: 4 },
      memory: { peak: null, requested: null, share: null },
      cost: { amount: null, tasks: 0, unknown: 4 },
    });
    expect(total.wallTime).toEqual({ sum: 9774, longest: 1746, tasks: 9 });
    expect(total.cost).toEqual({ amount: align?.cost.amount, tasks: 5, unknown: 4 });
  });

  test("a cached task costs nothing anew, one that goes on is not known, and one that never started costs nothing", async () => {
    const asked = { process: "CALL", cpus: 4, memoryBytes: 8 * GIB };
    const hour = { startedAt: "2026-03-01T08:00:00Z", finishedAt: "2026-03-01T09:00:00Z" };
    await report("mixed", [
      { ...asked, ...hour, number: 1, status: "cached", realtimeMs: 3_600_000, peakMemoryBytes: 7 * GIB },
      { ...asked, ...hour, number: 2, status: "failed", exitCode: 137 },
      { ...asked, ...hour, number: 3, status: "completed", attempt: 2, realtimeMs: 1_800_000 },
      { ...asked, number: 4, status: "running", startedAt: "2026-03-01T09:00:00Z" },
      { ...asked, number: 5, status: "submitted" },
    ]);
    const { processes, total } = await usagesOf("mixed");
    expect(total).toMatchObject({
      tasks: { total: 5, unfinished: 2, completed: 1, cached: 1, failed: 1, retried: 1 },
      // Where realtime was not reported, from start to end.
      wallTime: { sum: 5_400_000, longest: 3_600_000, tasks: 2 },
      cpuTime: { sum: null, tasks: 0 },
      memory: { peak: null, requested: 8 * GIB, share: null },
      cost: { tasks: 2, unknown: 1 },
    });
    // Half an hour more than an hour of 4 processors and 8 GB: 1.5 x (4 x 0.04 + 8 x 0.005).
    expect(total.cost.amount).toBeCloseTo(0.3, 12);
    expect(processes).toEqual([{ process: "CALL", ...total }]);
  });

  test("what a task that ended cost is not known where nothing says how long it took", async () => {
    const asked = { process: "CALL", cpus: 4, memoryBytes: 8 * GIB };
    await report("untimed", [
      { ...asked, number: 1, status: "completed" },
      { ...asked, number: 2, status: "failed" },
      { ...asked, number: 3, status: "cached" },
      { ...asked, number: 4, status: "submitted" },
    ]);
    const { total } = await usagesOf("untimed");
    expect(total.cost).toEqual({ amount: null, tasks: 0, unknown: 2 });
  });

  test("memory is that of the task that came nearest to what it asked for", async () => {
    const of = (number: number, memoryBytes: number | null, peakMemoryBytes: number | null) => {
      return { number, process: number < 4 ? "A" : "B", status: "completed", memoryBytes, peakMemoryBytes };
    };
    await report("memory", [
      of(1, 32 * GIB, 8 * GIB),
      of(2, 8 * GIB, 6 * GIB),
      of(3, 64 * GIB, null),
      of(4, null, GIB),
    ]);
    const [first, second] = (await usagesOf("memory")).processes;
    expect(first?.memory).toEqual({ peak: 6 * GIB, requested: 8 * GIB, share: 0.75 });
    expect(second?.memory).toEqual({ peak: GIB, requested: null, share: null });
  });

  test("without prices no cost is known, and what is free need not be known", async () => {
    const { kysely } = opened.context.database;
    const { id } = (await pipeline.get("/runs/recorded")).json();
    const none = await findProcessUsages(kysely, id, null);
    expect(none.prices).toBeNull();
    expect(none.total.cost).toEqual({ amount: null, tasks: 0, unknown: 9 });
    const free = await findProcessUsages(kysely, id, { ...PRICES, gigabyteHour: 0 });
    expect(free.total.cost).toMatchObject({ tasks: 9, unknown: 0 });
    // 9.774 s of one processor.
    expect(free.total.cost.amount).toBeCloseTo((9774 / 3_600_000) * 0.04, 12);
  });

  test("a run without tasks needs nothing that is known", async () => {
    await pipeline.post("/runs", { name: "empty" });
    const { processes, total } = await usagesOf("empty");
    expect(processes).toEqual([]);
    expect(total).toMatchObject({
      tasks: { total: 0 },
      wallTime: { sum: null, tasks: 0 },
      cost: { amount: null, unknown: 0 },
    });
    expect((await pipeline.get("/runs/none/processes")).statusCode).toBe(404);
  });

  test("the whole is the sum of its processes, whatever is known of tasks", async () => {
    let runs = 0;
    const known = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
    const task = fc.record(
      {
        process: fc.constantFrom("A", "B", "C"),
        status: fc.constantFrom("submitted", "running", "completed", "cached", "failed", "aborted"),
        attempt: fc.integer({ min: 1, max: 3 }),
        cpus: known(fc.integer({ min: 1, max: 64 })),
        memoryBytes: known(fc.integer({ min: 0, max: 64 * GIB })),
        peakMemoryBytes: known(fc.integer({ min: 1, max: 64 * GIB })),
        realtimeMs: known(fc.integer({ min: 0, max: 10_000_000 })),
        cpuShare: known(fc.double({ min: 0, max: 64, noNaN: true })),
      },
      { requiredKeys: ["process", "status"] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(task, { minLength: 1, maxLength: 12 }), async (tasks) => {
        const run = `random-${runs++}`;
        await report(
          run,
          tasks.map((one, place) => ({ ...one, number: place + 1 })),
        );
        const { processes, total } = await usagesOf(run);
        const sum = (of: (usage: ProcessUsages["total"]) => number | null) =>
          processes.reduce((all, usage) => all + (of(usage) ?? 0), 0);
        for (const name of ["total", "unfinished", "completed", "cached", "failed", "aborted", "retried"] as const) {
          expect(sum(({ tasks: counts }) => counts[name])).toBe(total.tasks[name]);
        }
        expect(sum(({ cost }) => cost.amount)).toBeCloseTo(total.cost.amount ?? 0, 6);
        expect(sum(({ cost }) => cost.tasks + cost.unknown)).toBe(total.cost.tasks + total.cost.unknown);
        expect(sum(({ wallTime }) => wallTime.sum)).toBeCloseTo(total.wallTime.sum ?? 0, 6);
        const own = tasks.filter(({ status, realtimeMs }) => status !== "cached" && realtimeMs !== undefined);
        expect(total.wallTime.tasks).toBe(own.length);
        expect(total.wallTime.longest).toBe(
          own.length === 0 ? null : Math.max(...own.map(({ realtimeMs }) => realtimeMs ?? 0)),
        );
      }),
      { numRuns: 25 },
    );
  });
});
