import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingPipelinePrograms, SHARED_PIECE_DATA, sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { createTestFolder, removeTestFolder } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedFolder, serveFolder } from "../served-folder.ts";

const MAIN = join(import.meta.dirname, "../../src/main.ts");
const isMissing =
  missingPipelinePrograms(["nextflow", "multiqc"]).length > 0 || !sharedDataAvailable(SHARED_PIECE_DATA);

describe.skipIf(isMissing)("touchstone run benchmark", () => {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-run-benchmark-"));
  const shared = (name: string) => sharedData(join(SHARED_PIECE_DATA, name));
  let records: string;

  beforeAll(async () => {
    records = await createTestFolder();
    copyFileSync(shared("reference.fa"), join(folder, "reference.fa"));
    writeFileSync(join(folder, "half.bed"), "chr20\t0\t500000\n");
    const truth = shared("truth.vcf.gz");
    const sets = { whole: { version: "1", vcf: truth }, half: { version: "1", vcf: truth, regions: "half.bed" } };
    writeFileSync(join(folder, "params.json"), JSON.stringify({ fasta: "reference.fa", truth_sets: sets }));
    const rows = Object.keys(sets).flatMap((set) => [
      `HG002,assembly,${shared("query.vcf.gz")},${set}`,
      `HG002,second,${shared("second-caller.vcf.gz")},${set}`,
    ]);
    writeFileSync(join(folder, "sheet.csv"), `${["sample,caller,vcf,truth_set", ...rows].join("\n")}\n`);
  });

  afterAll(() => {
    removeTestFolder(records);
    rmSync(folder, { recursive: true });
  });

  async function withServer<T>(work: (served: ServedFolder) => Promise<T>): Promise<T> {
    const served = await serveFolder(records);
    try {
      return await work(served);
    } finally {
      await served.stop();
    }
  }

  function touchstone(...argv: string[]) {
    const given = ["--conditions=@touchstone/source", MAIN, ...argv];
    const { status, stdout, stderr } = spawnSync(process.execPath, given, { cwd: folder, encoding: "utf8" });
    return { status, stdout, stderr };
  }

  it("records a comparison of each call set with each truth set, under the caller's own name", async () => {
    const sheet = ["--input", "sheet.csv", "--params-file", "params.json"];
    const { status, stderr } = touchstone("run", "benchmark", ...sheet, "--name", "b1", "--data", records);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    await withServer(async ({ client }) => {
      const { data: run } = await client.GET("/api/v1/runs/{run}", { params: { path: { run: "b1" } } });
      expect(run).toMatchObject({
        status: "succeeded",
        samples: ["HG002.assembly", "HG002.second"],
      });
      const { data } = await client.GET("/api/v1/concordance", { params: { query: { limit: 100 } } });
      const compared = data?.items
        .filter((one) => one.run.name === "b1")
        .map(({ sample, truthSet }) => `${sample?.name} ${truthSet?.name}`)
        .sort();
      expect(compared).toEqual([
        "HG002.assembly half",
        "HG002.assembly whole",
        "HG002.second half",
        "HG002.second whole",
      ]);
    });
  });

  it("refuses a sheet that cannot be used, and starts nothing", () => {
    writeFileSync(join(folder, "wrong.csv"), "sample,caller,vcf,truth_set\nHG002,a,gone.vcf.gz,none\n");
    const sheet = ["--input", "wrong.csv", "--params-file", "params.json"];
    const { status, stderr } = touchstone("run", "benchmark", ...sheet, "--name", "b2", "--data", records);
    expect(stderr).toContain("wrong.csv:2, column 3 (vcf): there is no file");
    expect(stderr).toContain(
      "column 4 (truth_set): 'none' is not among the parameter truth_sets: there are whole, half",
    );
    expect(status).toBe(65);
  });
});
