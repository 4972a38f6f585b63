import { createHash } from "node:crypto";
import { approveBaseline, createRuleSet, defaultRuleSet, monitor } from "@touchstone/quality";
import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  approvedBaseline,
  day,
  draftOf,
  measured,
  measuredRun,
  SIGNATURE,
  type TestControl,
  type TestValue,
} from "../../test/test-controls.ts";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import type { Verdict } from "../verdicts/schema.ts";

describe.each(databaseKinds)("judging on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;
  let director: TestCaller;
  let technologist: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read");
    technologist = await opened.person("t", "technologist");
    director = await opened.person("d", "director");
  });

  afterAll(() => opened.remove());

  /** A control that nothing else measures, with limits 100 and 10. */
  async function controlOf(name: string, rest: Partial<TestControl> = {}): Promise<TestControl> {
    const control: TestControl = { material: name, materialLot: "7", analyte: "EGFR L858R", ...rest };
    await approvedBaseline(technologist, director, draftOf(name, [{ control, mean: 100, sd: 10 }]));
    return control;
  }

  async function add(name: string, days: number, values: readonly TestValue[], rest: object = {}) {
    const answer = await pipeline.post("/measurements", { ...measuredRun(name, days, values), ...rest });
    expect(answer.statusCode, answer.body).toBeLessThan(300);
    return answer.json();
  }

  /** Verdicts on the measurements of a run, then that on the run. */
  async function verdictsOf(run: string, query: Record<string, string> = {}): Promise<Verdict[]> {
    const { id } = (await pipeline.get(`/runs/${run}`)).json();
    const { items } = (await pipeline.get("/verdicts", { query: { runId: id, ...query } })).json();
    return items.sort((a: Verdict, b: Verdict) => Number(a.about === "run") - Number(b.about === "run"));
  }

  test("a run is judged as it comes in, as quality judges it", async () => {
    const control = await controlOf("judged");
    const values = [100, 125, 126, 101];
    const verdicts: Verdict[] = [];
    for (const [index, value] of values.entries()) {
      const { verdict } = await add(`judged ${index}`, index + 1, [{ ...control, value }]);
      const [onPoint, onRun] = await verdictsOf(`judged ${index}`);
      expect(verdict).toEqual({ id: onRun.id, state: onRun.state, reason: onRun.reason, sentence: onRun.sentence });
      verdicts.push(onPoint);
    }
    const draft = draftOf("judged", [{ control, mean: 100, sd: 10 }]);
    const { runs } = monitor({
      measurements: values.map((value, index) => measured(index + 1, `judged ${index}`, control, value)),
      baselines: [approveBaseline(draft, { name: "d", at: day(0), meaning: "limits" })],
    });
    const said = verdicts.map(({ run, state, reason, score, sentence, violations, baseline, ruleSet }) => {
      return { run: run.name, state, reason, score, sentence, violations, baseline, ruleSet: ruleSet?.name };
    });
    const expected = runs.map(({ run, points: [point] }) => {
      const { state, reason, score, sentence, violations } = point;
      const baseline = expect.objectContaining({ name: "judged", version: 1 });
      return { run, state, reason, score, sentence, violations, baseline, ruleSet: defaultRuleSet.name };
    });
    expect(said).toEqual(expected);
    expect(said.map(({ state }) => state)).toEqual(["in control", "warning", "out of control", "in control"]);
  });

  test("a verdict's hash is that of what it rests on", async () => {
    const control = await controlOf("hashed", { level: "low" });
    await add("hashed 1", 1, [{ ...control, value: 125 }]);
    await add("hashed 2", 2, [{ ...control, value: 126 }]);
    const [verdict] = await verdictsOf("hashed 2");
    const { contentSha256 } = draftOf("hashed", [{ control, mean: 100, sd: 10 }]);
    const identified = (run: string, days: number, value: number) => {
      const { material, materialLot, analyte, level } = control;
      return [run, day(days), material, materialLot, analyte, level, "quantity", value, null, null];
    };
    const [first, second] = [identified("hashed 1", 1, 125), identified("hashed 2", 2, 126)];
    // 1-2s looks at the second alone, 2-2s at both.
    const inputs = [defaultRuleSet.contentSha256, contentSha256, 1, second, [[second], [first, second]]];
    expect(verdict.violations.map(({ rule }) => rule)).toEqual(["1-2s", "2-2s"]);
    expect(verdict.inputsSha256).toBe(createHash("sha256").update(JSON.stringify(inputs)).digest("hex"));
  });

  test("what is the same changes nothing, what differs is refused unless it corrects", async () => {
    const control = await controlOf("corrected");
    const request = measuredRun("corrected 1", 1, [{ ...control, value: 140 }]);
    const first = await pipeline.post("/measurements", request);
    expect([first.statusCode, first.json().verdict.state]).toEqual([201, "out of control"]);
    const again = await pipeline.post("/measurements", request);
    expect([again.statusCode, again.json()]).toEqual([200, first.json()]);
    const other = measuredRun("corrected 1", 1, [{ ...control, value: 104 }]);
    const refused = await pipeline.post("/measurements", other);
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: "TS_CONFLICT", errors: [{ pointer: "/body/measurements/0" }] });
    const corrected = await pipeline.post("/measurements", { ...other, supersede: { reason: "wrong unit" } });
    expect([corrected.statusCode, corrected.json().verdict.state]).toEqual([201, "in control"]);
    expect(corrected.json().measurements).toBe(1);
    const [now] = await verdictsOf("corrected 1");
    const { history } = (await pipeline.get(`/verdicts/${now.id}`)).json();
    expect(history.map(({ state, measurement }: Verdict) => [state, measurement?.value])).toEqual([
      ["out of control", 140],
      ["in control", 104],
    ]);
    expect(history[0].supersededAt).not.toBeNull();
    expect(history[1]).toMatchObject({ id: now.id, supersedes: history[0].id, supersededAt: null });
    expect((await pipeline.get(`/verdicts/${history[0].id}`)).json().history).toEqual(history);
    const query = { runId: corrected.json().run.id, includeSuperseded: "true" };
    const { items } = (await pipeline.get("/measurements", { query })).json();
    expect(items.map(({ value }: { value: number }) => value)).toEqual([104, 140]);
  });

  test("a run that comes late has later ones judged again, by what they were judged by", async () => {
    const control = await controlOf("late");
    await add("late 1", 1, [{ ...control, value: 125 }]);
    await add("late 3", 3, [{ ...control, value: 100 }]);
    const before = await verdictsOf("late 3");
    expect(before.map(({ state }) => state)).toEqual(["in control", "in control"]);
    await add("late 4", 4, [{ ...control, value: 125 }]);
    const [unchanged] = await verdictsOf("late 4");
    // Approved now, in effect for long: it judges what comes in from now on, and no run that was judged before.
    const second = draftOf("late again", [{ control, mean: 200, sd: 10 }]);
    await approvedBaseline(technologist, director, second);
    await add("late 2", 2, [{ ...control, value: 199 }]);
    const [late] = await verdictsOf("late 2");
    expect(late).toMatchObject({ state: "in control", baseline: { name: "late again" } });
    expect(await verdictsOf("late 3")).toEqual(before);
    expect((await verdictsOf("late 4"))[0]).toEqual(unchanged);
    await add("late 3b", 3.5, [{ ...control, value: 125 }]);
    const [again] = await verdictsOf("late 4");
    expect(again).toMatchObject({ state: "out of control", baseline: { name: "late" }, supersedes: unchanged.id });
    expect(again.sentence).toContain("Rule 2-2s across runs (rejection)");
    const { kysely } = opened.context.database;
    const audit = await kysely
      .selectFrom("audit_event")
      .select(["action", "reason"])
      .where("subject_id", "=", again.run.id)
      .where("action", "=", "run.judge again")
      .execute();
    expect(audit).toEqual([
      { action: "run.judge again", reason: "measurements of run late 3b, which lies before it, came in later" },
    ]);
  });

  test("a rejection raises an alert and holds the run; a run in control is proposed for release", async () => {
    const control = await controlOf("alerted", { analyte: "BRAF V600E" });
    await add("alerted 1", 1, [{ ...control, value: 101 }]);
    await add("alerted 2", 2, [{ ...control, value: 140 }]);
    expect((await pipeline.get("/runs/alerted 1")).json().proposedDisposition).toBe("released");
    const run = (await pipeline.get("/runs/alerted 2")).json();
    expect(run.proposedDisposition).toBe("held");
    expect(run.proposalReasons[0]).toMatch(/BRAF V600E in alerted|Of 1 controls: 1 out of control/);
    const alerts = await opened.context.database.kysely
      .selectFrom("alert")
      .select(["kind", "subject", "verdict_id"])
      .where("run_id", "=", run.id)
      .execute();
    const onRun = (await verdictsOf("alerted 2")).at(-1);
    expect(alerts).toEqual([{ kind: "immediate", subject: "BRAF V600E, no assay", verdict_id: onRun?.id }]);
  });

  test("a control that is missing makes the run not evaluable, and a second part of it evaluable", async () => {
    const controls: TestControl[] = ["EGFR L858R", "KRAS G12D"].map((analyte) => ({ material: "parts", analyte }));
    const series = controls.map((control) => ({ control, mean: 100, sd: 10 }));
    await approvedBaseline(technologist, director, draftOf("parts", series));
    const first = await add("parts 1", 1, [{ ...controls[0], value: 101 }]);
    expect(first.verdict).toMatchObject({ state: "not evaluable", reason: "control missing" });
    expect(first.verdict.sentence).toContain("KRAS G12D in parts was not measured in the run.");
    const second = await add("parts 1", 1, [{ ...controls[1], value: 99 }]);
    expect(second).toMatchObject({ measurements: 2, verdict: { state: "in control", reason: null } });
  });

  test("replicates are judged each with its own", async () => {
    const control = await controlOf("replicates");
    const both = (first: number, second: number) => [
      { ...control, value: first },
      { ...control, replicate: 2, value: second },
    ];
    await add("replicates 1", 1, both(100, 125));
    await add("replicates 2", 2, both(125, 100));
    const third = await add("replicates 3", 3, both(100, 140));
    expect(third.verdict.sentence).toBe("Of 2 controls: 1 out of control, 1 in control.");
    expect((await verdictsOf("replicates 2")).map(({ state }) => state).sort()).toEqual([
      "in control",
      "warning",
      "warning",
    ]);
  });

  test("imported measurements are kept apart: no verdict, no window", async () => {
    const control = await controlOf("imported");
    const run = { name: "imported 1", performedAt: day(1), imported: true };
    const imported = await add("imported 1", 1, [{ ...control, value: 125 }], { run });
    expect(imported).toMatchObject({ run: { isImported: true }, verdict: null });
    const next = await add("imported 2", 2, [{ ...control, value: 125 }]);
    expect(next.verdict.state).toBe("warning");
  });

  test("a baseline judges the pipeline version that it was made by, named in full or by its version alone", async () => {
    const control: TestControl = { material: "versions", analyte: "EGFR L858R" };
    const draft = (name: string, pipelineVersion: string) => {
      const { content } = draftOf(name, [{ control, mean: 100, sd: 10 }]);
      const points = content.series[0].points.map((point) => ({
        ...measured(0, point.run, control, point.value),
        time: point.time,
        pipelineVersion,
      }));
      return { name, points };
    };
    const { establishBaseline } = await import("@touchstone/quality");
    for (const [name, version] of [
      ["v1", "1.0.0"],
      ["v2", "germline 2.0.0"],
    ]) {
      const { points } = draft(name, version);
      const source = { file: "controls.csv", sha256: "0".repeat(64) };
      const options = { name: `versions ${name}`, establishedAt: day(0), source, touchstone: "0.0.0-test" };
      await approvedBaseline(technologist, director, establishBaseline(points, options));
    }
    for (const [version, expected] of [
      ["1.0.0", "versions v1"],
      ["2.0.0", "versions v2"],
      ["3.0.0", undefined],
    ] as const) {
      const run = {
        name: `versions ${version}`,
        performedAt: day(1),
        pipelineVersion: { pipeline: "germline", version },
      };
      const { verdict } = await add(run.name, 1, [{ ...control, value: 100 }], { run });
      const [onPoint] = await verdictsOf(run.name);
      expect(onPoint.baseline?.name).toBe(expected);
      expect(verdict.reason).toBe(expected === undefined ? "pipeline version" : null);
    }
  });

  test("of baselines that are named in both ways, each judges the measurements that its limits hold for", async () => {
    const { establishBaseline } = await import("@touchstone/quality");
    const controls: readonly TestControl[] = ["both A", "both B"].map((material) => ({
      material,
      analyte: "KRAS G12D",
    }));
    const approve = async (name: string, control: TestControl, pipelineVersion: string, effectiveFrom: string) => {
      const { content } = draftOf(name, [{ control, mean: 100, sd: 10 }]);
      const points = content.series[0].points.map(({ run, time, value }) => {
        return { ...measured(0, run, control, value), time, pipelineVersion };
      });
      const source = { file: "controls.csv", sha256: "0".repeat(64) };
      const options = { name, establishedAt: day(0), effectiveFrom, source, touchstone: "0.0.0-test" };
      await approvedBaseline(technologist, director, establishBaseline(points, options));
    };
    await approve("both A, by its version alone", controls[0], "5.0.0", day(0));
    await approve("both B, in full", controls[1], "germline 5.0.0", day(0));
    await approve("both A, in full", controls[0], "germline 5.0.0", day(10));
    for (const [days, ofFirst] of [
      [5, "both A, by its version alone"],
      [11, "both A, in full"],
    ] as const) {
      const name = `both ${days}`;
      const run = { name, performedAt: day(days), pipelineVersion: { pipeline: "germline", version: "5.0.0" } };
      const values = controls.map((control) => ({ ...control, value: 100 }));
      expect((await add(name, days, values, { run })).verdict.state).toBe("in control");
      const judged = (await verdictsOf(name)).flatMap(({ baseline }) => baseline?.name ?? []);
      expect(judged.sort()).toEqual([ofFirst, "both B, in full"].sort());
    }
  });

  test("what can be no measurement is refused by its place", async () => {
    const control: TestControl = { material: "refused", analyte: "EGFR L858R" };
    const refusals: [Partial<TestValue>, number, string, string][] = [
      [{ analyte: "F1" }, 422, "TS_RULE_ON_SCORE", "/body/measurements/1/analyte"],
      [{ kind: "vaf", value: 1.5 }, 422, "TS_MEASUREMENT_INVALID", "/body/measurements/1/value"],
      [{ kind: "vaf", value: 0.5, depth: 0 }, 422, "TS_MEASUREMENT_INVALID", "/body/measurements/1/depth"],
      [{ analyte: "first" }, 400, "TS_REQUEST_INVALID", "/body/measurements/1"],
    ];
    for (const [wrong, status, code, pointer] of refusals) {
      const values = [
        { ...control, analyte: "first", value: 0.1 },
        { ...control, value: 0.2, ...wrong },
      ];
      const answer = await pipeline.post("/measurements", measuredRun("refused", 1, values));
      expect([answer.statusCode, answer.json().code, answer.json().errors[0].pointer]).toEqual([status, code, pointer]);
    }
    const noAssay = {
      ...measuredRun("refused", 1, [{ ...control, value: 1 }]),
      run: { name: "refused", assay: { name: "none" } },
    };
    expect((await pipeline.post("/measurements", noAssay)).json().errors[0].pointer).toBe("/body/run/assay");
    expect((await pipeline.get("/runs/refused")).statusCode).toBe(404);
  });

  test("measurements are listed page by page, narrowed down", async () => {
    const control = await controlOf("listed", { level: "low" });
    for (let run = 1; run <= 5; run++) await add(`listed ${run}`, run, [{ ...control, value: 100 + run }]);
    const { id } = await opened.context.database.kysely
      .selectFrom("material")
      .select("id")
      .where("name", "=", "listed")
      .executeTakeFirstOrThrow();
    const query = { materialId: id, analyte: control.analyte, level: "low", measuredBefore: day(5), limit: "3" };
    const first = (await pipeline.get("/measurements", { query })).json();
    expect(first.items.map(({ value }: { value: number }) => value)).toEqual([104, 103, 102]);
    const second = (await pipeline.get("/measurements", { query: { ...query, cursor: first.next } })).json();
    expect(second.items).toMatchObject([
      { value: 101, run: { name: "listed 1" }, material: { lot: "7" }, level: "low" },
    ]);
    expect(second.next).toBeNull();
    const states = await pipeline.get("/verdicts", { query: { state: "warning", since: day(1000) } });
    expect(states.json()).toEqual({ items: [], next: null });
  });

  test("the rule set in force judges, and a new one judges only what comes after", async () => {
    const control = await controlOf("ruled");
    const document = { schema: "touchstone/rule-set/1" as const, name: "ruled", version: 1, rules: ["1-2s" as const] };
    const strict = { ...document, rules: [{ rule: "1-2s" as const, severity: "rejection" as const }] };
    await add("ruled 1", 1, [{ ...control, value: 125 }]);
    const { id } = (await technologist.post("/rule-sets", { definition: strict })).json();
    expect((await director.post(`/rule-sets/${id}/approve`, SIGNATURE)).json().isInForce).toBe(true);
    await add("ruled 2", 2, [{ ...control, value: 125 }]);
    await add("ruled 0", 0.5, [{ ...control, value: 100 }]);
    const [first] = await verdictsOf("ruled 1");
    const [second] = await verdictsOf("ruled 2");
    expect(first).toMatchObject({ state: "warning", ruleSet: { name: defaultRuleSet.name } });
    expect(second).toMatchObject({ state: "out of control", ruleSet: { id, name: "ruled", version: 1 } });
    expect(createRuleSet(strict).contentSha256).toBe((await pipeline.get(`/rule-sets/${id}`)).json().contentSha256);
    const retired = await director.post(`/rule-sets/${id}/retire`, { reason: "too strict" });
    expect(retired.json()).toMatchObject({ status: "retired", isInForce: false });
    await add("ruled 3", 3, [{ ...control, value: 100 }]);
    expect((await verdictsOf("ruled 3"))[0].ruleSet?.name).toBe(defaultRuleSet.name);
  });
});
