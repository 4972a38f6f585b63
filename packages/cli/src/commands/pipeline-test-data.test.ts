import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SHARED_PIECE_DATA, sharedDataAvailable, sharedPiece } from "@touchstone/test-support";
import { afterAll, expect, test } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { run } from "../run.ts";

const folder = mkdtempSync(join(tmpdir(), "touchstone-test-data-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function testData(...more: string[]) {
  const environment = recordingEnvironment();
  const exitCode = await run(["pipeline", "test-data", ...more], environment);
  return { exitCode, out: environment.out(), err: environment.err() };
}

test("simulates a run's input, and prints where it is", async () => {
  const made = join(folder, "made");
  const { exitCode, out } = await testData(made, "--no-annotation", "--depth", "1", "--replicates", "3", "--json");
  expect(exitCode).toBe(0);
  const paths = JSON.parse(out);
  expect(paths).toMatchObject({ folder: made, dropped: 0, annotationCache: null });
  for (const key of ["samplesheet", "swappedSamplesheet", "parameters", "truth", "reference", "assay"]) {
    expect(existsSync(paths[key])).toBe(true);
  }
  expect(readFileSync(paths.samplesheet, "utf8").trim().split("\n")).toHaveLength(7);
  const check = ["assay", "check", paths.assay, "--fail-on", "unapprovable"];
  expect(await run(check, recordingEnvironment())).toBe(0);
});

test.skipIf(!sharedDataAvailable(SHARED_PIECE_DATA))("takes a piece of a reference and the truth of it", async () => {
  const { reference, truth } = sharedPiece();
  const { exitCode, out } = await testData(
    ...[join(folder, "piece"), "--no-annotation", "--depth", "1", "--replicates", "1"],
    ...["--reference", reference, "--truth", truth, "--region", "chr20:740001-940000"],
  );
  expect(exitCode).toBe(0);
  expect(out).toContain(`samplesheet  ${join(folder, "piece", "samplesheet.csv")}`);
  expect(readFileSync(join(folder, "piece", "reference.fa"), "utf8")).toMatch(/^>chr20_740001_940000\n/);
});

test.each([
  ["a reference without a region", ["--reference", "ref.fa", "--truth", "truth.vcf.gz"], /given together/, 2],
  ["a seed that is none", ["--seed", "1.5"], /whole number/, 2],
  ["a depth of 0", ["--depth", "0"], /above 0/, 2],
  ["a reference that is not there", ["--reference", "no.fa", "--truth", "no.vcf", "--region", "1:1-900"], /no\.fa/, 66],
])("%s", async (_, options, message, code) => {
  const { exitCode, err } = await testData(join(folder, "refused"), "--no-annotation", ...options);
  expect(err).toMatch(message);
  expect(exitCode).toBe(code);
});
