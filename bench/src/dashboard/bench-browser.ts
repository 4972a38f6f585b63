import { requireTool } from "@touchstone/test-support";
import { type Browser, chromium, type Page } from "playwright-core";

/** A window of chromium in which somebody is signed in. */
export interface BenchBrowser {
  readonly browser: Browser;
  readonly page: Page;
  readonly origin: string;
  close(): Promise<void>;
}

/** Opens a window and signs in. */
export async function startBenchBrowser(
  origin: string,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<BenchBrowser> {
  const browser = await chromium.launch({ executablePath: requireTool("chromium"), args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${origin}/sign-in?returnTo=/audit`);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Audit" }).waitFor();
  return { browser, page, origin, close: () => browser.close() };
}
