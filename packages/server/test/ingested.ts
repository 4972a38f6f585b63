import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Database, type ObjectStore, verifyAudit } from "@touchstone/store";
import { sql } from "kysely";
import { expect } from "vitest";
import type { NewComparison, TakenComparison } from "../src/concordance/schema.ts";
import { metricsDocument } from "./metrics-document.ts";
import { TEST_PASSWORD, type TestServer } from "./test-server.ts";

const EXAMPLE = readFileSync(join(import.meta.dirname, "../../quality/assays/germline-wgs.yaml"), "utf8");
const SIGNATURE = { meaning: "reviewed and approved", password: TEST_PASSWORD };
const TRUTH_SET = { name: "T", version: "1" };
const FIRST_DAY = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;

/** An answer to an ingest: the client may rely on it. */
export interface Acknowledged {
  /** Of `ingestRequest`. */
  readonly number: number;
  readonly status: number;
  readonly body: TakenComparison;
}

/** Makes the truth set and the approved assay of `ingestRequest`; headers of a program that may ingest, from now on. */
export async function prepareIngesting(opened: TestServer): Promise<Record<string, string>> {
  opened.setNow(new Date().toISOString());
  const program = await opened.program("ingest", "read", "review");
  const author = await opened.person("author", "reviewer");
  const director = await opened.person("director", "director");
  const truthSet = { ...TRUTH_SET, reference: "GRCh38", vcfSha256: "a".repeat(64) };
  expect((await program.post("/truth-sets", truthSet)).statusCode).toBe(201);
  const created = await author.post("/assays", { definition: assayDefinition("germline") });
  expect(created.statusCode, created.body).toBe(201);
  const approved = await director.post(`/assays/${created.json().id}/approve`, SIGNATURE);
  expect(approved.statusCode, approved.body).toBe(200);
  return program.credentials();
}

/** The definition of an assay that can be approved. */
export function assayDefinition(name: string): string {
  return EXAMPLE.replace("mark: EXAMPLE\n", "")
    .replaceAll("laboratory's own choice, example only", "validation report 7")
    .replace("germline-wgs-example", name);
}

/** A run with its comparison, good enough for every threshold; each number has a file of its own. */
export function ingestRequest(number: number): NewComparison {
  const performedAt = new Date(FIRST_DAY + number * HOUR).toISOString();
  const good = (total: number) => ({ truthTp: total, truthFn: 1, queryTp: total, queryFp: 1 });
  return {
    run: { name: `run ${number}`, status: "succeeded", performedAt, assay: { name: "germline" } },
    truthSet: TRUTH_SET,
    files: [{ name: "metrics.json", document: metricsDocument({ SNP: good(9000 + number), INDEL: good(990) }) }],
  };
}

/** What there is of a run. */
interface RunParts {
  readonly run: string;
  readonly comparisons: number;
  readonly strata: number;
  readonly verdicts: number;
  readonly artifacts: number;
  readonly audited: number;
  readonly published: number;
}

/**
 * Of the example, whole: two types, six thresholds, one file; run, proposed disposition and comparison in the audit trail;
 * run and comparison published.
 */
const WHOLE = { comparisons: 1, strata: 2, verdicts: 6, artifacts: 1, audited: 3, published: 2 };

/**
 * Every acknowledged ingest is there as it was answered, and every run that is there is there wholly, in the audit trail
 * and in the object store too. Returns how many runs there are.
 */
export async function expectWhole(
  { kysely }: Database,
  objects: ObjectStore,
  acknowledged: readonly Acknowledged[],
): Promise<number> {
  const { rows } = await sql<RunParts>`
    select name as run,
      (select count(*) from comparison where run_id = run.id) as comparisons,
      (select count(*) from comparison_stratum join comparison on comparison.id = comparison_id where run_id = run.id) as strata,
      (select count(*) from verdict where run_id = run.id and superseded_at is null) as verdicts,
      (select count(*) from artifact where run_id = run.id) as artifacts,
      (select count(*) from audit_event where subject_id = run.id::text
        or subject_id in (select id::text from comparison where run_id = run.id)) as audited,
      (select count(*) from event where topic in ('run.created', 'comparison.created')
        and (record_id = run.id or record_id in (select id from comparison where run_id = run.id))) as published
    from run
  `.execute(kysely);
  const broken = rows.filter(({ run: _, ...parts }) => JSON.stringify(parts) !== JSON.stringify(WHOLE));
  expect(broken).toEqual([]);
  const runs = new Set(rows.map(({ run }) => run));
  const lost = acknowledged.filter(({ number }) => !runs.has(`run ${number}`));
  expect(lost).toEqual([]);
  const ids = await kysely.selectFrom("comparison").select(["id", "run_id"]).execute();
  const pairs = new Set(ids.map(({ id, run_id: run }) => `${id} ${run}`));
  expect(acknowledged.filter(({ body }) => !pairs.has(`${body.id} ${body.run.id}`))).toEqual([]);
  await expectFiles(kysely, objects);
  expect(await verifyAudit(kysely)).toMatchObject({ holds: true, finding: null });
  return rows.length;
}

async function expectFiles(kysely: Database["kysely"], objects: ObjectStore): Promise<void> {
  const artifacts = await kysely.selectFrom("artifact").select("sha256").execute();
  for (const { sha256 } of artifacts) {
    if (sha256 !== null) await objects.verify(sha256);
  }
}
