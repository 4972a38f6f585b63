import { afterAll, beforeAll, expect, test } from "vitest";
import { contentOf } from "../src/year/sign.ts";
import { expectIncidents, unplannedAlerts } from "./expect-incidents.ts";
import { type OpenedYear, openYear } from "./open-year.ts";

let year: OpenedYear;

beforeAll(async () => {
  year = await openYear(1, "2026-03-18T10:00:00Z");
}, 600_000);

afterAll(() => year?.remove());

expectIncidents(() => year);

test("nothing else raised an alert", async () => {
  expect(await unplannedAlerts(year)).toEqual([]);
});

test("the last day has an assay in each state", async () => {
  const { items } = contentOf(await year.client.GET("/api/v1/verdicts", { params: { query: { limit: 100 } } }));
  const stateOf = (key: string) => {
    const run = year.runs.find((one) => one.key === key);
    return new Set(items.flatMap(({ run: { name }, state }) => (name === run?.name ? [state] : [])));
  };
  expect([...stateOf("germline 51")]).toEqual(["in control"]);
  expect(stateOf("panel 51")).toContain("warning");
  expect(stateOf("panel 51")).not.toContain("out of control");
  expect(stateOf("exome 51")).toContain("out of control");
  expect([...stateOf("methylation 50")]).toEqual(["not evaluable"]);
});
