import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { toolAvailable } from "@touchstone/test-support";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, PASSWORD, startDashboard, type TestDashboard, views } from "./dashboard.ts";

const MAIN = resolve(import.meta.dirname, "../../cli/src/main.ts");
const SECTIONS = [
  "assays",
  "thresholds",
  "rule-sets",
  "materials",
  "reagent-lots",
  "instruments",
  "users",
  "tokens",
  "account",
  "webhooks",
  "mail",
];

/** The definition that `touchstone assay example` prints, made a laboratory's own under a name. */
function assayText(name: string): string {
  const argv = ["--conditions=@touchstone/source", MAIN, "assay", "example"];
  return execFileSync(process.execPath, argv, { encoding: "utf8" })
    .replace("mark: EXAMPLE\n", "")
    .replaceAll("laboratory's own choice, example only", "validation report 7, table 2")
    .replace("name: germline-wgs-example", `name: ${name}`);
}

/** A day of UTC, so many days from today. */
function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole("button", { name: field }).last().click();
  await page.getByRole("option", { name: option }).click();
}

describe.skipIf(!toolAvailable("chromium"))("the settings in chromium", () => {
  let dashboard: TestDashboard;

  beforeAll(async () => {
    dashboard = await startDashboard();
    await dashboard.addPerson("ada", "director", "admin");
    await dashboard.addPerson("rita", "reviewer");
    await dashboard.addPerson("tim", "technologist");
    await dashboard.client.POST("/api/v1/assays", { body: { definition: assayText("germline") } });
  });

  afterAll(() => dashboard?.stop());

  test("two people approve a threshold", async () => {
    const rita = await dashboard.open("rita", "/settings/thresholds");
    await rita.getByText("There is no threshold yet").waitFor();
    await rita.getByRole("button", { name: "Propose a threshold" }).click();
    await rita.getByLabel("At least").fill("1.5");
    await rita.getByLabel("Fewest records").fill("765");
    await rita.getByLabel("Citation").fill("validation report 7, table 2");
    await rita.getByRole("button", { name: "Propose as a draft" }).click();
    await rita.locator(".field-error").first().waitFor();
    expect(await rita.getByRole("dialog").count()).toBe(1);
    await choose(rita, "Assay", "germline v1");
    await rita.getByLabel("At least").fill("0.995");
    await rita.getByRole("button", { name: "Propose as a draft" }).click();
    await rita.getByRole("heading", { name: "Recall of SNP, version 1" }).waitFor();
    await rita.getByText("You proposed it: somebody else has to approve it.").waitFor();
    expect(await rita.getByRole("button", { name: "Approve" }).count()).toBe(0);

    const path = new URL(rita.url()).pathname + new URL(rita.url()).search;
    const ada = await dashboard.open("ada", path);
    await ada.getByRole("button", { name: "Approve" }).click();
    await ada.getByLabel("Password of Dr ada").fill("not the password at all");
    await ada.getByRole("button", { name: "Sign and approve" }).click();
    await ada.getByRole("dialog").getByRole("alert").waitFor();
    await ada.getByLabel("Password of Dr ada").fill(PASSWORD);
    await ada.getByRole("button", { name: "Sign and approve" }).click();
    await ada.getByText("Reviewed and approved").waitFor();
    await ada.getByText("✓approved").waitFor();
    // What somebody else did is shown to her without loading anew.
    await rita.getByText("✓approved").waitFor();

    const id = new URL(ada.url()).searchParams.get("record") ?? "";
    const { data } = await dashboard.client.GET("/api/v1/thresholds/{id}", { params: { path: { id } } });
    expect(data).toMatchObject({ status: "approved", minimum: 0.995, observations: 765, stratum: "*" });
    expect(data?.approval).toMatchObject({ printedName: "Dr ada", meaning: "Reviewed and approved" });

    await ada.getByRole("link", { name: "All thresholds" }).click();
    const row = ada.getByRole("row", { name: "Recall of SNP" });
    expect(await row.textContent()).toMatch(/Dr rita\d{4}-\d\d-\d\dDr ada\d{4}-\d\d-\d\d$/);
    await rita.getByRole("button", { name: "Retire" }).click();
    await rita.getByLabel("Reason").fill("a stricter one takes its place");
    await rita.getByRole("dialog").getByRole("button", { name: "Retire" }).click();
    await rita.getByText("•retired").waitFor();
    await dashboard.close(rita);
    await dashboard.close(ada);
  });

  test("a definition that is wrong is refused at its line, and mended", async () => {
    const page = await dashboard.open("tim", "/settings/assays");
    await page.getByRole("button", { name: "Propose an assay" }).click();
    const text = assayText("panel");
    const wrong = text.replace("score: precision", "score: f2");
    const line = wrong.split("\n").findIndex((one) => one.includes("score: f2")) + 1;
    await page.getByRole("textbox", { name: "Definition" }).fill(wrong);
    await page.getByRole("button", { name: "Propose as a draft" }).click();
    await page.getByText(`Line ${line}, column`).waitFor();
    expect(await page.locator(".problem-line").textContent()).toBe("  - score: f2\n    ^");
    await page.getByRole("textbox", { name: "Definition" }).fill(text);
    await page.getByRole("button", { name: "Propose as a draft" }).click();
    await page.getByRole("heading", { name: "panel, version 1" }).waitFor();
    const least = page.getByRole("table").first();
    const first = await least.getByRole("row").nth(1).textContent();
    expect(first).toMatch(/^Precision of SNV0\.995validation report 7, table 2765 recordsWilson 1927/);
    await dashboard.close(page);
  });

  test("what keeps an example from being approved is listed, and approving it is not offered", async () => {
    const example = assayText("an-example").replace("schema: ", "mark: EXAMPLE\nschema: ");
    const { data } = await dashboard.client.POST("/api/v1/assays", { body: { definition: example } });
    const page = await dashboard.open("ada", `/settings/assays?record=${data?.id}`);
    await page.getByRole("heading", { name: "It cannot be approved as it is" }).waitFor();
    await page.getByText("this is an example").waitFor();
    expect(await page.getByRole("button", { name: "Approve" }).count()).toBe(0);
    await dashboard.close(page);
  });

  test("a user who is added signs in, and is let out when disabled", async () => {
    const page = await dashboard.open("ada", "/settings/users");
    await page.getByRole("button", { name: "Add a user" }).click();
    await page.getByLabel("Name", { exact: true }).fill("nora");
    await page.getByLabel("Printed name").fill("Dr Nora Berg");
    await page.getByText("Reviewer", { exact: true }).click();
    await page.getByLabel("Password").fill("too short");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.locator(".field-error", { hasText: "has 9 characters" }).waitFor();
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("heading", { name: "Dr Nora Berg" }).waitFor();
    const nora = await dashboard.open("nora", "/settings/account");
    await nora.getByText("read, ingest, review, sign").waitFor();
    await page.getByRole("button", { name: "Disable" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Disable" }).click();
    await page.getByText("✕disabled").waitFor();
    await nora.getByRole("link", { name: "Materials" }).click();
    await nora.waitForURL(/\/sign-in/);
    await dashboard.close(nora);
    await dashboard.close(page);
  });

  test("a token is created, shown once, used and revoked", async () => {
    const page = await dashboard.open("ada", "/settings/tokens");
    await page.getByRole("button", { name: "Create a token" }).click();
    await page.getByLabel("Name").fill("pipeline");
    await page.getByText("Read", { exact: true }).click();
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await page.getByRole("heading", { name: "The new token" }).waitFor();
    const secret = (await page.locator(".secret").textContent()) ?? "";
    expect(secret).toMatch(/^tst_/);
    const ask = () => fetch(`${dashboard.address}/api/v1/runs`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await ask()).status).toBe(200);
    await page.getByRole("button", { name: "I have kept it" }).click();
    await page.getByRole("button", { name: "Revoke pipeline" }).waitFor();
    expect(await page.content()).not.toContain(secret);
    await page.getByRole("button", { name: "Revoke pipeline" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await page.getByText("•revoked").waitFor();
    expect((await ask()).status).toBe(401);
    await dashboard.close(page);
  });

  test("a lot that is about to expire is marked, and retired", async () => {
    const page = await dashboard.open("tim", "/settings/reagent-lots");
    await page.getByText("There are no reagent lots on record yet").waitFor();
    await page.getByRole("button", { name: "Add a reagent lot" }).click();
    await page.getByLabel("Reagent").last().fill("polymerase");
    await page.getByLabel("Lot", { exact: true }).fill("P-2207");
    await page.getByLabel("Last day of use").fill(dayIn(5));
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("▲expires in 5 days").waitFor();
    await page.getByRole("button", { name: "Change polymerase lot P-2207" }).click();
    await page.getByLabel("Last day of use").fill(dayIn(-1));
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("✕expired 1 day ago").waitFor();
    await page.getByRole("button", { name: "Retire polymerase lot P-2207" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Retire" }).click();
    await page.getByText("•retired").waitFor();
    expect(await page.getByText("expired 1 day ago").count()).toBe(0);
    await choose(page, "Status", "in use");
    await page.getByText("There are no reagent lots that are in use").waitFor();
    expect(new URL(page.url()).searchParams.get("status")).toBe("in use");
    await dashboard.close(page);
  });

  test("a webhook's secret is shown once, and what was sent to it is listed", async () => {
    const page = await dashboard.open("ada", "/settings/webhooks");
    await page.getByText("No program is told anything yet").waitFor();
    await page.getByRole("button", { name: "Add a webhook" }).click();
    await page.getByLabel("Address of the receiver").fill("https://lims.example/hook");
    await page.getByRole("dialog").getByText("Materials", { exact: true }).click();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText(/^whsec_/).waitFor();
    await page.getByRole("button", { name: "I have kept it" }).click();
    expect(await page.content()).not.toContain("whsec_");
    const body = { name: "told-of", use: "control" as const };
    await dashboard.client.POST("/api/v1/materials", { body });
    await page.getByRole("link", { name: "https://lims.example/hook" }).click();
    await page.getByText("material.created").waitFor();
    await page.getByRole("button", { name: "Disable" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Disable" }).click();
    await page.getByText("✕disabled").waitFor();
    await dashboard.close(page);
  });

  test("whoever may not is not offered it, and sees the server's refusal as it is", async () => {
    const page = await dashboard.open("tim", "/settings/users");
    await page.getByRole("link", { name: "ada", exact: true }).click();
    await page.getByRole("heading", { name: "Dr ada" }).waitFor();
    expect(await page.getByRole("button", { name: /Add|Change|Disable|password/ }).count()).toBe(0);
    expect(await page.getByRole("link", { name: "Webhooks" }).count()).toBe(0);
    await page.goto(`${dashboard.address}/settings/webhooks`);
    await page.getByRole("alert").getByText("TS_FORBIDDEN").waitFor();
    await dashboard.close(page);
  });

  test("one's own password is replaced, and one is signed out everywhere", async () => {
    await dashboard.addPerson("olga", "auditor");
    const elsewhere = await dashboard.open("olga", "/audit");
    const page = await dashboard.open("olga", "/settings/account");
    const sessions = page.getByRole("table");
    await sessions.getByText("✓this one").waitFor();
    expect(await sessions.getByRole("row").count()).toBe(3);
    const other = "quite another password";
    await page.getByLabel("Old password").fill("not the password at all");
    await page.getByLabel("New password", { exact: true }).fill(other);
    await page.getByLabel("New password once more").fill(other);
    await page.getByRole("button", { name: "Change my password" }).click();
    await page.getByRole("alert").waitFor();
    await page.getByLabel("Old password").fill(PASSWORD);
    await page.getByRole("button", { name: "Change my password" }).click();
    await page.getByText("Your password was changed").waitFor();
    await elsewhere.reload();
    await elsewhere.waitForURL(/\/sign-in/);
    await page.getByRole("button", { name: "Sign out everywhere" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
    await page.waitForURL(/\/sign-in/);
    await page.getByLabel("Name").fill("olga");
    await page.getByLabel("Password").fill(other);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
    await dashboard.close(elsewhere);
    await dashboard.close(page);
  });

  describe("looked at by axe", () => {
    beforeAll(async () => {
      const { client } = dashboard;
      const threshold = { score: "recall", variantType: "INDEL", minimum: 0.99, observations: 381 } as const;
      const body = { ...threshold, assay: { name: "germline" }, citation: "validation report 7, table 2" };
      await client.POST("/api/v1/thresholds", { body });
      await client.POST("/api/v1/webhooks", { body: { url: "https://chat.example/hook", topics: ["alert.*"] } });
      const lots = [dayIn(-2), dayIn(3), dayIn(300)].map((expiresOn, index) => ({ lot: `L-${index}`, expiresOn }));
      for (const lot of lots) await client.POST("/api/v1/reagent-lots", { body: { reagent: "buffer", ...lot } });
    });

    test.each(views)("axe finds nothing in any section in %s at %i pixels", async (theme, width) => {
      const page = await dashboard.open("ada", "/settings", { theme, width });
      for (const section of SECTIONS) {
        await page.goto(`${dashboard.address}/settings/${section}`);
        await page.locator(".data-table, .empty-state").first().waitFor();
        await expectAccessible(page);
      }
      for (const section of ["assays", "thresholds", "users", "webhooks"]) {
        await page.goto(`${dashboard.address}/settings/${section}`);
        await page.getByRole("table").getByRole("link").first().click();
        await page.getByRole("link", { name: /^All / }).waitFor();
        await page.getByRole("heading", { level: 2 }).last().waitFor();
        await expectAccessible(page);
      }
      await page.goto(`${dashboard.address}/settings/assays?record=new`);
      await page.getByRole("textbox", { name: "Definition" }).waitFor();
      await expectAccessible(page);
      await dashboard.close(page);
    });
  });
});
