import { proposeDisposition, type RunVerdict, worstVerdict } from "@touchstone/quality";
import { newId, toJson } from "@touchstone/store";
import { databaseKinds } from "@touchstone/test-support/databases";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleSha256 } from "../../test/example-sha256.ts";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import { TestVerdicts } from "../../test/test-verdicts.ts";
import { perform } from "../writing/perform.ts";
import { proposeRunDisposition } from "./propose-run-disposition.ts";

type State = RunVerdict["state"];

describe.each(databaseKinds)("proposed dispositions on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;
  let verdicts: TestVerdicts;
  let ruleSetId: string;
  let runs = 0;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read");
    verdicts = new TestVerdicts(opened.context.database.kysely);
    ruleSetId = await verdicts.ruleSet("default policies");
  });

  afterAll(() => opened.remove());

  async function newRun(request: object = {}): Promise<string> {
    const answer = await pipeline.post("/runs", { name: `run ${runs++}`, status: "succeeded", ...request });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json().id;
  }

  async function propose(runId: string) {
    await perform(opened.context, null, (writing) => proposeRunDisposition(writing, runId));
    const { proposedDisposition, proposalReasons, disposition, revision } = (
      await pipeline.get(`/runs/${runId}`)
    ).json();
    expect(disposition).toBe("held");
    return { proposed: proposedDisposition, reasons: proposalReasons as string[], revision };
  }

  test("nothing judged is held, and says so", async () => {
    const { proposed, reasons } = await propose(await newRun());
    expect({ proposed, reasons }).toEqual({ proposed: "held", reasons: ["No control of the run was judged."] });
  });

  test("nothing judged is held whatever the policy says of what cannot be evaluated", async () => {
    const runId = await newRun();
    const lax = await verdicts.ruleSet("lax", { dispositions: { notEvaluable: "released" } });
    await verdicts.onMeasurement(runId, "not evaluable", { ruleSetId: lax, reason: "baseline period" });
    expect(await propose(runId)).toMatchObject({
      proposed: "held",
      reasons: ["No control of the run was judged: its measurements made the baseline."],
    });
    await verdicts.onMeasurement(runId, "not evaluable", { ruleSetId: lax });
    expect((await propose(runId)).proposed).toBe("released");
  });

  test("is what quality proposes for the verdicts in force, whatever was superseded", async () => {
    const anyState = fc.constantFrom<State>("in control", "warning", "out of control", "not evaluable");
    const examples = fc.array(fc.record({ state: anyState, isSuperseded: fc.boolean() }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(examples, fc.option(anyState), async (onMeasurements, onRun) => {
        const runId = await newRun();
        const inForce: State[] = onRun === null ? [] : [onRun];
        if (onRun !== null) await verdicts.onRun(runId, onRun);
        for (const { state, isSuperseded } of onMeasurements) {
          const id = await verdicts.onMeasurement(runId, state, { ruleSetId });
          if (isSuperseded) await verdicts.supersede(id);
          else inForce.push(state);
        }
        const expected = proposeDisposition(worstVerdict(inForce), [], {
          dispositions: { outOfControl: "held", notEvaluable: "held", warning: "released" },
        });
        const { proposed, reasons } = await propose(runId);
        expect(proposed).toBe(expected.disposition);
        const order = ["out of control.", "not evaluable.", "warning."];
        const ranks = reasons.map((reason) => order.findIndex((end) => reason.endsWith(end)));
        expect(ranks).toEqual(ranks.toSorted());
        if (inForce.length > 0)
          expect(proposed === "held").toBe(inForce.some((state) => state.startsWith("o") || state.startsWith("n")));
      }),
      { numRuns: 25 },
    );
  });

  test("by the rule set that judged, and by the strictest of several", async () => {
    const strict = await verdicts.ruleSet("strict", { dispositions: { outOfControl: "rejected", warning: "repeat" } });
    const warned = await newRun();
    await verdicts.onMeasurement(warned, "warning", { ruleSetId });
    expect((await propose(warned)).proposed).toBe("released");
    await verdicts.onMeasurement(warned, "in control", { ruleSetId: strict });
    expect((await propose(warned)).proposed).toBe("repeat");
    await verdicts.onMeasurement(warned, "out of control", { ruleSetId });
    expect((await propose(warned)).proposed).toBe("rejected");
  });

  test("a run that has not succeeded is not proposed for release", async () => {
    const runId = await newRun({ status: "running" });
    await verdicts.onMeasurement(runId, "in control", { ruleSetId });
    expect(await propose(runId)).toMatchObject({
      proposed: "held",
      reasons: ["The run is running: only one that succeeded is released."],
    });
    await pipeline.patch(`/runs/${runId}`, { status: "succeeded" });
    expect((await propose(runId)).proposed).toBe("released");
  });

  test("of very many concerns some are told and the others counted", async () => {
    const runId = await newRun();
    for (let n = 0; n < 53; n++) await verdicts.onMeasurement(runId, "warning", { ruleSetId });
    const last = await verdicts.onMeasurement(runId, "out of control", { ruleSetId });
    const { reasons } = await propose(runId);
    expect(reasons).toHaveLength(51);
    expect([reasons[0], reasons.at(-1)]).toEqual([`${last} is out of control.`, "4 more verdicts are not in control."]);
  });

  test("the sum of a run follows what it sums up, and precedes what weighs less", async () => {
    const runId = await newRun();
    const warning = await verdicts.onMeasurement(runId, "warning", { ruleSetId });
    const whole = await verdicts.onRun(runId, "not evaluable");
    const single = await verdicts.onMeasurement(runId, "not evaluable", { ruleSetId });
    expect((await propose(runId)).reasons).toEqual([
      `${single} is not evaluable.`,
      `${whole} is not evaluable.`,
      `${warning} is warning.`,
    ]);
  });

  test("where no rule set judged, by that of the approved assay, and not by that of a draft", async () => {
    const { kysely } = opened.context.database;
    for (const [name, approved, expected] of [
      ["draft", null, "held"],
      ["approved", new Date(), "repeat"],
    ] as const) {
      const ruleSet = { name, version: 1, rules: ["1-3s"], policies: { dispositions: { notEvaluable: "repeat" } } };
      const assay = {
        id: newId(),
        name,
        version: 1,
        content_sha256: exampleSha256(name),
        document: toJson({ ruleSet }),
      };
      const state = approved === null ? {} : ({ status: "approved", approved_at: approved } as const);
      await kysely
        .insertInto("assay")
        .values({ ...assay, ...state })
        .execute();
      const runId = await newRun({ assay: { name, version: 1 } });
      expect((await propose(runId)).proposed).toBe(expected);
    }
  });

  test("is written, recorded and told when it changes, and only then", async () => {
    const runId = await newRun();
    await verdicts.onMeasurement(runId, "in control", { ruleSetId });
    const first = await propose(runId);
    const second = await propose(runId);
    expect(second).toEqual(first);
    const { kysely } = opened.context.database;
    const events = await kysely
      .selectFrom("event")
      .selectAll()
      .where("record_id", "=", runId)
      .orderBy("number")
      .execute();
    expect(events.map(({ topic }) => topic)).toEqual(["run.created", "run.disposition-proposed"]);
    expect(events[1].payload).toMatchObject({ proposedDisposition: "released", disposition: "held" });
    const audit = await kysely.selectFrom("audit_event").select("action").where("subject_id", "=", runId).execute();
    expect(audit.map(({ action }) => action)).toEqual(["run.create", "run.propose disposition"]);
  });
});
