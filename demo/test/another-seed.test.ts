import { afterAll, beforeAll, expect, test } from "vitest";
import { expectIncidents, unplannedAlerts } from "./expect-incidents.ts";
import { type OpenedYear, openYear } from "./open-year.ts";

let year: OpenedYear;

beforeAll(async () => {
  year = await openYear(7, "2026-03-18T10:00:00Z");
}, 600_000);

afterAll(() => year?.remove());

expectIncidents(() => year);

test("false alarms are as rare as the rules promise", async () => {
  // Poisson with a mean of 1: more than four in 0.4% of years.
  expect((await unplannedAlerts(year)).length).toBeLessThanOrEqual(4);
});
