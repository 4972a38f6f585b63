import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarBefore } from "./calendar.ts";
import { conditionOf, planRuns, weekOf } from "./plan.ts";

const someDay = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-12-31"), noInvalidDate: true });

test("whatever the day, runs are on working days before it, in order, each with a name of its own", () => {
  fc.assert(
    fc.property(someDay, (today) => {
      const runs = planRuns(calendarBefore(today));
      expect(new Set(runs.map(({ name }) => name)).size).toBe(runs.length);
      expect(new Set(runs.map(({ key }) => key)).size).toBe(runs.length);
      for (const [place, { at }] of runs.entries()) {
        expect([1, 2, 3, 4, 5]).toContain(at.getUTCDay());
        expect(at.toISOString() < today.toISOString().slice(0, 10)).toBe(true);
        if (place > 0) expect(at >= runs[place - 1].at).toBe(true);
      }
      const days = (runs[runs.length - 1].at.getTime() - runs[0].at.getTime()) / 86_400_000;
      expect(days).toBeGreaterThan(355);
      expect(days).toBeLessThan(366);
    }),
    { numRuns: 200 },
  );
});

test("what is planned does not depend on the day, but for dates", () => {
  const plan = (today: string) => planRuns(calendarBefore(new Date(today))).map(({ name: _, at: __, ...run }) => run);
  const byKey = (runs: ReturnType<typeof plan>) => runs.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  expect(byKey(plan("2026-03-18T10:00:00Z"))).toEqual(byKey(plan("2027-08-02T23:00:00Z")));
});

test("indels are missed more often until the kit is replaced, and not after it", () => {
  const logits = Array.from({ length: 52 }, (_, week) => conditionOf(week).indelLogit);
  const ill = logits.slice(weekOf.declineBegins, weekOf.declineEnds + 1);
  expect(ill.every((logit, place) => place === 0 || logit > ill[place - 1])).toBe(true);
  expect(logits.slice(weekOf.declineEnds + 1).every((logit) => logit === 0)).toBe(true);
});
