/*
 * How long people wait for the dashboard in chromium, with PostgreSQL below it (10,000 runs, 2,000,000 measurements):
 *
 * - each page, opened by its address, until its data are on the screen; scripts are in the browser's cache,
 * - each page, opened from the navigation of another,
 * - what one does on a page: from the key or the click to the next picture (Event Timing API, as INP),
 * - a control chart of 5,000 points: from the data to the picture.
 *
 *   npm run dashboard && node --conditions=@touchstone/source bench/src/dashboard.ts [runs, 10000] [rounds, 7]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMigratedDatabase } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { startBenchBrowser } from "./dashboard/bench-browser.ts";
import { interactionsOn } from "./dashboard/interactions.ts";
import { pagesOver } from "./dashboard/pages.ts";
import { timeChart } from "./dashboard/time-chart.ts";
import { timeInteractions, timePages } from "./dashboard/time-pages.ts";
import { startBenchServer } from "./server/bench-server.ts";
import { fillRecords } from "./server/fill-records.ts";

const [runs = 10_000, rounds = 7] = process.argv.slice(2).map(Number);

const opened = await createMigratedDatabase("postgresql");
if (!("url" in opened.source)) throw new TypeError("no PostgreSQL");
const objects = mkdtempSync(join(tmpdir(), "touchstone-bench-"));
const { kysely } = opened.database;
await fillRecords(kysely, runs);
await sql`update assay set status = 'approved', approved_at = now()`.execute(kysely);
await sql`update run set proposed_disposition = 'released', proposal_reasons = '{all controls are in control}'
  where performed_at > (select max(performed_at) from run) - interval '30 days'`.execute(kysely);
const server = await startBenchServer(opened.database, opened.source.url, objects);
const { password } = await server.person("bench director", "director", "admin");
const browser = await startBenchBrowser(server.origin, { name: "bench director", password });
try {
  const pages = pagesOver(runs);
  await timePages(browser, Object.values(pages), rounds);
  await timeInteractions(browser, interactionsOn(pages), rounds);
  await timeChart(browser.browser, rounds);
} finally {
  await browser.close();
  await server.stop();
  await opened.remove();
  rmSync(objects, { recursive: true, force: true });
}
