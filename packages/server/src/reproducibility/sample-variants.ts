import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { requireStudy } from "./queries.ts";
import type { VariantSample } from "./schema.ts";

/** Variants of a sample at most: more would be no more to see in a chart. */
const MOST_VARIANTS = 2000;

/** Variants of a study, evenly chosen along its table, or all where there are few. @throws ServerError TS_NOT_FOUND. */
export async function sampleVariants(kysely: Kysely<Tables>, studyId: string): Promise<VariantSample> {
  await requireStudy(kysely, studyId);
  const { rows: last } = await sql<{ number: number }>`
    select number from replicate_study_variant where replicate_study_id = ${studyId} order by number desc limit 1
  `.execute(kysely);
  const of = last[0]?.number ?? 0;
  const step = Math.max(1, of / MOST_VARIANTS);
  const numbers = Array.from({ length: Math.min(of, MOST_VARIANTS) }, (_, index) => 1 + Math.floor(index * step));
  const rows = await kysely
    .selectFrom("replicate_study_variant")
    .select([
      "number",
      "variant_type as variantType",
      "zygosity",
      "vaf_bin as vafBin",
      "stratum",
      "values",
      "depths",
      "mean",
      "cv",
    ])
    .where("replicate_study_id", "=", studyId)
    .where(sql<boolean>`number = any(${numbers}::integer[])`)
    .orderBy("number")
    .execute();
  return { of, variants: rows.map((row) => ({ ...row, depths: row.depths ?? row.values.map(() => null) })) };
}
