import { toolAvailable } from "@touchstone/test-support";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, startDashboard, type TestDashboard, views } from "./dashboard.ts";
import { startLaboratory, type TestLaboratory } from "./laboratory.ts";

describe.skipIf(!toolAvailable("chromium"))("alerts in chromium", () => {
  let dashboard: TestDashboard;
  let laboratory: TestLaboratory;

  beforeAll(async () => {
    dashboard = await startDashboard();
    laboratory = await startLaboratory(dashboard);
  }, 120_000);

  afterAll(() => dashboard?.stop());

  test("without alerts it says what raises them", async () => {
    const page = await dashboard.open("rita", "/alerts");
    await page.getByText("No alert is open").waitFor();
    await expectAccessible(page);
    await dashboard.close(page);
  });

  test("an alert is acknowledged, assigned, and resolved with a reason", async () => {
    await laboratory.addAssay("panel");
    await laboratory.measure("panel", "shifted run", 0.5, 140);
    const page = await dashboard.open("rita", "/alerts?assay=panel");
    await page.getByRole("link", { name: "EGFR L858R, panel" }).click();
    await page.getByRole("heading", { name: "EGFR L858R, panel", level: 1 }).waitFor();
    await page.getByText("Evidence", { exact: true }).click();
    await page.getByText(/^1-3s /).waitFor();
    await page.getByRole("button", { name: "Acknowledge" }).click();
    await page.getByRole("button", { name: "Assign" }).click();
    const assigning = page.getByRole("dialog");
    await assigning.getByRole("button", { name: /Owner/ }).click();
    await page.getByRole("option", { name: /Dr dora/ }).click();
    await assigning.getByRole("button", { name: "Assign", exact: true }).click();
    await page.getByRole("button", { name: "Resolve" }).click();
    const resolving = page.getByRole("dialog", { name: "Resolve the alert" });
    await resolving.getByRole("button", { name: "Resolve" }).click();
    expect(await resolving.isVisible()).toBe(true);
    await resolving.getByLabel(/^Reason/).fill("Lot A1 was off; replaced by B2.");
    await resolving.getByRole("button", { name: "Resolve" }).click();
    const history = page.getByRole("region", { name: "History" });
    await history.getByText("Lot A1 was off; replaced by B2.").waitFor();
    const { data } = await dashboard.client.GET("/api/v1/alerts", { params: { query: { status: "resolved" } } });
    expect(data?.items).toMatchObject([
      { resolution: "Lot A1 was off; replaced by B2.", resolvedBy: { name: "rita" }, assignedTo: { name: "dora" } },
    ]);
    const told = (await history.getByRole("listitem").allTextContents()).map((text) =>
      text.slice("2026-01-01 00:00".length),
    );
    expect(told.map((text) => text.split(" by ")[0])).toEqual([
      "raised",
      "acknowledged",
      "assigned to Dr dora",
      "resolved",
    ]);
    await dashboard.close(page);
  });

  test("alerts together become a non-conformance", async () => {
    await laboratory.addAssay("other panel");
    await laboratory.measure("panel", "shifted again", 0.3, 140);
    await laboratory.measure("other panel", "shifted elsewhere", 0.2, 141);
    const page = await dashboard.open("rita", "/alerts");
    await page.getByRole("checkbox", { name: "Choose EGFR L858R, panel" }).check();
    await page.getByRole("checkbox", { name: "Choose EGFR L858R, other panel" }).check();
    await page.getByRole("button", { name: /these 2 alerts/ }).click();
    const dialog = page.getByRole("dialog", { name: "Open a non-conformance" });
    await dialog.getByLabel("Title").fill("Both panels shifted");
    await dialog.getByLabel("What happened").fill("The control is high in both assays.");
    await dialog.getByRole("button", { name: /Severity/ }).click();
    await page.getByRole("option", { name: "major" }).click();
    await dialog.getByRole("button", { name: "Open", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    const { data } = await dashboard.client.GET("/api/v1/non-conformances", { params: { query: { limit: 10 } } });
    expect(data?.items).toMatchObject([{ title: "Both panels shifted", severity: "major", run: null }]);
    await page.getByRole("link", { name: "EGFR L858R, other panel" }).click();
    await page.getByRole("region", { name: "Non-conformances" }).getByText("Both panels shifted").waitFor();
    await dashboard.close(page);
  });

  test("what could not be evaluated is listed, though it raises no alert", async () => {
    const material = { material: "without limits", analyte: "KRAS G12D", kind: "vaf", value: 0.1 };
    const run = { name: "unjudgeable run", performedAt: new Date(Date.now() - 3_600_000).toISOString() };
    await laboratory.rita.post("/measurements", { run, measurements: [material] });
    const page = await dashboard.open("tess", "/alerts");
    await page.getByRole("link", { name: "Not evaluable verdicts" }).click();
    await page.waitForURL((url) => url.searchParams.get("view") === "not evaluable");
    await page.getByRole("listitem").filter({ hasText: "unjudgeable run" }).first().waitFor();
    await dashboard.close(page);
  });

  test.each(views)("axe finds nothing in %s at %i pixels", async (theme, width) => {
    const page = await dashboard.open("rita", "/alerts", { theme, width });
    await page.getByRole("link", { name: "EGFR L858R, panel" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "EGFR L858R, panel" }).click();
    await page.getByRole("region", { name: "History" }).getByRole("listitem").first().waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: /Open a non-conformance/ }).click();
    await page.getByRole("dialog").waitFor();
    await expectAccessible(page);
    await dashboard.close(page);
  });
});
