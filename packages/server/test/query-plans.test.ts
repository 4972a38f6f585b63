import { BaselineIndex, createRuleSet, defaultRuleSet, type RuleSet } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { migrate, newId, toJson } from "@touchstone/store";
import { expectIndexed, fillLargeDatabase, largeDatabaseRows, largeRecordId } from "@touchstone/test-support";
import { createTestDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import { type Compilable, type Kysely, type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { summaryQuery, thresholdCountsQuery } from "../src/concordance/summarise.ts";
import { controlSchedulesQuery } from "../src/due/find-overdue-controls.ts";
import { basesQuery, laterRunsQuery } from "../src/judging/later-runs.ts";
import { lastChangeQuery, lastRunsQuery } from "../src/judging/score-segment.ts";
import { awaitingQuery } from "../src/overview/awaiting.ts";
import { openDeclinesQuery } from "../src/overview/declines.ts";
import { lastOtherRunQuery } from "../src/overview/find-overview.ts";
import { lastComparisonsQuery, lastControlsQuery } from "../src/overview/last-judged.ts";
import { openAlertsQuery } from "../src/overview/open-alerts.ts";
import { openNonConformancesQuery } from "../src/overview/open-non-conformances.ts";
import { latestStudyQuery } from "../src/reproducibility/list-studies.ts";

type Query = (kysely: Kysely<Tables>) => Compilable;

const limit = 50;

const studies: Record<string, Query> = {
  "that has some": (kysely) => latestStudyQuery(kysely, largeRecordId("assay", 6)),
  "that has none": (kysely) => latestStudyQuery(kysely, largeRecordId("assay", 9)),
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
    (kysely) =>
      compilable(basesQuery({ id: largeRecordId("run", 1), time: new Date("2024-08-05T01:20:00.000Z") }), kysely),
  ],
  "runs that pass and fail": [2600, (kysely) => compilable(thresholdCountsQuery({}, [group]), kysely)],
};

function compilable(query: RawBuilder<unknown>, kysely: Kysely<Tables>): Compilable {
  return { compile: () => query.compile(kysely) };
}

/** The series of comparison 19,001. */
const series = {
  assayId: group.assay_id,
  truthSetId: group.truth_set_id,
  pipelineVersionId: group.pipeline_version_id,
  instrumentId: largeRecordId("instrument", 6),
  sampleId: largeRecordId("sample", 2),
  format: group.format,
} as const;
const trends: Record<string, Query> = {
  "the last runs of a series": (kysely) => lastRunsQuery(kysely, series, { since: null, before: null }, limit),
  "the last runs of a series since a change": (kysely) =>
    lastRunsQuery(kysely, series, { since: new Date("2026-01-01T00:00:00Z"), before: null }, limit),
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
    compilable(basesQuery({ id: largeRecordId("run", 1), time: new Date("2026-06-28T00:00:00Z") }), kysely),
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

const clock: Record<string, Query> = {
  "when controls were last measured": (kysely) =>
    compilable(controlSchedulesQuery(new Date("2026-07-01T00:00:00Z")), kysely),
};

const overview: Record<string, Query> = {
  "the last controls of each assay": (kysely) => compilable(lastControlsQuery(), kysely),
  "the last comparisons of each assay": (kysely) => compilable(lastComparisonsQuery(), kysely),
  "alerts that are open": (kysely) => compilable(openAlertsQuery(), kysely),
  "declines that are open": openDeclinesQuery,
  "what waits for a signature": (kysely) => compilable(awaitingQuery(), kysely),
  "open non-conformances": (kysely) => compilable(openNonConformancesQuery(), kysely),
  "the last run of no assay": (kysely) => compilable(lastOtherRunQuery(), kysely),
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
      "the last study of an assay": studies,
      "what trends are tested on": trends,
      "judged runs after one": laterRuns,
      "what the clock asks": clock,
      "the overview": overview,
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
