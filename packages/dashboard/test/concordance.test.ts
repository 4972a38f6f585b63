import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { generateNextVersion, generatePair, toolAvailable } from "@touchstone/test-support";
import { compareFiles } from "@touchstone/test-support/compare-files";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, startDashboard, type TestDashboard, views } from "./dashboard.ts";

const LENGTH = 100_000;
const EXAMPLE = readFileSync(resolve(import.meta.dirname, "../../quality/assays/germline-wgs.yaml"), "utf8");
/** Runs of the first version; each misses two records more than the one before. */
const RUNS = 9;

type Files = ReadonlyMap<string, Buffer>;

/** FN and FP of a type in a comparison's VCF, spelled out. */
function variantsOf(files: Files, type: string): Set<string> {
  const text = gunzipSync(files.get("vcf.gz") as Buffer).toString();
  return new Set(
    text.split("\n").flatMap((row) => {
      const [contig, position, , ref, alt, , , , , ...samples] = row.split("\t");
      return samples.flatMap((sample) => {
        const [genotype = "", label = "", , variantType = ""] = sample.split(":");
        const alleles = genotype.split(/[/|]/).sort().join("/");
        return /^F[NP]$/.test(label) && variantType === type
          ? [[label, contig, position, ref, alt, alleles].join(" ")]
          : [];
      });
    }),
  );
}

describe.skipIf(!toolAvailable("chromium"))("concordance in chromium", () => {
  let dashboard: TestDashboard;
  let first: Files;
  let last: Files;
  let next: Files;
  let nextId: string;
  let lastId: string;

  beforeAll(async () => {
    dashboard = await startDashboard();
    await dashboard.addPerson("tim", "technologist");
  });

  afterAll(() => dashboard?.stop());

  test("says what to do next while no comparison is recorded", async () => {
    const page = await dashboard.open("tim", "/concordance");
    await page.getByText("No comparison with a truth set is recorded").waitFor();
    await expectAccessible(page);
    await dashboard.close(page);
  });

  describe("with comparisons of two versions", () => {
    beforeAll(async () => {
      const folder = mkdtempSync(join(tmpdir(), "touchstone-concordance-"));
      try {
        const errorRates = { dropped: 0.05, gt_error: 0.04, allele_error: 0.03, extra: 0.05 };
        const pair = generatePair({
          folder,
          seed: 3,
          contigLengths: [LENGTH],
          eventCount: 400,
          errorRates,
          plain: true,
        });
        const { truth, reference } = pair;
        writeFileSync(join(folder, "half.bed"), `chr1\t0\t${LENGTH / 2}\n`);
        writeFileSync(join(folder, "strata.tsv"), "first half\thalf.bed\n");
        const stratifications = join(folder, "strata.tsv");
        const compared = (query: string) => compareFiles({ truth, reference, query, stratifications });
        const lines = readFileSync(pair.query, "utf8").trimEnd().split("\n");
        const [header, records] = [
          lines.filter((one) => one.startsWith("#")),
          lines.filter((one) => !one.startsWith("#")),
        ];
        next = await compared(generateNextVersion(pair, join(folder, "next.vcf"), LENGTH));
        await addLaboratory(next);
        nextId = await record(next, "pilot", "2.0.0", -1);
        for (let run = 0; run < RUNS; run++) {
          const query = join(folder, `${run}.vcf`);
          writeFileSync(query, `${[...header, ...records.slice(2 * run)].join("\n")}\n`);
          last = await compared(query);
          if (run === 0) first = last;
          lastId = await record(last, `week ${run + 1}`, "1.0.0", run);
        }
        const event = { kind: "service" as const, happenedAt: "2026-01-02T00:00:00Z", description: "optics cleaned" };
        await dashboard.client.POST("/api/v1/change-events", { body: event });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }, 120_000);

    async function addLaboratory(files: Files): Promise<void> {
      const { inputs } = JSON.parse(String(files.get("provenance.json")));
      const truthSet = { name: "generated", version: "1", reference: "generated", vcfSha256: inputs.truth.sha256 };
      await dashboard.client.POST("/api/v1/truth-sets", { body: truthSet });
      const definition = EXAMPLE.replace("germline-wgs-example", "germline");
      await dashboard.client.POST("/api/v1/assays", { body: { definition } });
    }

    async function record(files: Files, name: string, version: string, week: number): Promise<string> {
      const performedAt = new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString();
      const run = {
        ...{ name, status: "succeeded" as const, performedAt, assay: { name: "germline" } },
        pipelineVersion: { pipeline: "germline", version },
      };
      const names = [...files.keys()].filter((one) => /^(metrics|provenance)\.json$|^roc|^discordant/.test(one));
      const sent = names.map((one) => ({
        name: `P.${one}`,
        contentBase64: (files.get(one) as Buffer).toString("base64"),
      }));
      const { data } = await dashboard.client.POST("/api/v1/concordance", { body: { run, files: sent } });
      return data?.id ?? "";
    }

    /** Numbers of the table of intersections, by their meaning. */
    async function intersections(page: Page): Promise<Record<string, number[]>> {
      const rows = page.getByRole("region", { name: "What comparisons have in common" }).locator("tbody tr");
      await rows.first().waitFor();
      const cells = await rows.evaluateAll((all) =>
        all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")),
      );
      return Object.fromEntries(cells.map(([, means = "", fn, fp]) => [means, [Number(fn), Number(fp)]]));
    }

    test("scores by run have their numbers in a table, and the trend is said as it is judged", async () => {
      const page = await dashboard.open("tim", "/concordance?type=SNP");
      await page
        .getByText(/Trend: (no )?decline \(9 runs since week 1\)/)
        .first()
        .waitFor();
      // Precision, recall, F1.
      await page.getByText("Numbers of this chart").nth(1).click();
      const rows = page.getByRole("region", { name: "Recall of SNP by run" }).locator("tbody tr");
      await rows.first().waitFor();
      expect(await rows.count()).toBe(RUNS + 1);
      const metrics = JSON.parse(String(last.get("metrics.json")));
      const row = metrics.rows.find((one: Record<string, string>) => {
        return one.type === "SNP" && one.subtype === "*" && one.stratum === "*" && one.filter === "PASS";
      });
      const text = await rows.first().textContent();
      expect(text).toContain(row.recall.value.toFixed(4));
      expect(text).toContain(row.recall.wilson95.map((bound: number) => bound.toFixed(4)).join(" to "));
      await page.getByRole("button", { name: /Stratum/ }).click();
      await page.getByRole("option", { name: "first half" }).click();
      await page.waitForURL((url) => url.searchParams.get("stratum") === "first half");
      await page.getByRole("img", { name: /Recall of SNP in first half/ }).waitFor();
      await dashboard.close(page);
    });

    test("two versions are held against each other, and what was lost leads to the variant and how it was decided", async () => {
      const page = await dashboard.open("tim", "/concordance");
      await page.getByRole("link", { name: "week 9" }).last().click();
      await page.getByRole("heading", { level: 1, name: "Comparison of week 9" }).waitFor();
      await page.getByRole("button", { name: /Hold against/ }).click();
      await page.getByRole("option", { name: /germline 2\.0\.0 · pilot/ }).click();
      await page.waitForURL((url) => url.searchParams.get("with") === nextId);
      const [here, there] = [variantsOf(last, "SNP"), variantsOf(next, "SNP")];
      const counts = (variants: readonly string[]) =>
        ["FN", "FP"].map((one) => variants.filter((it) => it.startsWith(one)).length);
      expect(await intersections(page)).toEqual({
        "wrong in all": counts([...here].filter((one) => there.has(one))),
        "lost: wrong here, right in the other": counts([...here].filter((one) => !there.has(one))),
        "gained: right here, wrong in the other": counts([...there].filter((one) => !here.has(one))),
      });
      await page
        .getByRole("row", { name: /^.*lost: wrong here/ })
        .getByRole("link")
        .click();
      await page.getByRole("button", { name: /Label/ }).click();
      await page.getByRole("option", { name: "FN alone" }).click();
      await page.waitForURL((url) => url.searchParams.get("label") === "FN");
      const lost = [...here].filter((one) => !there.has(one) && one.startsWith("FN"));
      const list = page.getByRole("region", { name: "Variants on which truth and query differ" });
      await expect.poll(() => list.getByRole("table").getAttribute("aria-rowcount")).toBe(String(lost.length + 1));
      // The address alone shows the same to somebody else.
      const other = await dashboard.open("tim", page.url().slice(dashboard.address.length));
      const same = other.getByRole("region", { name: "Variants on which truth and query differ" });
      await expect.poll(() => same.getByRole("table").getAttribute("aria-rowcount")).toBe(String(lost.length + 1));
      await dashboard.close(other);
      const allele = list.getByRole("row").filter({ hasText: "allele" }).first();
      const cells = await allele.getByRole("cell").allTextContents();
      await allele.getByRole("link").click();
      await page.getByRole("heading", { level: 1, name: `FN at ${cells[1]}` }).waitFor();
      await page.getByText(/The query has the same allele with another genotype: .* \(allele match\)/).waitFor();
      await page.getByText("Decided by the haplotype search").waitFor();
      const alignment = page.getByRole("region", { name: "Alleles under the reference" });
      expect(await alignment.getByRole("row").nth(1).textContent()).toContain(`truth ${cells[4]} FN`);
      const reference = await alignment.getByRole("row").first().locator("code").textContent();
      expect(reference).toHaveLength(41);
      expect(reference?.[20]).toBe(cells[2]);
      await page.getByRole("link", { name: "The comparison and its other variants" }).click();
      await page.waitForURL((url) => url.searchParams.get("label") === "FN" && url.searchParams.get("with") === nextId);
      await dashboard.close(page);
    });

    test("a comparison shows its strata, its curve and its indels by length, each with its numbers", async () => {
      const page = await dashboard.open("tim", `/concordance/${lastId}?type=INDEL`);
      for (const name of [
        /Recall of INDEL by stratum/,
        /Precision against recall/,
        /Insertions and deletions by length/,
      ]) {
        await page.getByRole("img", { name }).waitFor();
      }
      await page.getByText("Numbers of this chart (2 rows)").click();
      const strata = page.getByRole("region", { name: "Scores of INDEL by stratum" });
      await strata.waitFor();
      expect(await strata.getByRole("row").count()).toBe(3);
      await page.getByText("Numbers of this chart").last().click();
      await page.getByRole("region", { name: "Scores of INDEL by subtype" }).waitFor();
      await dashboard.close(page);
    });

    test("a comparison without its variants says how they get there", async () => {
      const files = new Map([...first].filter(([name]) => !name.startsWith("discordant")));
      const id = await record(files, "without", "0.9.0", -2);
      const page = await dashboard.open("tim", `/concordance/${id}`);
      await page.getByText("This comparison was recorded without its variants").waitFor();
      await dashboard.close(page);
    });

    test.each(views)("axe finds nothing in %s at %i pixels", async (theme, width) => {
      const scores = await dashboard.open("tim", "/concordance", { theme, width });
      await scores.getByRole("img", { name: /Recall of SNP/ }).waitFor();
      await expectAccessible(scores);
      await picture(scores, `scores-${theme}-${width}`);
      await dashboard.close(scores);
      const address = `/concordance/${lastId}?with=${nextId}&type=INDEL`;
      const comparison = await dashboard.open("tim", address, { theme, width });
      await comparison.getByRole("img", { name: /lost and gained/ }).waitFor();
      await comparison.getByRole("img", { name: /Insertions and deletions/ }).waitFor();
      await expectAccessible(comparison);
      await picture(comparison, `comparison-${theme}-${width}`);
      const list = comparison.getByRole("region", { name: "Variants on which truth and query differ" });
      await list.getByRole("link").first().click();
      await comparison.getByRole("region", { name: "Alleles under the reference" }).waitFor();
      await comparison.getByRole("heading", { name: "In other comparisons" }).waitFor();
      await expectAccessible(comparison);
      await picture(comparison, `variant-${theme}-${width}`);
      await dashboard.close(comparison);
    });
  });
});

/** Keeps what a page looks like where SCREENSHOTS names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
