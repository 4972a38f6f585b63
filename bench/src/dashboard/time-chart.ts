import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import type { Browser } from "playwright-core";
import { build, defaultClientConditions } from "vite";
import { percentilesOf } from "../server/percentiles.ts";

const POINTS = 5000;
const PAGE = join(import.meta.dirname, "chart-page");
const BROWSER_DOCUMENT = join(import.meta.dirname, "../../../packages/dashboard/src/ui/browser-document.ts");
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };

/** Times a Levey-Jennings chart of 5,000 points from its data to the picture: the first of a page, and the next. */
export async function timeChart(browser: Browser, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-chart-"));
  await build({
    root: PAGE,
    logLevel: "error",
    resolve: {
      conditions: ["@touchstone/source", ...defaultClientConditions],
      alias: { linkedom: BROWSER_DOCUMENT },
    },
    build: { target: "es2023", outDir: folder, emptyOutDir: true },
  });
  const server = createServer(({ url = "/" }, response) => {
    const path = normalize(url === "/" ? "/index.html" : url);
    response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
    response.end(path === "/favicon.ico" ? "" : readFileSync(join(folder, path)));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    console.log(
      `\n| chart of ${POINTS} points | first on a page, p50 ms | worst | next, p50 ms | worst |\n|---|---|---|---|---|`,
    );
    const { port } = server.address() as AddressInfo;
    for (const axis of ["run", "date"] as const) await timeAxis(browser, `http://127.0.0.1:${port}/`, axis, rounds);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
}

async function timeAxis(browser: Browser, address: string, axis: "run" | "date", rounds: number): Promise<void> {
  const first: number[] = [];
  const next: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction("globalThis.timeChart");
    const time = (): Promise<number> => page.evaluate(`timeChart(${POINTS}, "${axis}")`);
    first.push(await time());
    next.push(await time(), await time());
    await page.close();
  }
  const cells = (times: readonly number[]) =>
    `${Math.round(percentilesOf(times).p50)} | ${Math.round(Math.max(...times))}`;
  console.log(`| by ${axis} | ${cells(first)} | ${cells(next)} |`);
}
