import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ReproducibilityDocument } from "@touchstone/model";
import { pythonAvailable, pythonEnvironment, requireTool, toolAvailable } from "@touchstone/test-support";
import { compareGeneratedReplicates } from "@touchstone/test-support/replicates";
import fc from "fast-check";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { comparisonMultiqc, studyMultiqc } from "../../src/multiqc/index.ts";
import { anyMetrics } from "../metrics.ts";

const HOSTILE = "<img src=x onerror=alert(1)>";
const SHOWN = "&lt;img src=x onerror=alert(1)&gt;";
/** The first time, its packages have to be fetched. */
const PATIENCE = 900_000;

/** A table that MultiQC exports, by sample and column. */
function exported(folder: string, name: string): Map<string, Map<string, string>> {
  const [head = "", ...lines] = readFileSync(join(folder, "multiqc_data", `multiqc_${name}.txt`), "utf8")
    .trimEnd()
    .split("\n");
  const columns = head.split("\t").slice(1);
  return new Map(
    lines.map((line) => {
      const [sample = "", ...cells] = line.split("\t");
      return [sample, new Map(columns.map((column, place) => [column, cells[place] ?? ""]))];
    }),
  );
}

describe.runIf(pythonAvailable())("MultiQC", () => {
  let folder: string;
  let study: ReproducibilityDocument;
  const stratified = anyMetrics.filter(({ strata }) => strata.length > 2);
  const [first, second] = fc.sample(stratified, { numRuns: 2, seed: 11 });
  const samples = new Map([
    ["HG002", first!],
    [HOSTILE, second!],
  ]);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "touchstone-multiqc-"));
    mkdirSync(join(folder, "in"));
    const curves = [
      {
        type: "SNP",
        filter: "PASS",
        points: [
          { recall: 0.5, precision: 1 },
          { recall: 0.9, precision: 0.95 },
        ],
      },
    ];
    const files = [...samples].map(([sample, metrics]) => comparisonMultiqc({ sample, metrics, curves }));
    const replicates = await compareGeneratedReplicates({ seed: 6, runs: 3, variants: 60, noise: 0.02, depth: 80 });
    study = JSON.parse(String(replicates.get("reproducibility.json")));
    for (const [place, sections] of [...files, studyMultiqc({ name: "study", study })].entries()) {
      for (const { suffix, content } of sections) writeFileSync(join(folder, "in", `${place}${suffix}`), content);
    }
    const python = pythonEnvironment(join(import.meta.dirname, "requirements.txt"));
    const environment = { ...process.env, MULTIQC_NO_VERSION_CHECK: "1", NO_COLOR: "1" };
    execFileSync(
      python,
      ["-m", "multiqc", "--strict", "--quiet", "--outdir", join(folder, "out"), join(folder, "in")],
      {
        env: environment,
      },
    );
  }, PATIENCE);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const out = () => join(folder, "out");

  test("shows the samples of several files in one table, with their numbers", () => {
    const table = exported(out(), "touchstone_comparison_table");
    expect([...table.keys()].sort()).toEqual([SHOWN, "HG002"].sort());
    for (const [sample, metrics] of samples) {
      const cells = table.get(sample === HOSTILE ? SHOWN : sample);
      for (const { type, stratum, subtype, filter, recall, precision, f1 } of metrics.rows) {
        if (stratum !== "*" || subtype !== "*" || filter !== "PASS") continue;
        const scores = { recall: recall.value, precision: precision.value, f1 };
        for (const [score, value] of Object.entries(scores)) {
          const cell = cells?.get(`${type}_${score}`) ?? "";
          if (value === null) expect(cell, `${sample} ${type} ${score}`).toBe("");
          else expect(Number(cell), `${sample} ${type} ${score}`).toBeCloseTo(value, 12);
        }
      }
    }
  });

  test("shows strata, curves and studies, a row or line for each", () => {
    const strata = [...samples].flatMap(([sample, metrics]) =>
      metrics.strata.slice(1).map(({ name }) => [name, sample]),
    );
    expect(exported(out(), "touchstone_strata_table").size).toBe(strata.length);
    const lines = readFileSync(join(out(), "multiqc_data", "multiqc_touchstone_precision_recall_plot.txt"), "utf8");
    expect(lines).toContain("SNP | HG002");
    const table = exported(out(), "touchstone_reproducibility_table");
    expect(table.size).toBe(study.strata.length);
    for (const { name, icc, complete } of study.strata) {
      const cells = table.get(`${name} | study`);
      expect(Number(cells?.get("complete")), name).toBe(complete);
      if (icc.agreement.value === null) expect(cells?.get("icc"), name).toBe("");
      else expect(Number(cells?.get("icc")), name).toBeCloseTo(icc.agreement.value, 12);
    }
  });

  test.skipIf(!toolAvailable("chromium"))(
    "shows a name that looks like markup as it is written",
    async () => {
      const browser = await chromium.launch({ executablePath: requireTool("chromium"), args: ["--no-sandbox"] });
      try {
        const page = await browser.newPage();
        const dialogs: string[] = [];
        page.on("dialog", (dialog) => {
          dialogs.push(dialog.message());
          return dialog.dismiss();
        });
        await page.goto(pathToFileURL(join(out(), "multiqc_report.html")).href);
        await page.locator("#mqc-module-section-touchstone_comparison, #touchstone_comparison").first().waitFor();
        expect(await page.locator('img[src="x"]').count()).toBe(0);
        expect(await page.locator("th.rowheader", { hasText: HOSTILE }).count()).toBeGreaterThan(0);
        expect(dialogs).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    120_000,
  );
});
