import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateReplicates } from "@touchstone/test-support";
import { createTestFolder, removeTestFolder } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandsOn, type Printed, type ServedFolder, serveFolder } from "./served-folder.ts";

let dataFolder: string;
let folder: string;
let prefix: string;
let touchstone: (...argv: string[]) => Promise<Printed>;

beforeAll(async () => {
  dataFolder = await createTestFolder();
  folder = mkdtempSync(join(tmpdir(), "touchstone-study-"));
  prefix = join(folder, "P");
  touchstone = commandsOn(dataFolder);
});

afterAll(() => {
  removeTestFolder(dataFolder);
  rmSync(folder, { recursive: true });
});

const files = () => ["reproducibility.json", "variants.tsv.gz", "pairs.csv"].map((suffix) => `${prefix}.${suffix}`);

test("a study of replicates is recorded as it is made, in a folder that nobody serves", async () => {
  const { replicates } = generateReplicates({ folder, seed: 4, runs: 3, variants: 60, contigs: 1 });
  const inputs = replicates.flatMap((path) => ["--replicate", path]);
  const unsaid = await touchstone("reproducibility", ...inputs, "--out", prefix, "--study", "x");
  expect(unsaid).toMatchObject({ exitCode: 2, out: "" });
  const made = await touchstone("reproducibility", ...inputs, "--out", prefix, "--threads", "1", "--record", "study");
  expect(made).toMatchObject({ exitCode: 0, err: "" });
  expect(made.out).toMatch(
    /\n\nreplicate study of run study recorded: nothing was judged\. .* run study names no assay\.\n$/,
  );
  const again = await touchstone("ingest", ...files(), "--run", "study", "--json");
  expect(again).toMatchObject({ exitCode: 0, err: "" });
  expect(JSON.parse(again.out)).toMatchObject([{ kind: "replicate study", isNew: false, state: "not evaluable" }]);
});

test("a server that holds the folder has all of it, and refuses other results of the same run", async () => {
  const served: ServedFolder = await serveFolder(dataFolder);
  try {
    const { data: list } = await served.client.GET("/api/v1/reproducibility", { params: { query: { limit: 10 } } });
    const report = JSON.parse(readFileSync(`${prefix}.reproducibility.json`, "utf8"));
    expect(list?.items).toMatchObject([
      {
        name: "study",
        run: { name: "study" },
        variants: report.variants,
        iccAgreement: report.strata[0].icc.agreement.value,
      },
    ]);
    const path = { id: list?.items[0]?.id ?? "" };
    const { data: variants } = await served.client.GET("/api/v1/reproducibility/{id}/variants", {
      params: { path, query: { limit: 500 } },
    });
    expect(variants?.items).toHaveLength(report.variants);
    expect((await touchstone("ingest", ...files(), "--run", "study")).out).toContain("was recorded before");
    const other = await touchstone("ingest", ...files(), "--run", "another");
    expect(other).toMatchObject({ exitCode: 65, out: "" });
    expect(other.err).toContain("has these results already");
    const [json = "", ...tables] = files();
    const withoutTables = await touchstone("ingest", json, "--run", "study");
    expect(withoutTables.err).toContain("study study of run study has other results");
    const second = await touchstone("ingest", json, "--run", "study", "--study", "without variants", "--json");
    expect(second.exitCode).toBe(0);
    expect(JSON.parse(second.out)).toMatchObject([{ isNew: true, run: { name: "study" } }]);
    const cut = join(folder, "cut.pairs.csv");
    writeFileSync(
      cut,
      readFileSync(tables[1] ?? "", "utf8")
        .split("\n")
        .slice(0, 2)
        .join("\n"),
    );
    const refused = await touchstone("ingest", json, cut, "--run", "cut");
    expect(refused).toMatchObject({ exitCode: 65, out: "" });
    expect(await touchstone("runs", "show", "cut")).toMatchObject({ exitCode: 66 });
  } finally {
    await served.stop();
  }
});
