import { classicMultirule, expectedFalseAlarms } from "@touchstone/statistics";
import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareIngesting } from "../../../test/ingested.ts";
import { metricsDocument } from "../../../test/metrics-document.ts";
import { approvedBaseline, day, draftOf, measuredRun } from "../../../test/test-controls.ts";
import { createTestServer, type TestCaller, type TestServer } from "../../../test/test-server.ts";
import { gatherMonthlyReport } from "./gather-monthly-report.ts";
import { periodOf } from "./month.ts";

const CONTROL = { material: "C", materialLot: "7", analyte: "KRAS G12D" };
const LATER = "2026-02-20T00:00:00Z";

describe.each(databaseKinds)("the review of a month on %s", (kind) => {
  let opened: TestServer;
  let program: TestCaller;

  const gather = (month: string, now = LATER) =>
    gatherMonthlyReport(opened.context.database.kysely, {
      assay: "germline",
      period: periodOf(month, new Date(now)),
      touchstone: "0.0.0-test",
    });

  async function made(caller: TestCaller, path: string, body: object) {
    const answer = await caller.post(path, body);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  }

  /** Recall of INDEL is 1 - misses / 1000. */
  async function compared(name: string, days: number, misses: number) {
    const counts = { truthTp: 1000 - misses, truthFn: misses, queryTp: 1000 - misses, queryFp: 1 };
    const taken = await program.post("/concordance", {
      run: { name, status: "succeeded", performedAt: day(days), assay: { name: "germline" } },
      truthSet: { name: "T", version: "1" },
      files: [{ name: "metrics.json", document: metricsDocument({ INDEL: counts }) }],
    });
    expect(taken.statusCode, taken.body).toBe(201);
  }

  beforeAll(async () => {
    opened = await createTestServer(kind);
    await prepareIngesting(opened);
    opened.setNow(day(0));
    program = await opened.program("ingest", "read", "review");
    const reviewer = await opened.person("a reviewer", "reviewer");
    const director = await opened.person("a director", "director");
    await approvedBaseline(reviewer, director, draftOf("base", [{ control: CONTROL, mean: 100, sd: 10 }]));
    for (const [place, value] of [100, 104, 135, 101].entries()) {
      opened.setNow(day(place + 1));
      const lots = { reagentLots: [{ reagent: "kit", lot: "A" }] };
      const run = { assay: { name: "germline" }, status: "succeeded" as const, ...(place === 0 ? lots : {}) };
      const answer = await program.post(
        "/measurements",
        measuredRun(`control ${place}`, place + 1, [{ ...CONTROL, value }], run),
      );
      expect(answer.statusCode, answer.body).toBeLessThan(300);
    }
    // From the tenth of January on, one INDEL more is missed a day: .998 to .987, and on into February.
    for (let place = 0; place < 12; place++) {
      opened.setNow(day(9 + place));
      await compared(`compared ${place}`, 9 + place, 2 + place);
    }
    await compared("of February", 31, 30);
    await made(program, "/runs", { name: "another assay's", performedAt: day(3) });
    opened.setNow(day(25));
    const [alert] = (await program.get("/alerts", { query: { kind: "immediate" } })).json().items.reverse();
    const opening = { title: "shift", description: "shift", severity: "major", alertIds: [alert.id] };
    const { id } = await made(program, "/non-conformances", opening);
    await made(program, `/non-conformances/${id}/corrective-actions`, {
      kind: "corrective",
      description: "a new kit",
      dueOn: "2026-01-27",
    });
    opened.setNow(day(32));
    await made(program, "/change-events", {
      kind: "service",
      happenedAt: "2026-01-31T23:59:59Z",
      description: "serviced",
    });
    await made(program, "/change-events", {
      kind: "service",
      happenedAt: "2026-02-01T00:00:00Z",
      description: "later",
    });
    await made(program, "/reagent-lots", { reagent: "spare kit", lot: "B", expiresOn: "2026-03-01" });
    await made(program, "/reagent-lots", { reagent: "spare kit", lot: "C", expiresOn: "2026-07-01" });
  });

  afterAll(() => opened.remove());

  test("has the runs that were performed in the month in UTC, of this assay", async () => {
    const { runs } = await gather("2026-01");
    expect(runs).toHaveLength(16);
    expect(runs.map(({ name }) => name)).not.toContain("of February");
    expect((await gather("2026-02")).runs.map(({ name }) => name)).toEqual(["of February"]);
    const states = Object.fromEntries(runs.map(({ name, state }) => [name, state]));
    expect([states["control 1"], states["control 2"]]).toEqual(["in control", "out of control"]);
    expect(runs.every(({ disposition, isSigned }) => disposition === "held" && !isSigned)).toBe(true);
  });

  test("has the verdicts that the API lists of these runs", async () => {
    const { verdicts } = await gather("2026-01");
    const listed: { state: string }[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const query: Record<string, string> = cursor === "" ? {} : { cursor };
      const page = (await program.get("/verdicts", { query })).json();
      listed.push(...page.items.filter(({ run }: { run: { name: string } }) => run.name !== "of February"));
      cursor = page.next;
    }
    const count = (of: readonly { state: string }[], state: string) => of.filter((one) => one.state === state).length;
    for (const state of ["in control", "warning", "out of control", "not evaluable"]) {
      expect(count(verdicts, state), state).toBe(count(listed, state));
    }
    const rejected = verdicts.filter(({ violations }) => violations.some(({ severity }) => severity === "rejection"));
    expect(rejected.map(({ run }) => run)).toEqual(["control 2"]);
    expect(rejected[0]?.violations).toContainEqual(expect.objectContaining({ rule: "1-3s", begins: true }));
  });

  test("expects of each chart of a run what its rule set rejects by chance", async () => {
    const { perChart } = expectedFalseAlarms(classicMultirule, { controls: 1, runsPerYear: 1 });
    const { falseAlarms } = await gather("2026-01");
    expect(falseAlarms).toMatchObject({ judged: 4, rejected: 1, reason: null });
    expect(falseAlarms.expected).toBeCloseTo(4 * perChart.value, 12);
    expect((await gather("2026-02")).falseAlarms).toEqual({
      judged: 0,
      rejected: 0,
      expected: null,
      reason: "no control was evaluable",
    });
  });

  test("has alerts, non-conformances and actions of the month", async () => {
    const { alerts, nonConformances } = await gather("2026-01");
    const listed = (await program.get("/alerts", { query: { assay: "germline", limit: "500" } })).json().items;
    const opened = listed.filter(({ openedAt }: { openedAt: string }) => openedAt < "2026-02-01");
    expect(new Set(alerts.map(({ subject, kind: of }) => `${of} ${subject}`))).toEqual(
      new Set(opened.map((one: { kind: string; subject: string }) => `${one.kind} ${one.subject}`)),
    );
    const predictive = alerts.find(({ subject }) => subject.startsWith("recall of INDEL"));
    expect(predictive?.kind).toBe("predictive");
    // Its last occurrence of the month is the twelfth run.
    expect(predictive?.sentence).toContain("n = 12");
    expect(nonConformances).toMatchObject([
      { title: "shift", severity: "major", closedAt: null, actions: [{ status: "planned", dueOn: "2026-01-27" }] },
    ]);
    // Nothing of it was there the month before.
    expect(await gather("2025-12")).toMatchObject({
      runs: [],
      alerts: [],
      nonConformances: [],
      trends: [],
      versions: [],
    });
  });

  test("has each score's trend up to the month's end, with the day on which its line meets the threshold", async () => {
    const { trends } = await gather("2026-01");
    expect(trends).toHaveLength(6);
    const recall = trends.find(({ series }) => series.startsWith("recall of INDEL"));
    expect(recall).toMatchObject({ n: 12, minimum: 0.99, state: "decline", horizonDays: 90 });
    expect(recall?.slope).toBeCloseTo(-0.001, 9);
    // .998 less .001 a day is below .99 since the ninth day: crossed.
    expect(recall?.crossing).toMatchObject({ isCrossed: true });
    const snv = trends.find(({ series }) => series.startsWith("recall of SNP"));
    expect(snv).toMatchObject({ n: 0, state: "not evaluable", crossing: null });
    // The service of the month's last second begins a new segment.
    const next = (await gather("2026-02")).trends.find(({ series }) => series.startsWith("recall of INDEL"));
    expect(next).toMatchObject({ n: 1, state: "not evaluable", since: "2026-02-01T00:00:00.000Z" });
  });

  test("has changes to the month's last second, and lots that expire", async () => {
    const { changes, lots } = await gather("2026-01");
    expect(changes.map(({ description }) => description)).toContain("serviced");
    expect(changes.map(({ description }) => description)).not.toContain("later");
    // 28 days of February and the first of March.
    expect(lots).toEqual([
      { use: "reagent", name: "spare kit", lot: "B", expiresOn: "2026-03-01", daysLeft: 28, isUsed: false },
    ]);
  });

  test("comes as a page that says when the month is not over", async () => {
    opened.setNow("2026-02-10T00:00:00Z");
    const query = { assay: "germline", month: "2026-02" };
    const page = await program.get("/reports/monthly", { query });
    expect(page.statusCode, page.body.slice(0, 300)).toBe(200);
    expect(page.headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.body).toContain("The month is not over: this is how it stood at 2026-02-10T00:00:00.000Z.");
    for (const refused of [
      { ...query, assay: "none" },
      { ...query, month: "2026-13" },
    ]) {
      expect((await program.get("/reports/monthly", { query: refused })).statusCode).toBe(
        refused.assay === "none" ? 404 : 400,
      );
    }
  });
});
