import { Value } from "@sinclair/typebox/value";
import { AlertSchema } from "@touchstone/model";
import { describe, expect, test } from "vitest";
import { findingOf, MOMENTS } from "../../test/findings.ts";
import { thrownBy } from "../../test/thrown.ts";
import type { Alert } from "./alert.ts";
import { changeAlert } from "./change-alert.ts";
import { raiseAlerts } from "./raise-alerts.ts";
import { reopenAlert } from "./reopen-alert.ts";

const [AT, LATER, LATEST] = MOMENTS;

describe("a person who reopens", () => {
  const [open] = raiseAlerts([], [findingOf("shift", "R1"), findingOf("shift", "R2")], { at: AT });
  const acknowledged = changeAlert(open, { type: "acknowledge", at: LATER, by: "T. Technologist" });
  const resolved = changeAlert(acknowledged, {
    type: "resolve",
    at: LATER,
    by: "T. Technologist",
    reason: "lot replaced",
  });
  const reopening = { at: LATEST, by: "S. Supervisor", reason: "the new lot shows it too" };

  test("gets a new alert that names the old one, with who, when and why; the old one stays resolved", () => {
    const [old, again] = reopenAlert([resolved], resolved.id, reopening);
    expect(old).toBe(resolved);
    expect(again).toMatchObject({ state: "open", follows: resolved.id, cause: "shift", level: 0 });
    expect(again.occurrences.map(({ key }) => key)).toEqual(["R2"]);
    expect(again.history).toEqual([{ action: "raised", ...reopening, level: 0 }]);
    expect(Value.Check(AlertSchema, again)).toBe(true);
    expect(raiseAlerts([old, again], [findingOf("shift", "R1")], { at: LATEST })).toEqual([old, again]);
    expect(raiseAlerts([old, again], [findingOf("shift", "R3")], { at: LATEST })[1].occurrences).toHaveLength(2);
  });

  test.each<[string, readonly Alert[], typeof reopening, string]>([
    ["what is not resolved", [open], reopening, "it is open"],
    ["what was reopened", reopenAlert([resolved], resolved.id, reopening), reopening, "follows it already"],
    ["what is not there", [], reopening, "there is no alert"],
    ["without a name", [resolved], { ...reopening, by: " " }, "who does is not said"],
    ["without a reason", [resolved], { ...reopening, reason: "" }, "why is not said"],
    ["before it was resolved", [resolved], { ...reopening, at: AT }, "is before"],
    ["at no moment", [resolved], { ...reopening, at: "now" }, "no moment in UTC"],
  ])("%s is refused", (_, alerts, how, message) => {
    const error = thrownBy(() => reopenAlert(alerts, resolved.id, how));
    expect(error.code).toBe("TS_ALERT_TRANSITION");
    expect(error.message).toContain(message);
  });
});
