import { approveBaseline, monitor } from "@touchstone/quality";
import { type Database, openDatabase, verifyAudit } from "@touchstone/store";
import { databaseKinds } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MeasuredRun } from "../src/measurements/schema.ts";
import type { Replica } from "./replica.ts";
import { sendThroughKills } from "./send-through-kills.ts";
import { approvedBaseline, day, draftOf, measured, measuredRun, type TestControl } from "./test-controls.ts";
import { createTestServer, type TestServer } from "./test-server.ts";

const RUNS = 100;
/** Acknowledged answers after which the server is killed. */
const KILLED_AFTER = [23, 61];
const CLIENTS = 6;
const PATIENCE = 30_000;

const CONTROLS: readonly TestControl[] = ["EGFR L858R", "BRAF V600E"].map((analyte) => {
  return { material: "HD200", materialLot: "7", analyte };
});
const DRAFT = draftOf(
  "controls",
  CONTROLS.map((control) => ({ control, mean: 100, sd: 10 })),
);
const nameOf = (number: number) => `run ${String(number).padStart(3, "0")}`;
const dayOf = (number: number) => 1 + number / 24;
/** Between two SD below and three above the mean, so that rules fire within runs and across them. */
const measuredValue = (number: number, control: number) => 80 + ((number * 37 + control * 17) % 51);

interface Acknowledged {
  readonly number: number;
  readonly body: MeasuredRun;
}

interface RunParts {
  readonly run: string;
  readonly measurements: number;
  readonly judged: number;
  readonly onRun: number;
  readonly audited: number;
  readonly published: number;
}

/** Of every run: its measurements, a verdict in force on each and one on the run, all of it told once. */
const WHOLE = { measurements: CONTROLS.length, judged: CONTROLS.length, onRun: 1, audited: 1, published: 1 };

async function expectWhole({ kysely }: Database, acknowledged: readonly Acknowledged[]): Promise<void> {
  const { rows } = await sql<RunParts>`
    select name as run,
      (select count(*) from measurement where run_id = run.id) as measurements,
      (select count(distinct measurement_id) from verdict
        where run_id = run.id and superseded_at is null and measurement_id is not null) as judged,
      (select count(*) from verdict where run_id = run.id and superseded_at is null and measurement_id is null) as "onRun",
      (select count(*) from audit_event where action = 'run.create' and subject_id = run.id::text) as audited,
      (select count(*) from event where topic = 'measurements.added' and record_id = run.id) as published
    from run
  `.execute(kysely);
  const broken = rows.filter(({ run: _, ...parts }) => JSON.stringify(parts) !== JSON.stringify(WHOLE));
  expect(broken).toEqual([]);
  const runs = new Set(rows.map(({ run }) => run));
  expect(acknowledged.filter(({ number, body }) => !runs.has(nameOf(number)) || body.verdict === null)).toEqual([]);
  const orphans = await sql`
    select id from verdict where superseded_at is not null
      and not exists (select from verdict later where later.supersedes = verdict.id)
  `.execute(kysely);
  expect(orphans.rows).toEqual([]);
  expect(await verifyAudit(kysely)).toMatchObject({ holds: true, finding: null });
}

/** States of all measurements, as quality judges the same runs in their order, without any server. */
function expectedStates(): string[] {
  const numbers = Array.from({ length: RUNS }, (_, number) => number);
  const measurements = numbers.flatMap((number) =>
    CONTROLS.map((control, place) => measured(dayOf(number), nameOf(number), control, measuredValue(number, place))),
  );
  const baselines = [approveBaseline(DRAFT, { name: "d", at: day(0), meaning: "limits" })];
  const { runs } = monitor({ measurements, baselines });
  return runs
    .flatMap(({ run, points }) => points.map(({ measurement: { analyte }, state }) => `${run} ${analyte}: ${state}`))
    .sort();
}

async function keptStates({ kysely }: Database): Promise<string[]> {
  const rows = await kysely
    .selectFrom("verdict")
    .innerJoin("run", "run.id", "verdict.run_id")
    .innerJoin("measurement", "measurement.id", "verdict.measurement_id")
    .select(["run.name", "measurement.analyte", "verdict.state"])
    .where("verdict.superseded_at", "is", null)
    .execute();
  return rows.map(({ name, analyte, state }) => `${name} ${analyte}: ${state}`).sort();
}

describe.each(databaseKinds)("with records on %s", (kind) => {
  let opened: TestServer;
  let headers: Record<string, string>;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    opened.setNow(new Date().toISOString());
    const [technologist, director] = [await opened.person("t", "technologist"), await opened.person("d", "director")];
    await approvedBaseline(technologist, director, DRAFT);
    const program = await opened.program("ingest", "read");
    headers = { ...(await program.headers()), "content-type": "application/json" };
    // A folder has one process at a time.
    await opened.server.close();
    await opened.context.database.close();
  });

  afterAll(() => opened.remove());

  async function add({ address }: Replica, number: number): Promise<Acknowledged> {
    const values = CONTROLS.map((control, place) => ({ ...control, value: measuredValue(number, place) }));
    const answer = await fetch(`${address}/measurements`, {
      method: "POST",
      headers,
      body: JSON.stringify(measuredRun(nameOf(number), dayOf(number), values)),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const body = (await answer.json()) as MeasuredRun;
    expect(answer.status, JSON.stringify(body)).toBeLessThan(300);
    return { number, body };
  }

  test(`a server that is killed while ${RUNS} runs are measured leaves none without its verdicts`, async () => {
    let states: string[] = [];
    const acknowledged = await sendThroughKills(opened, {
      ...{ count: RUNS, clients: CLIENTS, killedAfter: KILLED_AFTER, send: add },
      inspect: async (answers) => {
        const database = await openDatabase(opened.source);
        await expectWhole(database, answers);
        states = await keptStates(database);
        await database.close();
      },
    });
    expect(new Set(acknowledged.map(({ number }) => number)).size).toBe(RUNS);
    expect(states).toEqual(expectedStates());
    expect(new Set(states.map((state) => state.split(": ")[1])).size).toBeGreaterThan(1);
  }, 900_000);
});
