import { createHash } from "node:crypto";
import { canonicalJson } from "@touchstone/model";
import type { Disposition, RunVerdict } from "@touchstone/quality";
import { newId } from "@touchstone/store";
import { databaseKinds } from "@touchstone/test-support/databases";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleSha256 } from "../../test/example-sha256.ts";
import { createTestServer, TEST_PASSWORD, type TestCaller, type TestServer } from "../../test/test-server.ts";
import { TestVerdicts } from "../../test/test-verdicts.ts";
import { perform } from "../writing/perform.ts";
import { proposeRunDisposition } from "./propose-run-disposition.ts";
import type { DispositionSummary } from "./schema.ts";

const people = ["tess", "rita", "ron", "dora", "dan", "ada", "otto", "program"] as const;
type Who = (typeof people)[number];
const reviewers: readonly Who[] = ["rita", "ron"];
const directors: readonly Who[] = ["dora", "dan"];

function sha256Of(document: unknown): string {
  return createHash("sha256").update(canonicalJson(document)).digest("hex");
}

describe.each(databaseKinds)("dispositions on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;
  let verdicts: TestVerdicts;
  let ruleSetId: string;
  let callers: Record<Who, TestCaller>;
  let runs = 0;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read");
    verdicts = new TestVerdicts(opened.context.database.kysely);
    ruleSetId = await verdicts.ruleSet("default policies");
    callers = {
      tess: await opened.person("tess", "technologist"),
      rita: await opened.person("rita", "reviewer"),
      ron: await opened.person("ron", "reviewer", "technologist"),
      dora: await opened.person("dora", "director"),
      dan: await opened.person("dan", "director"),
      ada: await opened.person("ada", "admin"),
      otto: await opened.person("otto", "auditor"),
      program: await opened.program("read", "ingest", "review", "admin"),
    };
  });

  afterAll(() => opened.remove());

  async function newRun(status = "succeeded"): Promise<string> {
    const answer = await pipeline.post("/runs", { name: `run ${runs++}`, status });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json().id;
  }

  async function judge(runId: string, state: RunVerdict["state"]): Promise<string> {
    const id = await verdicts.onMeasurement(runId, state, { ruleSetId });
    await perform(opened.context, null, (writing) => proposeRunDisposition(writing, runId));
    return id;
  }

  async function recordOf(runId: string): Promise<{ record: object; sha256: string }> {
    return (await pipeline.get(`/runs/${runId}/disposition/record`)).json();
  }

  async function dispositionOf(runId: string): Promise<DispositionSummary> {
    const answer = await pipeline.get(`/runs/${runId}/disposition`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  }

  async function sign(runId: string, who: Who, disposition: Disposition, more: object = {}) {
    return callers[who].post(`/runs/${runId}/disposition`, {
      disposition,
      recordSha256: (await recordOf(runId)).sha256,
      signature: { meaning: "reviewed and decided", password: TEST_PASSWORD },
      ...more,
    });
  }

  test("nothing is released by itself: a run is held until somebody signs", async () => {
    const runId = await newRun();
    expect(await dispositionOf(runId)).toMatchObject({
      run: { id: runId, status: "succeeded" },
      disposition: "held",
      isReleased: false,
      reasons: ["Nobody has signed a disposition: the results are held."],
      proposal: { disposition: null, reasons: [] },
      decision: null,
      pending: null,
    });
    await judge(runId, "in control");
    expect(await dispositionOf(runId)).toMatchObject({ disposition: "held", proposal: { disposition: "released" } });
  });

  test("what policy proposes is released by one reviewer, with a signature that anybody can check", async () => {
    const runId = await newRun();
    await judge(runId, "in control");
    const { record, sha256 } = await recordOf(runId);
    expect(sha256Of(record)).toBe(sha256);
    const signed = await sign(runId, "rita", "released");
    expect(signed.statusCode, signed.body).toBe(200);
    const disposition = await dispositionOf(runId);
    expect(signed.json()).toEqual(disposition);
    expect(disposition).toMatchObject({
      disposition: "released",
      isReleased: true,
      reasons: ["All controls are in control."],
      proposalChangedSinceSigned: false,
      decision: {
        number: 1,
        status: "in force",
        isOverride: false,
        recordSha256: sha256,
        signatures: [
          {
            printedName: "rita (printed)",
            meaning: "reviewed and decided",
            method: "password",
            signedAt: "2026-03-01T09:00:00.000Z",
          },
        ],
      },
    });
    const document = {
      schema: "touchstone/disposition/1",
      disposition: "released",
      proposed: "released",
      reason: null,
      record,
    };
    expect(disposition.decision?.signatures[0].recordSha256).toBe(sha256Of(document));
    const { kysely } = opened.context.database;
    const kept = await kysely
      .selectFrom("disposition_decision")
      .innerJoin("signature", "signature.id", "signature_id")
      .select(["disposition_decision.id", "disposition", "signed_sha256", "record_content"])
      .where("run_id", "=", runId)
      .execute();
    expect(kept).toMatchObject([{ record_content: canonicalJson(document), signed_sha256: sha256Of(document) }]);
    expect((await pipeline.get(`/runs/${runId}`)).json().disposition).toBe("released");
    const events = await kysely
      .selectFrom("event")
      .select("topic")
      .where("record_id", "=", runId)
      .orderBy("number")
      .execute();
    expect(events.at(-1)?.topic).toBe("run.disposition-signed");
  });

  test("a LIMS that polls is told when nothing has changed", async () => {
    const runId = await newRun();
    const first = await pipeline.get(`/runs/${runId}/disposition`);
    const tag = String(first.headers.etag);
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
    for (const header of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const again = await pipeline.get(`/runs/${runId}/disposition`, { headers: { "if-none-match": header } });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, "", tag]);
    }
    await judge(runId, "warning");
    const changed = await pipeline.get(`/runs/${runId}/disposition`, { headers: { "if-none-match": tag } });
    expect(changed.statusCode).toBe(200);
    expect(changed.headers.etag).not.toBe(tag);
  });

  test("what is more lenient than proposed needs a reason and two people, one of them director", async () => {
    const runId = await newRun();
    await judge(runId, "out of control");
    const withoutReason = await sign(runId, "rita", "released");
    expect(withoutReason.json().errors[0].pointer).toBe("/body/reason");
    const first = await sign(runId, "rita", "released", { reason: "The control was spilt." });
    expect(first.statusCode, first.body).toBe(202);
    expect(first.json()).toMatchObject({
      isReleased: false,
      decision: null,
      pending: { status: "pending", isOverride: true, proposed: "held", reason: "The control was spilt." },
    });
    expect((await sign(runId, "rita", "released")).statusCode).toBe(403);
    const noDirector = await sign(runId, "ron", "released");
    expect([noDirector.statusCode, noDirector.json().code]).toEqual([403, "TS_FORBIDDEN"]);
    const second = await sign(runId, "dora", "released");
    expect(second.statusCode, second.body).toBe(200);
    const { decision, isReleased, reasons, pending } = second.json() as DispositionSummary;
    expect({ isReleased, pending, signers: decision?.signatures.map(({ printedName }) => printedName) }).toEqual({
      isReleased: true,
      pending: null,
      signers: ["rita (printed)", "dora (printed)"],
    });
    expect(new Set(decision?.signatures.map(({ recordSha256 }) => recordSha256)).size).toBe(1);
    expect(reasons[0]).toBe("The control was spilt.");
  });

  test("programs recorded between the two signatures void the first, and the same again nothing", async () => {
    const runId = await newRun();
    await judge(runId, "out of control");
    const reason = "The control was spilt.";
    expect((await sign(runId, "rita", "released", { reason })).statusCode).toBe(202);
    const tools = { toolVersions: [{ process: "CALL", tool: "gatk", version: "4.6" }], substitutions: [] };
    expect((await pipeline.put(`/runs/${runId}/tools`, tools)).statusCode).toBe(200);
    expect((await dispositionOf(runId)).pending).toBeNull();
    expect((await sign(runId, "dora", "released", { reason })).statusCode).toBe(202);
    expect((await pipeline.put(`/runs/${runId}/tools`, tools)).statusCode).toBe(200);
    const history = (await pipeline.get(`/runs/${runId}/disposition/history`)).json();
    const told = history.items.map(({ status, endReason }: { status: string; endReason: string | null }) => [
      status,
      endReason,
    ]);
    expect(told.sort()).toEqual([
      ["pending", null],
      ["void", "The record has changed."],
    ]);
  });

  test("a change between the two signatures voids the first", async () => {
    const runId = await newRun();
    await judge(runId, "out of control");
    const reason = "The control was spilt.";
    expect((await sign(runId, "rita", "released", { reason })).statusCode).toBe(202);
    await judge(runId, "out of control");
    expect((await dispositionOf(runId)).pending).toBeNull();
    const history = (await pipeline.get(`/runs/${runId}/disposition/history`)).json();
    expect(history.items).toMatchObject([{ number: 1, status: "void", endReason: "The record has changed." }]);
    const later = await sign(runId, "dora", "released", { reason });
    expect(later.statusCode).toBe(202);
    expect(later.json()).toMatchObject({ isReleased: false, pending: { number: 2 } });
    // A file that nobody judged is a change too.
    const file = {
      id: newId(),
      run_id: runId,
      kind: "vcf",
      uri: "x.vcf.gz",
      sha256: exampleSha256(runId),
      size_bytes: 1,
    };
    await opened.context.database.kysely.insertInto("artifact").values(file).execute();
    expect((await dispositionOf(runId)).pending).toBeNull();
    expect((await sign(runId, "rita", "released", { reason })).statusCode).toBe(202);
    expect((await sign(runId, "dora", "released")).json().isReleased).toBe(true);
  });

  test("whoever read another version of the record signs nothing", async () => {
    const runId = await newRun();
    await judge(runId, "in control");
    const { sha256 } = await recordOf(runId);
    await judge(runId, "in control");
    const refused = await sign(runId, "rita", "released", { recordSha256: sha256 });
    expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([409, "/body/recordSha256"]);
    expect(
      await opened.context.database.kysely.selectFrom("signature").selectAll().where("record_id", "=", runId).execute(),
    ).toEqual([]);
  });

  test("what was signed stays when the proposal gets worse, and somebody is told", async () => {
    const runId = await newRun();
    await judge(runId, "in control");
    await sign(runId, "rita", "released");
    await judge(runId, "out of control");
    expect(await dispositionOf(runId)).toMatchObject({
      isReleased: true,
      proposalChangedSinceSigned: true,
      reasons: ["All controls are in control."],
      proposal: { disposition: "held" },
    });
    const { kysely } = opened.context.database;
    const questioned = await kysely
      .selectFrom("event")
      .selectAll()
      .where("topic", "=", "run.release-questioned")
      .where("record_id", "=", runId)
      .execute();
    expect(questioned).toHaveLength(1);
    const recalled = await sign(runId, "ron", "held", { reason: "A control failed afterwards." });
    expect(recalled.json()).toMatchObject({
      isReleased: false,
      proposalChangedSinceSigned: false,
      decision: { number: 2 },
    });
    const { items } = (await pipeline.get(`/runs/${runId}/disposition/history`, { query: { limit: "1" } })).json();
    expect(items).toMatchObject([{ number: 2, disposition: "held", status: "in force" }]);
    const { next } = (await pipeline.get(`/runs/${runId}/disposition/history`, { query: { limit: "1" } })).json();
    const last = (await pipeline.get(`/runs/${runId}/disposition/history`, { query: { cursor: next } })).json();
    expect(last).toMatchObject({ next: null, items: [{ number: 1, status: "superseded" }] });
  });

  test("who may not sign does not, nor does anybody without their password", async () => {
    const runId = await newRun();
    await judge(runId, "in control");
    for (const who of ["tess", "ada", "otto", "program"] as const) {
      expect((await sign(runId, who, "released")).statusCode, who).toBe(403);
    }
    const signature = { meaning: "approved" };
    const without = await sign(runId, "rita", "released", { signature });
    expect(without.json().code).toBe("TS_REAUTHENTICATION_NEEDED");
    const wrong = await sign(runId, "rita", "released", {
      signature: { ...signature, password: "not the password at all" },
    });
    expect(wrong.json().code).toBe("TS_SIGN_IN_REFUSED");
    expect((await opened.nobody.get(`/runs/${runId}/disposition`)).statusCode).toBe(401);
    expect((await pipeline.get("/runs/none/disposition")).statusCode).toBe(404);
  });

  test("a run that has not succeeded is not released, by nobody", async () => {
    const runId = await newRun("running");
    await judge(runId, "in control");
    const refused = await sign(runId, "dora", "released", { reason: "I want it." });
    expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([409, "/body/disposition"]);
    const failed = await pipeline.patch(`/runs/${runId}`, { status: "failed", failure: "the disk was full" });
    expect(failed.json().proposalReasons[0]).toBe("The run is failed: only one that succeeded is released.");
    expect((await sign(runId, "rita", "repeat")).json()).toMatchObject({ disposition: "repeat", isReleased: false });
  });

  test("a repeated request is signed once", async () => {
    const runId = await newRun();
    await judge(runId, "in control");
    const headers = { "idempotency-key": `sign ${runId}`.replace(" ", "-") };
    const body = {
      disposition: "released",
      recordSha256: (await recordOf(runId)).sha256,
      signature: { meaning: "decided", password: TEST_PASSWORD },
    };
    const first = await callers.rita.post(`/runs/${runId}/disposition`, body, { headers });
    const second = await callers.rita.post(`/runs/${runId}/disposition`, body, { headers });
    expect([second.statusCode, second.json()]).toEqual([200, first.json()]);
    const { kysely } = opened.context.database;
    const signatures = kysely.selectFrom("disposition_decision").select("signature_id").where("run_id", "=", runId);
    expect(await signatures.execute()).toHaveLength(1);
  });

  /* What may happen to a run, by anybody, in any order. */
  type Step =
    | { readonly type: "judge"; readonly state: RunVerdict["state"] }
    | { readonly type: "judge anew" | "add a file" | "succeed" | "fail" }
    | {
        readonly type: "sign";
        readonly who: Who;
        readonly disposition: Disposition;
        readonly version: "current" | "one before";
        readonly reason: string | null;
        readonly hasPassword: boolean;
      };

  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant("judge" as const),
        state: fc.constantFrom<RunVerdict["state"]>("in control", "warning", "out of control", "not evaluable"),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constantFrom("judge anew" as const, "add a file" as const, "succeed" as const, "fail" as const),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        type: fc.constant("sign" as const),
        who: fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom<Who>("rita", "ron", "dora", "dan") },
          fc.constantFrom(...people),
        ),
        disposition: fc.oneof(
          { weight: 2, arbitrary: fc.constant<Disposition>("released") },
          fc.constantFrom<Disposition>("held", "rejected", "repeat"),
        ),
        version: fc.oneof(
          { weight: 6, arbitrary: fc.constant("current" as const) },
          fc.constant("one before" as const),
        ),
        reason: fc.option(fc.constantFrom("because", "I say so"), { freq: 6 }),
        hasPassword: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
      }),
    },
  );

  const signing = { type: "sign", disposition: "released", version: "current", hasPassword: true } as const;
  const releasing: readonly [boolean, Step[]][] = [
    [
      true,
      [
        { type: "judge", state: "in control" },
        { ...signing, who: "rita", reason: null },
      ],
    ],
    [
      false,
      [
        { type: "judge", state: "out of control" },
        { type: "succeed" },
        { ...signing, who: "rita", reason: "because" },
        { ...signing, who: "dora", reason: null },
      ],
    ],
    [
      true,
      [
        { type: "judge", state: "out of control" },
        { ...signing, who: "rita", reason: "because" },
        { type: "add a file" },
        { ...signing, who: "dora", reason: "because" },
        { ...signing, who: "rita", reason: null },
      ],
    ],
  ];

  test("no sequence of requests releases what did not succeed, the right people did not sign, or has changed", async () => {
    const { kysely } = opened.context.database;
    let released = 0;
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 4, maxLength: 14 }), async (hasSucceeded, steps) => {
        const runId = await newRun(hasSucceeded ? "succeeded" : "running");
        let before = (await recordOf(runId)).sha256;
        let lastDecision: string | null = null;
        for (const one of steps) {
          const { sha256: current } = await recordOf(runId);
          if (one.type === "judge") await judge(runId, one.state);
          else if (one.type === "judge anew") {
            const verdict = await kysely
              .selectFrom("verdict")
              .select("id")
              .where("run_id", "=", runId)
              .where("superseded_at", "is", null)
              .executeTakeFirst();
            if (verdict !== undefined) await verdicts.supersede(verdict.id);
            await perform(opened.context, null, (writing) => proposeRunDisposition(writing, runId));
          } else if (one.type === "add a file") {
            const id = newId();
            await kysely
              .insertInto("artifact")
              .values({ id, run_id: runId, kind: "vcf", uri: id, sha256: exampleSha256(id), size_bytes: 1 })
              .execute();
          } else if (one.type === "sign") {
            const named = one.version === "current" ? current : before;
            const answer = await callers[one.who].post(`/runs/${runId}/disposition`, {
              disposition: one.disposition,
              recordSha256: named,
              ...(one.reason === null ? {} : { reason: one.reason }),
              signature: { meaning: "decided", ...(one.hasPassword ? { password: TEST_PASSWORD } : {}) },
            });
            expect([200, 202, 400, 401, 403, 409], answer.body).toContain(answer.statusCode);
            // Whoever read another version, or does not prove who they are, signs nothing.
            if (named !== current || !one.hasPassword) expect(answer.statusCode).toBeGreaterThanOrEqual(400);
          } else await pipeline.patch(`/runs/${runId}`, { status: one.type === "succeed" ? "succeeded" : "failed" });

          const after = (await recordOf(runId)).sha256;
          if (after !== current) before = current;
          const { isReleased, decision, run, proposal } = await dispositionOf(runId);
          if (decision !== null && decision.id !== lastDecision) {
            // (c) What came into force was signed under the version that is there, and against what is proposed.
            expect(decision.recordSha256).toBe(after);
            expect(decision.proposed).toBe(proposal.disposition ?? "held");
            expect(one).toMatchObject({ type: "sign", disposition: decision.disposition, hasPassword: true });
            lastDecision = decision.id;
          }
          if (!isReleased) continue;
          released++;
          // (a)
          expect(run.status).toBe("succeeded");
          // (b)
          const kept = await kysely
            .selectFrom("disposition_decision")
            .innerJoin("signature", "signature.id", "signature_id")
            .select(["disposition_decision.id", "disposition", "record_content"])
            .where("run_id", "=", runId)
            .where("status", "=", "in force")
            .execute();
          expect(kept).toMatchObject([{ id: decision?.id, disposition: "released" }]);
          const signed = decision?.signatures ?? [];
          for (const { recordSha256 } of signed)
            expect(recordSha256).toBe(sha256Of(JSON.parse(String(kept[0].record_content))));
          const signers = signed.map(({ printedName }) => printedName.replace(" (printed)", "") as Who);
          expect([...reviewers, ...directors]).toEqual(expect.arrayContaining(signers));
          if (decision?.proposed !== "released") {
            expect(new Set(signers).size).toBe(2);
            expect(signers.some((who) => directors.includes(who))).toBe(true);
          } else expect(signers.length).toBe(1);
        }
      }),
      { numRuns: 25, examples: [...releasing] },
    );
    expect(released).toBeGreaterThanOrEqual(releasing.length); // otherwise nothing was tested
  }, 300_000);
});
