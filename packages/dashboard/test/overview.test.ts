import { toolAvailable } from "@touchstone/test-support";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, startDashboard, type TestDashboard, views } from "./dashboard.ts";
import { startLaboratory, type TestLaboratory } from "./laboratory.ts";

/** A name that would be run if it were taken for HTML. */
const HOSTILE = "<img src=x onerror=alert(1)>";

describe.skipIf(!toolAvailable("chromium"))("the overview in chromium", () => {
  let dashboard: TestDashboard;
  let laboratory: TestLaboratory;

  beforeAll(async () => {
    dashboard = await startDashboard();
    laboratory = await startLaboratory(dashboard);
  }, 120_000);

  afterAll(() => dashboard?.stop());

  test("without an assay it says what to do next", async () => {
    const page = await dashboard.open("dora", "/");
    await page.getByText("No assay is in force yet").waitFor();
    await expectAccessible(page);
    await dashboard.close(page);
  });

  test("an ingest changes a line without a reload, and its click leads to the evidence", async () => {
    await laboratory.addAssay("panel");
    await laboratory.measure("panel", "panel 1", 1, 101);
    const page = await dashboard.open("dora", "/overview");
    const line = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "panel v1" }) });
    await line
      .getByText(/^✓ ?in control$/)
      .first()
      .waitFor();
    await line.getByText("1 d ago").waitFor();
    await page.getByText("● Live").waitFor();

    await laboratory.measure("panel", HOSTILE, 0.01, 140);
    await line
      .getByText(/^✕ ?out of control$/)
      .first()
      .waitFor();
    await line.getByText("today").waitFor();
    await line.getByRole("link", { name: "1 alert" }).waitFor();
    const named = line.getByRole("link", { name: HOSTILE }).first();
    await named.waitFor();
    expect(await page.locator("img").count()).toBe(0);

    await line.getByText("Evidence", { exact: false }).first().click();
    await line
      .getByRole("listitem")
      .getByText(/Rule 1-3s/)
      .waitFor();
    const month = new Date().toISOString().slice(0, 7);
    const [review] = await Promise.all([
      page.context().waitForEvent("page"),
      line.getByRole("link", { name: month, exact: true }).click(),
    ]);
    await review.getByRole("heading", { level: 1 }).getByText("panel").waitFor();
    await review.close();
    await line.getByRole("link", { name: "chart of EGFR L858R in HD829 7" }).click();
    await page.waitForURL((url) => url.pathname === "/control-charts" && url.searchParams.get("material") === "HD829");
    await page.goBack();
    await line.getByRole("link", { name: "1 alert" }).click();
    await page.waitForURL((url) => url.pathname === "/alerts" && url.searchParams.get("assay") === "panel");
    await page.getByRole("link", { name: "EGFR L858R, panel" }).waitFor();
    await page.getByText(HOSTILE).first().waitFor();
    await dashboard.close(page);
  });

  test("what belongs to no assay is not hidden, and a filter is in the address", async () => {
    await laboratory.addAssay("well");
    await laboratory.measure("well", "well 1", 2, 99);
    await laboratory.measure(null, "stray 1", 1, 100);
    const page = await dashboard.open("dora", "/overview");
    await page.getByRole("region", { name: "Of no assay in force" }).getByRole("link", { name: "stray 1" }).waitFor();
    await page
      .getByRole("navigation", { name: "Totals" })
      .getByRole("link", { name: /in control/ })
      .last()
      .click();
    await page.waitForURL((url) => url.searchParams.get("state") === "in control");
    await page.getByRole("heading", { name: "well v1" }).waitFor();
    expect(await page.getByRole("heading", { name: "panel v1" }).count()).toBe(0);
    await dashboard.close(page);
  });

  test.each(views)("axe finds nothing in %s at %i pixels", async (theme, width) => {
    const page = await dashboard.open("dora", "/overview", { theme, width });
    await page.getByRole("heading", { name: "panel v1" }).waitFor();
    await page
      .getByText(/^Evidence/)
      .first()
      .click();
    await expectAccessible(page);
    await dashboard.close(page);
  });
});
