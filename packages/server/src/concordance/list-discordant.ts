import { type Static, Type } from "@sinclair/typebox";
import type { DiscordantVariantTable, Tables } from "@touchstone/store";
import { type Kysely, type Selectable, sql } from "kysely";
import { invalidField } from "../error.ts";
import { IdSchema, NameSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { requireComparableSets } from "./compared-sets.ts";
import { type DiscordantVariant, LabelSchema, MatchKindSchema } from "./discordant-schema.ts";
import { MOST_SETS } from "./intersections.ts";

/** Which variants are listed: those that are FN or FP in some comparisons and not in others. */
export const DiscordantListQuerySchema = Type.Object(
  {
    ...pageQuery,
    presentIn: Type.Array(IdSchema, {
      minItems: 1,
      maxItems: MOST_SETS,
      uniqueItems: true,
      description: "Comparisons that all have the variant among their FN or FP; the first one's record is shown.",
    }),
    absentFrom: Type.Optional(
      Type.Array(IdSchema, {
        maxItems: MOST_SETS,
        uniqueItems: true,
        description: "Comparisons of which none has it.",
      }),
    ),
    label: Type.Optional(LabelSchema),
    variantType: Type.Optional(NameSchema),
    subtype: Type.Optional(NameSchema),
    matchKind: Type.Optional(MatchKindSchema),
    stratum: Type.Optional(NameSchema),
  },
  { additionalProperties: false },
);

type DiscordantListQuery = Static<typeof DiscordantListQuerySchema>;
type DiscordantRow = Omit<Selectable<DiscordantVariantTable>, "nearby" | "bases_before" | "bases_after">;

/** The query of a page of discordant variants, in the order of the genome. */
export function discordantListQuery(kysely: Kysely<Tables>, query: DiscordantListQuery) {
  const after = readCursor(query.cursor, ["integer", "integer", "text"]);
  const [shown = "", ...others] = query.presentIn;
  let rows = kysely
    .selectFrom("discordant_variant as variant")
    .select([
      ...(["comparison_id", "variant_sha256", "label", "contig", "contig_place", "position", "ref", "alt"] as const),
      ...(["genotype", "variant_type", "subtype", "genotype_class", "filter", "score", "match_kind"] as const),
      ...(["method", "superlocus", "strata"] as const),
    ])
    .where("comparison_id", "=", shown);
  const inOther = (id: string) => sql<boolean>`exists (
    select from discordant_variant as other
    where other.comparison_id = ${id}::uuid and other.variant_sha256 = variant.variant_sha256
  )`;
  for (const id of others) rows = rows.where(inOther(id));
  for (const id of query.absentFrom ?? []) rows = rows.where(sql<boolean>`not ${inOther(id)}`);
  if (query.label !== undefined) rows = rows.where("label", "=", query.label);
  if (query.variantType !== undefined) rows = rows.where("variant_type", "=", query.variantType);
  if (query.subtype !== undefined) rows = rows.where("subtype", "=", query.subtype);
  if (query.matchKind !== undefined) rows = rows.where("match_kind", "=", query.matchKind);
  if (query.stratum !== undefined) rows = rows.where(sql<boolean>`strata @> array[${query.stratum}]::text[]`);
  if (after !== null) {
    const [place, position, variant] = after;
    rows = rows.where(
      sql<boolean>`(contig_place, position, variant_sha256) > (${place}::integer, ${position}::integer, ${variant})`,
    );
  }
  return rows
    .orderBy("contig_place")
    .orderBy("position")
    .orderBy("variant_sha256")
    .limit(query.limit + 1);
}

/** A page of discordant variants. @throws ServerError as `requireComparableSets`. */
export async function listDiscordant(
  kysely: Kysely<Tables>,
  query: DiscordantListQuery,
): Promise<{ items: DiscordantVariant[]; next: string | null }> {
  const { presentIn, absentFrom = [] } = query;
  const both = absentFrom.find((id) => presentIn.includes(id));
  if (both !== undefined) throw invalidField("/query/absentFrom", `${both} is in presentIn too`);
  const page = discordantListQuery(kysely, query);
  await requireComparableSets(kysely, [...presentIn, ...absentFrom], "/query/presentIn");
  const rows = await page.execute();
  return toPage(rows, query.limit, (row) => [row.contig_place, row.position, row.variant_sha256], toDiscordantVariant);
}

/** A discordant variant as answers show it. */
export function toDiscordantVariant(row: DiscordantRow): DiscordantVariant {
  return {
    comparisonId: row.comparison_id,
    variant: row.variant_sha256,
    label: row.label,
    contig: row.contig,
    position: row.position,
    ref: row.ref,
    alt: row.alt,
    filter: row.filter,
    superlocus: row.superlocus,
    method: row.method,
    genotype: row.genotype,
    variantType: row.variant_type,
    subtype: row.subtype,
    genotypeClass: row.genotype_class,
    score: row.score,
    matchKind: row.match_kind,
    strata: row.strata,
  };
}
