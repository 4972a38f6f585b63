import type { Tables } from "@touchstone/store";
import { migrate } from "@touchstone/store";
import { expectIndexed, fillLargeDatabase, largeRecordId } from "@touchstone/test-support";
import { createTestDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import type { Compilable, Kysely } from "kysely";
import { afterAll, beforeAll, describe, test } from "vitest";
import { alertListQuery } from "../src/alerts/list-alerts.ts";
import { artifactListQuery } from "../src/artifacts/list-artifacts.ts";
import { decisionListQuery } from "../src/dispositions/queries.ts";
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

const decisions: Record<string, Query> = {
  "of a run": (kysely) => decisionListQuery(kysely, largeRecordId("run", 5000), { limit }),
  "of a run, after one that was seen": (kysely) =>
    decisionListQuery(kysely, largeRecordId("run", 5000), { limit, cursor: cursorOf(3) }),
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
    }),
  )("indexes lead to %s", (_, queries) => {
    test.each(Object.entries(queries))("%s", async (_name, query) => {
      await expectIndexed(filled.database.kysely, query(filled.database.kysely).compile());
    });
  });
});
