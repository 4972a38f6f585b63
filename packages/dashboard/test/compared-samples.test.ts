import { toolAvailable } from "@touchstone/test-support";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, startDashboard, type TestDashboard, views } from "./dashboard.ts";
import { metricsOfSnps } from "./example-run.ts";
import { startLaboratory } from "./laboratory.ts";

const SAMPLES = ["HG002_R1", "HG002_R2"];
const RUNS = 4;

describe.skipIf(!toolAvailable("chromium"))("comparisons of several samples in chromium", () => {
  let dashboard: TestDashboard;

  beforeAll(async () => {
    dashboard = await startDashboard();
    const laboratory = await startLaboratory(dashboard);
    await laboratory.addAssay("panel");
    const truthSet = { name: "HG002", version: "4.2.1" };
    await laboratory.rita.post("/truth-sets", { ...truthSet, reference: "GRCh38", vcfSha256: "a".repeat(64) });
    for (let number = 1; number <= RUNS; number++) {
      const run = {
        ...{ name: `R${number}`, status: "succeeded", performedAt: `2026-03-0${number}T09:00:00Z` },
        ...{ assay: { name: "panel" }, samples: SAMPLES },
      };
      for (const [place, sample] of SAMPLES.entries()) {
        const document = metricsOfSnps({ missed: 20 + 10 * number + 7 * place });
        await laboratory.rita.post("/concordance", { run, sample, truthSet, files: [{ name: "m.json", document }] });
      }
    }
  }, 120_000);

  afterAll(() => dashboard?.stop());

  const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true }).first();

  test("the chart shows all samples beside each other, and one of them when it is chosen", async () => {
    const page = await dashboard.open("rita", "/concordance");
    const scores = panel(page, "Scores by run");
    await scores.locator("svg").first().waitFor();
    expect(await scores.locator("svg").first().textContent()).toMatch(/HG002_R1.*HG002_R2/s);
    await scores.getByText(/Trends are of the runs against HG002 4\.2\.1 in sample HG002_R\d/).waitFor();
    await scores.getByRole("button", { name: /Sample/ }).click();
    await page.getByRole("option", { name: "HG002_R1" }).click();
    await page.waitForURL((url) => url.searchParams.has("sample"));
    await scores.getByText("Trends are of the runs against HG002 4.2.1 in sample HG002_R1").waitFor();
    expect(await scores.locator("svg").first().textContent()).not.toContain("HG002_R2");
    const rows = panel(page, "Comparisons").locator("tbody tr");
    expect(await rows.count()).toBe(2 * RUNS);
    const [latest] = await rows.allInnerTexts();
    expect(latest).toMatch(/R4\s+HG002_R[12]/);
    await dashboard.close(page);
  });

  test("the run has the scores of each sample by its name", async () => {
    const page = await dashboard.open("rita", "/runs/R1");
    const comparisons = panel(page, "Comparisons with truth sets");
    for (const sample of SAMPLES) await comparisons.getByText(`${sample} against HG002 4.2.1`).waitFor();
    await panel(page, "Verdicts").getByText("comparison, HG002_R2").waitFor();
    await dashboard.close(page);
  });

  test.each(views)("axe finds nothing in %s at %i pixels", async (theme, width) => {
    const page = await dashboard.open("rita", "/concordance", { theme, width });
    await panel(page, "Comparisons").getByRole("table").waitFor();
    await panel(page, "Scores by run").locator("svg").first().waitFor();
    await expectAccessible(page);
    await dashboard.close(page);
  });
});
