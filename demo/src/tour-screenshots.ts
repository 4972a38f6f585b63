// npm run tour:screenshots: takes the pictures of docs/guides/tour.md from the demo's records, which npm run demo has built.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createClient, type TouchstoneClient } from "@touchstone/client";
import { requireTool } from "@touchstone/test-support";
import { type Browser, chromium, type Page } from "playwright-core";
import { daysAfter } from "./year/calendar.ts";
import { DEMO_PASSWORD, people } from "./year/people.ts";
import { contentOf } from "./year/sign.ts";
import type { YearMark } from "./year-folder.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDER = join(ROOT, ".touchstone/demo");
const PICTURES = join(ROOT, "docs/guides/tour");
const WIDTH = 1280;
const HEIGHT = 860;
/** Milliseconds without anything being loaded until charts stand still, and between two looks. */
const SETTLING = 1500;
const STEP = 100;
/** Milliseconds that a page may take on a busy machine. */
const PATIENCE = 60_000;

/** A picture: its name, and the page that it shows. */
interface Picture {
  readonly name: string;
  readonly path: string;
  /** Of the window, in pixels. */
  readonly height?: number;
}

if (!existsSync(join(FOLDER, "year.json"))) {
  process.stderr.write("There is no year in .touchstone/demo: npm run demo -- --no-serve builds it.\n");
  process.exitCode = 2;
} else {
  mkdirSync(PICTURES, { recursive: true });
  await takePictures();
}

async function takePictures(): Promise<void> {
  const server = await serveDemo();
  const browser = await chromium.launch({ executablePath: requireTool("chromium"), args: ["--no-sandbox"] });
  try {
    const token = readFileSync(server.tokenFile, "utf8").trim();
    const pictures = await chosenPictures(createClient({ url: server.address, token }));
    const wanted = process.argv.slice(2);
    for (const picture of pictures) {
      if (wanted.length > 0 && !wanted.includes(picture.name)) continue;
      await takePicture(browser, server.address, picture);
      process.stderr.write(`${picture.name}.png\n`);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** The pictures of the tour, in its order. */
async function chosenPictures(client: TouchstoneClient): Promise<Picture[]> {
  const { items } = contentOf(await client.GET("/api/v1/runs", { params: { query: { limit: 500 } } }));
  const runs = items.filter(({ isImported }) => !isImported).map(({ name }) => name);
  const last = (suffix: string) => runs.find((name) => name.endsWith(suffix)) ?? "";
  const failed = items.find(({ status }) => status === "failed")?.name ?? "";
  const runPath = (name: string) => `/runs/${encodeURIComponent(name)}`;
  return [
    { name: "overview", path: "/", height: 1345 },
    { name: "runs", path: "/runs" },
    { name: "failed-run", path: runPath(failed) },
    { name: "swapped-run", path: runPath(last("_exome")) },
    {
      name: "concordance",
      path: "/concordance?assay=germline-genome&type=INDEL",
      height: 2060,
    },
    { name: "reproducibility", path: "/reproducibility", height: 1180 },
    {
      name: "control-charts",
      path: "/control-charts?material=tumour-control-high&analyte=EGFR%20L858R",
      height: 1180,
    },
    { name: "dispositions", path: "/dispositions" },
    { name: "alerts", path: "/alerts?view=acknowledged" },
    { name: "audit", path: `/audit?before=${dayAfterYear()}` },
    { name: "settings", path: "/settings/assays" },
  ];
}

/** Signing in is in the audit trail too, and no part of the year. */
function dayAfterYear(): string {
  const { lastDay } = JSON.parse(readFileSync(join(FOLDER, "year.json"), "utf8")) as YearMark;
  return daysAfter(new Date(lastDay), 1);
}

async function takePicture(browser: Browser, address: string, picture: Picture): Promise<void> {
  const { name, path, height = HEIGHT } = picture;
  const context = await browser.newContext({ colorScheme: "light", viewport: { width: WIDTH, height } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${address}/sign-in?returnTo=${encodeURIComponent(path)}`);
  await page.getByLabel("Name").fill(people.director.name);
  await page.getByLabel("Password").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await untilLoaded(page);
  await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: "disabled" });
  await context.close();
}

/** Waits until nothing is being loaded, and has not been for a while: what has come in may ask for more. */
async function untilLoaded(page: Page): Promise<void> {
  const loading = page.getByText("Loading …");
  for (let stillFor = 0; stillFor < SETTLING; stillFor += STEP) {
    await page.waitForTimeout(STEP);
    if ((await loading.count()) > 0) {
      await loading.first().waitFor({ state: "detached" });
      stillFor = 0;
    }
  }
}

async function serveDemo() {
  const main = join(ROOT, "packages/cli/src/main.ts");
  const argv = ["--conditions=@touchstone/source", main, "serve", "--data", FOLDER, "--port", "0", "--json"];
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "ignore"] });
  const ended = once(child, "exit");
  const [line] = await Promise.race([
    once(child.stdout, "data"),
    ended.then(([code]) => Promise.reject(new TypeError(`the server ended with exit code ${code}`))),
  ]);
  const { address, tokenFile } = JSON.parse(String(line)) as { readonly address: string; readonly tokenFile: string };
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { address, tokenFile, stop };
}
