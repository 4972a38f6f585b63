import { toolAvailable } from "@touchstone/test-support";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, PASSWORD, startDashboard, type TestDashboard, views } from "./dashboard.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const SHIFTED = [0.3, -0.4, 4.1, 0.2, -0.8, 1.9, 2.4, 2.6, 0.4];
const NAME = `<img onerror="alert(1)">`;

/** 24 deviations of a quiet time, with a mean of 0 and an SD of 1. */
const QUIET = Array.from({ length: 24 }, (_, index) => (((index * 7) % 24) - 11.5) / Math.sqrt(50));

describe.skipIf(!toolAvailable("chromium"))("control charts in chromium", () => {
  let dashboard: TestDashboard;

  beforeAll(async () => {
    dashboard = await startDashboard();
    await dashboard.addPerson("tim", "technologist");
    await dashboard.addPerson("rosa", "reviewer");
    await dashboard.addPerson("dora", "director");
  }, 60_000);

  afterAll(() => dashboard?.stop());

  /** Two levels of a control in one run; the values are by deviations. */
  async function measure(index: number, low: number, high: number): Promise<void> {
    const run = `${index === 26 ? NAME : "run"} ${String(index).padStart(2, "0")}`;
    const control = { material: "HD200", materialLot: "7", analyte: "EGFR L858R", kind: "vaf" as const };
    await dashboard.client.POST("/api/v1/measurements", {
      body: {
        run: { name: run, performedAt: new Date(START + index * DAY).toISOString() },
        measurements: [
          { ...control, level: "low", value: 0.05 + low * 0.005, depth: 1200 },
          { ...control, level: "high", value: 0.3 + high * 0.012, depth: 1100 },
        ],
      },
    });
  }

  async function openSeries(page: Page): Promise<void> {
    await page.getByRole("row", { name: /low/ }).getByRole("link", { name: "EGFR L858R" }).click();
    await page.getByRole("heading", { level: 1, name: "EGFR L858R in HD200, lot 7, low" }).waitFor();
  }

  const ADDRESS = "/control-charts?material=HD200&lot=7&analyte=EGFR%20L858R&level=low";

  test("without controls the page says how they come in", async () => {
    const page = await dashboard.open("tim", "/control-charts");
    await page.getByText("No control was measured yet").waitFor();
    await page.getByText("touchstone ingest controls.csv").waitFor();
    await expectAccessible(page);
    await dashboard.close(page);
  });

  test("one person proposes a baseline, another approves it with the password", async () => {
    for (const [index, deviation] of QUIET.entries()) await measure(index, deviation, -deviation);
    const proposer = await dashboard.open("rosa", "/control-charts");
    await openSeries(proposer);
    await proposer.getByText("No approved baseline judges this series").waitFor();
    await proposer.getByRole("button", { name: "Propose a baseline" }).click();
    await proposer.getByLabel("Name").fill("egfr");
    await proposer.getByLabel("Before (UTC)").last().fill("2026-01-25");
    await proposer.getByRole("button", { name: "Propose", exact: true }).click();
    await proposer.getByText("You proposed it: somebody else has to approve it.").waitFor();
    expect(await proposer.getByRole("button", { name: "Approve" }).count()).toBe(0);
    await dashboard.close(proposer);

    const approver = await dashboard.open("dora", ADDRESS);
    await approver.getByText("24 of 24 runs on 24 days").waitFor();
    await approver.getByRole("button", { name: "Approve" }).click();
    await approver.getByLabel(/^Password of/).fill("not the password at all");
    await approver.getByRole("button", { name: "Sign and approve" }).click();
    await approver.getByRole("alert").waitFor();
    await approver.getByLabel(/^Password of/).fill(PASSWORD);
    await approver.getByRole("button", { name: "Sign and approve" }).click();
    await approver.getByRole("dialog").waitFor({ state: "hidden" });
    const limits = approver.getByRole("region", { name: "Baselines that judge" });
    await limits.getByText("egfr v1").waitFor();
    await limits.getByText("approved").waitFor();
    await dashboard.close(approver);
  });

  test("what the rules find is listed with rule, scope and window, leads to the run, and stands in the chart", async () => {
    for (const [index, deviation] of SHIFTED.entries()) await measure(24 + index, deviation, deviation / 2);
    const page = await dashboard.open("tim", ADDRESS);
    const flagged = page.getByRole("region", { name: "Flagged points" }).last();
    await flagged.getByText("1-3s within run").first().waitFor();
    await flagged.getByText("2-2s across runs").first().waitFor();
    const link = flagged.getByRole("link", { name: `${NAME} 26` }).first();
    expect(await link.getAttribute("href")).toMatch(/\/runs\/[0-9a-f-]{36}$/);
    expect(await flagged.getByRole("link", { name: "alert" }).first().getAttribute("href")).toMatch(/\/alerts\//);
    const chart = page.getByRole("img", { name: "EGFR L858R in HD200, low", exact: false }).first();
    expect(await chart.innerHTML()).toContain("1-3s");
    expect(await page.locator(".points-baseline").first().locator("path").count()).toBe(24);
    await page.getByText("A small shift that lasts shows here before a rule fires.", { exact: false }).waitFor();
    await dashboard.close(page);
  });

  test("how the chart is drawn is in the address, and a link shows the same", async () => {
    const page = await dashboard.open("tim", ADDRESS);
    await page.getByRole("button", { name: /Vertical axis/ }).click();
    await page.getByRole("option", { name: "as measured" }).click();
    await page.getByRole("button", { name: /Horizontal axis/ }).click();
    await page.getByRole("option", { name: "date" }).click();
    await page.getByLabel("From (UTC)").fill("2026-01-20");
    await page.waitForURL(/scale=raw/);
    await page.waitForURL(/axis=date.*from=2026-01-20|from=2026-01-20.*axis=date/);
    const address = page.url().slice(dashboard.address.length);
    await dashboard.close(page);
    const again = await dashboard.open("tim", address);
    await again.getByText("Numbers of this chart (14 rows)").first().waitFor();
    await again.getByText("date (UTC)").waitFor();
    await dashboard.close(again);
  });

  test("two levels stand beside each other, and each chart has its numbers as a table", async () => {
    const page = await dashboard.open("tim", ADDRESS);
    await page.getByRole("button", { name: /Beside/ }).click();
    await page.getByRole("option", { name: "EGFR L858R in HD200, lot 7, high" }).click();
    await page.getByText("Runs along the diagonal move both controls", { exact: false }).waitFor();
    await page.getByText("Numbers of this chart").nth(1).click();
    const pairs = page.getByRole("region", { name: "Deviations of both controls by run" });
    await pairs.getByRole("row", { name: /run 32/ }).waitFor();
    await page.getByText("Numbers of this chart").first().click();
    const numbers = page.getByRole("region", { name: "Measurements of the chart" });
    await numbers.getByRole("row", { name: /run 32/ }).waitFor();
    await dashboard.close(page);
  });

  test("a point is excluded by a signature with its cause, and included again", async () => {
    const page = await dashboard.open("dora", ADDRESS);
    const row = page.getByRole("row", { name: /1-3s/ }).first();
    await row.getByRole("button", { name: "Exclude" }).click();
    await page.getByLabel("Cause that was found").fill("half the input DNA pipetted");
    await page.getByLabel(/^Password of/).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign and exclude" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page
      .getByText(/Excluded: .* \(half the input DNA pipetted\)/)
      .first()
      .waitFor();
    expect(await page.locator(".points-excluded").count()).toBe(1);
    await page.getByRole("button", { name: "Include again" }).first().click();
    await page.getByLabel("Why it is included again").fill("it was another tube");
    await page.getByLabel(/^Password of/).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign and include" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.locator(".points-excluded").waitFor({ state: "detached" });
    await dashboard.close(page);
  });

  test("a flagged point becomes a non-conformance with a corrective action", async () => {
    const page = await dashboard.open("rosa", ADDRESS);
    await page.getByRole("row", { name: /1-3s/ }).first().getByRole("button", { name: "Correct" }).click();
    await page.getByLabel("What is to be done").fill("replace the polymerase, train the pipetting");
    await page.getByRole("button", { name: "Open and plan" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    const { data } = await dashboard.client.GET("/api/v1/corrective-actions", {});
    expect(data?.items).toMatchObject([
      { kind: "corrective", description: "replace the polymerase, train the pipetting" },
    ]);
    const { data: opened } = await dashboard.client.GET("/api/v1/non-conformances", {});
    expect(opened?.items).toMatchObject([{ run: { name: `${NAME} 26` }, openActions: 1 }]);
    await dashboard.close(page);
  });

  test("a measurement that comes in appears by itself", async () => {
    const page = await dashboard.open("tim", ADDRESS);
    await page.getByText("Numbers of this chart (33 rows)").first().waitFor();
    await measure(33, 0.1, 0.1);
    await page.getByText("Numbers of this chart (34 rows)").first().waitFor();
    await dashboard.close(page);
  });

  test.each(views)("axe finds nothing in %s at %i pixels", async (theme, width) => {
    const list = await dashboard.open("dora", "/control-charts", { theme, width });
    await list.getByRole("table").waitFor();
    await expectAccessible(list);
    await dashboard.close(list);
    const { data } = await dashboard.client.GET("/api/v1/charts/series", {
      params: { query: { analyte: "EGFR L858R" } },
    });
    const other = data?.items.find(({ level }) => level === "high")?.id ?? "";
    const page = await dashboard.open("dora", `${ADDRESS}&other=${other}`, { theme, width });
    await page.getByText("Runs along the diagonal move both controls", { exact: false }).waitFor();
    await page.getByText("A small shift that lasts shows here", { exact: false }).waitFor();
    await page.getByText("Numbers of this chart").first().click();
    await expectAccessible(page);
    if (process.env.SCREENSHOTS !== undefined) {
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/control-${theme}-${width}.png`, fullPage: true });
    }
    await dashboard.close(page);
  });
});
