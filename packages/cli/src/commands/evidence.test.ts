import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildEvidenceBundle, type EvidenceContent } from "@touchstone/evidence";
import { writePublicKey } from "@touchstone/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { run } from "../run.ts";

const content: EvidenceContent = {
  touchstone: "1.2.3",
  run: {
    run: { id: "one", name: "2026-01-31_HG002", status: "succeeded" },
    assay: null,
    pipelineVersion: null,
    instrument: null,
    samples: [],
    reagentLots: [],
    artifacts: [],
    tasks: [],
  },
  comparisons: { comparisons: [], truthSets: [], strata: [] },
  measurements: { measurements: [], materials: [] },
  replicateStudies: [],
  verdicts: [],
  dispositions: [],
  definitions: { baselines: [], baselineSeries: [], ruleSets: [], thresholds: [] },
  alerts: { alerts: [], occurrences: [], history: [], nonConformances: [], correctiveActions: [] },
  signatures: [],
  audit: { rows: [], about: [], anchors: [] },
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-evidence-"));
  const key = generateKeyPairSync("ed25519");
  const bundle = buildEvidenceBundle(content, key);
  writeFileSync(join(folder, "evidence.zip"), bundle);
  writePublicKey(join(folder, "key.pub"), key.publicKey);
  writePublicKey(join(folder, "other.pub"), generateKeyPairSync("ed25519").publicKey);
  const altered = Buffer.from(bundle);
  altered.write("failed   ", altered.indexOf('"succeeded"'));
  writeFileSync(join(folder, "altered.zip"), altered);
});

afterAll(() => rmSync(folder, { recursive: true }));

async function verify(file: string, ...more: string[]) {
  const environment = recordingEnvironment();
  const argv = ["evidence", "verify", join(folder, file), ...more];
  const exitCode = await run(argv, environment);
  return { exitCode, out: environment.out(), err: environment.err() };
}

test("a bundle that holds: exit code 0, and the key decides whether that is proven", async () => {
  const alone = await verify("evidence.zip");
  expect(alone).toMatchObject({ exitCode: 0, err: "" });
  expect(alone.out).toContain("unproven  seal");
  expect(alone.out).toContain("the evidence of run 2026-01-31_HG002 holds in itself");
  const proven = await verify("evidence.zip", "--key", join(folder, "key.pub"));
  expect(proven.out).toContain("holds, and the key vouches for it");
  const json = JSON.parse((await verify("evidence.zip", "--key", join(folder, "key.pub"), "--json")).out);
  expect(json).toMatchObject({ holds: true, proven: true, run: { id: "one" }, touchstone: "1.2.3" });
});

test("one that was altered, or signed by another key: exit code 1", async () => {
  const altered = await verify("altered.zip");
  expect(altered.exitCode).toBe(1);
  expect(altered.out).toContain("run.json was altered");
  expect(altered.out).toContain("does not hold");
  const other = await verify("evidence.zip", "--key", join(folder, "other.pub"));
  expect(other.exitCode).toBe(1);
  expect(other.out).toContain("none of those that were given");
});

test("a file that is not there, or no bundle", async () => {
  expect(await verify("none.zip")).toMatchObject({ exitCode: 66, out: "" });
  expect((await verify("key.pub")).out).toContain("this is no zip");
});
