import { establishBaseline, fromScale, readBaseline } from "@touchstone/quality";
import { newId } from "@touchstone/store";
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
} from "../../test/test-controls.ts";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";

/** When the clock of a test server stands still. */
const NOW = "2026-03-01T09:00:00.000Z";

describe.each(databaseKinds)("baselines, rule sets and charts on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;
  let director: TestCaller;
  let reviewer: TestCaller;
  let technologist: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read");
    technologist = await opened.person("t", "technologist");
    director = await opened.person("d", "director");
    reviewer = await opened.person("r", "reviewer");
  });

  afterAll(() => opened.remove());

  const control: TestControl = { material: "HD200", materialLot: "7", analyte: "EGFR L858R", level: "low" };

  test("a document becomes a draft, is approved by another person, and read as a file", async () => {
    const document = draftOf("document", [{ control, mean: 100, sd: 10 }]);
    const created = await director.post("/baselines", { document });
    expect(created.statusCode, created.body).toBe(201);
    const draft = created.json();
    const [{ limits }] = document.content.series;
    expect(draft).toMatchObject({
      status: "draft",
      series: 1,
      neededApprovals: 1,
      approvals: [],
      pipelineVersion: null,
    });
    expect(draft.limits).toEqual([
      {
        material: "HD200",
        materialLot: "7",
        analyte: "EGFR L858R",
        level: "low",
        kind: "quantity",
        scale: "raw",
        excluded: [],
        n: 20,
        runs: 20,
        days: 20,
        depthRange: null,
        mean: limits.mean,
        meanInterval: limits.meanInterval,
        sd: limits.sd,
        sdInterval: limits.sdInterval,
        reason: null,
        provisional: [],
      },
    ]);
    expect((await director.post("/baselines", { document })).statusCode).toBe(200);
    const own = await director.post(`/baselines/${draft.id}/approve`, SIGNATURE);
    expect([own.statusCode, own.json().code]).toEqual([403, "TS_FORBIDDEN"]);
    const approved = await reviewer.post(`/baselines/${draft.id}/approve`, SIGNATURE);
    expect(approved.json()).toMatchObject({
      status: "approved",
      approvals: [{ printedName: "r (printed)", meaning: SIGNATURE.meaning, recordSha256: document.contentSha256 }],
    });
    const twice = await reviewer.post(`/baselines/${draft.id}/approve`, SIGNATURE);
    expect(twice.json()).toMatchObject({ code: "TS_BASELINE_INVALID" });
    const file = await pipeline.get(`/baselines/${draft.id}/document`);
    expect(readBaseline(file.body, "baseline.json")).toMatchObject({ status: "approved", content: document.content });
    const list = (await pipeline.get("/baselines", { query: { name: "document", status: "approved" } })).json();
    expect(list).toMatchObject({ items: [{ id: draft.id, name: "document", version: 1, series: 1 }], next: null });
  });

  test("an altered document is refused by its place, and a version by another content", async () => {
    const document = draftOf("altered", [{ control, mean: 100, sd: 10 }]);
    const altered = structuredClone(document);
    altered.content.series[0].points[0].value = 1000;
    const refused = await director.post("/baselines", { document: altered });
    expect(refused.json()).toMatchObject({
      code: "TS_BASELINE_INVALID",
      errors: [{ pointer: "/body/document/content" }],
    });
    expect((await director.post("/baselines", {})).json().errors[0].pointer).toBe("/body");
    await director.post("/baselines", { document });
    const other = await director.post("/baselines", { document: draftOf("altered", [{ control, mean: 90, sd: 10 }]) });
    expect([other.statusCode, other.json().code]).toEqual([409, "TS_CONFLICT"]);
  });

  test("stored measurements become a draft as quality establishes it, with exclusions that are signed with it", async () => {
    const stored = { material: "stored", analyte: "KRAS G12D" };
    const values = Array.from({ length: 22 }, (_, index) => 100 + ((index * 7) % 11));
    for (const [index, value] of values.entries()) {
      const run = { name: `stored ${index}`, performedAt: day(index), imported: index < 20 };
      const request = { ...measuredRun(run.name, index, [{ ...stored, value }]), run };
      expect((await pipeline.post("/measurements", request)).statusCode).toBe(201);
    }
    const exclusion = { run: "stored 3", reason: "the control had thawed" };
    const establish = {
      ...{ name: "stored", materials: [{ name: "stored" }], analytes: [stored.analyte], from: day(0), before: day(21) },
      exclusions: [exclusion],
    };
    const created = await technologist.post("/baselines", { establish });
    expect(created.statusCode, created.body).toBe(201);
    const expected = establishBaseline(
      values.slice(0, 21).map((value, index) => measured(index, `stored ${index}`, stored, value)),
      {
        ...{ name: "stored", establishedAt: NOW, touchstone: "0.0.0-test" },
        source: { file: "x", sha256: "0".repeat(64) },
        exclusions: [{ ...exclusion, by: "t (printed)", at: NOW }],
      },
    );
    const [{ limits }] = expected.content.series;
    expect(created.json()).toMatchObject({ version: 1, effectiveFrom: day(20), establishedAt: NOW });
    expect(created.json().limits).toMatchObject([
      {
        ...{ n: 20, mean: limits.mean, sd: limits.sd, runs: 20, days: 20, provisional: [] },
        excluded: [{ run: "stored 3", by: "t (printed)", at: NOW, reason: exclusion.reason }],
      },
    ]);
    await director.post(`/baselines/${created.json().id}/approve`, SIGNATURE);
    const next = await technologist.post("/baselines", {
      establish: { ...establish, imported: false, before: day(30) },
    });
    expect(next.json()).toMatchObject({ errors: expect.anything() });
    const second = await technologist.post("/baselines", {
      establish: { ...establish, exclusions: [], before: day(30) },
    });
    expect(second.json()).toMatchObject({ version: 2, supersedes: created.json().id, limits: [{ n: 22 }] });
    const nothing = await technologist.post("/baselines", { establish: { ...establish, analytes: ["none"] } });
    expect(nothing.json().errors[0].pointer).toBe("/body/establish");
  });

  test("a rule set that asks for two people leaves a baseline a draft until both have signed", async () => {
    const definition = `schema: touchstone/rule-set/1
name: four eyes
version: 1
rules: [1-3s]
policies: { approvals: 2 }`;
    const rules = await technologist.post("/rule-sets", { definition });
    expect(rules.statusCode, rules.body).toBe(201);
    expect((await technologist.post("/rule-sets", { definition })).json()).toEqual(rules.json());
    const { id } = rules.json();
    expect((await technologist.post(`/rule-sets/${id}/approve`, SIGNATURE)).statusCode).toBe(403);
    await director.post(`/rule-sets/${id}/approve`, SIGNATURE);
    const eyes = { material: "eyes", analyte: "BRAF V600E" };
    const document = draftOf("eyes", [{ control: eyes, mean: 100, sd: 10 }]);
    const baseline = (await technologist.post("/baselines", { document })).json();
    const once = await director.post(`/baselines/${baseline.id}/approve`, SIGNATURE);
    expect(once.json()).toMatchObject({ status: "draft", neededApprovals: 2 });
    const measure = async (run: string, days: number) => {
      const request = measuredRun(run, days, [{ ...eyes, value: 100 }]);
      return (await pipeline.post("/measurements", request)).json().verdict;
    };
    expect(await measure("eyes 1", 1)).toMatchObject({ state: "not evaluable", reason: "no baseline" });
    const both = await reviewer.post(`/baselines/${baseline.id}/approve`, SIGNATURE);
    expect(both.json()).toMatchObject({ status: "approved", approvals: [{}, {}] });
    expect((await measure("eyes 2", 2)).state).toBe("in control");
    const wrong = await technologist.post("/rule-sets", { definition: definition.replace("1-3s", "1-4s") });
    expect(wrong.json()).toMatchObject({ code: "TS_DEFINITION_INVALID" });
    expect(wrong.json().detail).toContain("definition:4, column 9");
    const other = await technologist.post("/rule-sets", { definition: definition.replace("1-3s", "1-2s") });
    expect(other.json()).toMatchObject({ code: "TS_CONFLICT", errors: [{ pointer: "/body/definition/version" }] });
    const retired = await director.post(`/rule-sets/${id}/retire`, { reason: "a test" });
    expect(retired.json().status).toBe("retired");
    const list = (await pipeline.get("/rule-sets")).json();
    expect(list.items.find(({ isInForce }: { isInForce: boolean }) => isInForce).name).toBe("westgard-multirule");
    const [standard] = list.items.filter(({ name }: { name: string }) => name === "westgard-multirule");
    expect((await director.post(`/rule-sets/${standard.id}/retire`, { reason: "a test" })).statusCode).toBe(409);
  });

  test("a retired baseline judges nothing that is measured after it, and what it judged stays", async () => {
    const retired = { material: "retired", analyte: "TP53 R175H" };
    const document = draftOf("retired", [{ control: retired, mean: 100, sd: 10 }]);
    const id = await approvedBaseline(technologist, director, document);
    const measure = async (run: string, days: number) => {
      const request = measuredRun(run, days, [{ ...retired, value: 101 }]);
      return (await pipeline.post("/measurements", request)).json().verdict;
    };
    const before = await measure("retired 1", 1);
    const answer = await director.post(`/baselines/${id}/retire`, { ...SIGNATURE, meaning: "lot used up" });
    expect(answer.json()).toMatchObject({ status: "retired", retirement: { meaning: "lot used up" } });
    expect(await measure("retired 2", 365)).toMatchObject({ state: "not evaluable", reason: "baseline retired" });
    expect((await pipeline.get(`/verdicts/${before.id}`)).json()).toMatchObject({ supersededAt: null });
    expect((await director.post(`/baselines/${id}/retire`, SIGNATURE)).statusCode).toBe(409);
    const draft = await technologist.post("/baselines", {
      document: draftOf("withdrawn", [{ control: retired, mean: 90, sd: 10 }]),
    });
    const withdrawn = await director.post(`/baselines/${draft.json().id}/retire`, SIGNATURE);
    expect(withdrawn.json()).toMatchObject({ status: "retired", approvals: [], retirement: null });
  });

  test("a chart has points with verdicts, limits with periods, exclusions, events and lots in one answer", async () => {
    const charted = { material: "charted", analyte: "IDH1 R132H", kind: "quantity" as const };
    const first = draftOf("charted", [{ control: { ...charted, materialLot: "A" }, mean: 100, sd: 10 }], {
      scaleOf: () => "log",
      exclusions: [{ run: "charted 3", by: "t", at: day(0), reason: "the control had thawed" }],
    });
    const firstId = await approvedBaseline(technologist, director, first);
    const second = draftOf("charted again", [{ control: { ...charted, materialLot: "A" }, mean: 110, sd: 10 }], {
      effectiveFrom: day(3),
    });
    const secondId = await approvedBaseline(technologist, director, second);
    const { kysely } = opened.context.database;
    const instrument = { id: newId(), name: "beside the chart" };
    await kysely.insertInto("instrument").values(instrument).execute();
    const version = { id: newId(), pipeline: "beside the chart", version: "2" };
    await kysely.insertInto("pipeline_version").values(version).execute();
    const event = { kind: "service", happened_at: day(2.5) } as const;
    await kysely
      .insertInto("change_event")
      .values([
        { ...event, id: newId(), description: "new laser" },
        // No point of the chart is of this instrument or pipeline.
        { ...event, id: newId(), description: "elsewhere", instrument_id: instrument.id },
        { ...event, id: newId(), description: "elsewhere", pipeline_version_id: version.id },
      ])
      .execute();
    const excluded = {
      ...measuredRun("charted 3", -17, [{ ...charted, materialLot: "A", value: 90 }]),
      run: { name: "charted 3", performedAt: day(-17), imported: true },
    };
    await pipeline.post("/measurements", excluded);
    const lots = ["L1", "L1", "L2", "L2"].map((lot) => ({ reagent: "kit", lot }));
    for (const [index, reagentLot] of lots.entries()) {
      const value = index === 1 ? 200 : 101;
      const request = measuredRun(`chart ${index + 1}`, index + 1, [
        { ...charted, materialLot: "A", value, reagentLot },
      ]);
      expect((await pipeline.post("/measurements", request)).statusCode).toBe(201);
    }
    const query = { material: "charted", analyte: charted.analyte };
    const answer = await pipeline.get("/charts/levey-jennings", { query });
    expect(answer.statusCode, answer.body).toBe(200);
    const chart = answer.json();
    expect(chart).toMatchObject({
      ...query,
      level: null,
      kind: "quantity",
      next: null,
      thinned: false,
      moreEvents: false,
    });
    expect(
      chart.points.map(({ run, value, state, baselineId, isImported }: Record<string, { name: string }>) => {
        return [run.name, value, state, baselineId, isImported];
      }),
    ).toEqual([
      ["charted 3", 90, null, null, true],
      ["chart 1", 101, "in control", firstId, false],
      ["chart 2", 200, "out of control", firstId, false],
      ["chart 3", 101, "in control", secondId, false],
      ["chart 4", 101, "in control", secondId, false],
    ]);
    expect(chart.points[0].excluded).toMatchObject({ baseline: { id: firstId }, reason: "the control had thawed" });
    expect(chart.points[2].violations).toMatchObject([
      { rule: "1-2s" },
      { rule: "1-3s", window: [{ run: "chart 2" }] },
    ]);
    const { mean, sd } = first.content.series[0].limits;
    expect(chart.limits).toMatchObject([
      { baseline: { id: firstId }, materialLot: "A", from: day(-1), to: day(3), scale: "log", n: 19, mean, sd },
      { baseline: { id: secondId }, from: day(3), to: null, scale: "raw", mean: 110 },
    ]);
    expect(chart.limits[0].provisional).toEqual(["19 of 20 points", "19 of 20 runs", "19 of 20 days"]);
    expect(chart.limits[0].lines[0]).toEqual({ sd: -3, value: fromScale("log", (mean ?? 0) - 3 * (sd ?? 0)) });
    expect(chart.events).toMatchObject([{ kind: "service", time: day(2.5), description: "new laser" }]);
    expect(chart.lots).toMatchObject([
      { of: "material", lot: "A", from: day(-17), to: day(4), points: 5 },
      { of: "reagent", name: "kit", lot: "L1", from: day(1), to: day(2), points: 2 },
      { of: "reagent", name: "kit", lot: "L2", from: day(3), to: day(4), points: 2 },
    ]);
    const latest = (await pipeline.get("/charts/levey-jennings", { query: { ...query, limit: "2" } })).json();
    expect(latest.points).toEqual(chart.points.slice(3));
    const rest = (await pipeline.get("/charts/levey-jennings", { query: { ...query, cursor: latest.next } })).json();
    expect(rest.points).toEqual(chart.points.slice(0, 3));
    const period = { ...query, from: day(1), before: day(3) };
    const some = (await pipeline.get("/charts/levey-jennings", { query: period })).json();
    expect(some.points).toEqual(chart.points.slice(1, 3));
    expect((await pipeline.get("/charts/levey-jennings", { query: { ...query, material: "x" } })).statusCode).toBe(404);
  });
});
