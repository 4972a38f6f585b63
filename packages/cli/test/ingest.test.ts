import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TouchstoneClient } from "@touchstone/client";
import { type GeneratedPair, generateDemoPair } from "@touchstone/test-support";
import { createTestFolder, removeTestFolder } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandsOn, type Printed, type ServedFolder, serveFolder } from "./served-folder.ts";

let folder: string;
let served: ServedFolder;
let client: TouchstoneClient;
let touchstone: (...argv: string[]) => Promise<Printed>;
let pair: GeneratedPair;

beforeAll(async () => {
  folder = await createTestFolder();
  pair = generateDemoPair(join(folder, "input"));
  touchstone = commandsOn(data());
  served = await serveFolder(data());
  client = served.client;
  await client.POST("/api/v1/truth-sets", {
    body: { name: "demo", version: "1", reference: "generated", vcfSha256: sha256(pair.truth) },
  });
});

afterAll(async () => {
  await served.stop();
  await removeTestFolder(folder);
});

const data = () => join(folder, "records");

function sha256(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

function compare(out: string, ...more: string[]) {
  const { truth, query, reference } = pair;
  const files = ["--truth", truth, "--query", query, "--reference", reference, "--out", join(folder, out)];
  return touchstone("compare", ...files, "--threads", "1", ...more);
}

test("a comparison is recorded under a new run, once, however it is sent", async () => {
  const made = await compare("a", "--record", "run-a", "--pipeline", "germline@1.4.0");
  expect(made).toMatchObject({ exitCode: 0, err: "" });
  expect(made.out).toContain(
    "\ncomparison of run run-a recorded: nothing was judged. The scores of run run-a are not evaluable: run run-a names no assay.\n",
  );
  const metrics = JSON.parse(readFileSync(join(folder, "a.metrics.json"), "utf8"));
  const { data: list } = await client.GET("/api/v1/concordance", { params: { query: { limit: 10 } } });
  expect(list?.items).toHaveLength(1);
  const [stored] = list?.items ?? [];
  expect(stored).toMatchObject({
    run: { name: "run-a" },
    truthSet: { name: "demo", version: "1" },
    pipelineVersion: { pipeline: "germline", version: "1.4.0" },
    format: "touchstone",
  });
  const snv = metrics.rows.find(
    (row: { type: string; subtype: string; filter: string; stratum: string }) =>
      row.type === "SNP" && row.subtype === "*" && row.filter === "PASS" && row.stratum === "*",
  );
  const scored = stored?.scores.find(({ variantType }) => variantType.startsWith("SN"));
  expect(scored).toMatchObject({ truthTp: snv.truth.tp, queryFp: snv.query.fp });

  const again = await touchstone(
    "ingest",
    ...readdirSync(folder)
      .filter((name) => /^a\..*(json|csv|csv\.gz)$/.test(name))
      .map((name) => join(folder, name)),
    ...["--run", "run-a", "--json", "--fail-on", "warning"],
  );
  // What could not be judged has not passed.
  expect(again).toMatchObject({ exitCode: 1, err: "" });
  const [answer] = JSON.parse(again.out);
  expect(answer).toMatchObject({ kind: "comparison", isNew: false, state: "not evaluable", alerts: [] });
});

test("a comparison that cannot be recorded leaves its files and fails", async () => {
  const refused = await compare("b", "--record", "run-b", "--truth-set", "unknown@7", "--json");
  expect(refused.exitCode).toBe(65);
  expect(refused.err).toContain("there is no truth set unknown 7");
  expect(JSON.parse(refused.out)).toEqual(JSON.parse(readFileSync(join(folder, "b.metrics.json"), "utf8")));
});

test("what is no result is named before anything is recorded", async () => {
  const good = join(folder, "a.metrics.json");
  const vcf = await touchstone("ingest", good, pair.truth, "--run", "unrecorded");
  expect(vcf).toMatchObject({ exitCode: 65, out: "" });
  expect(vcf.err).toContain("a VCF file");
  const unnamed = await touchstone("ingest", good);
  expect(unnamed).toMatchObject({ exitCode: 2, out: "" });
  expect(unnamed.err).toContain("--run missing");
  expect((await touchstone("runs", "list")).out).not.toContain("unrecorded");
});

test("files of another program are recorded with the truth set that is named", async () => {
  await client.POST("/api/v1/truth-sets", {
    body: { name: "other", version: "2", reference: "generated", vcfSha256: "0".repeat(64) },
  });
  const tables = ["a.summary.csv", "a.extended.csv"].map((name) => join(folder, name));
  const unnamed = await touchstone("ingest", ...tables, "--run", "run-h");
  expect(unnamed).toMatchObject({ exitCode: 65, out: "" });
  const sent = await touchstone(
    ...["ingest", ...tables, "--run", "run-h", "--truth-set", "other@2", "--sample", "HG002", "--lot", "kit=K7"],
    ...["--performed-at", "2026-02-01T08:00:00Z", "--instrument", "NVQ-1", "--json"],
  );
  expect(sent).toMatchObject({ exitCode: 0, err: "" });
  expect(JSON.parse(sent.out)).toMatchObject([{ kind: "comparison", isNew: true, run: { name: "run-h" } }]);
  const { data: run } = await client.GET("/api/v1/runs/{run}", { params: { path: { run: "run-h" } } });
  expect(run).toMatchObject({
    samples: ["HG002"],
    reagentLots: [{ reagent: "kit", lot: "K7" }],
    instrument: { name: "NVQ-1" },
    performedAt: "2026-02-01T08:00:00.000Z",
    status: "succeeded",
  });
});

test("options about a record need one", async () => {
  const refused = await compare("c", "--assay", "germline");
  expect(refused).toMatchObject({ exitCode: 2, out: "" });
  expect(refused.err).toContain("--record is not given");
});

test("there are no alerts yet, and none to resolve", async () => {
  expect((await touchstone("alerts", "list", "--run", "run-a")).out).toBe("There are no such alerts.\n");
  const id = "01900000-0000-7000-8000-000000000000";
  const missing = await touchstone("alerts", "resolve", id, "--reason", "none");
  expect(missing).toMatchObject({ exitCode: 66, out: "" });
  expect((await touchstone("alerts", "resolve", id)).err).toContain("--reason missing");
});

test("each sample of a run has a comparison of its own", async () => {
  const first = await compare("r1", "--record", "run-samples", "--compared-sample", "HG002_R1");
  expect(first).toMatchObject({ exitCode: 0, err: "" });
  const files = ["metrics.json", "provenance.json"].map((name) => join(folder, `r1.${name}`));
  const second = await touchstone("ingest", ...files, "--run", "run-samples", "--compared-sample", "HG002_R2");
  expect(second).toMatchObject({ exitCode: 0, err: "" });
  const { data: run } = await client.GET("/api/v1/runs/{run}", { params: { path: { run: "run-samples" } } });
  const { data: list } = await client.GET("/api/v1/concordance", { params: { query: { runId: run?.id ?? "" } } });
  expect(list?.items.map(({ sample }) => sample?.name).sort()).toEqual(["HG002_R1", "HG002_R2"]);
});

test("whose calls were compared is of no use without a record", async () => {
  const refused = await compare("r2", "--compared-sample", "HG002_R1");
  expect(refused.exitCode).toBe(2);
  expect(refused.err).toContain("--compared-sample is about what is recorded");
});
