import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyEvidenceBundle } from "@touchstone/evidence";
import { fileAnchorSink, loadAnchorKey, newId, toJson } from "@touchstone/store";
import { databaseKinds } from "@touchstone/test-support/databases";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import type { Caller } from "../access/caller.ts";
import { sign } from "../access/sign.ts";
import { startAnchoring } from "../audit/anchoring.ts";
import { buildServer } from "../build-server.ts";
import type { ServerContext } from "../context.ts";
import type { Server } from "../http/route-schema.ts";
import { perform } from "../writing/perform.ts";

const AT = new Date("2026-02-28T08:00:00Z");

describe.each(databaseKinds)("the evidence of a run on %s", (kind) => {
  let opened: TestServer;
  let auditor: TestCaller;
  let folder: string;
  let context: ServerContext;
  let server: Server;
  let runId: string;
  /** The bundle when there was nothing but the run. */
  let bare: Uint8Array;

  const download = async (run = runId) => {
    const answer = await server.inject({ url: `/api/v1/runs/${run}/evidence`, headers: await auditor.headers() });
    expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
    return answer;
  };

  beforeAll(async () => {
    opened = await createTestServer(kind);
    folder = mkdtempSync(join(tmpdir(), "touchstone-evidence-"));
    const key = loadAnchorKey(join(folder, "key.pem"));
    const sink = fileAnchorSink(join(folder, "anchors.jsonl"));
    const failed = (error: unknown) => expect.fail(String(error));
    const anchoring = startAnchoring(opened.context, { sink, key, failed });
    context = { ...opened.context, anchoring };
    server = await buildServer(context);
    auditor = await opened.person("auditor", "auditor");
    const pipeline = await opened.program("ingest");
    const run = await pipeline.post("/runs", {
      name: "2026-02-28 <HG002>",
      pipelineVersion: { pipeline: "germline", version: "1.4.0", revision: "a".repeat(40) },
      samples: ["HG002"],
      inputsSha256: "c".repeat(64),
      performedAt: AT.toISOString(),
    });
    runId = run.json().id;
    bare = (await download()).rawPayload;
    await addResults(context, runId);
    await pipeline.post("/runs", { name: "somebody else's run" });
    await signRun(context, auditor.principalId, runId);
    await anchoring.stop();
  });

  afterAll(async () => {
    await server.close();
    await opened.remove();
    rmSync(folder, { recursive: true });
  });

  const fileOf = (bytes: Uint8Array, name: string) => Buffer.from(unzipSync(bytes)[name] ?? []).toString("utf8");

  test("one file that holds, and that the key of the anchors vouches for", async () => {
    const answer = await download();
    expect(answer.headers).toMatchObject({
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="evidence-2026-02-28__HG002_.zip"',
      "cache-control": "no-store",
    });
    const { publicKey } = loadAnchorKey(join(folder, "key.pem"));
    const verification = verifyEvidenceBundle(answer.rawPayload, { publicKeys: [publicKey] });
    expect(verification.checks.filter(({ state }) => state !== "passed")).toEqual([]);
    expect(verification).toMatchObject({ proven: true, run: { id: runId, name: "2026-02-28 <HG002>" } });
  });

  test("a run of which nothing is known yet has evidence too", () => {
    const { publicKey } = loadAnchorKey(join(folder, "key.pem"));
    const verification = verifyEvidenceBundle(bare, { publicKeys: [publicKey] });
    expect(verification).toMatchObject({ proven: true, run: { id: runId } });
    const { rows } = JSON.parse(fileOf(bare, "audit.json"));
    expect(rows.map(({ action }: { action: string }) => action)).toContain("run.create");
  });

  test("what it holds is what the records say, superseded verdicts too", async () => {
    const { rawPayload: bytes } = await download();
    const json = (name: string) => JSON.parse(fileOf(bytes, name));
    expect(json("run.json")).toMatchObject({
      run: { id: runId, inputsSha256: "c".repeat(64), performedAt: AT.toISOString(), disposition: "held" },
      pipelineVersion: { pipeline: "germline", revision: "a".repeat(40) },
      samples: [{ name: "HG002" }],
    });
    expect(json("measurements.json")).toMatchObject({
      measurements: [{ analyte: "EGFR L858R", value: 0.0512, depth: 4000 }],
      materials: [{ name: "control", lot: "L1" }],
    });
    expect(json("verdicts.json").map(({ state }: { state: string }) => state)).toEqual([
      "not evaluable",
      "not evaluable",
    ]);
    expect(json("verdicts.json")[0].supersededAt).not.toBeNull();
    expect(json("signatures.json")).toMatchObject([
      { meaning: "reviewed", record: { kind: "run", id: runId }, content: '{"disposition":"held"}' },
    ]);
    const { rows, about, anchors } = json("audit.json");
    const told = rows.filter(({ sequence }: { sequence: number }) => about.includes(sequence));
    const actions = told.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(expect.arrayContaining(["sample.create", "run.create", "signature.create"]));
    expect(anchors.length).toBeGreaterThan(0);
    const page = fileOf(bytes, "report.html");
    expect(page).toContain("Evidence of run 2026-02-28 &lt;HG002&gt;");
    expect(page).toContain("EGFR L858R");
    expect(page).not.toContain("<script");
  });

  test("the same records give the same bytes, by id and by name; another record gives others", async () => {
    const first = (await download()).rawPayload;
    const again = (await download(encodeURIComponent("2026-02-28 <HG002>"))).rawPayload;
    expect(Buffer.compare(first, again)).toBe(0);
    await signRun(context, auditor.principalId, runId);
    expect(Buffer.compare(first, (await download()).rawPayload)).not.toBe(0);
  });

  test("of a run that is not there: none", async () => {
    const answer = await server.inject({ url: "/api/v1/runs/none/evidence", headers: await auditor.headers() });
    expect(answer.json()).toMatchObject({ code: "TS_NOT_FOUND" });
  });

  test("where nothing is anchored it holds in itself and says what is unproven", async () => {
    const answer = await auditor.get(`/runs/${runId}/evidence`);
    const verification = verifyEvidenceBundle(answer.rawPayload);
    expect(verification).toMatchObject({ holds: true, proven: false });
    const unproven = verification.checks.filter(({ state }) => state === "unproven").map(({ name }) => name);
    expect(unproven).toEqual(["seal", "anchors"]);
  });
});

/** A control measurement of the run, and a verdict on it that was superseded. */
async function addResults({ database: { kysely } }: ServerContext, runId: string): Promise<void> {
  const materialId = newId();
  await kysely.insertInto("material").values({ id: materialId, name: "control", lot: "L1", use: "control" }).execute();
  const measurementId = newId();
  await kysely
    .insertInto("measurement")
    .values({
      id: measurementId,
      run_id: runId,
      material_id: materialId,
      analyte: "EGFR L858R",
      kind: "vaf",
      value: 0.0512,
      depth: 4000,
      measured_at: AT,
    })
    .execute();
  const verdict = {
    run_id: runId,
    measurement_id: measurementId,
    state: "not evaluable",
    reason: "no baseline",
    sentence: "There is no approved baseline.",
    violations: toJson([]),
    inputs_sha256: "d".repeat(64),
    touchstone: "0.0.0-test",
  } as const;
  const first = newId();
  await kysely
    .insertInto("verdict")
    .values({ ...verdict, id: first, judged_at: AT, superseded_at: AT })
    .execute();
  const judgedAt = new Date(AT.getTime() + 1000);
  await kysely
    .insertInto("verdict")
    .values({ ...verdict, id: newId(), judged_at: judgedAt, supersedes: first })
    .execute();
}

async function signRun(context: ServerContext, principalId: string, runId: string): Promise<void> {
  const caller = { principalId, name: "auditor", printedName: "Auditor" } as Caller;
  const signer = { caller, method: "password", meaning: "reviewed", at: context.now(), proof: null } as const;
  const record = { kind: "run", id: runId, content: { disposition: "held" } };
  await perform(context, caller, ({ transaction }) => sign(transaction, signer, record));
}
