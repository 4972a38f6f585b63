import {
  type Alert,
  type AlertEvidence,
  type AlertFinding,
  changeAlert,
  escalateAlerts,
  QualityError,
  raiseAlerts,
} from "@touchstone/quality";
import { databaseKinds } from "@touchstone/test-support/databases";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import { perform } from "../writing/perform.ts";
import { changeStoredAlert } from "./change-stored-alert.ts";
import { escalateDueAlerts } from "./escalate-due-alerts.ts";
import { raiseFindings } from "./raise-findings.ts";
import { loadAlerts } from "./stored-alert.ts";

/** A finding of a cause; its evidence has numbers that text would round. */
function findingOf(cause: string, run: string, kind: AlertFinding["kind"] = "immediate"): AlertFinding {
  return {
    kind,
    cause,
    subject: `${cause} of EGFR L858R`,
    occurrence: {
      key: run,
      time: "2026-02-28T07:00:00.123Z",
      sentence: `Found in ${run}.`,
      evidence: {
        type: "threshold failed",
        run,
        score: "recall",
        value: 0.1 + 0.2,
        observations: 100,
        interval: [1e-12, 1 / 3],
        minimum: 0.95,
        stage: "routine",
      },
    },
  };
}

const version = { name: "v", version: 3, contentSha256: "a".repeat(64) };
const control = { material: "HD200", materialLot: null, level: "low" };

/** Evidence of every type that alerts have. */
const evidences: readonly AlertEvidence[] = [
  findingOf("any", "R1").occurrence.evidence,
  {
    type: "westgard rejection",
    run: "R1",
    analyte: "EGFR L858R",
    ruleSet: version,
    violations: [{ rule: "R-4s", scope: "within run", side: null, window: [{ run: "R1", ...control }] }],
    points: [{ ...control, value: 0.1 + 0.2, score: -3.4, baseline: version }],
  },
  {
    type: "decline",
    run: "R1",
    n: 9,
    s: -30,
    p: 0.002,
    varianceFactor: 1,
    look: 2,
    levelOfLook: 0.01,
    pAfterLooks: 0.004,
    slope: -1e-7,
    slopeInterval: null,
    unit: "day",
    threshold: { value: 0.9, badSide: "below" },
    crossing: { state: "ahead", ahead: 3.5, earliestAhead: 1, latestAhead: null },
    horizon: 30,
  },
  {
    type: "replicates vary",
    run: "R1",
    study: "S1",
    stratum: null,
    variants: 12,
    medianCv: 0.2,
    correctedMedianCv: 0.25,
    limit: 0.15,
    floorCv: null,
    ratioToFloor: null,
  },
];

/** One thing that happens, hours after the one before. */
type Step = { readonly hours: number } & (
  | { readonly type: "find"; readonly findings: readonly AlertFinding[] }
  | { readonly type: "acknowledge" | "resolve"; readonly place: number }
  | { readonly type: "look at the clock" }
);

const finding = fc
  .record({
    cause: fc.constantFrom("shift", "recall", 'décalage "x"'),
    run: fc.constantFrom("R1", "R2", "R3", "R4", "R5", "R6"),
    kind: fc.constantFrom<AlertFinding["kind"]>("immediate", "predictive"),
  })
  .map(({ cause, run, kind }) => findingOf(cause, run, kind));
const hours = fc.constantFrom(0, 1, 30, 200);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ hours, type: fc.constant("find" as const), findings: fc.array(finding, { maxLength: 6 }) }),
  fc.record({ hours, type: fc.constantFrom("acknowledge" as const, "resolve" as const), place: fc.nat(5) }),
  fc.record({ hours, type: fc.constant("look at the clock" as const) }),
);

describe.each(databaseKinds)("alerts on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read");
  });

  afterAll(() => opened.remove());

  async function stored(prefix: string): Promise<Alert[]> {
    const all = await loadAlerts(opened.context.database.kysely, (alert) => alert("alert.cause", "like", `${prefix}%`));
    return all.map(({ alert }) => alert);
  }

  async function raise(runId: string, ...findings: AlertFinding[]): Promise<void> {
    await perform(opened.context, null, (writing) => raiseFindings(writing, findings, { runId }));
  }

  async function idOf(cause: string): Promise<string> {
    const { kysely } = opened.context.database;
    return (await kysely.selectFrom("alert").select("id").where("cause", "=", cause).executeTakeFirstOrThrow()).id;
  }

  test("an alert is acknowledged, given to somebody and resolved with a reason, in this order alone", async () => {
    opened.setNow("2026-03-02T08:00:00Z");
    const { id: runId } = (await pipeline.post("/runs", { name: "of one alert" })).json();
    await raise(runId, findingOf("one alert", "R1"));
    const id = await idOf("one alert");
    const reviewer = await opened.person("rita", "reviewer");
    const technologist = await opened.person("theo", "technologist");

    const tooSoon = await reviewer.patch(`/alerts/${id}/resolve`, { reason: "lot replaced" });
    expect([tooSoon.statusCode, tooSoon.json().code]).toEqual([409, "TS_ALERT_TRANSITION"]);
    opened.setNow("2026-03-02T08:05:00Z");
    const acknowledged = await technologist.patch(`/alerts/${id}/acknowledge`);
    expect(acknowledged.statusCode, acknowledged.body).toBe(200);
    expect(acknowledged.json()).toMatchObject({
      status: "acknowledged",
      acknowledgedAt: "2026-03-02T08:05:00.000Z",
      acknowledgedBy: { name: "theo", printedName: "theo (printed)" },
      run: { id: runId, name: "of one alert" },
      occurrenceCount: 1,
      lastOccurrence: { time: "2026-02-28T07:00:00.123Z", sentence: "Found in R1." },
    });
    expect((await technologist.patch(`/alerts/${id}/acknowledge`)).statusCode).toBe(409);

    const program = await opened.program("ingest");
    const toProgram = await technologist.patch(`/alerts/${id}/assign`, { assignedTo: program.principalId });
    expect(toProgram.json().errors[0].pointer).toBe("/body/assignedTo");
    opened.setNow("2026-03-02T08:10:00Z");
    const assigned = await technologist.patch(`/alerts/${id}/assign`, { assignedTo: reviewer.principalId });
    expect(assigned.json().assignedTo).toEqual({
      id: reviewer.principalId,
      name: "rita",
      printedName: "rita (printed)",
    });
    await technologist.patch(`/alerts/${id}/assign`, { assignedTo: reviewer.principalId });

    expect((await technologist.patch(`/alerts/${id}/resolve`, { reason: "x" })).statusCode).toBe(403);
    expect((await reviewer.patch(`/alerts/${id}/resolve`, {})).json().errors[0].pointer).toBe("/body/reason");
    opened.setNow("2026-03-02T08:15:00Z");
    const resolved = await reviewer.patch(`/alerts/${id}/resolve`, { reason: "lot replaced" });
    expect(resolved.json()).toMatchObject({ status: "resolved", resolution: "lot replaced" });
    expect((await technologist.patch(`/alerts/${id}/assign`, { assignedTo: null })).statusCode).toBe(409);

    const history = (await pipeline.get(`/alerts/${id}/history`)).json();
    expect(history).toMatchObject({
      next: null,
      items: [
        { action: "raised", at: "2026-03-02T08:00:00.000Z", by: null, level: 0 },
        { action: "acknowledged", at: "2026-03-02T08:05:00.000Z", by: "theo" },
        { action: "assigned", at: "2026-03-02T08:10:00.000Z", by: "theo", assignedTo: { name: "rita" }, level: null },
        { action: "resolved", at: "2026-03-02T08:15:00.000Z", by: "rita", reason: "lot replaced" },
      ],
    });
    const { kysely } = opened.context.database;
    const audit = await kysely
      .selectFrom("audit_event")
      .select(["actor", "action"])
      .where("subject_id", "=", id)
      .execute();
    expect(audit.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      "touchstone alert.raise",
      "theo alert.acknowledge",
      "theo alert.assign",
      "rita alert.resolve",
    ]);
    const events = await kysely
      .selectFrom("event")
      .select("topic")
      .where("record_id", "=", id)
      .orderBy("number")
      .execute();
    expect(events.map(({ topic }) => topic)).toEqual([
      "alert.raised",
      "alert.acknowledged",
      "alert.assigned",
      "alert.resolved",
    ]);
  });

  test("one alert is shown with the evidence of every occurrence, of whatever type it is", async () => {
    opened.setNow("2026-03-03T08:00:00Z");
    const { id: first } = (await pipeline.post("/runs", { name: "E1" })).json();
    const { id: second } = (await pipeline.post("/runs", { name: "E2" })).json();
    for (const evidence of evidences) {
      const base = findingOf(`evidence ${evidence.type}`, "E1");
      const found = (key: string): AlertFinding => ({ ...base, occurrence: { ...base.occurrence, key, evidence } });
      await raise(first, found("E1"));
      await raise(second, found("E2"));
      const answer = await pipeline.get(`/alerts/${await idOf(base.cause)}`);
      expect(answer.statusCode, answer.body).toBe(200);
      const [expected] = await stored(base.cause);
      const { occurrences, history, contentId, cause } = answer.json();
      expect(occurrences).toEqual([
        { ...expected.occurrences[0], run: { id: first, name: "E1" } },
        { ...expected.occurrences[1], run: { id: second, name: "E2" } },
      ]);
      expect(occurrences[1].evidence).toEqual(evidence);
      expect({ history, contentId, cause }).toEqual({
        history: expected.history,
        contentId: expected.id,
        cause: base.cause,
      });
    }
  });

  test("lists are narrowed by state, kind, level, run, assay, person and time, page by page", async () => {
    opened.setNow("2026-03-04T08:00:00Z");
    const { id: first } = (await pipeline.post("/runs", { name: "L1" })).json();
    const { id: second } = (await pipeline.post("/runs", { name: "L2" })).json();
    const causes = ["listed 1", "listed 2", "listed 3", "listed 4", "listed 5"];
    for (const cause of causes) await raise(first, findingOf(cause, "L1"));
    await raise(
      second,
      findingOf("listed 1", "L2"),
      findingOf("listed 1", "L3"),
      findingOf("foreseen", "L2", "predictive"),
    );
    const listed = async (query: Record<string, string>) => {
      const answer = await pipeline.get("/alerts", { query: { since: "2026-03-04T08:00:00Z", ...query } });
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.json() as { items: { subject: string; level: number }[]; next: string | null };
    };
    const subjects = async (query: Record<string, string>) =>
      (await listed(query)).items.map(({ subject }) => subject.replace(" of EGFR L858R", "")).toSorted();
    expect(await subjects({})).toEqual(["foreseen", ...causes]);
    expect(await subjects({ status: "open" })).toEqual(["foreseen", ...causes]);
    expect(await subjects({ status: "resolved" })).toEqual([]);
    expect(await subjects({ kind: "predictive" })).toEqual(["foreseen"]);
    expect(await subjects({ level: "1" })).toEqual(["listed 1"]);
    expect(await subjects({ runId: second })).toEqual(["foreseen", "listed 1"]);
    expect(await subjects({ runId: first })).toEqual(causes);
    expect(await subjects({ assay: "none" })).toEqual([]);
    expect(await subjects({ since: "2026-03-04T08:00:00.001Z" })).toEqual([]);
    const reviewer = await opened.person("ron", "reviewer");
    await reviewer.patch(`/alerts/${await idOf("listed 4")}/assign`, { assignedTo: reviewer.principalId });
    expect(await subjects({ assignedTo: reviewer.principalId })).toEqual(["listed 4"]);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listed({ limit: "4", ...(cursor === null ? {} : { cursor }) });
      seen.push(...page.items.map(({ subject }) => subject));
      cursor = page.next;
    } while (cursor !== null);
    expect([seen.length, new Set(seen).size]).toEqual([6, 6]);
  });

  test("what is not there, or is no id, is said so", async () => {
    const nowhere = "01900000-0000-7000-8000-000000000000";
    expect((await pipeline.get(`/alerts/${nowhere}`)).statusCode).toBe(404);
    expect((await pipeline.get(`/alerts/${nowhere}/history`)).statusCode).toBe(404);
    expect((await pipeline.patch(`/alerts/${nowhere}/acknowledge`)).statusCode).toBe(404);
    expect((await pipeline.patch(`/alerts/${nowhere}/assign`, { assignedTo: null })).statusCode).toBe(404);
    expect((await pipeline.get("/alerts/1")).json().errors[0].pointer).toBe("/path/id");
  });

  test("what is stored is what the rules of quality make of the same events", async () => {
    const { id: runId } = (await pipeline.post("/runs", { name: "of alerts" })).json();
    const person = await opened.person("tess", "reviewer");
    const caller = { name: "tess", principalId: person.principalId };
    let examples = 0;
    let hour = 1000; // after the other tests
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const prefix = `example ${examples++} `;
        const own = (one: AlertFinding): AlertFinding => ({ ...one, cause: prefix + one.cause });
        let expected: readonly Alert[] = [];
        for (const one of steps) {
          hour += one.hours;
          const at = new Date(Date.UTC(2026, 2, 1) + hour * 3_600_000).toISOString();
          opened.setNow(at);
          if (one.type === "find") {
            const findings = one.findings.map(own);
            expected = raiseAlerts(expected, findings, { at });
            await perform(opened.context, null, (writing) => raiseFindings(writing, findings, { runId }));
          } else if (one.type === "look at the clock") {
            expected = escalateAlerts(expected, { at });
            await perform(opened.context, null, escalateDueAlerts);
          } else {
            const chosen = expected[one.place % Math.max(expected.length, 1)];
            if (chosen === undefined) continue;
            const move = one.type === "resolve" ? { type: one.type, reason: "lot replaced" } : { type: one.type };
            const { kysely } = opened.context.database;
            const [{ id }] = await loadAlerts(kysely, (alert) => alert("alert.content_id", "=", chosen.id));
            const done = perform(opened.context, caller, (writing) => changeStoredAlert(writing, caller, id, move));
            const changed = attempt(() => changeAlert(chosen, { at, by: caller.name, ...move }));
            if (changed === null) {
              await expect(done).rejects.toMatchObject({ code: "TS_ALERT_TRANSITION" });
            } else {
              await done;
              expected = expected.map((alert) => (alert === chosen ? changed : alert));
            }
          }
          const byId = (first: Alert, second: Alert) => (first.id < second.id ? -1 : 1);
          expect((await stored(prefix)).toSorted(byId)).toEqual(expected.toSorted(byId));
        }
      }),
      { numRuns: 25 },
    );
  }, 300_000);
});

function attempt(change: () => Alert): Alert | null {
  try {
    return change();
  } catch (error) {
    if (error instanceof QualityError) return null;
    throw error;
  }
}
