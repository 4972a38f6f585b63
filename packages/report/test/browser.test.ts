import { requireTool, toolAvailable } from "@touchstone/test-support";
import { compareGeneratedReplicates } from "@touchstone/test-support/replicates";
import axe from "axe-core";
import fc from "fast-check";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  benchmarkReport,
  comparisonReport,
  monthlyReport,
  otherComparisonReport,
  reproducibilityReport,
  runReport,
  validationReport,
} from "../src/index.ts";
import { benchmarkInput } from "./benchmark-example.ts";
import { anyMetrics, provenanceOf } from "./metrics.ts";
import { monthlyInput } from "./monthly-example.ts";
import { recordedComparison } from "./recorded-example.ts";
import { runInput } from "./run-example.ts";
import { validationInput } from "./validation-example.ts";

/** The same with the widest numbers that a whole genome gives. */
function withWideNumbers<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, one) => {
    if (typeof one !== "number") return one;
    return Number.isInteger(one) ? 4_999_999 : 0.99998;
  });
}

/** What the script in the page says of axe's findings. */
interface Finding {
  readonly rule: string;
  readonly places: readonly string[];
}

/** 170 mm at 96 dpi: the width of the text on A4. */
const PRINTED_WIDTH = 643;
const LONG_NAME = "GRCh38_notinAllTandemRepeatsandHomopolymers_slop5_and_more";

const PAGES = [
  "comparison",
  "comparison by another program",
  "reproducibility",
  "run",
  "monthly",
  "validation",
  "benchmark",
] as const;

/** A name that would run if a page ever took it for its own. */
const HOSTILE = "<img onerror=alert(1)>";

/** Each report, of records all of whose texts are `text`. */
function pagesOf(text: string, study: string): ReadonlyMap<string, string> {
  const [sampled] = fc.sample(anyMetrics, { numRuns: 1, seed: 4 });
  const metrics = {
    ...withWideNumbers(sampled!),
    strata: withWideNumbers(sampled!.strata).map((one, index) =>
      index === 0 ? one : { ...one, name: `${text}${index}` },
    ),
    rows: withWideNumbers(sampled!.rows).map((row) => (row.stratum === "*" ? row : { ...row, stratum: text })),
  };
  const record = recordedComparison(text);
  const { comparisons } = runInput(text);
  const other = { record, scores: comparisons[0]?.scores ?? [], curves: [], touchstone: "0.1.0" };
  const comparison = { metrics, provenance: provenanceOf(text), curves: [], warnings: [text], record };
  const named = JSON.parse(study, (key, value) => (key === "name" && value === "run1" ? text : value));
  return new Map([
    ["comparison", comparisonReport(comparison)],
    ["comparison by another program", otherComparisonReport(other)],
    ["reproducibility", reproducibilityReport({ study: named, variants: null })],
    ["run", runReport(runInput(text))],
    ["monthly", monthlyReport(monthlyInput(text))],
    ["validation", validationReport(validationInput(text))],
    ["benchmark", benchmarkReport(benchmarkInput(text, metrics))],
  ]);
}

describe.skipIf(!toolAvailable("chromium"))("in chromium", () => {
  let browser: Browser;
  let pages: ReadonlyMap<string, string>;
  let hostilePages: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const files = await compareGeneratedReplicates({ seed: 6, runs: 4, variants: 100, noise: 0.02, depth: 80 });
    const study = String(files.get("reproducibility.json"));
    pages = pagesOf(LONG_NAME, study);
    hostilePages = pagesOf(HOSTILE, study);
    browser = await chromium.launch({ executablePath: requireTool("chromium"), args: ["--no-sandbox"] });
  });

  afterAll(() => browser?.close());

  async function open(
    content: string,
    options: Parameters<Browser["newPage"]>[0],
    work: (page: Page) => Promise<void>,
  ): Promise<void> {
    const page = await browser.newPage(options);
    const troubles: string[] = [];
    page.on("request", (request) => troubles.push(`request of ${request.url()}`));
    page.on("console", (message) => troubles.push(message.text()));
    page.on("pageerror", (error) => troubles.push(error.message));
    try {
      page.on("dialog", (dialog) => troubles.push(dialog.message()));
      await page.setContent(content);
      await work(page);
      expect(troubles).toEqual([]);
    } finally {
      await page.close();
    }
  }

  describe.each(PAGES)("%s", (name) => {
    test.each([
      ["light", 1280],
      ["dark", 1280],
      ["light", 390],
      ["dark", 390],
    ] as const)(
      "in %s at %i pixels: axe finds nothing, the page is no wider than the screen",
      async (colorScheme, width) => {
        await open(pages.get(name) ?? "", { colorScheme, viewport: { width, height: 900 } }, async (page) => {
          await page.evaluate(axe.source);
          const found: readonly Finding[] = await page.evaluate(
            "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => ({ rule: id, places: nodes.slice(0, 3).map(({ html }) => html) })))",
          );
          expect(found).toEqual([]);
          expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
        });
      },
    );

    test("a name that looks like markup is shown as it is written", async () => {
      await open(hostilePages.get(name) ?? "", {}, async (page) => {
        expect(await page.locator("img").count()).toBe(0);
        expect(await page.locator("main").textContent()).toContain(HOSTILE);
      });
    });

    test("prints on A4: pages come, and no table or chart is wider than their text", async () => {
      await open(pages.get(name) ?? "", { viewport: { width: PRINTED_WIDTH, height: 900 } }, async (page) => {
        await page.emulateMedia({ media: "print" });
        const tooWide = await page.evaluate(
          `[...document.querySelectorAll("table, svg")].filter((one) => one.getBoundingClientRect().right > ${PRINTED_WIDTH} + 1).map((one) => one.textContent.slice(0, 60))`,
        );
        expect(tooWide).toEqual([]);
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
        expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
        // A4 in points.
        expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]/);
      });
    });
  });
});
