import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, globSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { createClient, type TouchstoneClient } from "@touchstone/client";
import { requireTool } from "@touchstone/test-support";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

/** The password of every person of a test. */
export const PASSWORD = "correct horse battery staple";

/** Milliseconds that a page may take for one step on a busy machine. */
const PATIENCE = 15_000;
const PACKAGE = resolve(import.meta.dirname, "..");
const MAIN = resolve(PACKAGE, "../cli/src/main.ts");

type Role = "technologist" | "reviewer" | "director" | "auditor" | "admin";

/** Theme and width in pixels in which pages are looked at: of a screen and of a telephone. */
export const views = [
  ["light", 1280],
  ["dark", 1280],
  ["light", 390],
  ["dark", 390],
] as const;

/** How a page is opened. */
export interface ViewOptions {
  readonly theme?: "light" | "dark";
  /** Width of the window in pixels: 1280, or 390 of a telephone. */
  readonly width?: number;
}

/** `touchstone serve` on an empty folder with the built dashboard, and a browser. */
export interface TestDashboard {
  readonly address: string;
  /** The API as the folder's owner, who may do everything but sign. */
  readonly client: TouchstoneClient;
  /** Token of the folder's owner. */
  readonly token: string;
  readonly folder: string;
  /** Adds somebody who can sign in with `PASSWORD`. */
  addPerson(name: string, ...roles: Role[]): Promise<void>;
  /** A window in which `name` is signed in, at a path of the dashboard. What goes wrong in it fails `close`. */
  open(name: string, path: string, options?: ViewOptions): Promise<Page>;
  /** A window in which nobody is. */
  openSignedOut(path: string, options?: ViewOptions): Promise<Page>;
  /** Closes a window, and checks that it wrote no error and asked no other server for anything. */
  close(page: Page): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server as its users do, from source, with the dashboard that `npm run dashboard` built. */
export async function startDashboard(argv: readonly string[] = []): Promise<TestDashboard> {
  requireFreshBuild();
  const folder = mkdtempSync(join(tmpdir(), "touchstone-dashboard-"));
  const command = ["--conditions=@touchstone/source", MAIN, "serve", "--data", folder, "--port", "0", "--json"];
  const logFile = join(folder, "serve.log");
  const log = openSync(logFile, "w");
  const child = spawn(process.execPath, [...command, ...argv], { stdio: ["ignore", "pipe", log] });
  closeSync(log);
  const ended = once(child, "exit");
  const [line] = await Promise.race([
    once(child.stdout as Readable, "data"),
    ended.then(([code]) =>
      Promise.reject(new Error(`the server ended with exit code ${code}: ${readFileSync(logFile, "utf8")}`)),
    ),
  ]);
  const { address, tokenFile } = JSON.parse(String(line));
  const token = readFileSync(tokenFile, "utf8").trim();
  const client = createClient({ url: address, token });
  const browser = await chromium.launch({ executablePath: requireTool("chromium"), args: ["--no-sandbox"] });
  const troubles = new WeakMap<Page, string[]>();

  const openSignedOut: TestDashboard["openSignedOut"] = async (path, options = {}) => {
    const page = await newPage(browser, address, options, troubles);
    await page.goto(address + path);
    return page;
  };
  return {
    address,
    client,
    token,
    folder,
    openSignedOut,
    async addPerson(name, ...roles) {
      const body = { kind: "person" as const, name, printedName: `Dr ${name}`, roles, password: PASSWORD };
      await client.POST("/api/v1/principals", { body });
    },
    async open(name, path, options) {
      const page = await openSignedOut(`/sign-in?returnTo=${encodeURIComponent(path)}`, options);
      await page.getByLabel("Name").fill(name);
      await page.getByLabel("Password").fill(PASSWORD);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
      return page;
    },
    async close(page) {
      await page.context().close();
      expect(troubles.get(page)).toEqual([]);
    },
    async stop() {
      await browser.close();
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function newPage(
  browser: Browser,
  address: string,
  { theme = "light", width = 1280 }: ViewOptions,
  troubles: WeakMap<Page, string[]>,
): Promise<Page> {
  const context = await browser.newContext({ colorScheme: theme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const seen: string[] = [];
  troubles.set(page, seen);
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(address).origin) seen.push(`request of ${request.url()}`);
  });
  page.on("pageerror", (error) => seen.push(error.message));
  page.on("console", (message) => {
    // The browser itself tells of every answer that is no success; pages show those.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) seen.push(message.text());
  });
  return page;
}

/** Fails unless axe finds nothing, the page is no wider than its window, and the main heading is there. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(axe.source);
  const findings = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
  });
  expect(findings).toEqual([]);
  const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect(overflow).toBeLessThanOrEqual(0);
}

/** A test of an older build would say nothing of these sources. */
function requireFreshBuild(): void {
  const page = join(PACKAGE, "dist/index.html");
  const built = existsSync(page) ? statSync(page).mtimeMs : 0;
  const newest = globSync("{index.html,vite.config.ts,src/**/*}", { cwd: PACKAGE })
    .map((path) => statSync(join(PACKAGE, path)).mtimeMs)
    .reduce((one, other) => Math.max(one, other), 0);
  if (built < newest) throw new Error("the dashboard is older than its sources: npm run dashboard");
}
