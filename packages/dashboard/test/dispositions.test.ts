import { toolAvailable } from "@touchstone/test-support";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, PASSWORD, startDashboard, type TestDashboard, views } from "./dashboard.ts";
import { startLaboratory, type TestLaboratory } from "./laboratory.ts";

describe.skipIf(!toolAvailable("chromium"))("dispositions in chromium", () => {
  let dashboard: TestDashboard;
  let laboratory: TestLaboratory;

  beforeAll(async () => {
    dashboard = await startDashboard();
    laboratory = await startLaboratory(dashboard);
    await laboratory.addAssay("panel");
  }, 120_000);

  afterAll(() => dashboard?.stop());

  const dispositionOf = async (run: string) => {
    const { data } = await dashboard.client.GET("/api/v1/runs/{run}/disposition", { params: { path: { run } } });
    return data;
  };

  async function openSigning(page: Page, run: string) {
    await page.getByRole("link", { name: `Sign the disposition of ${run}` }).click();
    const dialog = page.getByRole("dialog", { name: `Disposition of ${run}` });
    await dialog.waitFor();
    return dialog;
  }

  test("an empty queue says what would fill it", async () => {
    const page = await dashboard.open("rita", "/dispositions");
    await page.getByText("No run waits for a signature").waitFor();
    await expectAccessible(page);
    await dashboard.close(page);
  });

  test("a reviewer releases what policy proposes, with the password given anew", async () => {
    await laboratory.measure("panel", "good run", 1, 101);
    const page = await dashboard.open("rita", "/dispositions");
    const dialog = await openSigning(page, "good run");
    await dialog.getByText("All controls are in control.").waitFor();
    await dialog.getByLabel("Meaning of the signature").waitFor();
    await dialog.getByLabel("Password of Dr rita").fill("not the password at all");
    await dialog.getByRole("button", { name: "Sign", exact: true }).click();
    await dialog.getByRole("alert").waitFor();
    expect((await dispositionOf("good run"))?.isReleased).toBe(false);
    await dialog.getByLabel("Password of Dr rita").fill(PASSWORD);
    await dialog.getByRole("button", { name: "Sign", exact: true }).click();
    await page.getByText("No run waits for a signature").waitFor();
    expect(await dispositionOf("good run")).toMatchObject({
      isReleased: true,
      decision: {
        signatures: [
          {
            printedName: "Dr rita",
            method: "password",
            meaning: "Reviewed and decided",
          },
        ],
      },
    });
    await page.getByRole("link", { name: "All signed" }).click();
    await page.getByRole("listitem").filter({ hasText: "good run" }).getByText("Dr rita").waitFor();
    await dashboard.close(page);
  });

  test("what is more lenient than proposed takes a reason and two people, one of them director", async () => {
    await laboratory.measure("panel", "bad run", 0.5, 140);
    const rita = await dashboard.open("rita", "/dispositions");
    let dialog = await openSigning(rita, "bad run");
    await dialog.getByRole("button", { name: /Decision/ }).click();
    await rita.getByRole("option", { name: "released" }).click();
    await dialog.getByText(/It takes two different people, one of them director/).waitFor();
    await dialog.getByLabel(/^Reason \(needed/).fill("The control was spilt, the samples were not.");
    await dialog.getByLabel("Password of Dr rita").fill(PASSWORD);
    await dialog.getByRole("button", { name: "Sign", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    expect((await dispositionOf("bad run"))?.isReleased).toBe(false);
    await rita.getByRole("link", { name: /^Second signature/ }).click();
    dialog = await openSigning(rita, "bad run");
    await dialog.getByText("You have signed this already").waitFor();
    await dashboard.close(rita);

    const dora = await dashboard.open("dora", "/dispositions?queue=second+signature");
    const row = dora.getByRole("listitem").filter({ hasText: "bad run" });
    await row.getByText("Dr rita").waitFor();
    dialog = await openSigning(dora, "bad run");
    await dialog.getByText(/Dr rita signed this/).waitFor();
    await dialog.getByLabel("Password of Dr dora").fill(PASSWORD);
    await dialog.getByRole("button", { name: "Sign as second person" }).click();
    await dora.getByText("No decision waits for a second person").waitFor();
    const signed = await dispositionOf("bad run");
    expect(signed?.isReleased).toBe(true);
    expect(signed?.decision?.signatures.map(({ printedName }) => printedName)).toEqual(["Dr rita", "Dr dora"]);
    await dashboard.close(dora);
  });

  test("nobody signs another version of the record than the one that they read", async () => {
    await laboratory.measure("panel", "changing run", 0.4, 102);
    const page = await dashboard.open("rita", "/dispositions");
    const dialog = await openSigning(page, "changing run");
    const shown = await dialog.getByText(/^SHA-256 [0-9a-f]{64}$/).textContent();
    const run = (await dispositionOf("changing run"))?.run.id ?? "";
    const artifact = { kind: "vcf", uri: "x.vcf.gz", sha256: "a".repeat(64), sizeBytes: 1 };
    await laboratory.rita.post(`/runs/${run}/artifacts`, artifact);
    await dialog.getByText("The record has changed since you opened it").waitFor();
    expect(await dialog.getByText(/^SHA-256 [0-9a-f]{64}$/).textContent()).toBe(shown);
    await dialog.getByLabel("Password of Dr rita").fill(PASSWORD);
    await dialog.getByRole("button", { name: "Sign", exact: true }).click();
    await dialog
      .getByRole("alert")
      .getByText(/another version/)
      .first()
      .waitFor();
    expect((await dispositionOf("changing run"))?.isReleased).toBe(false);
    await dashboard.close(page);
  });

  test("who may not sign is not offered to", async () => {
    const page = await dashboard.open("tess", "/dispositions");
    await page.getByRole("listitem").filter({ hasText: "changing run" }).waitFor();
    expect(await page.getByRole("link", { name: /^Sign the disposition/ }).count()).toBe(0);
    await dashboard.close(page);
  });

  test.each(views)("axe finds nothing in %s at %i pixels", async (theme, width) => {
    const page = await dashboard.open("rita", "/dispositions", { theme, width });
    await page.getByRole("listitem").filter({ hasText: "changing run" }).waitFor();
    await expectAccessible(page);
    await openSigning(page, "changing run");
    await expectAccessible(page);
    await dashboard.close(page);
  });
});
