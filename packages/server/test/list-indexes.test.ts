import { BaselineIndex, createRuleSet, defaultRuleSet, type RuleSet } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { migrate, newId, toJson } from "@touchstone/store";
import { expectIndexed, fillLargeDatabase, largeDatabaseRows, largeRecordId } from "@touchstone/test-support";
import { createTestDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import { type Compilable, type Kysely, type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { alertListQuery } from "../src/alerts/list-alerts.ts";
import { artifactListQuery } from "../src/artifacts/list-artifacts.ts";
import { auditListQuery } from "../src/audit/list-audit-events.ts";
import { changeEventListQuery } from "../src/change-events/list-change-events.ts";
import { comparisonListQuery } from "../src/concordance/list-comparisons.ts";
import { pointListQuery } from "../src/concordance/list-points.ts";
import { stratumListQuery } from "../src/concordance/list-strata.ts";
import { summaryQuery, thresholdCountsQuery } from "../src/concordance/summarise.ts";
import { deliveryListQuery } from "../src/deliveries/list-deliveries.ts";
import { decisionListQuery } from "../src/dispositions/queries.ts";
import { controlSchedulesQuery } from "../src/due/find-overdue-controls.ts";
import { eventsQuery } from "../src/events/read-events.ts";
import { basesQuery, laterRunsQuery } from "../src/judging/later-runs.ts";
import { lastChangeQuery, lastRunsQuery } from "../src/judging/score-segment.ts";
import { measurementListQuery } from "../src/measurements/list-measurements.ts";
import { latestStudyQuery, studyListQuery } from "../src/reproducibility/list-studies.ts";
import { sessionsQuery } from "../src/sessions/list-sessions.ts";
import { taskListQuery } from "../src/tasks/list-tasks.ts";
import { timelineKinds } from "../src/timeline/schema.ts";
import { timelineQuery } from "../src/timeline/timeline-query.ts";

type Query = (kysely: Kysely<Tables>) => Compilable;

const limit = 50;
/** A run with tasks, files, measurements and verdicts. */
const runWithAll = largeRecordId("run", 99_990);
/** A place in the middle of a list by time. */
const cursor = cursorOf("2024-01-15T08:00:00.000Z", "ffffffff-ffff-ffff-ffff-ffffffffffff");

function cursorOf(...keyset: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keyset)).toString("base64url");
}

const tasks: Record<string, Query> = {
  "of a run": (kysely) => taskListQuery(kysely, runWithAll, { limit }),
  "after one that was seen": (kysely) => taskListQuery(kysely, runWithAll, { limit, cursor: cursorOf(3) }),
  "that failed": (kysely) => taskListQuery(kysely, runWithAll, { limit, status: "failed" }),
  "of a process": (kysely) => taskListQuery(kysely, runWithAll, { limit, process: "ALIGN", cursor: cursorOf(3) }),
};

const artifacts: Record<string, Query> = {
  "of a run": (kysely) => artifactListQuery(kysely, runWithAll, { limit }),
  "of a run, after one that was seen": (kysely) => artifactListQuery(kysely, runWithAll, { limit, cursor }),
  "of a kind": (kysely) => artifactListQuery(kysely, runWithAll, { limit, kind: "vcf" }),
};

const comparison = largeRecordId("comparison", 19_000);
const newest = { limit, superseded: false, sort: "-performedAt" } as const;
const comparisons: Record<string, Query> = {
  "of all": (kysely) => comparisonListQuery(kysely, newest),
  "after one that was seen, forwards": (kysely) =>
    comparisonListQuery(kysely, { ...newest, sort: "performedAt", cursor }),
  "of a run": (kysely) => comparisonListQuery(kysely, { ...newest, runId: largeRecordId("run", 99_000) }),
  "of an assay": (kysely) => comparisonListQuery(kysely, { ...newest, assayId: largeRecordId("assay", 3), cursor }),
  "of a truth set": (kysely) =>
    comparisonListQuery(kysely, { ...newest, truthSetId: largeRecordId("truth_set", 2), cursor }),
  "of a pipeline version": (kysely) =>
    comparisonListQuery(kysely, { ...newest, pipelineVersionId: largeRecordId("pipeline_version", 2) }),
  "of an assay and a truth set that never meet": (kysely) =>
    comparisonListQuery(kysely, {
      ...newest,
      assayId: largeRecordId("assay", 3),
      truthSetId: largeRecordId("truth_set", 1),
    }),
  "rows of one": (kysely) => stratumListQuery(kysely, comparison, { limit }),
  "rows of one, of a stratum": (kysely) => stratumListQuery(kysely, comparison, { limit, stratum: "stratum-3" }),
  "rows of one, after one that was seen": (kysely) =>
    stratumListQuery(kysely, comparison, { limit, cursor: cursorOf("INDEL", "*", "stratum-3", "PASS") }),
  "points of one": (kysely) => pointListQuery(kysely, comparison, { limit, cursor: cursorOf("INDEL", "PASS", 7) }),
};

const studies: Record<string, Query> = {
  "of all": (kysely) => studyListQuery(kysely, newest),
  "after one that was seen, forwards": (kysely) => studyListQuery(kysely, { ...newest, sort: "performedAt", cursor }),
  "of a run": (kysely) => studyListQuery(kysely, { ...newest, runId: largeRecordId("run", 99_000) }),
  "of a run, superseded ones too": (kysely) =>
    studyListQuery(kysely, { ...newest, runId: largeRecordId("run", 99_000), superseded: true }),
  "of an assay": (kysely) => studyListQuery(kysely, { ...newest, assayId: largeRecordId("assay", 6), cursor }),
  "of a sample": (kysely) => studyListQuery(kysely, { ...newest, sampleId: largeRecordId("sample", 700) }),
  "of some days": (kysely) =>
    studyListQuery(kysely, {
      ...newest,
      performedFrom: "2024-01-01T00:00:00Z",
      performedBefore: "2024-01-03T00:00:00Z",
    }),
  "the last of an assay": (kysely) => latestStudyQuery(kysely, largeRecordId("assay", 6)),
  "the last of an assay that has none": (kysely) => latestStudyQuery(kysely, largeRecordId("assay", 9)),
};

const lastMeasured = { limit, includeSuperseded: false } as const;
const measurements: Record<string, Query> = {
  "of all": (kysely) => measurementListQuery(kysely, lastMeasured),
  "of a run": (kysely) => measurementListQuery(kysely, { ...lastMeasured, runId: runWithAll }),
  "of a run, corrected ones too": (kysely) =>
    measurementListQuery(kysely, { limit, runId: runWithAll, includeSuperseded: true }),
  "of a lot of a reagent": (kysely) =>
    measurementListQuery(kysely, { ...lastMeasured, reagentLotId: largeRecordId("reagent_lot", 7) }),
  "of a lot of a reagent, after one that was seen": (kysely) =>
    measurementListQuery(kysely, { ...lastMeasured, reagentLotId: largeRecordId("reagent_lot", 150), cursor }),
  "of an instrument": (kysely) =>
    measurementListQuery(kysely, { ...lastMeasured, instrumentId: largeRecordId("instrument", 3) }),
  "of an instrument, after one that was seen": (kysely) =>
    measurementListQuery(kysely, { ...lastMeasured, instrumentId: largeRecordId("instrument", 3), cursor }),
  "of an instrument and a lot": (kysely) =>
    measurementListQuery(kysely, {
      ...lastMeasured,
      instrumentId: largeRecordId("instrument", 3),
      reagentLotId: largeRecordId("reagent_lot", 7),
    }),
  "of an instrument on some days": (kysely) =>
    measurementListQuery(kysely, {
      ...lastMeasured,
      instrumentId: largeRecordId("instrument", 3),
      measuredFrom: "2024-01-01T00:00:00Z",
      measuredBefore: "2024-01-03T00:00:00Z",
    }),
  "of a material": (kysely) =>
    measurementListQuery(kysely, { ...lastMeasured, materialId: largeRecordId("material", 5), cursor }),
  "of a material and analyte": (kysely) =>
    measurementListQuery(kysely, {
      ...lastMeasured,
      materialId: largeRecordId("material", 5),
      analyte: "analyte-1",
      cursor,
    }),
};

/** What comparison 19,001 has in common with others. */
const group = {
  assay_id: largeRecordId("assay", 6),
  truth_set_id: largeRecordId("truth_set", 2),
  pipeline_version_id: largeRecordId("pipeline_version", 38),
  format: "touchstone",
} as const;
const scores = 2 * largeDatabaseRows.comparison;

/** What reads many rows by its nature: each score once, from indexes alone. (All comparisons are read for one of all.) */
const summaries: Record<string, readonly [rows: number, query: (kysely: Kysely<Tables>) => Compilable]> = {
  "of an assay": [scores, (kysely) => compilable(summaryQuery({ limit, assayId: largeRecordId("assay", 3) }), kysely)],
  "of a year": [scores, (kysely) => compilable(summaryQuery({ limit, performedFrom: "2025-07-01T00:00:00Z" }), kysely)],
  "by what the runs after one were judged, of all that were judged": [
    40_000,
    (kysely) => compilable(basesQuery(new Date("2024-08-05T01:20:00.000Z")), kysely),
  ],
  "runs that pass and fail": [2600, (kysely) => compilable(thresholdCountsQuery({ limit }, [group]), kysely)],
};

function compilable(query: RawBuilder<unknown>, kysely: Kysely<Tables>): Compilable {
  return { compile: () => query.compile(kysely) };
}

const timeline: Record<string, Query> = {
  "of all kinds": (kysely) => timelineQuery(kysely, runWithAll, { limit, sort: "at" }),
  "backwards, after one that was seen": (kysely) => timelineQuery(kysely, runWithAll, { limit, sort: "-at", cursor }),
  ...Object.fromEntries(
    timelineKinds.map((kind): [string, Query] => [
      `of ${kind}`,
      (kysely) => timelineQuery(kysely, runWithAll, { limit, sort: "at", kind: [kind] }),
    ]),
  ),
};

const alerts: Record<string, Query> = {
  all: (kysely) => alertListQuery(kysely, { limit }),
  "after one that was seen": (kysely) => alertListQuery(kysely, { limit, cursor }),
  open: (kysely) => alertListQuery(kysely, { limit, status: "open" }),
  "resolved, after one that was seen": (kysely) => alertListQuery(kysely, { limit, cursor, status: "resolved" }),
  "of a kind": (kysely) => alertListQuery(kysely, { limit, kind: "reproducibility" }),
  "of a level": (kysely) => alertListQuery(kysely, { limit, level: 2 }),
  "of a run": (kysely) => alertListQuery(kysely, { limit, runId: largeRecordId("run", 5000) }),
  "of an assay": (kysely) => alertListQuery(kysely, { limit, assay: "assay-3" }),
  "given to somebody": (kysely) => alertListQuery(kysely, { limit, assignedTo: largeRecordId("principal", 2) }),
  since: (kysely) => alertListQuery(kysely, { limit, since: "2026-06-01T00:00:00Z" }),
};

const changeEvents: Record<string, Query> = {
  all: (kysely) => changeEventListQuery(kysely, { limit }),
  "after one that was seen": (kysely) => changeEventListQuery(kysely, { limit, cursor }),
  "of a kind": (kysely) => changeEventListQuery(kysely, { limit, kind: "corrective action" }),
  "of an assay": (kysely) => changeEventListQuery(kysely, { limit, assayId: largeRecordId("assay", 3) }),
  "of an instrument": (kysely) => changeEventListQuery(kysely, { limit, instrumentId: largeRecordId("instrument", 3) }),
  "of some days": (kysely) =>
    changeEventListQuery(kysely, {
      limit,
      happenedFrom: "2024-01-01T00:00:00Z",
      happenedBefore: "2024-01-03T00:00:00Z",
    }),
};

const decisions: Record<string, Query> = {
  "of a run": (kysely) => decisionListQuery(kysely, largeRecordId("run", 5000), { limit }),
  "of a run, after one that was seen": (kysely) =>
    decisionListQuery(kysely, largeRecordId("run", 5000), { limit, cursor: cursorOf(3) }),
};

const auditCursor = cursorOf("2026-01-15T08:00:00.000Z", 25_000);
const auditTrail: Record<string, Query> = {
  all: (kysely) => auditListQuery(kysely, { limit }),
  "after one that was seen": (kysely) => auditListQuery(kysely, { limit, cursor: auditCursor }),
  "of a record": (kysely) =>
    auditListQuery(kysely, { limit, subjectKind: "run", subjectId: largeRecordId("run", 5000) }),
  "of a kind of record": (kysely) => auditListQuery(kysely, { limit, subjectKind: "run", cursor: auditCursor }),
  "of a kind of which there is none": (kysely) => auditListQuery(kysely, { limit, subjectKind: "none" }),
  "of somebody": (kysely) => auditListQuery(kysely, { limit, actor: "person-3", cursor: auditCursor }),
  "of nobody": (kysely) => auditListQuery(kysely, { limit, actor: "nobody" }),
  "of an action": (kysely) => auditListQuery(kysely, { limit, action: "run.disposition" }),
  "of an action that nobody took": (kysely) => auditListQuery(kysely, { limit, action: "none" }),
  "of a time": (kysely) => auditListQuery(kysely, { limit, from: "2020-01-01T00:00:00Z", cursor: auditCursor }),
  "of a time in which nothing was done": (kysely) =>
    auditListQuery(kysely, { limit, from: "2000-01-01T00:00:00Z", before: "2001-01-01T00:00:00Z", actor: "person-3" }),
};

const sessions: Record<string, Query> = {
  "of somebody": (kysely) =>
    sessionsQuery(kysely, { limit, principalId: largeRecordId("principal", 2), cursor }, new Date()),
};

const deliveries: Record<string, Query> = {
  all: (kysely) => deliveryListQuery(kysely, { limit }),
  "after one that was seen": (kysely) => deliveryListQuery(kysely, { limit, cursor }),
  "given up, which are few": (kysely) => deliveryListQuery(kysely, { limit, status: "dead" }),
  "of a webhook": (kysely) => deliveryListQuery(kysely, { limit, webhookId: largeRecordId("webhook", 1), cursor }),
  "of a webhook, given up": (kysely) =>
    deliveryListQuery(kysely, { limit, webhookId: largeRecordId("webhook", 1), status: "dead" }),
  "of an address, waiting": (kysely) =>
    deliveryListQuery(kysely, {
      limit,
      mailSubscriptionId: largeRecordId("mail_subscription", 1),
      status: "pending",
    }),
};

/** The series of comparison 19,001. */
const series = {
  assayId: group.assay_id,
  truthSetId: group.truth_set_id,
  pipelineVersionId: group.pipeline_version_id,
  instrumentId: largeRecordId("instrument", 6),
  format: group.format,
} as const;
const trends: Record<string, Query> = {
  "the last runs of a series": (kysely) => lastRunsQuery(kysely, series, null, limit),
  "the last runs of a series since a change": (kysely) =>
    lastRunsQuery(kysely, series, new Date("2026-01-01T00:00:00Z"), limit),
  "the last change of a series": (kysely) =>
    compilable(lastChangeQuery(series, { material: "control-1", pipeline: "germline" }, new Date()), kysely),
  "the last change on an instrument that was never changed": (kysely) =>
    compilable(
      lastChangeQuery({ ...series, instrumentId: null }, { material: null, pipeline: null }, new Date()),
      kysely,
    ),
};

/** A run with judged ones after it, of which every sixth measured the same control. */
const lateRun = { name: "run-70000", time: new Date("2023-08-23T20:00:00.000Z") };
const changed = [{ materialId: largeRecordId("material", 5), analyte: "analyte-1", level: null }].map((control) => ({
  ...{ id: largeRecordId("measurement", 209_998), runId: largeRecordId("run", 70_000), time: lateRun.time, ...control },
  ...{ replicate: 1, kind: "vaf" as const, value: 0.3, depth: null, reagentLotId: null, pipelineVersionId: null },
  supersedes: null,
}));
const judgedBy = (ruleSet: RuleSet) => {
  const record = { ruleSetId: largeRecordId("rule_set", 2), baselineIds: [largeRecordId("baseline", 1)] };
  return { ...record, changeEventsUntil: 7, ruleSet, baselines: new BaselineIndex([]), baselineIdOf: new Map() };
};
const overAnalyte = createRuleSet({
  schema: "touchstone/rule-set/1",
  name: "over all controls",
  version: 1,
  rules: [{ rule: "4-1s", scopes: ["across materials"] }],
});
const laterRuns: Record<string, Query> = {
  "and by what they were judged, of the last days": (kysely) =>
    compilable(basesQuery(new Date("2026-06-28T00:00:00Z")), kysely),
  "that measured the control": (kysely) =>
    compilable(
      laterRunsQuery({ run: lateRun, changed, bases: [judgedBy(defaultRuleSet)], after: null, count: 5 }),
      kysely,
    ),
  "that measured the analyte": (kysely) =>
    compilable(
      laterRunsQuery({ run: lateRun, changed, bases: [judgedBy(overAnalyte)], after: lateRun.time, count: 5 }),
      kysely,
    ),
};

const events: Record<string, Query> = {
  "after a number": (kysely) => compilable(eventsQuery(15_000, limit), kysely),
  "when there are none yet": (kysely) => compilable(eventsQuery(30_000, limit), kysely),
};

const clock: Record<string, Query> = {
  "when controls were last measured": (kysely) =>
    compilable(controlSchedulesQuery(new Date("2026-07-01T00:00:00Z")), kysely),
};

/** A baseline in effect of an assay in force, which measures materials 1, 5 and 9 and says how often. */
async function watchControls(kysely: Kysely<Tables>): Promise<void> {
  const interval = { value: 7, citation: "procedure 4" };
  const materials = Array.from({ length: 6 }, (_, n) => `control-${n}`);
  const analytes = [1, 2, 3].map((n) => ({ analyte: `analyte-${n}`, materials, controlIntervalDays: interval }));
  const [assay, baseline] = [newId(), newId()];
  const at = "2017-01-01T00:00:00Z";
  await kysely
    .insertInto("assay")
    .values({
      id: assay,
      name: "assay-1",
      version: 9,
      status: "approved",
      approved_at: at,
      content_sha256: "0".repeat(64),
      document: toJson({ analytes }),
    })
    .execute();
  await kysely
    .insertInto("baseline")
    .values({
      id: baseline,
      name: "watched",
      version: 1,
      assay_id: assay,
      status: "approved",
      approved_at: at,
      effective_from: at,
      established_at: at,
      content_sha256: "0".repeat(64),
      document: "{}",
    })
    .execute();
  await sql`
    insert into baseline_series (id, baseline_id, material_id, analyte, level, kind, scale, n, mean, sd)
    select gen_random_uuid(), ${baseline}, id::uuid, 'analyte-' || n, case n when 3 then 'low' end, 'vaf', 'raw', 20, 0.3, 0.1
    from unnest(${[1, 5, 9].map((n) => largeRecordId("material", n))}::text[]) as material (id)
    cross join generate_series(1, 3) n`.execute(kysely);
}

describe.runIf(databaseKinds.includes("postgresql"))("with more than a million rows", () => {
  let filled: TestDatabase;

  beforeAll(async () => {
    filled = await createTestDatabase("postgresql");
    await migrate(filled.database);
    await fillLargeDatabase(filled.database.kysely);
    await watchControls(filled.database.kysely);
  });

  afterAll(() => filled.remove());

  describe.each(
    Object.entries({
      "tasks of runs": tasks,
      "files of runs": artifacts,
      "the timeline of a run": timeline,
      alerts,
      "decisions about results": decisions,
      comparisons,
      "studies of replicates": studies,
      measurements,
      "the audit trail": auditTrail,
      "sessions of people": sessions,
      "change events": changeEvents,
      "messages to webhooks and by e-mail": deliveries,
      events,
      "what trends are tested on": trends,
      "judged runs after one": laterRuns,
      "what the clock asks": clock,
    }),
  )("indexes lead to %s", (_, queries) => {
    test.each(Object.entries(queries))("%s", async (_name, query) => {
      await expectIndexed(filled.database.kysely, query(filled.database.kysely).compile());
    });
  });

  test.each(Object.entries(summaries))(
    "no more rows than it is about are read for a summary %s",
    async (_name, [rowsRead, query]) => {
      const { kysely } = filled.database;
      await expectIndexed(kysely, query(kysely).compile(), { rowsRead, page: rowsRead });
    },
  );
  test("the last measurement of every control is found", async () => {
    const { rows } = await controlSchedulesQuery(new Date("2026-07-01T00:00:00Z")).execute(filled.database.kysely);
    const last = rows.map((row) => (row as { last_measured_at: Date }).last_measured_at.toISOString().slice(0, 10));
    expect(last).toEqual(Array(9).fill("2026-06-30"));
  });
});
