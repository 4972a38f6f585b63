import { wilsonInterval } from "@touchstone/statistics";
import { databaseKinds } from "@touchstone/test-support/databases";
import { compareGeneratedReplicates } from "@touchstone/test-support/replicates";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareIngesting } from "../../../test/ingested.ts";
import { metricsDocument } from "../../../test/metrics-document.ts";
import { SIGNATURE } from "../../../test/test-controls.ts";
import { createTestServer, type TestCaller, type TestServer } from "../../../test/test-server.ts";
import { gatherValidationReport } from "./gather-validation-report.ts";

const VERSION = { pipeline: "germline", version: "1.4.0", revision: "a".repeat(40) };
const INPUTS = "c".repeat(64);

describe.each(databaseKinds)("the validation of a pipeline version on %s", (kind) => {
  let opened: TestServer;
  let program: TestCaller;
  let pipelineVersionId: string;

  const gather = (query: { performedFrom?: string; performedBefore?: string } = {}) =>
    gatherValidationReport(
      opened.context.database.kysely,
      { assay: "germline", pipelineVersionId, ...query },
      { touchstone: "0.0.0-test", now: new Date("2026-02-01T00:00:00Z") },
    );

  async function made(caller: TestCaller, path: string, body: object, status = 201) {
    const answer = await caller.post(path, body);
    expect(answer.statusCode, answer.body).toBe(status);
    return answer.json();
  }

  /** The comparisons of the version under the assay, as the API lists them. */
  async function listed(): Promise<{ id: string; run: { name: string } }[]> {
    const { items } = (await program.get("/concordance", { query: { pipelineVersionId } })).json();
    return items.filter(({ assay }: { assay: unknown }) => assay !== null);
  }

  function compared(name: string, truthFn: number, rest: object = {}) {
    const good = { truthTp: 9990, truthFn: 10, queryTp: 9990, queryFp: 5 };
    const indel = { truthTp: 1000 - truthFn, truthFn, queryTp: 1000 - truthFn, queryFp: 1 };
    return made(program, "/concordance", {
      run: {
        ...{ name, status: "succeeded", performedAt: "2026-01-05T00:00:00Z", pipelineVersion: VERSION },
        ...{ assay: { name: "germline" }, inputsSha256: INPUTS, ...rest },
      },
      truthSet: { name: "T", version: "1" },
      files: [{ name: "metrics.json", document: metricsDocument({ SNP: good, INDEL: indel }) }],
    });
  }

  beforeAll(async () => {
    opened = await createTestServer(kind);
    await prepareIngesting(opened);
    program = await opened.program("ingest", "read", "review");
    const reviewer = await opened.person("proposer", "reviewer");
    const director = await opened.person("another director", "director");
    // What a release asks for: .985 by the interval, beside .99 by the estimate in routine.
    const release = { assay: { name: "germline" }, score: "recall", stage: "release", observations: 100 };
    for (const [variantType, minimum] of [
      ["INDEL", 0.985],
      ["SNV", 0.99],
    ]) {
      const draft = await made(reviewer, "/thresholds", { ...release, variantType, minimum, citation: "protocol 3" });
      await made(director, `/thresholds/${draft.id}/approve`, SIGNATURE, 200);
    }
    const first = await compared("validation 1", 8);
    pipelineVersionId = first.pipelineVersion.id;
    await compared("validation 2", 9);
    await compared("of no assay", 9, { assay: undefined });
    await compared("of another version", 9, { pipelineVersion: { pipeline: "germline", version: "1.5.0" } });
    const files = await compareGeneratedReplicates({ seed: 6, runs: 3, variants: 60, noise: 0.02, depth: 80 });
    await made(program, "/reproducibility", {
      run: "validation 1",
      name: "replicates",
      files: [{ name: "x.reproducibility.json", document: JSON.parse(String(files.get("reproducibility.json"))) }],
    });
  });

  afterAll(() => opened.remove());

  test("has the runs of this version under this assay, and says how many others there are", async () => {
    const { runs, otherRuns, assay, pipelineVersion } = await gather();
    expect(runs.map(({ name }) => name)).toEqual(["validation 1", "validation 2"]);
    expect(runs[0]).toMatchObject({ inputsSha256: INPUTS, status: "succeeded" });
    expect(otherRuns).toBe(1);
    expect(assay).toMatchObject({ name: "germline", version: 1, status: "approved", obstacles: [] });
    expect(assay.approval).toMatchObject({ printedName: "director (printed)", meaning: "reviewed and approved" });
    expect(pipelineVersion).toMatchObject(VERSION);
  });

  test("is of the runs of a time where one is named", async () => {
    const later = await gather({ performedFrom: "2026-01-06T00:00:00Z" });
    expect(later).toMatchObject({ runs: [], comparisons: [], studies: [], otherRuns: 3 });
    const until = await gather({ performedFrom: "2026-01-05T00:00:00Z", performedBefore: "2026-01-05T00:00:01Z" });
    expect([until.runs.length, until.otherRuns]).toEqual([2, 1]);
    expect((await gather({ performedBefore: "2026-01-05T00:00:00Z" })).runs).toEqual([]);
  });

  test("has truth sets by their hashes, and scores as the API has them", async () => {
    const { truthSets, comparisons } = await gather();
    expect(truthSets).toMatchObject([{ name: "T", version: "1", vcfSha256: "a".repeat(64), regionsSha256: null }]);
    const [first] = await listed();
    const { items } = (await program.get(`/concordance/${first?.id}/strata`)).json();
    expect(comparisons.find(({ run }) => run.name === first?.run.name)?.scores).toEqual(items);
    expect(comparisons[0]?.notAssessed).toEqual([]);
  });

  test("criteria of routine stand as they were recorded", async () => {
    const { criteria } = await gather();
    const routine = criteria.filter(({ stage }) => stage === "routine");
    expect(routine).toHaveLength(6);
    for (const { id, run } of await listed()) {
      const { verdicts } = (await program.get(`/concordance/${id}`)).json();
      const sentences = routine.flatMap(({ outcomes }) => outcomes).filter((outcome) => outcome.run === run.name);
      expect(new Set(sentences.map(({ sentence }) => sentence))).toEqual(
        new Set(verdicts.map(({ sentence }: { sentence: string }) => sentence)),
      );
    }
    expect(routine.every(({ state, citation }) => state === "in control" && citation !== null)).toBe(true);
  });

  test("criteria of a release are judged by the interval", async () => {
    const [indel, snv] = (await gather()).criteria;
    // 991 and 992 of 1000 are above .99, and their lower bounds below .985.
    expect(wilsonInterval(991, 1000)?.[0]).toBeLessThan(0.985);
    expect(indel).toMatchObject({ stage: "release", score: "recall", records: "INDEL", state: "not evaluable" });
    expect(indel?.outcomes.map(({ state, reason }) => [state, reason])).toContainEqual([
      "not evaluable",
      "the interval holds the minimum",
    ]);
    expect(snv).toMatchObject({ stage: "release", records: "SNP", state: "in control" });
  });

  test("has the study that was recorded with a run, with its verdict", async () => {
    const { studies } = await gather();
    expect(studies).toMatchObject([{ name: "replicates", run: "validation 1", replicates: 3 }]);
    expect(studies[0]?.verdict?.state).toBeDefined();
    expect(studies[0]?.strata[0]?.icc).toBeGreaterThan(0);
  });

  test("comes as a page; what is not there is refused", async () => {
    const ask = (query: Record<string, string>) => program.get("/reports/validation", { query });
    const page = await ask({ assay: "germline", pipelineVersionId });
    expect(page.statusCode, page.body.slice(0, 300)).toBe(200);
    expect(page.headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.body).toContain("acceptance criteria: 7 met, 1 not evaluable, of 8");
    expect(page.body).toContain("no part of this: 1 run of this pipeline version");
    const nobody = "00000000-0000-7000-8000-000000000000";
    expect((await ask({ assay: "none", pipelineVersionId })).statusCode).toBe(404);
    expect((await ask({ assay: "germline", version: "7", pipelineVersionId })).statusCode).toBe(404);
    expect((await ask({ assay: "germline", pipelineVersionId: nobody })).statusCode).toBe(404);
  });
});
