import type { ImportedPair, ImportedVariant } from "@touchstone/ingest";
import { type Tables, toJson } from "@touchstone/store";
import { sql, type Transaction } from "kysely";

/** Rows of one statement; a statement holds a copy of all of its values. */
const ROWS = 5000;

/** Adds the pairs of a study. */
export async function insertPairs(
  transaction: Transaction<Tables>,
  studyId: string,
  pairs: readonly ImportedPair[],
): Promise<void> {
  for (let start = 0; start < pairs.length; start += ROWS) {
    const rows = pairs.slice(start, start + ROWS);
    const of = <Field extends keyof ImportedPair>(field: Field) => rows.map((row) => row[field]);
    await sql`
      insert into replicate_study_pair (replicate_study_id, stratum, first_position, second_position, n, bias, sd,
        lower_limit, upper_limit, jaccard)
      select ${studyId}::uuid, * from unnest(
        ${of("stratum")}::text[], ${of("firstPosition")}::integer[], ${of("secondPosition")}::integer[],
        ${of("n")}::bigint[], ${of("bias")}::float8[], ${of("sd")}::float8[], ${of("lowerLimit")}::float8[],
        ${of("upperLimit")}::float8[], ${of("jaccard")}::float8[])
    `.execute(transaction);
  }
}

/** Adds the variants of a study. As JSON, since arrays of arrays would have to be of one shape. */
export async function insertVariants(
  transaction: Transaction<Tables>,
  studyId: string,
  variants: readonly ImportedVariant[],
): Promise<void> {
  for (let start = 0; start < variants.length; start += ROWS) {
    await sql`
      insert into replicate_study_variant (replicate_study_id, number, analyte, contig, position, ref, alt, variant_type,
        zygosity, vaf_bin, stratum, values, depths, states, mean, sd, cv, floor_cv)
      select ${studyId}::uuid, number, analyte, contig, position, ref, alt, "variantType", zygosity, "vafBin", stratum,
        "values", depths, states, mean, sd, cv, "floorCv"
      from jsonb_to_recordset(${toJson(variants.slice(start, start + ROWS))}::jsonb) as row (
        number integer, analyte text, contig text, position integer, ref text, alt text, "variantType" text, zygosity text,
        "vafBin" text, stratum text, "values" float8[], depths bigint[], states text[], mean float8, sd float8, cv float8,
        "floorCv" float8)
    `.execute(transaction);
  }
}
