import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { metricsDocument } from "../../test/metrics-document.ts";
import { day, draftOf, measuredRun, SIGNATURE } from "../../test/test-controls.ts";
import { createTestServer, TEST_PASSWORD, type TestCaller, type TestServer } from "../../test/test-server.ts";
import type { AssayOverview, Overview } from "./schema.ts";

const CONTROL = { material: "HD829", materialLot: "7", analyte: "EGFR L858R" };

/** An assay with one control, measured weekly, and one threshold: recall of SNVs is 0.97 at least. */
function definition(name: string, version = 1): object {
  const cited = <T>(value: T) => ({ value, citation: "validation report 7" });
  return {
    schema: "touchstone/assay/1",
    name,
    version,
    materials: [
      { name: "HG002", use: "truth set" },
      { name: CONTROL.material, lot: CONTROL.materialLot, use: "control" },
    ],
    thresholds: [
      {
        score: "recall",
        variantType: "SNV",
        minimum: cited(0.97),
        observations: cited(100),
        trendHorizonDays: cited(90),
      },
    ],
    analytes: [
      {
        analyte: CONTROL.analyte,
        kind: "quantity",
        materials: [CONTROL.material],
        controlIntervalDays: cited(7),
      },
    ],
    baseline: { points: cited(20) },
    ruleSet: { name: "westgard", version: 1, rules: ["1-2s", "1-3s", "2-2s"], citation: "Westgard 1981" },
    reproducibility: { cvLimit: cited(0.15), replicates: cited(3) },
  };
}

/** Recall of 10,000 SNVs of which so many are missed. */
function missing(fn: number) {
  return metricsDocument({ SNP: { truthTp: 10_000 - fn, truthFn: fn, queryTp: 10_000 - fn, queryFp: 0 } });
}

describe.each(databaseKinds)("the overview on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;
  let author: TestCaller;
  let director: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read", "review");
    author = await opened.person("author", "reviewer");
    director = await opened.person("director", "director");
    await pipeline.post("/truth-sets", { name: "T", version: "1", reference: "GRCh38", vcfSha256: "a".repeat(64) });
  });

  afterAll(() => opened.remove());

  async function overview(): Promise<Overview> {
    const answer = await pipeline.get("/overview");
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  }

  async function lineOf(name: string): Promise<AssayOverview> {
    const line = (await overview()).assays.find(({ assay }) => assay.name === name);
    if (line === undefined) throw new Error(`no line of ${name}`);
    return line;
  }

  async function approve(name: string, version = 1, changes: object = {}): Promise<string> {
    const created = await author.post("/assays", { definition: { ...definition(name, version), ...changes } });
    expect(created.statusCode, created.body).toBe(201);
    const answer = await director.post(`/assays/${created.json().id}/approve`, SIGNATURE);
    expect(answer.statusCode, answer.body).toBe(200);
    return created.json().id;
  }

  /** A baseline of mean 100 and SD 10 for the control in an assay. */
  async function limit(name: string, assayId: string): Promise<void> {
    const document = draftOf(name, [{ control: CONTROL, mean: 100, sd: 10 }]);
    const draft = await author.post("/baselines", { document, assayId });
    expect(draft.statusCode, draft.body).toBe(201);
    const approved = await director.post(`/baselines/${draft.json().id}/approve`, SIGNATURE);
    expect(approved.statusCode, approved.body).toBe(200);
  }

  async function control(assay: string | null, run: string, days: number, value: number, more: object = {}) {
    const about = assay === null ? {} : { assay: { name: assay } };
    const answer = await pipeline.post(
      "/measurements",
      measuredRun(run, days, [{ ...CONTROL, value }], { ...about, ...more }),
    );
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  }

  async function compare(assay: string, run: string, days: number, missed: number) {
    const answer = await pipeline.post("/concordance", {
      run: { name: run, status: "succeeded", performedAt: day(days), assay: { name: assay } },
      truthSet: { name: "T", version: "1" },
      files: [{ name: "metrics.json", document: missing(missed) }],
    });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  }

  test("an assay goes from nothing judged to in control, out of control, and back", async () => {
    const assayId = await approve("panel");
    expect(await lineOf("panel")).toMatchObject({
      assay: { id: assayId, name: "panel", version: 1 },
      state: "not evaluable",
      grounds: [
        { about: "nothing judged", sentence: "No control of panel was judged yet.", run: null },
        { about: "nothing judged", sentence: "No comparison of panel with a truth set was judged yet." },
      ],
      lastControl: null,
      controlIntervalDays: 7,
      trend: { watched: 0, tooShort: 0, declines: [] },
      alerts: { count: 0, oldestOpenedAt: null, levels: [], owners: [] },
    });
    await limit("panel", assayId);
    // Day 56 is 26 February; it is 1 March, 9 in the morning.
    await control("panel", "panel 1", 56, 101);
    expect((await lineOf("panel")).state).toBe("not evaluable");
    await compare("panel", "panel 2", 57, 10);
    const well = await lineOf("panel");
    expect(well).toMatchObject({
      state: "in control",
      lastControl: { run: { name: "panel 1" }, performedAt: day(56), daysSince: 3 },
      trend: { watched: 0, tooShort: 1 },
      awaiting: { proposals: { released: 2, held: 0 }, secondSignatures: 0, notJudged: 0 },
    });
    expect(well.grounds.map(({ about, run, assayVersion }) => [about, run?.name, assayVersion])).toEqual([
      ["comparison", "panel 2", 1],
      ["controls", "panel 1", 1],
    ]);

    const { verdict } = await control("panel", "panel 3", 58, 140);
    const out = await lineOf("panel");
    expect(out).toMatchObject({
      state: "out of control",
      grounds: [{ about: "controls", state: "out of control", run: { name: "panel 3" } }, { about: "comparison" }],
      lastControl: { run: { name: "panel 3" }, daysSince: 1, by: "controls" },
      alerts: { count: 1, acknowledged: 0, levels: [{ level: 0, count: 1 }], owners: [{ person: null, count: 1 }] },
      awaiting: { proposals: { released: 2, held: 1 } },
    });
    expect(verdict.state).toBe("out of control");
    const deciding = (await pipeline.get(`/verdicts/${out.grounds[0]?.verdictId}`)).json();
    expect(deciding).toMatchObject({ run: { name: "panel 3" }, state: "out of control", about: "measurement" });
    expect(out.grounds[0]?.sentence).toBe(deciding.sentence);
    expect(out.grounds[0]?.control).toEqual({ ...CONTROL, level: null });

    await control("panel", "panel 4", 58.5, 99);
    expect(await lineOf("panel")).toMatchObject({ state: "in control", alerts: { count: 1 } });
  });

  test("the worst of several instruments decides, until it is out of use", async () => {
    const assayId = await approve("two instruments");
    await limit("two instruments", assayId);
    await compare("two instruments", "two c", 50, 10);
    await control("two instruments", "two 1", 51, 140, { instrument: "first" });
    await control("two instruments", "two 2", 52, 100, { instrument: "second" });
    expect(await lineOf("two instruments")).toMatchObject({
      state: "out of control",
      grounds: [{ instrument: "first" }, { instrument: "second" }, { instrument: null }],
      lastControl: { run: { name: "two 2" } },
    });
    const { items } = (await pipeline.get("/instruments")).json();
    const first = items.find(({ name }: { name: string }) => name === "first");
    const retired = await pipeline.patch(`/instruments/${first.id}`, { retired: true });
    expect(retired.statusCode, retired.body).toBe(200);
    expect(await lineOf("two instruments")).toMatchObject({ state: "in control" });
  });

  test("an overdue control and another version of the definition are not evaluable, failure stays failure", async () => {
    const assayId = await approve("overdue");
    await limit("overdue", assayId);
    await compare("overdue", "overdue c", 55, 10);
    await control("overdue", "overdue 1", 58, 100);
    expect((await lineOf("overdue")).state).toBe("in control");
    try {
      opened.setNow("2026-03-11T00:00:00.000Z");
      expect(await lineOf("overdue")).toMatchObject({
        state: "not evaluable",
        grounds: [
          { about: "control overdue", state: "not evaluable", control: CONTROL },
          { state: "in control" },
          { state: "in control" },
        ],
        lastControl: { daysSince: 11 },
      });
    } finally {
      opened.setNow("2026-03-01T09:00:00.000Z");
    }
    await compare("overdue", "overdue d", 58.5, 2000);
    await approve("overdue", 2);
    const line = await lineOf("overdue");
    expect(line).toMatchObject({ assay: { version: 2 }, state: "out of control" });
    expect(line.grounds.map(({ about, state, assayVersion }) => [about, state, assayVersion])).toEqual([
      ["comparison", "out of control", 1],
      ["controls", "not evaluable", 1],
    ]);
    expect(line.grounds[1]?.sentence).toMatch(/^Judged under version 1, which is no longer in force/);
    await compare("overdue", "overdue e", 58.7, 10);
    expect((await lineOf("overdue")).state).toBe("not evaluable");
    await control("overdue", "overdue f", 58.8, 100);
    expect((await lineOf("overdue")).state).toBe("in control");
  });

  test("a decline says when its line crosses the threshold, as the alert has it", async () => {
    await approve("declining");
    // Recall falls by 0.001 a day from 1 on day 0: on day 10 it is 0.99, on day 30 it is 0.97.
    for (let days = 0; days <= 10; days++) await compare("declining", `declining ${days}`, days, 10 * days);
    const { trend } = await lineOf("declining");
    expect(trend).toMatchObject({
      watched: 1,
      tooShort: 0,
      declines: [{ series: "recall of SNP against T 1", unit: "day", threshold: 0.97, isCrossed: false }],
    });
    const [decline] = trend.declines;
    expect(decline?.run?.name).toBe("declining 10");
    expect(decline?.slope).toBeCloseTo(-0.001, 12);
    expect(Math.abs(Date.parse(decline?.crossesAt ?? "") - Date.parse(day(30)))).toBeLessThan(1000);
    const alert = (await pipeline.get(`/alerts/${decline?.alertId}`)).json();
    expect(alert).toMatchObject({ kind: "predictive", assay: "declining", status: "open" });
    expect(alert.occurrences.at(-1).sentence).toBe(decline?.sentence);
  });

  test("an assay without control measurements was last controlled by its comparison with truth", async () => {
    await approve("compared", 1, { analytes: [] });
    expect((await lineOf("compared")).lastControl).toBeNull();
    await compare("compared", "compared 1", 54.2, 10);
    const line = await lineOf("compared");
    expect(line.lastControl).toMatchObject({ run: { name: "compared 1" }, daysSince: 5, by: "comparison" });
    // Day 54.2 is 4:48 of 24 February; the clock stands at 9:00 of 1 March.
    expect(line.state).toBe("in control");
  });

  test("alerts, lots and non-conformances are at their assay, with age and owner", async () => {
    const assayId = await approve("open things");
    await limit("open things", assayId);
    const lots = { reagentLots: [{ reagent: "kit", lot: "A1" }] };
    await control("open things", "open 1", 50, 140, lots);
    const { items: known } = (await pipeline.get("/reagent-lots")).json();
    const kit = known.find(({ lot }: { lot: string }) => lot === "A1");
    expect((await pipeline.patch(`/reagent-lots/${kit.id}`, { expiresOn: "2026-03-05" })).statusCode).toBe(200);
    const unused = { reagent: "kit", lot: "B2", expiresOn: "2026-02-27" };
    expect((await pipeline.post("/reagent-lots", unused)).statusCode).toBe(201);
    const { items } = (await pipeline.get("/alerts", { query: { assay: "open things" } })).json();
    const [alert] = items;
    await author.patch(`/alerts/${alert.id}/acknowledge`);
    await author.patch(`/alerts/${alert.id}/assign`, { assignedTo: director.principalId });
    const nonConformance = { title: "shift", description: "all high", severity: "major", alertIds: [alert.id] };
    expect((await author.post("/non-conformances", nonConformance)).statusCode).toBe(201);
    const line = await lineOf("open things");
    expect(line).toMatchObject({
      alerts: {
        count: 1,
        acknowledged: 1,
        oldestOpenedAt: alert.openedAt,
        owners: [{ person: { name: "director" }, count: 1 }],
      },
      nonConformances: { open: 1, oldestOpenedAt: "2026-03-01T09:00:00.000Z" },
      lots: [{ use: "reagent", name: "kit", lot: "A1", expiresOn: "2026-03-05", daysLeft: 4 }],
    });
    const { others } = await overview();
    expect(others.lots).toEqual([{ use: "reagent", name: "kit", lot: "B2", expiresOn: "2026-02-27", daysLeft: -2 }]);
  });

  test("what belongs to no assay is shown, without a state", async () => {
    const before = (await overview()).others;
    await control(null, "stray 1", 58, 140);
    await pipeline.post("/runs", { name: "stray 2", status: "succeeded", performedAt: day(58.9) });
    const draft = await author.post("/assays", { definition: definition("not in force") });
    expect(draft.statusCode, draft.body).toBe(201);
    const { others, assays } = await overview();
    expect(assays.map(({ assay }) => assay.name)).not.toContain("not in force");
    expect(others.lastRun).toMatchObject({ name: "stray 2", performedAt: day(58.9) });
    expect(others.alerts.count).toBe(before.alerts.count + 1);
    expect(others.awaiting.proposals.held).toBe(before.awaiting.proposals.held + 1);
    expect(others.awaiting.notJudged).toBe(before.awaiting.notJudged + 1);
    expect(others.awaiting.assays).toBe(before.awaiting.assays + 1);
  });

  test("what waits for a second person, and releases that are in question", async () => {
    const assayId = await approve("signed");
    await limit("signed", assayId);
    await control("signed", "signed 1", 50, 100);
    await control("signed", "signed 2", 51, 140);
    const sign = async (who: TestCaller, run: string, disposition: string, reason?: string) => {
      const { sha256 } = (await pipeline.get(`/runs/${run}/disposition/record`)).json();
      const signature = { meaning: "reviewed", password: TEST_PASSWORD };
      const body = { disposition, recordSha256: sha256, signature, ...(reason === undefined ? {} : { reason }) };
      return (await who.post(`/runs/${run}/disposition`, body)).statusCode;
    };
    const queue = async (name: string) => {
      const answer = await pipeline.get("/dispositions", { query: { queue: name, assay: "signed" } });
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.json().items.map(({ run }: { run: { name: string } }) => run.name);
    };
    expect(await queue("to sign")).toEqual(["signed 2", "signed 1"]);
    expect(await sign(author, "signed 1", "released")).toBe(200);
    expect(await sign(author, "signed 2", "released", "The control was spilt.")).toBe(202);
    expect((await lineOf("signed")).awaiting).toMatchObject({
      proposals: { released: 0, held: 0 },
      secondSignatures: 1,
      questionedReleases: 0,
    });
    expect([await queue("to sign"), await queue("second signature"), await queue("decided")]).toEqual([
      [],
      ["signed 2"],
      ["signed 1"],
    ]);
    const [waiting] = (await pipeline.get("/dispositions", { query: { queue: "second signature" } })).json().items;
    expect(waiting).toMatchObject({
      run: { name: "signed 2", proposedDisposition: "held" },
      decision: null,
      pending: {
        disposition: "released",
        reason: "The control was spilt.",
        signatures: [{ printedName: "author (printed)" }],
      },
    });
    // The control of a released run is corrected, and turns out to be far off.
    const corrected = {
      ...measuredRun("signed 1", 50, [{ ...CONTROL, value: 140 }], { assay: { name: "signed" } }),
      supersede: { reason: "wrong value" },
    };
    expect((await pipeline.post("/measurements", corrected)).statusCode).toBe(201);
    expect((await lineOf("signed")).awaiting.questionedReleases).toBe(1);
    expect(await queue("questioned")).toEqual(["signed 1"]);
    const { items } = (await pipeline.get("/dispositions", { query: { queue: "questioned" } })).json();
    expect(items).toMatchObject([
      { run: { disposition: "released", proposedDisposition: "held" }, proposalChangedSinceSigned: true },
    ]);
    expect(await sign(director, "signed 1", "held", "The control failed.")).toBe(200);
    expect([await queue("questioned"), await queue("held")]).toEqual([[], ["signed 1"]]);
    const held = (await pipeline.get("/dispositions", { query: { queue: "to sign", proposed: "released" } })).json();
    expect(
      held.items.every(({ run }: { run: { proposedDisposition: string } }) => run.proposedDisposition === "released"),
    ).toBe(true);
  });

  test("who may not read sees nothing", async () => {
    expect((await opened.nobody.get("/overview")).statusCode).toBe(401);
    expect((await opened.nobody.get("/dispositions")).statusCode).toBe(401);
  });
});
