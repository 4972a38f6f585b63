import { Value } from "@sinclair/typebox/value";
import { AlertSchema } from "@touchstone/model";
import { expect, test } from "vitest";
import { findingOf, MOMENTS } from "../../test/findings.ts";
import { thrownBy } from "../../test/thrown.ts";
import type { Alert } from "./alert.ts";
import { type AlertEvent, changeAlert } from "./change-alert.ts";
import { raiseAlerts } from "./raise-alerts.ts";

const [AT, LATER, LATEST] = MOMENTS;
const OPEN = raiseAlerts([], [findingOf("shift", "R1")], { at: AT })[0];
const ACKNOWLEDGED = changeAlert(OPEN, { type: "acknowledge", at: LATER, by: "T. Technologist" });
const RESOLVED = changeAlert(ACKNOWLEDGED, {
  type: "resolve",
  at: LATEST,
  by: "S. Supervisor",
  reason: "pipette recalibrated",
});

test("open, acknowledged, resolved: who did what, when and why", () => {
  expect([OPEN.state, ACKNOWLEDGED.state, RESOLVED.state]).toEqual(["open", "acknowledged", "resolved"]);
  expect(RESOLVED.history).toEqual([
    { action: "raised", at: AT, by: null, reason: null, level: 0 },
    { action: "acknowledged", at: LATER, by: "T. Technologist", reason: null, level: 0 },
    { action: "resolved", at: LATEST, by: "S. Supervisor", reason: "pipette recalibrated", level: 0 },
  ]);
  expect(RESOLVED.id).toBe(OPEN.id);
  expect(Value.Check(AlertSchema, RESOLVED)).toBe(true);
});

test("an alert that was changed is another one; the one before stays as it was", () => {
  const before = structuredClone(OPEN);
  changeAlert(OPEN, { type: "acknowledge", at: LATER, by: "T. Technologist" });
  changeAlert(OPEN, { type: "occur", occurrence: findingOf("shift", "R2").occurrence });
  expect(OPEN).toEqual(before);
});

const acknowledge: AlertEvent = { type: "acknowledge", at: LATEST, by: "T. Technologist" };
const resolve = { type: "resolve", at: LATEST, by: "S. Supervisor", reason: "cleaned" } as const;
const escalate = { type: "escalate", at: LATEST, level: 1, reason: "It occurred 3 times." } as const;
const occur: AlertEvent = { type: "occur", occurrence: findingOf("shift", "R9").occurrence };

test.each<[string, Alert, AlertEvent, string, string]>([
  ["resolving what nobody acknowledged", OPEN, resolve, "nobody has acknowledged it", "state"],
  ["acknowledging twice", ACKNOWLEDGED, acknowledge, "it is acknowledged", "state"],
  ["acknowledging what is resolved", RESOLVED, acknowledge, "it is resolved", "state"],
  ["resolving twice", RESOLVED, resolve, "it is resolved", "state"],
  ["escalating what is resolved", RESOLVED, escalate, "it is resolved", "state"],
  ["an occurrence of what is resolved", RESOLVED, occur, "cannot occur again", "state"],
  ["resolving without a reason", ACKNOWLEDGED, { ...resolve, reason: " " }, "why is not said", "reason"],
  ["resolving without a name", ACKNOWLEDGED, { ...resolve, by: "" }, "who does is not said", "by"],
  ["acknowledging without a name", OPEN, { ...acknowledge, by: "\t" } as AlertEvent, "who does is not said", "by"],
  ["a moment before the last change", ACKNOWLEDGED, { ...resolve, at: AT }, "is before", "at"],
  ["a moment that is none", OPEN, { ...acknowledge, at: "yesterday" } as AlertEvent, "no moment in UTC", "at"],
  ["a moment without UTC", OPEN, { ...acknowledge, at: "2026-01-02T00:00:00+01:00" } as AlertEvent, "no moment", "at"],
  ["going down a level", OPEN, { ...escalate, level: 0 }, "level 0 is not above 0", "level"],
  ["half a level", OPEN, { ...escalate, level: 0.5 }, "level 0.5 is not above 0", "level"],
])("%s is refused", (_, alert, event, message, field) => {
  const error = thrownBy(() => changeAlert(alert, event));
  expect(error.code).toBe("TS_ALERT_TRANSITION");
  expect(error.message).toContain(message);
  expect(error.details.field).toBe(field);
});
