import { toolAvailable } from "@touchstone/test-support";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, startDashboard, type TestDashboard, views } from "./dashboard.ts";
import { addExampleRun } from "./example-run.ts";
import { startLaboratory } from "./laboratory.ts";

const HOSTILE = "<img src=x onerror=alert(1)>";

describe.skipIf(!toolAvailable("chromium"))("two runs compared in chromium", () => {
  let dashboard: TestDashboard;
  let address: string;

  beforeAll(async () => {
    dashboard = await startDashboard();
    const laboratory = await startLaboratory(dashboard);
    await laboratory.addAssay("panel");
    const add = (name: string, pipelineVersion: string | null, depth: number, missed: number) =>
      addExampleRun(dashboard, laboratory, {
        ...{ name, pipelineVersion, missed, control: 101 },
        parameters: { depth, model: "wgs" },
      });
    const a = await add(HOSTILE, null, 30, 100);
    const b = await add("candidate", "2.1.0", 40, 300);
    address = `/runs/compare?a=${a}&b=${b}`;
  }, 180_000);

  afterAll(() => dashboard?.stop());

  test("what differs is marked by symbol and word, and can be had alone", async () => {
    const page = await dashboard.open("tess", address);
    await page.getByRole("link", { name: HOSTILE }).waitFor();
    const row = (label: string) => page.getByRole("row", { name: new RegExp(`^${label} `) });
    const textOf = async (label: string) => (await row(label).allInnerTexts()).join().replaceAll(/\s+/g, " ");
    await row("Pipeline version").waitFor();
    expect(await textOf("Pipeline version")).toMatch(/– lab\/panel 2\.1\.0 ≠ differs/);
    expect(await textOf("depth")).toMatch(/30 40 ≠ differs/);
    expect(await textOf("model")).toMatch(/wgs wgs = same/);
    expect(await textOf("SNP recall against HG002 4.2.1")).toMatch(/0\.9900 \(.*\) 0\.9700 \(.*\) ≠ differs −0\.0200/);
    expect(await textOf("EGFR L858R")).toMatch(/in control.*baseline panel 1.*not evaluable.*≠ differs/);
    await page.getByLabel("Only what differs").check();
    await page.waitForURL((url) => url.searchParams.get("only") === "differences");
    await row("model").waitFor({ state: "detached" });
    expect(await row("depth").count()).toBe(1);
    expect(await page.locator("img").count()).toBe(0);
    await dashboard.close(page);
  });

  test("one run alone is not compared, and one that is not there is said to be so", async () => {
    const page = await dashboard.open("tess", "/runs/compare?a=candidate");
    await page.getByText("Two runs are needed").waitFor();
    await expectAccessible(page);
    await page.goto(`${dashboard.address}/runs/compare?a=candidate&b=nothing`);
    await page.getByRole("alert").getByText("nothing").waitFor();
    await dashboard.close(page);
  });

  test.each(views)("axe finds nothing in %s at %i pixels", async (theme, width) => {
    const page = await dashboard.open("tess", address, { theme, width });
    await page.getByRole("region", { name: "Table of verdicts" }).waitFor();
    await expectAccessible(page);
    await dashboard.close(page);
  });
});
