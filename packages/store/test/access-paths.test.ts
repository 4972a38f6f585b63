import { expectIndexed, fillLargeDatabase, largeDatabaseRows, largeRecordId } from "@touchstone/test-support";
import { createTestDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import { type Compilable, type Kysely, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate } from "../src/migrations/migrate.ts";
import type { Tables } from "../src/tables.ts";

/** Rows of a page, and one more that tells whether another page follows. */
const PAGE = 51;
/** Somewhere in the middle of the times that rows have. */
const WHEN = new Date("2024-01-15T08:00:00.000Z");
const NONE = "ffffffff-ffff-ffff-ffff-ffffffffffff";

type Query = (kysely: Kysely<Tables>) => Compilable;

/** A page of runs, the latest first, after one that was seen. */
function runs(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("run")
    .selectAll()
    .where(sql<boolean>`(performed_at, id) < (${WHEN}, ${NONE})`)
    .orderBy("performed_at", "desc")
    .orderBy("id", "desc")
    .limit(PAGE);
}

const runPages: Record<string, Query> = {
  "of all": runs,
  "that failed": (kysely) => runs(kysely).where("status", "=", "failed"),
  "that were cancelled, which are few": (kysely) => runs(kysely).where("status", "=", "cancelled"),
  "that are queued, of which there are none so early": (kysely) => runs(kysely).where("status", "=", "queued"),
  "to be repeated": (kysely) => runs(kysely).where("disposition", "=", "repeat"),
  "of an assay": (kysely) => runs(kysely).where("assay_id", "=", largeRecordId("assay", 3)),
  "without an assay": (kysely) => runs(kysely).where("assay_id", "is", null),
  "of a pipeline version": (kysely) =>
    runs(kysely).where("pipeline_version_id", "=", largeRecordId("pipeline_version", 2)),
  "of an instrument": (kysely) => runs(kysely).where("instrument_id", "=", largeRecordId("instrument", 4)),
  "of two months, forwards": (kysely) =>
    kysely
      .selectFrom("run")
      .selectAll()
      .where("performed_at", ">=", WHEN)
      .where("performed_at", "<", new Date("2024-03-15T08:00:00.000Z"))
      .orderBy("performed_at")
      .orderBy("id")
      .limit(PAGE),
  "by the hash of their inputs": (kysely) =>
    kysely.selectFrom("run").selectAll().where("inputs_sha256", "=", "0".repeat(62).concat("ff")),
  "with the names of what they refer to": (kysely) =>
    runs(kysely)
      .leftJoin("assay", "assay.id", "run.assay_id")
      .leftJoin("pipeline_version", "pipeline_version.id", "run.pipeline_version_id")
      .clearSelect()
      .select(["run.name", "assay.name as assay", "pipeline_version.version"])
      .clearWhere()
      .clearOrderBy()
      .where(sql<boolean>`(run.performed_at, run.id) < (${WHEN}, ${NONE})`)
      .orderBy("run.performed_at", "desc")
      .orderBy("run.id", "desc"),
};

const ofOneRun: Record<string, Query> = {
  tasks: (kysely) => kysely.selectFrom("run_task").selectAll().where("run_id", "=", run(99_000)).orderBy("number"),
  "tasks that failed": (kysely) =>
    kysely.selectFrom("run_task").selectAll().where("run_id", "=", run(99_000)).where("status", "=", "failed"),
  files: (kysely) => kysely.selectFrom("artifact").selectAll().where("run_id", "=", run(99_000)).orderBy("uri"),
  samples: (kysely) => kysely.selectFrom("run_sample").selectAll().where("run_id", "=", run(99_000)),
  "reagent lots": (kysely) => kysely.selectFrom("run_reagent_lot").selectAll().where("run_id", "=", run(99_001)),
  "measurements in force": (kysely) =>
    kysely.selectFrom("measurement").selectAll().where("run_id", "=", run(99_000)).where("superseded_at", "is", null),
  comparisons: (kysely) => kysely.selectFrom("comparison").selectAll().where("run_id", "=", run(99_000)),
  "the strata of its comparisons": (kysely) =>
    kysely
      .selectFrom("comparison")
      .innerJoin("comparison_stratum", "comparison_stratum.comparison_id", "comparison.id")
      .selectAll("comparison_stratum")
      .where("comparison.run_id", "=", run(99_000)),
  verdicts: (kysely) =>
    kysely.selectFrom("verdict").selectAll().where("run_id", "=", run(99_000)).orderBy("judged_at").orderBy("id"),
  alerts: (kysely) => kysely.selectFrom("alert").selectAll().where("run_id", "=", run(99_000)),
};

function run(number: number): string {
  return largeRecordId("run", number);
}

/**
 * A series of control measurements, as a chart shows it. Ordered by level too, though it is the same in all rows: PostgreSQL
 * knows that after `level = 'low'`, but after `level is null` it would not see that the index has the order asked for.
 */
function series(kysely: Kysely<Tables>, analyte: string) {
  return kysely
    .selectFrom("measurement")
    .selectAll()
    .where("material_id", "=", largeRecordId("material", 5))
    .where("analyte", "=", analyte)
    .orderBy("level", "desc")
    .orderBy("measured_at", "desc")
    .orderBy("id", "desc")
    .limit(PAGE);
}

const measured: Record<string, Query> = {
  "the last of a series": (kysely) => series(kysely, "analyte-3").where("level", "=", "low"),
  "of a series without levels": (kysely) => series(kysely, "analyte-1").where("level", "is", null),
  "of a series, before one that was seen": (kysely) =>
    series(kysely, "analyte-3").where("level", "=", "low").where(sql<boolean>`(measured_at, id) < (${WHEN}, ${NONE})`),
  "of a series that are in force": (kysely) =>
    series(kysely, "analyte-3").where("level", "=", "low").where("superseded_at", "is", null),
  "the last of all": (kysely) =>
    kysely.selectFrom("measurement").selectAll().orderBy("measured_at", "desc").orderBy("id", "desc").limit(PAGE),
  "the last of an analyte": (kysely) =>
    kysely
      .selectFrom("measurement")
      .selectAll()
      .where("analyte", "=", "analyte-1")
      .orderBy("measured_at", "desc")
      .orderBy("id", "desc")
      .limit(PAGE),
};

const compared: Record<string, Query> = {
  "the strata of a comparison": (kysely) =>
    kysely
      .selectFrom("comparison_stratum")
      .selectAll()
      .where("comparison_id", "=", largeRecordId("comparison", 700))
      .orderBy("variant_type")
      .orderBy("subtype")
      .orderBy("stratum")
      .orderBy("filter"),
  "one stratum and type in several comparisons": (kysely) =>
    kysely
      .selectFrom("comparison_stratum")
      .selectAll()
      .where("stratum", "=", "stratum-3")
      .where("variant_type", "=", "INDEL")
      .where("subtype", "=", "*")
      .where("filter", "=", "PASS")
      .where(
        "comparison_id",
        "in",
        [1, 2, 3].map((number) => largeRecordId("comparison", number)),
      ),
  "the last comparisons with a truth set": (kysely) =>
    kysely
      .selectFrom("comparison")
      .selectAll()
      .where("truth_set_id", "=", largeRecordId("truth_set", 2))
      .orderBy("performed_at", "desc")
      .orderBy("id", "desc")
      .limit(PAGE),
  "one stratum's recall over time, a row for each of the last comparisons": (kysely) =>
    kysely
      .selectFrom("comparison")
      .innerJoin("comparison_stratum", "comparison_stratum.comparison_id", "comparison.id")
      .select(["comparison.performed_at", "comparison_stratum.recall"])
      .where("comparison.truth_set_id", "=", largeRecordId("truth_set", 2))
      .where("stratum", "=", "*")
      .where("variant_type", "=", "SNP")
      .where("subtype", "=", "*")
      .where("filter", "=", "PASS")
      .orderBy("comparison.performed_at", "desc")
      .orderBy("comparison.id", "desc")
      .limit(PAGE),
};

function verdicts(kysely: Kysely<Tables>) {
  return kysely.selectFrom("verdict").selectAll().orderBy("judged_at", "desc").orderBy("id", "desc").limit(PAGE);
}

function alerts(kysely: Kysely<Tables>) {
  return kysely.selectFrom("alert").selectAll().orderBy("opened_at", "desc").orderBy("id", "desc").limit(PAGE);
}

const judged: Record<string, Query> = {
  "the last verdicts": verdicts,
  "the last verdicts out of control": (kysely) => verdicts(kysely).where("state", "=", "out of control"),
  "the verdict in force on a measurement": (kysely) =>
    kysely
      .selectFrom("verdict")
      .selectAll()
      .where("measurement_id", "=", largeRecordId("measurement", 299_000))
      .where("superseded_at", "is", null),
  "the last alerts": alerts,
  "alerts that are open": (kysely) => alerts(kysely).where("status", "=", "open"),
  "alerts that are acknowledged": (kysely) => alerts(kysely).where("status", "=", "acknowledged"),
  "alerts that are resolved": (kysely) => alerts(kysely).where("status", "=", "resolved"),
  "alerts about a verdict": (kysely) =>
    kysely.selectFrom("alert").selectAll().where("verdict_id", "=", largeRecordId("verdict", 119_985)),
  "the history of an alert": (kysely) =>
    kysely.selectFrom("alert_history").selectAll().where("alert_id", "=", largeRecordId("alert", 9)).orderBy("number"),
  "the occurrences of an alert": (kysely) =>
    kysely.selectFrom("alert_occurrence").selectAll().where("alert_id", "=", largeRecordId("alert", 9)),
};

const happened: Record<string, Query> = {
  "events after a number": (kysely) =>
    kysely.selectFrom("event").selectAll().where("number", ">", 15_000).orderBy("number").limit(PAGE),
  "events of a record": (kysely) =>
    kysely
      .selectFrom("event")
      .selectAll()
      .where("record_kind", "=", "run")
      .where("record_id", "=", run(700))
      .orderBy("number"),
  "audit events, the last first": (kysely) =>
    kysely.selectFrom("audit_event").selectAll().orderBy("sequence", "desc").limit(PAGE),
  "audit events of a subject": (kysely) =>
    kysely
      .selectFrom("audit_event")
      .selectAll()
      .where("subject_kind", "=", "run")
      .where("subject_id", "=", run(700))
      .orderBy("sequence", "desc")
      .limit(PAGE),
  "audit events of a person": (kysely) =>
    kysely
      .selectFrom("audit_event")
      .selectAll()
      .where("actor", "=", "person-7")
      .orderBy("sequence", "desc")
      .limit(PAGE),
  "audit events of a day": (kysely) =>
    kysely
      .selectFrom("audit_event")
      .selectAll()
      .where("time", ">=", WHEN)
      .orderBy("time")
      .orderBy("sequence")
      .limit(PAGE),
  "changes of an assay": (kysely) =>
    kysely
      .selectFrom("change_event")
      .selectAll()
      .where("assay_id", "=", largeRecordId("assay", 2))
      .orderBy("happened_at", "desc")
      .limit(PAGE),
};

describe.runIf(databaseKinds.includes("postgresql"))("with more than a million rows", () => {
  let filled: TestDatabase;
  let kysely: Kysely<Tables>;

  beforeAll(async () => {
    filled = await createTestDatabase("postgresql");
    kysely = filled.database.kysely;
    await migrate(filled.database);
    await fillLargeDatabase(kysely);
  });

  afterAll(() => filled.remove());

  test("as many as were announced, each referring to one that is there", async () => {
    for (const [table, rows] of Object.entries(largeDatabaseRows)) {
      const counted = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(kysely);
      expect({ table, rows: counted.rows[0].n }).toEqual({ table, rows });
    }
    const { rows: keys } = await sql<{ table: string; column: string; parent: string }>`
      select conrelid::regclass::text as "table", a.attname as "column", confrelid::regclass::text as parent
      from pg_constraint join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
      where contype = 'f' and cardinality(conkey) = 1
    `.execute(kysely);
    expect(keys.length).toBeGreaterThan(50);
    for (const { table, column, parent } of keys) {
      const { rows: lost } = await sql`
        select ${sql.ref(column)} from ${sql.table(table)} child
        where ${sql.ref(column)} is not null
          and not exists (select from ${sql.table(parent)} parent where parent.id = child.${sql.ref(column)}) limit 1
      `.execute(kysely);
      expect({ table, column, lost }).toEqual({ table, column, lost: [] });
    }
  });

  describe.each(
    Object.entries({
      "pages of runs": runPages,
      "what belongs to a run": ofOneRun,
      measurements: measured,
      comparisons: compared,
      "verdicts and alerts": judged,
      "what happened": happened,
    }),
  )("indexes lead to %s", (_, queries) => {
    test.each(Object.entries(queries))("%s", async (_name, query) => {
      await expectIndexed(kysely, query(kysely).compile());
    });
  });

  test.each([
    [
      "a table that is read whole",
      "reads all 100000 rows of run",
      (from: Kysely<Tables>) => from.selectFrom("run").selectAll().where("failure", "=", "x"),
    ],
    [
      "a sort of many rows",
      "rows by ",
      (from: Kysely<Tables>) => series(from, "analyte-3").clearOrderBy().where("level", "=", "low").orderBy("value"),
    ],
    [
      "an index of which most is thrown away",
      "of which 0 are wanted",
      (from: Kysely<Tables>) => runs(from).where(sql<boolean>`name || '' = 'none'`),
    ],
    [
      "an index that is read whole",
      "reads 300000 rows of measurement",
      (from: Kysely<Tables>) =>
        from.selectFrom("measurement").select(sql`count(*)`.as("n")).where("measured_at", ">", new Date(0)),
    ],
  ])("%s is found", async (_, problem, query) => {
    await expect(expectIndexed(kysely, query(kysely).compile())).rejects.toThrow(problem);
  });
});
