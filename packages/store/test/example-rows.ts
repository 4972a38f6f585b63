import { type Kysely, sql } from "kysely";
import { newId } from "../src/database/identifier.ts";
import { toJson } from "../src/database/value-types.ts";
import type { Tables } from "../src/tables.ts";

/** A moment with milliseconds, for every time of the examples. */
export const EXAMPLE_TIME = "2026-03-01T08:30:00.123Z";

/** A valid SHA-256 made of one digit. */
export function exampleSha256(digit: string): string {
  return digit.repeat(64);
}

/** Ids of the example's records. */
export interface ExampleIds {
  readonly principal: string;
  readonly assay: string;
  readonly material: string;
  readonly truthSet: string;
  readonly run: string;
}

/** A small laboratory with one run, and its results as far as the database has tables for them. */
export async function insertExampleRows(kysely: Kysely<Tables>): Promise<ExampleIds> {
  const ids = await insertCore(kysely);
  const { rows } = await sql<{ exists: boolean }>`
    select to_regclass('verdict') is not null as exists
  `.execute(kysely);
  if (rows[0]?.exists === true) await insertResults(kysely, ids);
  return ids;
}

async function insertCore(kysely: Kysely<Tables>): Promise<ExampleIds> {
  const [principal, assay, material, truthSet, run] = [newId(), newId(), newId(), newId(), newId()];
  await kysely
    .insertInto("principal")
    .values({
      id: principal,
      kind: "person",
      name: "r.franklin",
      printed_name: "Rosalind Franklin",
      roles: ["reviewer"],
    })
    .execute();
  const document = toJson({ name: "exome", note: 'ä "quoted" \\ line\nbreak' });
  await kysely
    .insertInto("assay")
    .values({ id: assay, name: "exome", version: 1, content_sha256: exampleSha256("a"), document })
    .execute();
  await kysely.insertInto("material").values({ id: material, name: "HG002", lot: "7", use: "control" }).execute();
  const truthValues = { name: "GIAB", version: "4.2.1", reference: "GRCh38", vcf_sha256: exampleSha256("b") };
  await kysely
    .insertInto("truth_set")
    .values({ id: truthSet, ...truthValues, material_id: material })
    .execute();
  const values = { name: "run-1", assay_id: assay, performed_at: EXAMPLE_TIME, status: "running" } as const;
  await kysely
    .insertInto("run")
    .values({ id: run, ...values, started_at: EXAMPLE_TIME })
    .execute();
  const event = { topic: "run", record_kind: "run", record_id: run, payload: toJson({ name: "run-1" }) };
  await kysely.insertInto("event").values([event, event]).execute();
  return { principal, assay, material, truthSet, run };
}

async function insertResults(kysely: Kysely<Tables>, { run, truthSet, material }: ExampleIds): Promise<void> {
  const comparison = newId();
  const repeatsTime = await hasColumn(kysely, "comparison", "run_performed_at");
  await sql`
    insert into comparison (id, run_id, truth_set_id, format, content_sha256, metrics, performed_at
      ${repeatsTime ? sql`, run_performed_at` : sql``})
    values (${comparison}, ${run}, ${truthSet}, 'touchstone', ${exampleSha256("c")}, ${toJson({ rows: [] })}, ${EXAMPLE_TIME}
      ${repeatsTime ? sql`, ${EXAMPLE_TIME}` : sql``})
  `.execute(kysely);
  if (await hasColumn(kysely, "comparison", "discordant_total")) await insertDiscordant(kysely, comparison);
  const stratum = { comparison_id: comparison, variant_type: "SNP", subtype: "*", stratum: "*", filter: "PASS" };
  const counts = { truth_total: 3, truth_tp: 2, truth_fn: 1, recall: 2 / 3 };
  await kysely
    .insertInto("comparison_stratum")
    .values({ id: newId(), ...stratum, ...counts })
    .execute();
  const measurement = { run_id: run, material_id: material, kind: "vaf", measured_at: EXAMPLE_TIME } as const;
  const first = newId();
  const common = { ...measurement, analyte: "BRAF V600E", value: 0.1 + 0.2, depth: 1000 };
  // The row that replaces another one may have the smaller id.
  const second = "00000000-0000-7000-8000-000000000001";
  await kysely
    .insertInto("measurement")
    .values({ id: first, ...common, superseded_at: EXAMPLE_TIME })
    .execute();
  await kysely
    .insertInto("measurement")
    .values({ id: second, ...common, value: 0.25, supersedes: first })
    .execute();
  await insertAlert(kysely, run);
}

/** An FN with all that can be known of it, and an FP with what has to be. */
async function insertDiscordant(kysely: Kysely<Tables>, comparison: string): Promise<void> {
  const counts = { discordant_total: 2, discordant_listed: 2 };
  await kysely.updateTable("comparison").set(counts).where("id", "=", comparison).execute();
  const variant = { comparison_id: comparison, contig: "chr1", contig_place: 0, position: 7, ref: "A", alt: "C,<DEL>" };
  const called = { genotype: "0|1", variant_type: "SNP" };
  const known = { ...{ subtype: "ti", genotype_class: "het", filter: "PASS", score: 0.1 + 0.2 }, superlocus: 7 };
  const decided = { match_kind: "allele", method: "search", bases_before: "", bases_after: "ACGT" } as const;
  const around = { strata: ['low "complexity"', "a,b"], nearby: toJson([{ position: 8 }]) };
  const fn = { ...variant, ...called, ...known, ...decided, ...around, label: "FN" as const };
  const fp = { ...variant, ...called, label: "FP" as const, nearby: toJson([]) };
  await kysely
    .insertInto("discordant_variant")
    .values({ ...fn, variant_sha256: exampleSha256("d") })
    .execute();
  await kysely
    .insertInto("discordant_variant")
    .values({ ...fp, variant_sha256: exampleSha256("e") })
    .execute();
}

/** An alert that occurred twice, as each version of its tables has it. */
async function insertAlert(kysely: Kysely<Tables>, run: string): Promise<void> {
  const { rows } = await sql<{ exists: boolean }>`
    select to_regclass('alert') is not null as exists
  `.execute(kysely);
  if (rows[0]?.exists !== true) return;
  const alert = newId();
  await sql`
    insert into alert (id, content_id, kind, cause, subject, run_id, opened_at)
    values (${alert}, ${exampleSha256("9")}, 'immediate', 'recall HG002', 'HG002', ${run}, ${EXAMPLE_TIME})
  `.execute(kysely);
  const isNumbered = await hasColumn(kysely, "alert_occurrence", "number");
  for (const [place, key] of ["first", "second"].entries()) {
    const numbered = isNumbered ? sql`, number` : sql``;
    const number = isNumbered ? sql`, ${place + 1}` : sql``;
    await sql`
      insert into alert_occurrence (id, alert_id, key, happened_at, sentence, evidence${numbered})
      values (${newId()}, ${alert}, ${key}, ${EXAMPLE_TIME}, 'It was found.', '{}'${number})
    `.execute(kysely);
  }
}

/** Whether the database has come to the migration that brings a column. */
async function hasColumn(kysely: Kysely<Tables>, table: string, column: string): Promise<boolean> {
  const { rows } = await sql`
    select from information_schema.columns where table_name = ${table} and column_name = ${column}
  `.execute(kysely);
  return rows.length > 0;
}
