import type { AlertFinding } from "@touchstone/quality";
import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import { TestVerdicts } from "../../test/test-verdicts.ts";
import { raiseFindings } from "../alerts/raise-findings.ts";
import { perform } from "../writing/perform.ts";
import type { TimelineEntry } from "./schema.ts";
import { summaryOf } from "./summary.ts";

describe.each(databaseKinds)("the timeline of a run on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;
  let runId: string;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read");
    runId = (await pipeline.post("/runs", { name: "R" })).json().id;
    opened.setNow("2026-03-01T09:01:00.000Z");
    await pipeline.patch("/runs/R", { status: "running" });
    const report = (number: number, status: string, rest: object = {}) => ({
      number,
      process: "ALIGN",
      status,
      ...rest,
    });
    opened.setNow("2026-03-01T09:10:00.000Z");
    await pipeline.post("/runs/R/tasks", {
      tasks: [
        report(1, "cached", { startedAt: "2026-02-01T00:00:00Z", finishedAt: "2026-02-01T01:00:00Z" }),
        report(2, "failed", { tag: "s1", startedAt: "2026-03-01T09:02:00Z", finishedAt: "2026-03-01T09:03:00Z" }),
        report(3, "running", { tag: "s1", attempt: 2, startedAt: "2026-03-01T09:04:00Z" }),
        report(4, "submitted"),
      ],
    });
    const file = { kind: "vcf", uri: "/calls.vcf", sha256: "c".repeat(64), sizeBytes: 1 };
    opened.setNow("2026-03-01T09:11:00.000Z");
    await pipeline.post("/runs/R/artifacts", file);
    opened.setNow("2026-03-01T09:12:00.000Z");
    await pipeline.patch("/runs/R", { status: "failed", failure: "out of memory" });
    const verdicts = new TestVerdicts(opened.context.database.kysely);
    await verdicts.onRun(runId, "out of control");
    opened.setNow("2026-03-02T00:00:00.000Z");
    const evidence: AlertFinding["occurrence"]["evidence"] = {
      type: "threshold failed",
      run: "R",
      score: "recall",
      value: 0.9,
      observations: 100,
      interval: [0.85, 0.94],
      minimum: 0.95,
      stage: "routine",
    };
    const occurrence = { key: "R", time: "2026-03-01T09:12:00.000Z", sentence: "Recall is low.", evidence };
    const finding: AlertFinding = { kind: "immediate", cause: "recall", subject: "recall of SNP", occurrence };
    await perform(opened.context, null, (writing) => raiseFindings(writing, [finding], { runId }));
    await pipeline.post("/runs", { name: "another" });
    await pipeline.post("/runs/another/tasks", { tasks: [report(1, "completed")] });
  });

  afterAll(() => opened.remove());

  async function readAll(query: Record<string, string | string[]>): Promise<TimelineEntry[]> {
    const entries: TimelineEntry[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: TimelineEntry[]; next: string | null } = (
        await pipeline.get("/runs/R/timeline", { query: { ...query, ...(cursor === null ? {} : { cursor }) } })
      ).json();
      entries.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return entries;
  }

  test("tells what happened in order of time, a cached task when it was taken over", async () => {
    const entries = await readAll({});
    // The audit trail, and the verdict of the test, have the time at which the test ran.
    const summariesOf = (...kinds: TimelineEntry["kind"][]) =>
      entries.filter((entry) => kinds.includes(entry.kind)).map(({ summary }) => summary);
    expect(summariesOf("verdicts")).toEqual(["1 verdict: out of control"]);
    expect(summariesOf("run")).toEqual(["Added as queued", "Running", "Proposed: held", "Failed: out of memory"]);
    const others = entries.filter((entry) => entry.kind !== "run" && entry.kind !== "verdicts");
    expect(others.map(({ at, summary }) => `${at.slice(11, 16)} ${summary}`)).toEqual([
      "09:02 Task 2 ALIGN (s1) started",
      "09:03 Task 2 ALIGN (s1) failed without an exit code",
      "09:04 Task 3 ALIGN (s1) started, attempt 2",
      "09:10 Task 1 ALIGN taken from the cache",
      "09:11 File added: /calls.vcf (vcf)",
      "09:12 Task 3 ALIGN (s1) aborted, attempt 2",
      "09:12 Task 4 ALIGN aborted",
      "00:00 Alert: recall of SNP",
    ]);
    const added = entries.find((entry) => entry.kind === "run");
    expect(added?.actor).toContain("program");
    expect(added?.recordId).toBe(runId);
    const times = entries.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
  });

  test("in pages of any size, in both directions, and of some kinds", async () => {
    const entries = await readAll({});
    for (const limit of ["1", "2", "5"]) {
      expect(await readAll({ limit })).toEqual(entries);
      expect(await readAll({ limit, sort: "-at" })).toEqual(entries.toReversed());
    }
    const some = await readAll({ kind: ["run", "artifact"], limit: "2" });
    expect(some).toEqual(entries.filter((entry) => entry.kind === "run" || entry.kind === "artifact"));
    expect((await pipeline.get("/runs/none/timeline")).statusCode).toBe(404);
    expect((await pipeline.get("/runs/R/timeline", { query: { kind: "tasks" } })).statusCode).toBe(400);
  });
});

test.each([
  ["measurements", { material: "HG002", lot: "7", count: 1 }, "1 measurement of HG002, lot 7"],
  ["measurements", { material: "HG002", lot: null, count: 5000 }, "5000 measurements of HG002"],
  ["comparison", { truthSet: "GIAB 4.2.1", format: "hap.py", again: true }, "Compared again with GIAB 4.2.1 by hap.py"],
  ["replicate study", { name: "March" }, "Part of the replicate study March"],
  [
    "run",
    { action: "run.sign disposition", disposition: "released", wasDisposition: "held", reason: "fine" },
    "Released: fine",
  ],
  ["run", { action: "run.propose disposition", proposedDisposition: "held", reason: null }, "Proposed: held"],
  ["run", { action: "run.note", reason: null }, "Note"],
  [
    "artifact",
    { kind: "vcf", uri: `touchstone:objects/${"c".repeat(64)}/my%20calls.vcf` },
    "File added: my calls.vcf (vcf)",
  ],
] as const)("%s %j is told as %s", (kind, detail, sentence) => {
  expect(summaryOf({ kind, detail })).toBe(sentence);
});
