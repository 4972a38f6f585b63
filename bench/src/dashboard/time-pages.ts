import type { Page } from "playwright-core";
import { percentilesOf } from "../server/percentiles.ts";
import type { BenchBrowser } from "./bench-browser.ts";
import type { BenchPage } from "./pages.ts";

/** What somebody does on a page. */
export interface Interaction {
  readonly name: string;
  /** Where it is done, and what has to be there before. */
  readonly on: BenchPage;
  act(page: Page): Promise<void>;
}

/** Times each page from its address to its data, and from a link to its data. */
export async function timePages(browser: BenchBrowser, pages: readonly BenchPage[], rounds: number): Promise<void> {
  console.log(
    "| page | opened by its address, p50 ms | worst | from the navigation, p50 ms | worst |\n|---|---|---|---|---|",
  );
  for (const one of pages) {
    const opened: number[] = [];
    const followed: number[] = [];
    await openPage(browser, one); // fills the browser's cache of scripts
    for (let round = 0; round < rounds; round++) {
      opened.push(await openPage(browser, one));
      if (one.link !== null) followed.push(await followLink(browser, one, one.link));
    }
    console.log(`| ${one.name} | ${cells(opened)} | ${cells(followed)} |`);
  }
}

/** Times each interaction from the key or click to the next picture. */
export async function timeInteractions(
  browser: BenchBrowser,
  interactions: readonly Interaction[],
  rounds: number,
): Promise<void> {
  console.log("\n| interaction | p50 ms | worst |\n|---|---|---|");
  for (const { name, on, act } of interactions) {
    const durations: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await openPage(browser, on);
      durations.push(await longestEvent(browser.page, () => act(browser.page)));
    }
    console.log(`| ${name} | ${cells(durations)} |`);
  }
}

async function openPage({ page, origin }: BenchBrowser, { path, shows }: BenchPage): Promise<number> {
  await page.goto("about:blank");
  const started = performance.now();
  await page.goto(origin + path, { waitUntil: "commit" });
  await shows(page).first().waitFor();
  return performance.now() - started;
}

async function followLink(browser: BenchBrowser, target: BenchPage, link: string): Promise<number> {
  const { page, origin } = browser;
  await page.goto(`${origin}/settings`);
  const anchor = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: link, exact: true });
  await anchor.waitFor();
  const started = performance.now();
  await anchor.click();
  await target.shows(page).first().waitFor();
  return performance.now() - started;
}

/** The longest from an event to the picture after it; the browser rounds to 8 ms and tells of no shorter than 16. */
async function longestEvent(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const found = { longest: 0 };
    Object.assign(globalThis, { benchEvents: found });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.longest = Math.max(found.longest, duration);
    }).observe({ type: "event", durationThreshold: 16 } as never);
  });
  await act();
  await page.waitForTimeout(500);
  return page.evaluate(() => (globalThis as unknown as { benchEvents: { longest: number } }).benchEvents.longest);
}

function cells(times: readonly number[]): string {
  if (times.length === 0) return "– | –";
  return `${Math.round(percentilesOf(times).p50)} | ${Math.round(Math.max(...times))}`;
}
