import { toolAvailable } from "@touchstone/test-support";
import { compareGeneratedReplicates } from "@touchstone/test-support/replicates";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, startDashboard, type TestDashboard, views } from "./dashboard.ts";

const FILES = ["reproducibility.json", "variants.tsv.gz", "pairs.csv"];

describe.skipIf(!toolAvailable("chromium"))("reproducibility in chromium", () => {
  let dashboard: TestDashboard;

  beforeAll(async () => {
    dashboard = await startDashboard();
    await dashboard.addPerson("tim", "technologist");
  }, 60_000);

  afterAll(() => dashboard?.stop());

  async function addStudy(name: string, seed: number, performedAt: string): Promise<void> {
    const files = await compareGeneratedReplicates({ seed, runs: 3, variants: 300, noise: 0.03, depth: 400 });
    await dashboard.client.POST("/api/v1/reproducibility", {
      body: {
        run: { name, performedAt, status: "succeeded" },
        files: FILES.map((file) => {
          return { name: `P.${file}`, contentBase64: (files.get(file) as Buffer).toString("base64") };
        }),
      },
    });
  }

  test("without a study the page says how one comes in", async () => {
    const page = await dashboard.open("tim", "/reproducibility");
    await page.getByText("No study of replicates yet").waitFor();
    await expectAccessible(page);
    await dashboard.close(page);
  });

  test("the latest study is shown, with its charts and numbers; another one is chosen", async () => {
    await addStudy("first study", 1, "2026-01-05T00:00:00Z");
    await addStudy("second study", 2, "2026-02-05T00:00:00Z");
    const { data } = await dashboard.client.GET("/api/v1/reproducibility", {});
    const [latest, earlier] = data?.items ?? [];
    const page = await dashboard.open("tim", "/reproducibility");
    await page.getByRole("heading", { level: 2, name: latest?.name ?? "" }).waitFor();
    for (const title of ["Agreement between runs by stratum", "Agreement of 3 runs", "Variation between runs"]) {
      await page.getByRole("img", { name: title }).waitFor();
    }
    await page.getByText("Numbers of this chart").first().click();
    const agreement = page.getByRole("region", { name: "ICC by stratum" });
    await agreement.getByRole("row", { name: /het/ }).first().waitFor();
    await page.getByText("Numbers of this chart (3 rows)").click();
    await page
      .getByRole("region", { name: "Agreement of all pairs" })
      .getByRole("row", { name: /run1 − run2/ })
      .waitFor();
    await page.getByRole("button", { name: /Study/ }).click();
    await page.getByRole("option", { name: earlier?.name ?? "" }).click();
    await page.waitForURL((url) => url.searchParams.get("study") === earlier?.id);
    await page.getByRole("heading", { level: 2, name: earlier?.name ?? "" }).waitFor();
    const report = await page.getByRole("link", { name: "Report to print" }).getAttribute("href");
    expect(report).toContain(`/api/v1/reproducibility/${earlier?.id}/report`);
    await dashboard.close(page);
  });

  test("the worst variants come first, are filtered in the address, and are those of the API", async () => {
    const { data: studies } = await dashboard.client.GET("/api/v1/reproducibility", {});
    const id = studies?.items[0]?.id ?? "";
    const page = await dashboard.open("tim", `/reproducibility?study=${id}`);
    const table = page.getByRole("region", { name: "Variants of the study" });
    const firstOf = async (query: object) => {
      const { data } = await dashboard.client.GET("/api/v1/reproducibility/{id}/variants", {
        params: { path: { id }, query: { limit: 1, ...query } },
      });
      return data?.items[0]?.analyte ?? "";
    };
    const firstRow = table.locator("tbody tr:not(.gap)").first();
    await firstRow.getByText(await firstOf({})).waitFor();
    await page.getByRole("button", { name: /Zygosity/ }).click();
    await page.getByRole("option", { name: "hom" }).click();
    await page.waitForURL(/zygosity=hom/);
    await firstRow.getByText(await firstOf({ zygosity: "hom" })).waitFor();
    await page.getByRole("button", { name: /Order/ }).click();
    await page.getByRole("option", { name: "along the genome" }).click();
    await page.waitForURL(/sort=position/);
    await firstRow.getByText(await firstOf({ zygosity: "hom", sort: "position" })).waitFor();
    const address = page.url().slice(dashboard.address.length);
    await dashboard.close(page);
    const again = await dashboard.open("tim", address);
    await again.getByRole("button", { name: /Zygosity.*hom|hom.*Zygosity/ }).waitFor();
    await dashboard.close(again);
  });

  test.each(views)("axe finds nothing in %s at %i pixels", async (theme, width) => {
    const page = await dashboard.open("tim", "/reproducibility", { theme, width });
    await page.getByRole("region", { name: "Variants of the study" }).waitFor();
    await page.getByText("Numbers of this chart").first().click();
    await expectAccessible(page);
    if (process.env.SCREENSHOTS !== undefined) {
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/study-${theme}-${width}.png`, fullPage: true });
    }
    await dashboard.close(page);
  });
});
