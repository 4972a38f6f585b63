import {
  approveBaseline,
  type Baseline,
  createRuleSet,
  type Measurement,
  type MonitorEvent,
  monitor,
  type RuleSet,
} from "@touchstone/quality";
import { newId } from "@touchstone/store";
import { databaseKinds } from "@touchstone/test-support/databases";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { day, draftOf, measuredRun, SIGNATURE, type TestControl, type TestValue } from "../../test/test-controls.ts";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import { insertBaseline } from "../baselines/insert-baseline.ts";
import { BASELINE_RECORD } from "../baselines/stored-baseline.ts";
import { addMeasurements } from "../measurements/add-measurements.ts";
import { perform } from "../writing/perform.ts";

type Rules = Parameters<typeof createRuleSet>[0]["rules"];
type Policies = NonNullable<Parameters<typeof createRuleSet>[0]["policies"]>;

const RULE_SETS: Readonly<Record<string, { rules: Rules; policies: Policies }>> = {
  multirule: { rules: ["1-2s", "1-3s", "2-2s", "R-4s", "4-1s", "6-x"], policies: {} },
  "within the run": { rules: ["1-2s", "1-3s", "R-4s"], policies: { missingControl: "ignore" } },
  "across materials": {
    rules: [
      "1-3s",
      { rule: "4-1s", scopes: ["across runs", "across materials"] },
      { rule: "2of3-2s", scopes: ["across runs"] },
    ],
    policies: {},
  },
  "left out": { rules: ["1-3s", "2-2s", "6-x"], policies: { rejectedRuns: "left out", countersResetBy: ["service"] } },
};

const ANALYTES = ["EGFR L858R", "KRAS G12D"];

/** What a run measured of each control, and how often; null: it did not. */
const value = fc.option(
  fc.record({
    // Doubles would nearly all lie next to 0.
    deviation: fc.integer({ min: -10, max: 10 }).map((tenths) => tenths / 10),
    lot: fc.option(fc.constantFrom("L1", "L2"), { freq: 3 }),
    replicates: fc.constantFrom(1, 1, 1, 2),
  }),
  { freq: 6 },
);
const history = fc.record({
  shift: fc.constantFrom(0, 5, 13, 26),
  scatter: fc.constantFrom(5, 13, 30),
  usesLots: fc.boolean(),
  runs: fc.array(fc.tuple(value, value, value), { minLength: 2, maxLength: 12, size: "max" }),
  events: fc.array(
    fc.record({ after: fc.nat(6), ofMaterial: fc.boolean(), kind: fc.constantFrom("corrective action", "service") }),
    { maxLength: 2 },
  ),
  seed: fc.nat(),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

interface Case {
  readonly controls: readonly TestControl[];
  readonly baseline: Baseline;
  readonly events: readonly MonitorEvent[];
  /** By run, in no order. */
  readonly runs: readonly { readonly name: string; readonly days: number; readonly values: readonly TestValue[] }[];
}

/** More days than a history has. */
const DAYS_OF_CASE = 10;

/**
 * Events of no material concern all that is measured after them, so that each case of a database lies after the ones before.
 *
 * @param number of the case.
 */
function caseOf(given: History, prefix: string, number: number): Case {
  const begin = DAYS_OF_CASE * number;
  const controls: TestControl[] = [
    { material: `${prefix} C1`, materialLot: "A", analyte: ANALYTES[0] },
    { material: `${prefix} C2`, level: "low", analyte: ANALYTES[0] },
    { material: `${prefix} C1`, materialLot: "A", analyte: ANALYTES[1] },
  ];
  const draft = draftOf(
    prefix,
    controls.map((control) => ({ control, mean: 100, sd: 10 })),
  );
  return {
    controls,
    baseline: approveBaseline(draft, { name: "d", at: day(0), meaning: "limits" }),
    events: given.events.map(({ after, ofMaterial, kind }) => ({
      time: day(begin + after + 0.75),
      kind,
      run: null,
      analyte: null,
      material: ofMaterial ? `${prefix} C1` : null,
      by: null,
      note: null,
    })),
    // Two runs a day have the same time, and are put in order by their names.
    runs: given.runs.map((points, index) => ({
      name: `${prefix} ${String(index).padStart(2, "0")}`,
      days: begin + 1 + Math.floor(index / 2),
      values: points.flatMap((point, place) => valuesOf(given, point, controls[place])),
    })),
  };
}

function valuesOf(
  { shift, scatter, usesLots }: History,
  point: History["runs"][number][number],
  control: TestControl,
): TestValue[] {
  if (point === null) return [];
  const { deviation, lot, replicates } = point;
  return Array.from({ length: replicates }, (_, replicate) => ({
    ...control,
    replicate: replicate + 1,
    value: 100 + shift + (replicate === 0 ? 1 : -1) * scatter * deviation,
    ...(usesLots && lot !== null ? { reagentLot: { reagent: "kit", lot } } : {}),
  }));
}

/** Every point's verdict by run, control and replicate, and the state of each run, from all that was measured at once. */
function expectedVerdicts({ runs, baseline, events }: Case, ruleSet: RuleSet): Map<string, unknown> {
  const expected = new Map<string, unknown>();
  for (const replicate of [1, 2]) {
    const measurements = runs.flatMap(({ name, days, values }) =>
      values.filter((one) => one.replicate === replicate).map((one) => toMeasurement(name, days, one)),
    );
    const rules: RuleSet =
      replicate === 1 ? ruleSet : { ...ruleSet, policies: { ...ruleSet.policies, missingControl: "ignore" } };
    const result = monitor({ measurements, baselines: [baseline], events, ruleSet: rules });
    for (const { run, state, points } of result.runs) {
      const states = expected.get(run) as string[] | undefined;
      expected.set(run, [...(states ?? []), state]);
      for (const { measurement, ...verdict } of points) {
        const { score, reason, sentence, violations } = verdict;
        expected.set(keyOf(run, measurement.material, measurement.analyte, replicate), {
          ...{ state: verdict.state, score, reason, sentence, violations },
          baseline: verdict.baseline?.contentSha256 ?? null,
        });
      }
    }
  }
  return expected;
}

function toMeasurement(run: string, days: number, one: TestValue): Measurement {
  const { material, materialLot = null, analyte, level = null, value: measuredValue, reagentLot } = one;
  const identity = { run, time: day(days), material, materialLot, analyte, level };
  return {
    ...identity,
    kind: "quantity",
    value: measuredValue,
    depth: null,
    instrument: null,
    reagentLot: reagentLot?.lot ?? null,
    pipelineVersion: null,
  };
}

function keyOf(run: string, material: string, analyte: string, replicate: number): string {
  return JSON.stringify([run, material, analyte, replicate]);
}

/** A run costs tens of statements. */
const RUNS = { pglite: 5, postgresql: 15 };
const TIMEOUT = 300_000;
const WEIGHT = ["in control", "warning", "not evaluable", "out of control"];

describe.each(databaseKinds)("verdicts on %s", (kind) => {
  let opened: TestServer;
  let director: TestCaller;
  let technologist: TestCaller;
  let cases = 0;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    technologist = await opened.person("t", "technologist");
    director = await opened.person("d", "director");
  });

  afterAll(() => opened.remove());

  async function approveRules(name: string, content = RULE_SETS[name]): Promise<RuleSet> {
    const definition = { schema: "touchstone/rule-set/1" as const, name, version: 1, ...content };
    const { id } = (await technologist.post("/rule-sets", { definition })).json();
    const approved = await director.post(`/rule-sets/${id}/approve`, SIGNATURE);
    expect(approved.json()).toMatchObject({ status: "approved", isInForce: true });
    return createRuleSet(definition);
  }

  /** The baseline and the events, as approving and recording them leaves them. */
  async function prepare({ baseline, events }: Case): Promise<void> {
    const caller = { principalId: technologist.principalId } as Parameters<typeof insertBaseline>[1]["proposedBy"];
    await perform(opened.context, null, async (writing) => {
      const { transaction, at } = writing;
      const { body } = await insertBaseline(writing, { baseline, assayId: null, proposedBy: caller });
      const [approval] = baseline.approvals;
      await transaction
        .insertInto("signature")
        .values({
          ...{ id: newId(), principal_id: director.principalId, printed_name: approval.name, method: "password" },
          ...{ meaning: approval.meaning, record_kind: BASELINE_RECORD, record_id: body.id },
          ...{ record_sha256: baseline.contentSha256, signed_at: approval.at },
        })
        .execute();
      await transaction
        .updateTable("baseline")
        .set({ status: "approved", approved_at: at })
        .where("id", "=", body.id)
        .execute();
      for (const { time, kind: eventKind, material } of events) {
        const found =
          material === null
            ? null
            : await transaction
                .selectFrom("material")
                .select("id")
                .where("name", "=", material)
                .executeTakeFirstOrThrow();
        await transaction
          .insertInto("change_event")
          .values({
            ...{ id: newId(), kind: eventKind as "service", happened_at: time, description: "of a test" },
            material_id: found?.id ?? null,
          })
          .execute();
      }
    });
  }

  async function add({ runs }: Case, order: readonly number[], step: (values: readonly TestValue[]) => TestValue[][]) {
    for (const place of order) {
      const { name, days, values } = runs[place];
      for (const part of step(values)) {
        if (part.length === 0) continue;
        const supersede = { reason: "corrected" };
        await perform(opened.context, null, (writing) =>
          addMeasurements(writing, { ...measuredRun(name, days, part), supersede }, "0.0.0-test"),
        );
      }
    }
  }

  async function verdictsInForce(prefix: string): Promise<Map<string, unknown>> {
    const rows = await opened.context.database.kysely
      .selectFrom("verdict")
      .innerJoin("run", "run.id", "verdict.run_id")
      .leftJoin("measurement", "measurement.id", "verdict.measurement_id")
      .leftJoin("material", "material.id", "measurement.material_id")
      .leftJoin("baseline", "baseline.id", "verdict.baseline_id")
      .select(["run.name as run", "material.name as material", "measurement.analyte", "measurement.replicate"])
      .select(["state", "verdict.reason", "score", "sentence", "violations", "baseline.content_sha256 as baseline"])
      .select("measurement.superseded_at")
      .where("run.name", "like", `${prefix} %`)
      .where("verdict.superseded_at", "is", null)
      .execute();
    const found = new Map<string, unknown>();
    for (const { run, material, analyte, replicate, superseded_at: superseded, ...verdict } of rows) {
      expect(superseded).toBeNull();
      if (material === null || analyte === null) found.set(run, verdict.state);
      else found.set(keyOf(run, material, analyte, replicate ?? 0), verdict);
    }
    return found;
  }

  function expectVerdicts(found: Map<string, unknown>, expected: Map<string, unknown>): void {
    const worst = [...expected].map(([key, one]) => [key, Array.isArray(one) ? worstOf(one) : one] as const);
    expect(new Map([...found].sort())).toEqual(new Map([...worst].sort()));
  }

  function worstOf(states: readonly string[]): string {
    return WEIGHT[Math.max(...states.map((state) => WEIGHT.indexOf(state)))];
  }

  test.each(Object.keys(RULE_SETS))(
    "are in the end those of the whole history, whatever the order in which runs come in: %s",
    async (name) => {
      const ruleSet = await approveRules(name);
      await fc.assert(
        fc.asyncProperty(history, fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }), async (given, weights) => {
          const number = cases++;
          const prefix = `${name} ${number}`;
          const prepared = caseOf(given, prefix, number);
          await prepare(prepared);
          const order = prepared.runs.map((_, index) => index).sort((a, b) => weights[a] - weights[b]);
          await add(prepared, order, (values) => {
            // Some come in two parts, some are wrong at first.
            const [first, ...rest] = values;
            if (first === undefined || given.seed % 3 === 0) return [[...values]];
            return given.seed % 3 === 1 ? [rest, [first]] : [[{ ...first, value: 103 }, ...rest], [...values]];
          });
          expectVerdicts(await verdictsInForce(prefix), expectedVerdicts(prepared, ruleSet));
        }),
        { numRuns: RUNS[kind], endOnFailure: true },
      );
    },
    TIMEOUT,
  );

  test("a late run reaches runs that measured other controls only, as far as a rule over all controls looks", async () => {
    const rules: Rules = [{ rule: "10-x", scopes: ["across materials"] }];
    const ruleSet = await approveRules("far reaching", { rules, policies: { missingControl: "ignore" } });
    const controls: readonly TestControl[] = [
      { material: "far C1", analyte: ANALYTES[0] },
      { material: "far C2", analyte: ANALYTES[0] },
    ];
    const draft = draftOf(
      "far",
      controls.map((control) => ({ control, mean: 100, sd: 10 })),
    );
    const baseline = approveBaseline(draft, { name: "d", at: day(0), meaning: "limits" });
    const [first, second] = controls;
    const runs = Array.from({ length: 12 }, (_, index) => {
      const name = `far ${String(index).padStart(2, "0")}`;
      // Above the mean from run 01 on, which is the one that comes late: run 10 is the tenth of them.
      const measuredControls = index === 0 ? controls : [index === 1 ? first : second];
      const values = measuredControls.map((control) => ({ ...control, value: index === 0 ? 96 : 104, replicate: 1 }));
      // After all events of the cases above.
      return { name, days: DAYS_OF_CASE * cases + index, values };
    });
    const prepared: Case = { controls, baseline, events: [], runs };
    await prepare(prepared);
    await add(prepared, [0, 2, 3, 4, 5, 6, 7, 8, 9, 10], (values) => [[...values]]);
    expect((await verdictsInForce("far")).get("far 10")).toBe("in control");
    await add(prepared, [1, 11], (values) => [[...values]]);
    expect((await verdictsInForce("far")).get("far 10")).toBe("out of control");
    expectVerdicts(await verdictsInForce("far"), expectedVerdicts(prepared, ruleSet));
  });
});
