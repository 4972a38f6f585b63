import { Value } from "@sinclair/typebox/value";
import { AlertSchema } from "@touchstone/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expiryFinding, type LotInUse } from "./expiry-finding.ts";
import { type ControlSchedule, overdueFinding } from "./overdue-finding.ts";
import { raiseAlerts } from "./raise-alerts.ts";

const SERIES = {
  analyte: "EGFR L858R",
  level: "low",
  intervalDays: 7,
  lastMeasuredAt: "2026-03-02T10:00:00.000Z",
  since: "2026-01-01T00:00:00.000Z",
};
const SCHEDULE: ControlSchedule = { assay: "panel", material: "HD829", materialLot: "L7", series: [SERIES] };
const LOT: LotInUse = { use: "reagent", name: "library kit", lot: "L7", expiresOn: "2026-03-14" };

describe("a control", () => {
  test("is overdue from the moment after its interval, not before", () => {
    expect(overdueFinding(SCHEDULE, "2026-03-09T10:00:00.000Z")).toBeNull();
    expect(overdueFinding(SCHEDULE, "2026-03-09T10:00:00.001Z")).toMatchObject({
      kind: "due",
      subject: "control HD829 lot L7, panel",
      occurrence: {
        key: "2026-03-09T10:00:00.000Z",
        sentence:
          "EGFR L858R, low, of control HD829 lot L7 was last measured on 2026-03-02; panel demands it every 7 days, so " +
          "that it was due on 2026-03-09.",
      },
    });
  });

  test("is waited for from when its limits came into effect, whatever was measured before", () => {
    for (const lastMeasuredAt of [null, "2025-12-31T23:59:59.999Z"]) {
      const schedule = { ...SCHEDULE, series: [{ ...SERIES, lastMeasuredAt }] };
      expect(overdueFinding(schedule, "2026-01-08T00:00:00.000Z")).toBeNull();
      const finding = overdueFinding(schedule, "2026-01-09T00:00:00.000Z");
      expect(finding?.occurrence.sentence).toContain(
        "has not been measured since its limits came into effect on 2026-01-01",
      );
    }
  });

  test("is one alert however long it lasts, and another occurrence once it was measured and is overdue again", () => {
    const look = (now: string, series = [SERIES]) => overdueFinding({ ...SCHEDULE, series }, now);
    const later = { ...SERIES, lastMeasuredAt: "2026-03-20T10:00:00.000Z" };
    const findings = [
      look("2026-03-10T00:00:00.000Z"),
      look("2026-03-11T00:00:00.000Z"),
      look("2026-03-28T00:00:00.000Z", [later]),
    ];
    const alerts = raiseAlerts(
      [],
      findings.filter((finding) => finding !== null),
      { at: "2026-03-28T00:00:00.000Z" },
    );
    expect(alerts.map(({ occurrences }) => occurrences.length)).toEqual([2]);
    expect(Value.Errors(AlertSchema, alerts[0]).First()).toBeUndefined();
  });

  test("names every series that is overdue, the longest first", () => {
    const moment = fc.integer({ min: 0, max: 90 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString());
    const series = fc.record({
      analyte: fc.constantFrom("a", "b"),
      level: fc.constantFrom("low", null),
      intervalDays: fc.integer({ min: 1, max: 60 }),
      lastMeasuredAt: fc.option(moment),
      since: moment,
    });
    fc.assert(
      fc.property(fc.array(series, { maxLength: 6 }), moment, (all, now) => {
        const finding = overdueFinding({ ...SCHEDULE, series: all }, now);
        const isOverdue = ({ intervalDays, lastMeasuredAt, since }: (typeof all)[number]) =>
          [lastMeasuredAt ?? since, since].every(
            (from) => Date.parse(now) - Date.parse(from) > intervalDays * 86_400_000,
          );
        const evidence = finding?.occurrence.evidence;
        const named = evidence?.type === "control overdue" ? evidence.series : [];
        expect(named.length).toBe(all.filter(isOverdue).length);
        const due = named.map(({ dueAt }) => dueAt);
        expect(due).toEqual(due.toSorted());
      }),
    );
  });
});

describe("a lot", () => {
  test.each([
    ["2026-02-27T23:59:59.999Z", null],
    ["2026-02-28T00:00:00.000Z", "reagent library kit lot L7 expires in 14 days, on 2026-03-14."],
    ["2026-03-13T12:00:00.000Z", "reagent library kit lot L7 expires tomorrow, on 2026-03-14."],
    ["2026-03-14T23:59:59.999Z", "reagent library kit lot L7 expires today, on 2026-03-14."],
    ["2026-03-15T00:00:00.000Z", "reagent library kit lot L7 expired on 2026-03-14."],
  ])("at %s: %s", (now, sentence) => {
    expect(expiryFinding(LOT, now, 14)?.occurrence.sentence ?? null).toBe(sentence);
  });

  test("is told twice: that it is about to expire, and that it has", () => {
    const days = Array.from({ length: 40 }, (_, day) => new Date(Date.UTC(2026, 1, 20 + day)).toISOString());
    const findings = days.flatMap((now) => expiryFinding(LOT, now, 14) ?? []);
    const [alert, ...others] = raiseAlerts([], findings, { at: "2026-04-01T00:00:00.000Z" });
    expect(others).toEqual([]);
    expect(alert.occurrences.map(({ key }) => key)).toEqual(["before 2026-03-14", "after 2026-03-14"]);
    expect(Value.Errors(AlertSchema, alert).First()).toBeUndefined();
  });
});
