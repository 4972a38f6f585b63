import type { Tables } from "@touchstone/store";
import { migrate } from "@touchstone/store";
import { expectIndexed, fillLargeDatabase, largeDatabaseRows, largeRecordId } from "@touchstone/test-support";
import { createTestDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import type { Compilable, Kysely, RawBuilder } from "kysely";
import { afterAll, beforeAll, describe, test } from "vitest";
import { alertListQuery } from "../src/alerts/list-alerts.ts";
import { artifactListQuery } from "../src/artifacts/list-artifacts.ts";
import { auditListQuery } from "../src/audit/list-audit-events.ts";
import { changeEventListQuery } from "../src/change-events/list-change-events.ts";
import { comparisonListQuery } from "../src/concordance/list-comparisons.ts";
import { pointListQuery } from "../src/concordance/list-points.ts";
import { stratumListQuery } from "../src/concordance/list-strata.ts";
import { summaryQuery, thresholdCountsQuery } from "../src/concordance/summarise.ts";
import { decisionListQuery } from "../src/dispositions/queries.ts";
import { seriesQuery } from "../src/judging/score-segment.ts";
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
  "runs that pass and fail": [2600, (kysely) => compilable(thresholdCountsQuery({ limit }, [group]), kysely)],
  "the series that a comparison belongs to": [
    2600,
    (kysely) => seriesQuery(kysely, group.assay_id, group.truth_set_id),
  ],
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

describe.runIf(databaseKinds.includes("postgresql"))("with more than a million rows", () => {
  let filled: TestDatabase;

  beforeAll(async () => {
    filled = await createTestDatabase("postgresql");
    await migrate(filled.database);
    await fillLargeDatabase(filled.database.kysely);
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
      "the audit trail": auditTrail,
      "sessions of people": sessions,
      "change events": changeEvents,
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
});
