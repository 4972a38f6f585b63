import type { ImportedPoint, ImportedStratum } from "@touchstone/ingest";
import { newId, type Tables } from "@touchstone/store";
import { sql, type Transaction } from "kysely";

/** A row of a comparison's table as it is stored. */
export interface StoredStratum extends ImportedStratum {
  readonly id: string;
}

/** Rows of one statement; a statement holds a copy of all of its values. */
const ROWS = 5000;

/** Adds the rows of a comparison's table, many at once: one may have tens of thousands. */
export async function insertStrata(
  transaction: Transaction<Tables>,
  comparisonId: string,
  strata: readonly ImportedStratum[],
): Promise<StoredStratum[]> {
  const stored = strata.map((row) => ({ ...row, id: newId() }));
  for (let start = 0; start < stored.length; start += ROWS) {
    const rows = stored.slice(start, start + ROWS);
    const of = <Field extends keyof StoredStratum>(field: Field) => rows.map((row) => row[field]);
    await sql`
      insert into comparison_stratum (comparison_id, id, variant_type, subtype, stratum, filter, truth_total, truth_tp,
        truth_fn, query_total, query_tp, query_fp, query_fp_genotype, query_fp_allele, query_unk, recall, recall_low,
        recall_high, precision, precision_low, precision_high, f1, unknown_fraction, false_positives_per_megabase)
      select ${comparisonId}::uuid, * from unnest(
        ${of("id")}::uuid[], ${of("variantType")}::text[], ${of("subtype")}::text[], ${of("stratum")}::text[],
        ${of("filter")}::text[], ${of("truthTotal")}::bigint[], ${of("truthTp")}::bigint[], ${of("truthFn")}::bigint[],
        ${of("queryTotal")}::bigint[], ${of("queryTp")}::bigint[], ${of("queryFp")}::bigint[],
        ${of("queryFpGenotype")}::bigint[], ${of("queryFpAllele")}::bigint[], ${of("queryUnk")}::bigint[],
        ${of("recall")}::float8[], ${of("recallLow")}::float8[], ${of("recallHigh")}::float8[],
        ${of("precision")}::float8[], ${of("precisionLow")}::float8[], ${of("precisionHigh")}::float8[],
        ${of("f1")}::float8[], ${of("unknownFraction")}::float8[], ${of("falsePositivesPerMegabase")}::float8[])
    `.execute(transaction);
  }
  return stored;
}

/** Adds the points of a comparison's precision-recall curves. */
export async function insertPoints(
  transaction: Transaction<Tables>,
  comparisonId: string,
  points: readonly ImportedPoint[],
): Promise<void> {
  for (let start = 0; start < points.length; start += ROWS) {
    const rows = points.slice(start, start + ROWS);
    const of = <Field extends keyof ImportedPoint>(field: Field) => rows.map((row) => row[field]);
    await sql`
      insert into precision_recall_point (comparison_id, variant_type, filter, position, score, recall, precision,
        truth_tp, truth_fn, query_tp, query_fp)
      select ${comparisonId}::uuid, * from unnest(
        ${of("variantType")}::text[], ${of("filter")}::text[], ${of("position")}::integer[], ${of("score")}::float8[],
        ${of("recall")}::float8[], ${of("precision")}::float8[], ${of("truthTp")}::bigint[], ${of("truthFn")}::bigint[],
        ${of("queryTp")}::bigint[], ${of("queryFp")}::bigint[])
    `.execute(transaction);
  }
}
