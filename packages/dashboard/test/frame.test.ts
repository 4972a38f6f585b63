import { gzipSync } from "node:zlib";
import { toolAvailable } from "@touchstone/test-support";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, PASSWORD, startDashboard, type TestDashboard, views } from "./dashboard.ts";

/** Bytes of JavaScript, as gzip makes them, that the first view may need. */
const LARGEST_FIRST_VIEW = 200_000;

describe.skipIf(!toolAvailable("chromium"))("the frame of the dashboard in chromium", () => {
  let dashboard: TestDashboard;

  beforeAll(async () => {
    dashboard = await startDashboard();
    await dashboard.addPerson("ada", "director");
    await dashboard.addPerson("tim", "technologist");
  });

  afterAll(() => dashboard?.stop());

  test("whoever is not signed in signs in, and then sees what the address says", async () => {
    const page = await dashboard.openSignedOut("/audit?action=principal.created");
    await page.waitForURL(/\/sign-in/);
    await page.getByLabel("Name").fill("ada");
    await page.getByLabel("Password").fill("not the password at all");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await page.getByLabel("Password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === "/audit" && url.searchParams.get("action") === "principal.created");
    await page.getByRole("heading", { name: "Audit", level: 1 }).waitFor();
    await dashboard.close(page);
  });

  test("an address that somebody made up leads nowhere else after signing in", async () => {
    const page = await dashboard.open("ada", "//elsewhere.example/audit");
    expect(new URL(page.url()).origin).toBe(new URL(dashboard.address).origin);
    await dashboard.close(page);
  });

  test("signing out shows nothing more", async () => {
    const page = await dashboard.open("ada", "/audit");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(/\/sign-in/);
    await dashboard.close(page);
  });

  test("a session that ended leads to signing in, and back", async () => {
    const page = await dashboard.open("ada", "/audit");
    await page.getByRole("table").waitFor();
    await page.context().clearCookies();
    await page.getByRole("textbox", { name: "Who" }).fill("ada");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.waitForURL((url) => url.pathname === "/sign-in" && url.search.includes("actor"));
    await dashboard.close(page);
  });

  test("the theme is chosen, and kept", async () => {
    const page = await dashboard.open("ada", "/audit");
    const theme = () => page.evaluate("document.documentElement.dataset.theme");
    expect(await theme()).toBe("light");
    await page.getByRole("button", { name: /^Theme/ }).click();
    await page.getByRole("button", { name: /^Theme/ }).click();
    expect(await theme()).toBe("dark");
    await page.reload();
    expect(await theme()).toBe("dark");
    await dashboard.close(page);
  });

  test("the page is served with a policy that runs scripts of this server alone", async () => {
    const answer = await fetch(`${dashboard.address}/anything`);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(answer.status).toBe(200);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/unsafe/);
    expect((await fetch(`${dashboard.address}/api/v1/nothing`)).status).toBe(404);
    expect((await fetch(`${dashboard.address}/assets/nothing.js`)).status).toBe(404);
  });

  test("the first view needs less JavaScript than allowed", async () => {
    const page = await dashboard.openSignedOut("/sign-in");
    await page.close();
    const loaded: Promise<number>[] = [];
    const first = await dashboard.openSignedOut("/");
    first.on("response", (answer) => {
      if (answer.url().endsWith(".js")) loaded.push(answer.body().then((body) => gzipSync(body).length));
    });
    await first.reload();
    await first.getByRole("heading", { level: 1 }).waitFor();
    const bytes = (await Promise.all(loaded)).reduce((sum, length) => sum + length, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(LARGEST_FIRST_VIEW);
    await dashboard.close(first);
  });

  test.each(views)("axe finds nothing in %s at %i pixels", async (theme, width) => {
    const signIn = await dashboard.openSignedOut("/sign-in", { theme, width });
    await signIn.getByLabel("Name").waitFor();
    await expectAccessible(signIn);
    await dashboard.close(signIn);
    const audit = await dashboard.open("ada", "/audit", { theme, width });
    await audit.getByRole("table").waitFor();
    await expectAccessible(audit);
    await dashboard.close(audit);
  });

  test("the trail is verified, and what the answer means is said", async () => {
    const page = await dashboard.open("ada", "/audit");
    await page.getByRole("button", { name: "Verify the trail" }).click();
    await page.getByText(/The trail holds: \d+ rows/).waitFor();
    await dashboard.close(page);
  });

  test("all works below a base path too", async () => {
    const below = await startDashboard(["--base-path", "/qc"]);
    try {
      await below.addPerson("ada", "director");
      const page = await below.openSignedOut("/audit?actor=ada");
      await page.getByLabel("Name").fill("ada");
      await page.getByLabel("Password").fill(PASSWORD);
      await page.keyboard.press("Enter");
      await page.waitForURL(`${below.address}/audit?actor=ada`);
      await page.getByRole("table").waitFor();
      await below.close(page);
    } finally {
      await below.stop();
    }
  });

  test("who may not see the trail is not led to it", async () => {
    const page = await dashboard.open("tim", "/audit");
    await page.getByRole("alert").first().waitFor();
    expect(await page.getByRole("link", { name: "Audit" }).count()).toBe(0);
    await dashboard.close(page);
  });
});
