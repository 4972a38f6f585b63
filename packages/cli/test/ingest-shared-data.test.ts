import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { createTestFolder, removeTestFolder } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandsOn, type Printed, type ServedFolder, serveFolder } from "./served-folder.ts";

const HG002 = "hg002-grch38-chr20-1Mb";

describe.skipIf(!sharedDataAvailable(HG002))("real results of HG002, recorded through a server", () => {
  const of = (name: string) => sharedData(`${HG002}/${name}`);
  const truthSet = ["--truth-set", "HG002@1"];
  let dataFolder: string;
  let folder: string;
  let served: ServedFolder;
  let touchstone: (...argv: string[]) => Promise<Printed>;

  beforeAll(async () => {
    dataFolder = await createTestFolder();
    folder = mkdtempSync(join(tmpdir(), "touchstone-hg002-"));
    touchstone = commandsOn(dataFolder);
    served = await serveFolder(dataFolder);
    const vcfSha256 = createHash("sha256")
      .update(readFileSync(of("truth.vcf.gz")))
      .digest("hex");
    await served.client.POST("/api/v1/truth-sets", {
      body: { name: "HG002", version: "1", reference: "GRCh38", vcfSha256 },
    });
  });

  afterAll(async () => {
    await served?.stop();
    removeTestFolder(dataFolder);
    rmSync(folder, { recursive: true });
  });

  /** Scores of a run's comparison by variant type, as the API gives them. */
  async function scoresOf(run: string) {
    const { data: list } = await served.client.GET("/api/v1/concordance", { params: { query: { limit: 100 } } });
    const stored = list?.items.filter((one) => one.run.name === run) ?? [];
    expect(stored).toHaveLength(1);
    return new Map(stored[0]?.scores.map((score) => [score.variantType, score]));
  }

  test("a comparison by touchstone, found by the digest of its truth", async () => {
    const files = ["--truth", of("truth.vcf.gz"), "--query", of("query.vcf.gz"), "--reference", of("reference.fa")];
    const out = join(folder, "hg002");
    const made = await touchstone("compare", ...files, "--out", out, "--threads", "1", "--record", "by-touchstone");
    expect(made.exitCode).toBe(0);
    const metrics = JSON.parse(readFileSync(`${out}.metrics.json`, "utf8"));
    const scores = await scoresOf("by-touchstone");
    for (const type of ["SNP", "INDEL"]) {
      const row = metrics.rows.find(
        (one: { type: string; subtype: string; filter: string; stratum: string }) =>
          one.type === type && one.subtype === "*" && one.filter === "PASS" && one.stratum === "*",
      );
      expect(scores.get(type)).toMatchObject({ truthTp: row.truth.tp, queryFp: row.query.fp });
    }
    const written = readdirSync(folder).filter((name) => /\.(json|roc\..*csv\.gz)$/.test(name));
    const again = await touchstone("ingest", ...written.map((name) => join(folder, name)), "--run", "by-touchstone");
    expect(again.out).toContain("comparison of run by-touchstone was recorded before");
  });

  test.each(["happy-xcmp", "happy-vcfeval"])("a comparison by hap.py: %s", async (engine) => {
    const [summary, extended] = ["summary.csv", "extended.csv"].map((name) => of(`expected/${engine}.${name}`));
    const files = [summary ?? "", extended ?? ""];
    const first = await touchstone("ingest", ...files, "--run", engine, ...truthSet, "--json");
    expect(first).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(first.out)).toMatchObject([{ kind: "comparison", isNew: true }]);
    const [header = "", ...rows] = readFileSync(summary ?? "", "utf8")
      .trim()
      .split(/\r?\n/);
    const column = (row: string, name: string) => Number(row.split(",")[header.split(",").indexOf(name)]);
    const scores = await scoresOf(engine);
    for (const type of ["SNP", "INDEL"]) {
      const row = rows.find((one) => one.startsWith(`${type},PASS,`)) ?? "";
      expect(scores.get(type)?.truthTp).toBe(column(row, "TRUTH.TP"));
      expect(scores.get(type)?.recall).toBeCloseTo(column(row, "METRIC.Recall"), 5);
      expect(scores.get(type)?.precision).toBeCloseTo(column(row, "METRIC.Precision"), 5);
    }
    const again = await touchstone("ingest", ...files, "--run", engine, ...truthSet, "--json");
    expect(JSON.parse(again.out)).toEqual(JSON.parse(first.out).map((one: object) => ({ ...one, isNew: false })));
  });

  test("other results under the name of a run are refused, unless they take its place", async () => {
    const other = of("expected/happy-vcfeval.summary.csv");
    const refused = await touchstone("ingest", other, "--run", "happy-xcmp", ...truthSet);
    expect(refused).toMatchObject({ exitCode: 65, out: "" });
    const reason = "the engine was wrong";
    const replaced = await touchstone(
      "ingest",
      other,
      "--run",
      "happy-xcmp",
      ...truthSet,
      "--supersede",
      reason,
      "--json",
    );
    expect(replaced.exitCode).toBe(0);
    expect(JSON.parse(replaced.out)).toMatchObject([{ isNew: true }]);
  });

  test("a summary by rtg vcfeval", async () => {
    const recorded = await touchstone("ingest", of("expected/vcfeval.summary.txt"), "--run", "vcfeval", ...truthSet);
    expect(recorded.exitCode).toBe(0);
    expect(recorded.out).toContain("comparison of run vcfeval recorded");
  });
});
