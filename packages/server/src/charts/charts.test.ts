import { newId } from "@touchstone/store";
import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { approvedBaseline, day, draftOf, measuredRun, SIGNATURE, type TestControl } from "../../test/test-controls.ts";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";

/** Montgomery, Introduction to Statistical Quality Control, table 9.1: 20 of N(10, 1), then 10 of N(11, 1). */
const MONTGOMERY = [
  9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62, 10.31,
  8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
];

/** NIST/SEMATECH e-Handbook, section 6.3.2.4: target 50, SD 2.0539, lambda 0.3; measurements and their EWMA. */
const NIST = [
  [52.0, 50.6],
  [47.0, 49.52],
  [53.0, 50.56],
  [49.3, 50.18],
  [50.1, 50.16],
  [47.0, 49.21],
  [51.0, 49.75],
  [50.1, 49.85],
  [51.2, 50.26],
  [50.5, 50.33],
] as const;

describe.each(databaseKinds)("control charts on %s", (kind) => {
  let opened: TestServer;
  let program: TestCaller;
  let technologist: TestCaller;
  let director: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    program = await opened.program("ingest", "read");
    technologist = await opened.person("t", "technologist");
    director = await opened.person("d", "director");
  });

  afterAll(() => opened.remove());

  async function measure(control: TestControl, values: readonly number[], firstDay = 1): Promise<void> {
    for (const [index, value] of values.entries()) {
      const request = measuredRun(`${control.material} ${firstDay + index}`, firstDay + index, [{ ...control, value }]);
      const answer = await program.post("/measurements", request);
      expect(answer.statusCode, answer.body).toBe(201);
    }
  }

  async function chart(query: Record<string, string>) {
    const answer = await program.get("/charts/ewma-cusum", { query });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  }

  test("CUSUM is that of Montgomery's example 9.1, and goes on from before the period that is asked for", async () => {
    const control = { material: "Montgomery", materialLot: "9", analyte: "weight", level: "low" };
    await approvedBaseline(technologist, director, draftOf("montgomery", [{ control, mean: 10, sd: 1 }]));
    await measure(control, MONTGOMERY);
    const answer = await chart(control);
    expect(answer).toMatchObject({
      material: "Montgomery",
      analyte: "weight",
      level: "low",
      lambda: 0.2,
      ewmaLimit: 2.962,
      k: 0.5,
      h: 5,
    });
    expect(answer.points.length).toBe(30);
    expect(answer.points[1].lower).toBeCloseTo(1.56, 9);
    expect(answer.points[28].upper).toBeCloseTo(5.28, 9);
    const fired = answer.points.flatMap(({ run, cusumState }: { run: { name: string }; cusumState: string }) => {
      return cusumState === "fired" ? [run.name] : [];
    });
    expect(fired).toEqual(["Montgomery 29", "Montgomery 30"]);
    expect(answer.points.map(({ restarts }: { restarts: string }) => restarts)).toEqual([
      "start",
      ...Array(29).fill(null),
    ]);
    await measure({ ...control, level: "high" }, [100], 31);
    const last = await chart({ ...control, from: day(28.5) });
    expect(last.points).toEqual(answer.points.slice(28));
    const unknown = await program.get("/charts/ewma-cusum", { query: { ...control, material: "unknown" } });
    expect(unknown.statusCode).toBe(404);
  });

  test("EWMA is that of NIST's handbook; limits are those of the design asked for", async () => {
    const control = { material: "NIST", analyte: "level" };
    await approvedBaseline(technologist, director, draftOf("nist", [{ control, mean: 50, sd: 2.0539 }]));
    await measure(
      control,
      NIST.map(([value]) => value),
    );
    const { points } = await chart({ ...control, lambda: "0.3", ewmaLimit: "3" });
    expect(points.map(({ ewma }: { ewma: number }) => 50 + ewma * 2.0539)).toEqual(
      NIST.map(([, ewma]) => expect.closeTo(ewma, 1.8)),
    );
    expect(points[0].ewmaLimit).toBeCloseTo(3 * 0.3, 12);
  });

  test("charts begin anew with another baseline and after a corrective action, and pass over what is excluded", async () => {
    const control = { material: "anew", analyte: "KRAS G12D" };
    const first = await approvedBaseline(technologist, director, draftOf("anew", [{ control, mean: 100, sd: 10 }]));
    const again = draftOf("anew again", [{ control, mean: 110, sd: 10 }], { effectiveFrom: day(2.5) });
    expect((await technologist.post("/baselines", { document: again })).statusCode).toBe(201);
    const awaiting = (await program.get("/charts/levey-jennings", { query: control })).json().drafts;
    expect(awaiting).toMatchObject([{ name: "anew again", version: 1 }]);
    const second = awaiting[0].id;
    expect((await director.post(`/baselines/${second}/approve`, SIGNATURE)).statusCode).toBe(200);
    await measure(control, [110, 110, 130, 130, 130, 130]);
    const query = { ...control, lambda: "0.5" };
    const valuesOf = (points: { ewma: number; restarts: string | null }[]) =>
      points.map(({ ewma, restarts }) => [Number(ewma.toFixed(9)), restarts]);
    expect(valuesOf((await chart(query)).points)).toEqual([
      [0.5, "start"],
      [0.75, null],
      [1, "baseline"],
      [1.5, null],
      [1.75, null],
      [1.875, null],
    ]);
    const event = { kind: "corrective action", happenedAt: day(4.5), description: "new polymerase" } as const;
    expect((await technologist.post("/change-events", event)).statusCode).toBe(201);
    expect(valuesOf((await chart(query)).points).slice(3)).toEqual([
      [1.5, null],
      [1, "corrective action"],
      [1.5, null],
    ]);
    const levey = await program.get("/charts/levey-jennings", { query: control });
    const { points, limits, drafts } = levey.json();
    expect(drafts).toEqual([]);
    expect(points.map(({ baselineId }: { baselineId: string }) => baselineId)).toEqual([
      first,
      first,
      ...Array(4).fill(second),
    ]);
    expect(points[0].ruleSet).toMatchObject({ name: "westgard-multirule", version: 1 });
    expect(limits[0].period).toEqual({
      first: { run: "anew 0", time: day(-20) },
      last: { run: "anew 19", time: day(-1) },
    });
    const excluded = await director.post(`/measurements/${points[2].measurementId}/exclusion`, {
      reason: "half the input DNA pipetted",
      signature: SIGNATURE,
    });
    expect(excluded.statusCode, excluded.body).toBe(201);
    expect(valuesOf((await chart(query)).points).slice(2, 4)).toEqual([
      [0, "baseline"],
      [1, null],
    ]);
  });

  test("points that limits come from say so, and nothing else does", async () => {
    const control = { material: "own points", analyte: "KRAS G12D" };
    const document = draftOf("own points", [{ control, mean: 100, sd: 10 }]);
    const [, point] = document.content.series[0].points;
    const run = { name: point.run, performedAt: point.time, imported: true };
    const before = { ...measuredRun(point.run, -19, [{ ...control, value: point.value }]), run };
    expect((await program.post("/measurements", before)).statusCode).toBe(201);
    await measure(control, [99], -18);
    await approvedBaseline(technologist, director, document);
    // Another run, though it has the name of one that the limits come from.
    await measure(control, [101], 2);
    const { points } = (await program.get("/charts/levey-jennings", { query: control })).json();
    const shown = points.map((one: { run: { name: string }; isBaseline: boolean }) => [one.run.name, one.isBaseline]);
    expect(shown).toEqual([
      ["own points 1", true],
      ["own points -18", false],
      ["own points 2", false],
    ]);
  });

  test("the list of series has each once, in order, with its latest verdict, page by page", async () => {
    const lots = ["A", "B"].map((materialLot) => ({ material: "listed", materialLot, analyte: "EGFR L858R" }));
    await measure({ ...lots[0], level: "high" }, [1, 2]);
    await approvedBaseline(technologist, director, draftOf("listed", [{ control: lots[1], mean: 100, sd: 10 }]));
    const request = measuredRun("listed both", 3, [
      { ...lots[0], value: 99 },
      { ...lots[1], value: 200 },
      { ...lots[1], analyte: "BRAF V600E", value: 5 },
    ]);
    expect((await program.post("/measurements", request)).statusCode).toBe(201);
    const { items } = (await program.get("/charts/series", { query: { material: "listed" } })).json();
    const shown = items.map((item: Record<string, unknown>) => [item.materialLot, item.analyte, item.level]);
    expect(shown).toEqual([
      ["A", "EGFR L858R", null],
      ["A", "EGFR L858R", "high"],
      ["B", "BRAF V600E", null],
      ["B", "EGFR L858R", null],
    ]);
    expect(items[1].latest).toMatchObject({ run: { name: "listed 2" }, value: 2, state: "not evaluable" });
    expect(items[3].latest).toMatchObject({
      ...{ time: day(3), value: 200, score: expect.closeTo(10, 9), state: "out of control", reason: null },
      baseline: { name: "listed", version: 1 },
    });
    const { points } = (await program.get("/charts/levey-jennings", { query: lots[1] })).json();
    const alert = (await program.get(`/alerts/${points[0].alertId}`)).json();
    expect(alert).toMatchObject({ subject: "EGFR L858R, no assay", run: { name: "listed both" } });
    const pages: unknown[] = [];
    for (let cursor: string | undefined; ; ) {
      const query = { material: "listed", limit: "1", ...(cursor === undefined ? {} : { cursor }) };
      const page = (await program.get("/charts/series", { query })).json();
      pages.push(...page.items);
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(pages).toEqual(items);
    const one = (await program.get("/charts/series", { query: { analyte: "BRAF V600E" } })).json();
    expect(one.items).toEqual([items[2]]);
  });

  describe("an exclusion", () => {
    const control = { material: "excluded", analyte: "TP53 R175H" };
    const reason = "the control had thawed";
    let measurementId: string;

    beforeAll(async () => {
      const values = Array.from({ length: 21 }, (_, index) => (index === 4 ? 500 : 100 + ((index * 7) % 11)));
      await measure(control, values);
      const { points } = (await program.get("/charts/levey-jennings", { query: control })).json();
      measurementId = points[4].measurementId;
    });

    const exclude = (caller: TestCaller, path = "exclusion") =>
      caller.post(`/measurements/${measurementId}/${path}`, { reason, signature: SIGNATURE });
    const establish = {
      name: "after exclusion",
      materials: [{ name: control.material }],
      from: day(0),
      before: day(40),
    };

    test("is signed by a reviewer or director, never by a program", async () => {
      const token = await opened.program("ingest", "read", "review", "admin");
      expect((await exclude(token)).statusCode).toBe(403);
      expect((await exclude(technologist)).statusCode).toBe(403);
      const wrong = { reason, signature: { ...SIGNATURE, password: "wrong" } };
      expect((await director.post(`/measurements/${measurementId}/exclusion`, wrong)).statusCode).toBe(401);
      const blank = { reason: " ", signature: SIGNATURE };
      expect((await director.post(`/measurements/${measurementId}/exclusion`, blank)).statusCode).toBe(400);
      const none = await director.post(`/measurements/${newId()}/exclusion`, { reason, signature: SIGNATURE });
      expect(none.statusCode).toBe(404);
    });

    test("keeps the point on the chart, with its verdict, and out of the next baseline with who and why", async () => {
      const before = (await program.get("/charts/levey-jennings", { query: control })).json().points[4];
      const answer = await exclude(director);
      expect(answer.statusCode, answer.body).toBe(201);
      expect(answer.json()).toMatchObject({
        measurementId,
        reason,
        signature: { printedName: "d (printed)", meaning: SIGNATURE.meaning },
        withdrawal: null,
      });
      expect((await exclude(director)).json()).toMatchObject({ status: 409, code: "TS_CONFLICT" });
      const after = (await program.get("/charts/levey-jennings", { query: control })).json().points[4];
      const excluded = { exclusionId: answer.json().id, baseline: null, by: "d (printed)", reason };
      expect(after).toMatchObject({ ...before, excluded });
      const listed = (await program.get("/measurements", { query: { analyte: control.analyte, limit: "100" } })).json();
      const shown = listed.items.filter((item: { excluded: unknown }) => item.excluded !== null);
      expect(shown).toMatchObject([{ id: measurementId, excluded: { by: "d (printed)", reason } }]);
      const draft = (await technologist.post("/baselines", { establish })).json();
      expect(draft.limits).toMatchObject([{ n: 20, excluded: [{ value: 500, by: "d (printed)", reason }] }]);
      expect(draft.limits[0].mean).toBeLessThan(111);
      const trail = (await (await opened.person("a", "auditor")).get("/audit")).json();
      const events = trail.items.filter(({ action }: { action: string }) => action === "measurement.exclude");
      const event = events.find(({ subject }: { subject: { id: string } }) => subject.id === measurementId);
      expect(event).toMatchObject({ actor: "d", reason, old: '{"excluded":null}' });
      expect(JSON.parse(event.new)).toMatchObject({ run: "excluded 5", analyte: control.analyte, value: 500 });
    });

    test("that the draft's proposer gives for the same point takes its place", async () => {
      const exclusions = [{ run: "excluded 5", reason: "half the input" }];
      const draft = await technologist.post("/baselines", { establish: { ...establish, name: "of both", exclusions } });
      expect(draft.json().limits[0].excluded).toMatchObject([{ by: "t (printed)", reason: "half the input" }]);
    });

    test("is taken back by a signature, and the next baseline has the point", async () => {
      const withdrawn = await exclude(director, "exclusion/withdraw");
      expect(withdrawn.json()).toMatchObject({ withdrawal: { reason, signature: { printedName: "d (printed)" } } });
      expect((await exclude(director, "exclusion/withdraw")).statusCode).toBe(409);
      const draft = await technologist.post("/baselines", { establish: { ...establish, name: "of all" } });
      expect(draft.json().limits).toMatchObject([{ n: 21, excluded: [] }]);
      const { points } = (await program.get("/charts/levey-jennings", { query: control })).json();
      expect(points[4].excluded).toBeNull();
    });

    test("of a measurement that was corrected is refused", async () => {
      const request = {
        ...measuredRun("excluded 1", 1, [{ ...control, value: 103 }]),
        supersede: { reason: "misread" },
      };
      const first = (await program.get("/charts/levey-jennings", { query: control })).json().points[0];
      expect((await program.post("/measurements", request)).statusCode).toBe(201);
      const late = await director.post(`/measurements/${first.measurementId}/exclusion`, {
        reason,
        signature: SIGNATURE,
      });
      expect([late.statusCode, late.json().detail]).toEqual([409, expect.stringContaining("corrected")]);
    });
  });
});
