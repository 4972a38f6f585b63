import {
  type Alert,
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

  test("what is stored is what the rules of quality make of the same events", async () => {
    const { id: runId } = (await pipeline.post("/runs", { name: "of alerts" })).json();
    const person = await opened.person("tess", "reviewer");
    const caller = { name: "tess", principalId: person.principalId };
    let examples = 0;
    let hour = 0;
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
      { numRuns: 40 },
    );
  });
});

function attempt(change: () => Alert): Alert | null {
  try {
    return change();
  } catch (error) {
    if (error instanceof QualityError) return null;
    throw error;
  }
}
