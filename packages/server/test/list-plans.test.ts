import { migrate } from "@touchstone/store";
import {
  expectIndexed,
  fillLargeDatabase,
  type IndexedLimits,
  largeDatabaseRows,
  largeRecordId,
} from "@touchstone/test-support";
import { createTestDatabase, databaseKinds } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roles } from "../src/access/rights.ts";
import { openApiDocument } from "../src/openapi-document.ts";
import { type ListOperation, listOperationsOf } from "./list-operations.ts";
import { cursorAmid, type ListRequest, listRequestsOf } from "./list-requests.ts";
import { RecordedQueries } from "./recorded-queries.ts";
import { serveTestDatabase, type TestCaller, type TestServer } from "./test-server.ts";

/**
 * Lists that a laboratory never makes long, since what they show comes from decisions of people rather than from runs. Their
 * tables are small in the large database too, so that nothing is known of their plans.
 */
const SMALL: ReadonlySet<string> = new Set([
  "listAssays",
  "listBaselines",
  "listInstruments",
  "listMailSubscriptions",
  "listMaterials",
  "listPipelineVersions",
  "listPrincipals",
  "listReagentLots",
  "listRuleSets",
  "listThresholds",
  "listTokens",
  "listTruthSets",
  "listWebhooks",
]);

const scores = 2 * largeDatabaseRows.comparison;
/**
 * Lists that read many rows by their nature: a mean is of all comparisons, and a queue of what waits is short. Of one assay
 * and truth set there are 2,500 comparisons, and one comparison has 2,004 discordant variants: to sort what a filter leaves
 * of these may cost least.
 */
const READS_MANY: Readonly<Record<string, IndexedLimits>> = {
  getScoreChart: { page: 2500 },
  listDiscordantVariants: { page: 2004 },
  listDispositions: { rowsRead: 10_000, page: 2500 },
  summariseConcordance: { rowsRead: scores, page: scores, whole: ["comparison"] },
};

/** A run with all that a run can have but a decision about its results. */
const RUN = largeRecordId("run", 99_990);
/** What stands in braces in paths, by the path's beginning; the first one counts. */
const IN_PATHS: readonly (readonly [path: string, value: string])[] = [
  ["/alerts/{id}", largeRecordId("alert", 19_998)],
  ["/concordance/{id}", largeRecordId("comparison", largeDatabaseRows.comparison)],
  ["/reproducibility/{id}", largeRecordId("replicate_study", largeDatabaseRows.replicate_study)],
  ["/runs/{run}/disposition", largeRecordId("run", 5005)],
  ["/runs/{run}", RUN],
];

/** Ids and texts by which the lists find something. */
const KNOWN: Readonly<Record<string, string>> = {
  absentFrom: largeRecordId("comparison", largeDatabaseRows.comparison - 4),
  action: "run.disposition",
  actor: "person-3",
  alertId: largeRecordId("alert", 19_998),
  analyte: "analyte-1",
  assay: "assay-3",
  assayId: largeRecordId("assay", 3),
  assignedTo: largeRecordId("principal", 1),
  filter: "PASS",
  "getScoreChart.instrumentId": largeRecordId("instrument", 1),
  "getScoreChart.sampleId": largeRecordId("sample", 3),
  "getScoreChart.truthSetId": largeRecordId("truth_set", 3),
  instrumentId: largeRecordId("instrument", 3),
  kind: "vcf",
  level: "low",
  "listAssays.name": "assay-1",
  "listComparisons.sampleId": largeRecordId("sample", 3),
  "listDiscordantVariants.subtype": "ti",
  "listBaselines.name": "baseline",
  "listMaterials.name": "control-1",
  "listReplicatePairs.stratum": "stratum-2",
  "listRuleSets.name": "westgard",
  "listTruthSets.name": "truth-1",
  mailSubscriptionId: largeRecordId("mail_subscription", 1),
  material: "control-5",
  materialId: largeRecordId("material", 5),
  materialLot: "lot-5",
  model: "model-1",
  pipeline: "germline",
  pipelineVersionId: largeRecordId("pipeline_version", 39),
  presentIn: largeRecordId("comparison", largeDatabaseRows.comparison),
  process: "ALIGN",
  reagent: "capture",
  reagentLotId: largeRecordId("reagent_lot", 190),
  runId: RUN,
  sampleId: largeRecordId("sample", 11_999),
  stratum: "stratum-3",
  subjectId: largeRecordId("run", 5000),
  subjectKind: "run",
  subtype: "*",
  topic: "run.changed",
  truthSetId: largeRecordId("truth_set", 2),
  vafBin: "0.9 to 1",
  variantType: "SNP",
  vcfSha256: "1".padStart(64, "0"),
  webhookId: largeRecordId("webhook", 1),
  zygosity: "hom",
};

/** What a filter cannot be used without. */
const TOGETHER = {
  "getLeveyJenningsChart.level": { analyte: "analyte-3" },
  "listAuditEvents.subjectId": { subjectKind: "run" },
};

/** Beginning and end of some days. */
const DAYS = ["2024-01-01T00:00:00Z", "2024-01-03T00:00:00Z"] as const;

/** Filters that may be slow together though none is by itself. */
const COMBINED: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  listAuditEvents: [{ actor: "person-3", from: "2000-01-01T00:00:00Z", before: "2001-01-01T00:00:00Z" }],
  listChangeEvents: [{ happenedFrom: DAYS[0], happenedBefore: DAYS[1] }],
  // Which never meet.
  listComparisons: [{ assayId: largeRecordId("assay", 3), truthSetId: largeRecordId("truth_set", 1) }],
  listDeliveries: [
    { webhookId: largeRecordId("webhook", 1), status: "dead" },
    { mailSubscriptionId: largeRecordId("mail_subscription", 1), status: "pending" },
  ],
  listMeasurements: [
    { materialId: largeRecordId("material", 5), analyte: "analyte-3", level: "low" },
    { instrumentId: largeRecordId("instrument", 3), reagentLotId: largeRecordId("reagent_lot", 7) },
    { instrumentId: largeRecordId("instrument", 3), ...{ measuredFrom: DAYS[0], measuredBefore: DAYS[1] } },
    { runId: RUN, includeSuperseded: "true" },
  ],
  listReplicateStudies: [
    { performedFrom: DAYS[0], performedBefore: DAYS[1] },
    { runId: RUN, superseded: "true" },
  ],
};

const lists = listOperationsOf(await openApiDocument("0.0.0-test"));

describe.runIf(databaseKinds.includes("postgresql"))("with more than a million rows, indexes lead to", () => {
  let opened: TestServer;
  let program: TestCaller;
  let person: TestCaller;
  const recorded = new RecordedQueries();

  beforeAll(async () => {
    const filled = await createTestDatabase("postgresql");
    await migrate(filled.database);
    await fillLargeDatabase(filled.database.kysely);
    const kysely = filled.database.kysely.withPlugin(recorded);
    opened = await serveTestDatabase({ ...filled, database: { ...filled.database, kysely } });
    opened.setNow("2026-06-30T12:00:00.000Z");
    program = await opened.program("read", "ingest", "review", "admin");
    person = await opened.person("of all roles", ...roles);
    // Somebody who has had many sessions.
    const sessions = sql`update session set principal_id = ${person.principalId} where id::text like '%0'`;
    await sessions.execute(kysely);
    await sql`analyze session`.execute(kysely);
  });

  afterAll(() => opened.remove());

  /** Asks a list, and explains every statement that the server read with. */
  async function ask(list: ListOperation, { query, hasItems }: ListRequest) {
    const { operationId, parameters } = list;
    const path = addressOf(list);
    const what = `${path} ${JSON.stringify(query)}`;
    recorded.takeReads();
    const answer = await (operationId === "listSessions" ? person : program).get(path, { query });
    const reads = recorded.takeReads();
    if (answer.statusCode === 404 && !hasItems) return { tables: [], next: null };
    expect(answer.statusCode, `${what} ${answer.body}`).toBe(200);
    const { items, points, next } = answer.json();
    if (hasItems)
      expect((items ?? points).length, `${what} finds nothing; give KNOWN another value`).toBeGreaterThan(0);
    const limit = Number(query.limit ?? parameters.find(({ name }) => name === "limit")?.schema.default ?? 0);
    // Of the few pages that a filter leaves, sorting all may cost less than reading one in the index's order.
    const usual = { page: Math.max(200, 5 * limit), rowsRead: Math.max(10_000, 5 * limit) };
    const tables: string[] = [];
    for (const read of reads) {
      const indexed = expectIndexed(opened.context.database.kysely, read, READS_MANY[operationId] ?? usual);
      tables.push(...(await indexed.catch((error) => Promise.reject(new Error(`${what}\n${error.message}`)))));
    }
    return { tables, next: typeof next === "string" ? next : null };
  }

  test.each(lists)("what $operationId shows, by each filter and in each order", async (list) => {
    const tables = new Set<string>();
    const problems: string[] = [];
    const combined = (COMBINED[list.operationId] ?? []).map((query) => ({ query, hasItems: false }));
    for (const request of [...listRequestsOf(list, KNOWN, TOGETHER), ...combined]) {
      try {
        const first = await ask(list, request);
        for (const table of first.tables) tables.add(table);
        const cursors = first.next === null ? [] : [first.next, cursorAmid(first.next) ?? first.next];
        for (const cursor of new Set(cursors)) {
          await ask(list, { query: { ...request.query, cursor }, hasItems: false });
        }
      } catch (error) {
        problems.push((error as Error).message);
      }
    }
    expect(problems.join("\n\n")).toBe("");
    const advice = "fill the table of a list that gets long in test-support/src/large-database, or name it in SMALL";
    expect(tables.size > 0, advice).toBe(!SMALL.has(list.operationId));
  });
});

function addressOf({ path }: ListOperation): string {
  const address = path.replace("/api/v1", "");
  const known = IN_PATHS.find(([prefix]) => address.startsWith(prefix));
  const filled = known === undefined ? address : address.replace(/\{[^}]+\}/, known[1]);
  if (filled.includes("{")) throw new Error(`say in IN_PATHS what stands in ${address}`);
  return filled;
}
