import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { notFound } from "../error.ts";
import type { DiscordantRecord } from "./discordant-schema.ts";
import { toDiscordantVariant } from "./list-discordant.ts";

/** Comparisons that are named beside a variant. */
const MOST_OTHERS = 50;
/** Comparisons that are looked through for them. */
const MOST_LOOKED_AT = 500;

/** One discordant variant with what it lies in. @throws ServerError TS_NOT_FOUND. */
export async function findDiscordant(
  kysely: Kysely<Tables>,
  comparisonId: string,
  variant: string,
): Promise<DiscordantRecord> {
  const row = await kysely
    .selectFrom("discordant_variant")
    .selectAll()
    .where("comparison_id", "=", comparisonId)
    .where("variant_sha256", "=", variant)
    .executeTakeFirst();
  if (row === undefined) throw notFound("discordant variant", variant);
  const others = await sameVariantQuery(comparisonId, variant).execute(kysely);
  return {
    ...toDiscordantVariant(row),
    basesBefore: row.bases_before,
    basesAfter: row.bases_after,
    nearby: row.nearby as DiscordantRecord["nearby"],
    alsoIn: others.rows.map(({ id }) => id),
  };
}

/** The query of the last comparisons with the same truth set that have the same FN or FP. */
export function sameVariantQuery(comparisonId: string, variant: string) {
  return sql<{ id: string }>`
    select last.id
    from (
      select other.id, other.performed_at
      from comparison join comparison as other on other.truth_set_id = comparison.truth_set_id
      where comparison.id = ${comparisonId}::uuid and other.id <> comparison.id and other.superseded_at is null
      order by other.performed_at desc, other.id desc limit ${MOST_LOOKED_AT}
    ) as last
    where exists (
      select from discordant_variant where comparison_id = last.id and variant_sha256 = ${variant}
    )
    order by last.performed_at desc, last.id desc limit ${MOST_OTHERS}`;
}
