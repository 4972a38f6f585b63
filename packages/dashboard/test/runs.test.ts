import { toolAvailable } from "@touchstone/test-support";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, startDashboard, type TestDashboard, views } from "./dashboard.ts";

const HOSTILE = "<img src=x onerror=alert(1)>";

/** More than two pages of the list. */
const MANY = 450;

/** Expects of something what the page shows only after a while. */
const soon = <T>(get: () => T) => expect.poll(get, { timeout: 15_000 });

describe.skipIf(!toolAvailable("chromium"))("the table of runs in chromium", () => {
  let dashboard: TestDashboard;

  const add = (name: string, rest: object = {}) => dashboard.client.POST("/api/v1/runs", { body: { name, ...rest } });

  beforeAll(async () => {
    dashboard = await startDashboard();
    await dashboard.addPerson("tim", "technologist");
  });

  afterAll(() => dashboard?.stop());

  test("says what to do next while there is no run, and shows the first by itself", async () => {
    const page = await dashboard.open("tim", "/runs");
    await page.getByText("No run has been recorded yet").waitFor();
    await expectAccessible(page);
    await add(HOSTILE, { status: "failed", performedAt: "2026-02-01T08:00:00Z", instrument: "NovaSeq 1" });
    await page.getByRole("link", { name: HOSTILE }).waitFor();
    await dashboard.close(page);
  });

  test("runs are filtered, which the address says, and one is opened", async () => {
    const pipelineVersion = { pipeline: "germline", version: "2.1.0" };
    await add("first good", { status: "succeeded", performedAt: "2026-02-02T08:00:00Z", pipelineVersion });
    await add("second good", { status: "succeeded", performedAt: "2026-02-03T08:00:00Z" });
    const page = await dashboard.open("tim", "/runs");
    const names = () => page.locator("tbody tr:not(.gap) td:first-child").allInnerTexts();
    await page.getByRole("link", { name: "second good" }).waitFor();
    expect(await names()).toEqual(["second good", "first good", HOSTILE]);
    await page.getByRole("button", { name: /Status/ }).click();
    await page.getByRole("option", { name: "succeeded" }).click();
    await page.waitForURL((url) => url.searchParams.get("status") === "succeeded");
    await soon(names).toEqual(["second good", "first good"]);
    await page.getByRole("button", { name: /Pipeline version/ }).click();
    await page.getByRole("option", { name: "germline 2.1.0" }).click();
    await soon(names).toEqual(["first good"]);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByRole("button", { name: /Instrument/ }).click();
    await page.getByRole("option", { name: "NovaSeq 1" }).click();
    await soon(names).toEqual([HOSTILE]);
    await page.getByRole("link", { name: HOSTILE }).click();
    await page.getByRole("heading", { level: 1, name: HOSTILE }).waitFor();
    await dashboard.close(page);
  });

  test("the address alone decides what is shown, in which order", async () => {
    const page = await dashboard.open(
      "tim",
      "/runs?from=2026-02-02&before=2026-02-04&sort=performedAt&status=nonsense",
    );
    const names = () => page.locator("tbody tr:not(.gap) td:first-child").allInnerTexts();
    await soon(names).toEqual(["first good", "second good"]);
    expect(await page.getByLabel("From (UTC)").inputValue()).toBe("2026-02-02");
    await page.goto(`${dashboard.address}/runs?disposition=released`);
    await page.getByText("No run is like this").waitFor();
    await page.getByRole("link", { name: "show all runs" }).click();
    await soon(async () => (await names()).length).toBe(3);
    await dashboard.close(page);
  });

  test("two runs are chosen to compare, no third", async () => {
    const page = await dashboard.open("tim", "/runs");
    await page.getByRole("checkbox", { name: "Compare first good" }).check();
    await page.getByRole("checkbox", { name: "Compare second good" }).check();
    expect(await page.getByRole("checkbox", { name: `Compare ${HOSTILE}` }).isDisabled()).toBe(true);
    await page.getByRole("link", { name: "Compare", exact: true }).click();
    await page.waitForURL((url) => url.pathname === "/runs/compare" && url.searchParams.has("b"));
    await dashboard.close(page);
  });

  test("pages are read while one scrolls, and only rows in view are drawn", async () => {
    const at = (number: number) => new Date(Date.UTC(2025, 0, 1) + number * 3_600_000).toISOString();
    for (let from = 0; from < MANY; from += 25) {
      const numbers = Array.from({ length: 25 }, (_, index) => from + index);
      await Promise.all(
        numbers.map((number) => add(`many ${number}`, { status: "succeeded", performedAt: at(number) })),
      );
    }
    const page = await dashboard.open("tim", "/runs?before=2025-12-31&sort=performedAt");
    await page.getByRole("link", { name: "many 0", exact: true }).waitFor();
    const table = page.getByRole("region", { name: "Runs" });
    await table.hover();
    const last = page.getByRole("link", { name: `many ${MANY - 1}`, exact: true });
    await soon(async () => {
      await page.mouse.wheel(0, 100_000);
      return last.count();
    }).toBe(1);
    expect(await page.locator("tbody tr").count()).toBeLessThan(80);
    expect(await page.getByRole("link", { name: "many 0", exact: true }).count()).toBe(0);
    await dashboard.close(page);
  });

  test.each(views)("axe finds nothing in %s at %i pixels", async (theme, width) => {
    const page = await dashboard.open("tim", "/runs", { theme, width });
    await page.getByRole("link", { name: HOSTILE }).waitFor();
    await expectAccessible(page);
    await dashboard.close(page);
  });
});
