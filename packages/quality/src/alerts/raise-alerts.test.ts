import { Value } from "@sinclair/typebox/value";
import { AlertSchema } from "@touchstone/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findingOf, MOMENTS } from "../../test/findings.ts";
import { thrownBy } from "../../test/thrown.ts";
import type { Alert, AlertFinding } from "./alert.ts";
import { changeAlert } from "./change-alert.ts";
import { escalateAlerts, raiseAlerts } from "./raise-alerts.ts";

const [AT, LATER, LATEST] = MOMENTS;

function closed(alert: Alert, at: string): Alert {
  const acknowledged = changeAlert(alert, { type: "acknowledge", at, by: "T. Technologist" });
  return changeAlert(acknowledged, { type: "resolve", at, by: "T. Technologist", reason: "lot replaced" });
}

describe("one cause", () => {
  test("has one open alert, with an occurrence for each run", () => {
    const alerts = raiseAlerts([], [findingOf("shift", "R1"), findingOf("shift", "R2")], { at: AT });
    expect(alerts).toHaveLength(1);
    expect(alerts[0].occurrences.map(({ key }) => key)).toEqual(["R1", "R2"]);
  });

  test("and another one have an alert each", () => {
    const alerts = raiseAlerts([], [findingOf("shift", "R1"), findingOf("recall", "R1")], { at: AT });
    expect(alerts.map(({ cause }) => cause)).toEqual(["shift", "recall"]);
  });

  test("and the same one of another kind have an alert each", () => {
    const other: AlertFinding = { ...findingOf("shift", "R1"), kind: "predictive" };
    expect(raiseAlerts([], [findingOf("shift", "R1"), other], { at: AT })).toHaveLength(2);
  });

  test("that occurs after it was resolved has a new alert, which names the old one", () => {
    const [old] = raiseAlerts([], [findingOf("shift", "R1")], { at: AT });
    const resolved = closed(old, LATER);
    const alerts = raiseAlerts([resolved], [findingOf("shift", "R1"), findingOf("shift", "R2")], { at: LATEST });
    expect(alerts).toHaveLength(2);
    expect(alerts[0]).toBe(resolved);
    expect(alerts[1]).toMatchObject({ state: "open", follows: old.id, level: 0 });
    expect(alerts[1].occurrences.map(({ key }) => key)).toEqual(["R2"]);
    expect(alerts[1].id).not.toBe(old.id);
  });

  test("goes on in an acknowledged alert without opening it again", () => {
    const [open] = raiseAlerts([], [findingOf("shift", "R1")], { at: AT });
    const acknowledged = changeAlert(open, { type: "acknowledge", at: AT, by: "T. Technologist" });
    const [after] = raiseAlerts([acknowledged], [findingOf("shift", "R2")], { at: LATER });
    expect(after).toMatchObject({ state: "acknowledged", history: acknowledged.history });
    expect(after.occurrences).toHaveLength(2);
  });
});

describe("escalation", () => {
  test("by the third and the fifth occurrence", () => {
    const findings = [1, 2, 3, 4, 5].map((run) => findingOf("shift", `R${run}`));
    const levels = findings.map((_, last) => raiseAlerts([], findings.slice(0, last + 1), { at: AT })[0].level);
    expect(levels).toEqual([0, 0, 1, 1, 2]);
    const [alert] = raiseAlerts([], findings, { at: AT });
    expect(alert.history.map(({ action, level, reason }) => [action, level, reason])).toEqual([
      ["raised", 0, null],
      ["escalated", 1, "It occurred 3 times."],
      ["escalated", 2, "It occurred 5 times."],
    ]);
  });

  test("after a day without acknowledgement, and after three", () => {
    const raised = raiseAlerts([], [findingOf("shift", "R1")], { at: MOMENTS[0] });
    const hourBefore = new Date(Date.parse(MOMENTS[1]) - 1).toISOString();
    expect(escalateAlerts(raised, { at: hourBefore })[0].level).toBe(0);
    const [escalated] = escalateAlerts(raised, { at: MOMENTS[1] });
    expect(escalated).toMatchObject({ level: 1, state: "open" });
    expect(escalated.history[1].reason).toBe("Nobody acknowledged it within 24 hours.");
    expect(escalateAlerts(raised, { at: MOMENTS[3] })[0].level).toBe(2);
  });

  test("an acknowledged alert only by its age without resolution: seven and thirty days", () => {
    const [open] = raiseAlerts([], [findingOf("shift", "R1")], { at: MOMENTS[0] });
    const acknowledged = changeAlert(open, { type: "acknowledge", at: MOMENTS[0], by: "T. Technologist" });
    const levelOn = (day: number) => escalateAlerts([acknowledged], { at: MOMENTS[day] })[0].level;
    expect([6, 7, 29, 30].map(levelOn)).toEqual([0, 1, 1, 2]);
  });

  test("never of what is resolved", () => {
    const [open] = raiseAlerts([], [findingOf("shift", "R1")], { at: MOMENTS[0] });
    expect(escalateAlerts([closed(open, LATER)], { at: MOMENTS[50] })[0].level).toBe(0);
  });

  test("as a laboratory sets it; null: not by this", () => {
    const escalation = [{ occurrences: 2, unacknowledgedHours: null, unresolvedHours: null }];
    const alerts = raiseAlerts([], [findingOf("shift", "R1")], { at: AT, escalation });
    expect(escalateAlerts(alerts, { at: MOMENTS[59], escalation })[0].level).toBe(0);
    expect(raiseAlerts(alerts, [findingOf("shift", "R2")], { at: LATER, escalation })[0].level).toBe(1);
  });

  test.each([0, -1, Number.NaN])("steps after %d are refused", (occurrences) => {
    const escalation = [{ occurrences, unacknowledgedHours: null, unresolvedHours: null }];
    const error = thrownBy(() => raiseAlerts([], [findingOf("shift", "R1")], { at: AT, escalation }));
    expect(error.code).toBe("TS_DEFINITION_INVALID");
  });
});

test("a moment that is none is refused", () => {
  expect(thrownBy(() => raiseAlerts([], [], { at: "2026-01-01" })).code).toBe("TS_ALERT_TRANSITION");
});

/** Something that happens to a laboratory's alerts on a day. */
type Step =
  | { readonly does: "find"; readonly cause: string; readonly run: string }
  | { readonly does: "acknowledge" | "resolve"; readonly place: number }
  | { readonly does: "wait" };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant("find" as const),
    cause: fc.constantFrom("shift", "recall", "lot"),
    run: fc.nat(12).map((run) => `R${run}`),
  }),
  fc.record({ does: fc.constantFrom("acknowledge" as const, "resolve" as const), place: fc.nat(5) }),
  fc.constant({ does: "wait" as const }),
);

/** A history of alerts, one step a day; what a state does not allow does not happen. */
function lived(steps: readonly Step[]): readonly Alert[] {
  let alerts: readonly Alert[] = [];
  for (const [day, happens] of steps.entries()) {
    const at = MOMENTS[day];
    if (happens.does === "find") alerts = raiseAlerts(alerts, [findingOf(happens.cause, happens.run)], { at });
    if (happens.does === "wait") alerts = escalateAlerts(alerts, { at });
    if (happens.does === "acknowledge" || happens.does === "resolve") {
      const needed = happens.does === "acknowledge" ? "open" : "acknowledged";
      alerts = alerts.map((alert, place) => {
        if (place !== happens.place || alert.state !== needed) return alert;
        return changeAlert(alert, { type: happens.does, at, by: "A. Person", reason: "looked into" });
      });
    }
  }
  return alerts;
}

const history: fc.Arbitrary<Step[]> = fc.array(step, { maxLength: 40 });

describe("whatever happens", () => {
  test("a cause has at most one alert that is not resolved, and it is the last", () => {
    fc.assert(
      fc.property(history, (steps) => {
        const alerts = lived(steps);
        for (const cause of new Set(alerts.map((alert) => alert.cause))) {
          const states = alerts.filter((alert) => alert.cause === cause).map(({ state }) => state);
          expect(states.slice(0, -1).every((state) => state === "resolved")).toBe(true);
        }
      }),
    );
  });

  test("the same findings again change nothing, not even after an alert was resolved", () => {
    fc.assert(
      fc.property(history, (steps) => {
        const alerts = lived(steps);
        const findings = steps.flatMap((s) => (s.does === "find" ? [findingOf(s.cause, s.run)] : []));
        expect(raiseAlerts(alerts, findings, { at: MOMENTS[59] })).toEqual(alerts);
      }),
    );
  });

  test("every finding is an occurrence of exactly one alert", () => {
    fc.assert(
      fc.property(history, (steps) => {
        const found = new Set(steps.flatMap((s) => (s.does === "find" ? [`${s.cause} ${s.run}`] : [])));
        const occurred = lived(steps).flatMap(({ cause, occurrences }) =>
          occurrences.map(({ key }) => `${cause} ${key}`),
        );
        expect(occurred.toSorted()).toEqual([...found].toSorted());
      }),
    );
  });

  test("levels never go down, times never go back, each alert follows the one before of its cause and holds its schema", () => {
    fc.assert(
      fc.property(history, (steps) => {
        const latest = new Map<string, string>();
        for (const alert of lived(steps)) {
          expect(alert.follows).toBe(latest.get(alert.cause) ?? null);
          latest.set(alert.cause, alert.id);
          const levels = alert.history.map(({ level }) => level);
          expect(levels).toEqual(levels.toSorted((a, b) => a - b));
          expect(levels.at(-1)).toBe(alert.level);
          const times = alert.history.map(({ at }) => at);
          expect(times).toEqual(times.toSorted());
          expect(Value.Check(AlertSchema, alert)).toBe(true);
        }
        expect(new Set(lived(steps).map(({ id }) => id)).size).toBe(lived(steps).length);
      }),
    );
  });

  test("looking at the clock twice at the same moment is looking once", () => {
    fc.assert(
      fc.property(history, (steps) => {
        const once = escalateAlerts(lived(steps), { at: MOMENTS[59] });
        expect(escalateAlerts(once, { at: MOMENTS[59] })).toEqual(once);
      }),
    );
  });

  test("findings all at once or one by one at the same moment give the same alerts", () => {
    const finding = fc.record({ cause: fc.constantFrom("shift", "recall"), run: fc.nat(9).map(String) });
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 30 }), (found) => {
        const findings = found.map(({ cause, run }) => findingOf(cause, run));
        let oneByOne: readonly Alert[] = [];
        for (const each of findings) oneByOne = raiseAlerts(oneByOne, [each], { at: AT });
        const allAtOnce = raiseAlerts([], findings, { at: AT });
        const summary = (alerts: readonly Alert[]) => alerts.map(({ history: _, ...alert }) => alert);
        expect(summary(allAtOnce)).toEqual(summary(oneByOne));
      }),
    );
  });
});
