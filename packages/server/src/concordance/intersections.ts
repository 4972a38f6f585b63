import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { IdSchema, NameSchema } from "../http/field-schemas.ts";
import { requireComparableSets } from "./compared-sets.ts";
import type { Intersections } from "./discordant-schema.ts";

/** Comparisons that are held against each other at once. */
export const MOST_SETS = 6;

/** Which comparisons, and which of their variants. */
export const IntersectionQuerySchema = Type.Object(
  {
    comparisonId: Type.Array(IdSchema, {
      minItems: 1,
      maxItems: MOST_SETS,
      uniqueItems: true,
      description: "With one truth set.",
    }),
    variantType: Type.Optional(NameSchema),
    stratum: Type.Optional(NameSchema),
  },
  { additionalProperties: false },
);

type IntersectionQuery = Static<typeof IntersectionQuerySchema>;

interface IntersectionRow {
  /** Bit n is set where comparison n has the variants. */
  readonly members: number;
  readonly label: "FN" | "FP";
  readonly count: number;
}

/** The query of how many variants each set of comparisons has in common. */
export function intersectionsQuery({
  comparisonId,
  variantType,
  stratum,
}: IntersectionQuery): RawBuilder<IntersectionRow> {
  const ofType = variantType === undefined ? sql`` : sql`and variant.variant_type = ${variantType}`;
  const inStratum = stratum === undefined ? sql`` : sql`and variant.strata @> array[${stratum}]::text[]`;
  return sql<IntersectionRow>`
    select members, label, count(*)::int as count
    from (
      select variant.label, sum(1 << (place - 1)::int)::int as members
      from unnest(${comparisonId}::uuid[]) with ordinality as asked (id, place)
      join discordant_variant as variant on variant.comparison_id = asked.id ${ofType} ${inStratum}
      group by variant.variant_sha256, variant.label
    ) as variants
    group by members, label`;
}

/**
 * How many FN and FP the comparisons have in common, for every set of them.
 *
 * @throws ServerError as `requireComparableSets`.
 */
export async function intersectDiscordant(kysely: Kysely<Tables>, query: IntersectionQuery): Promise<Intersections> {
  const ids = query.comparisonId;
  await requireComparableSets(kysely, ids, "/query/comparisonId");
  const { rows } = await intersectionsQuery(query).execute(kysely);
  const countOf = (isMember: (members: number) => boolean, label: string) =>
    rows.reduce((sum, row) => sum + (row.label === label && isMember(row.members) ? row.count : 0), 0);
  const counts = (isMember: (members: number) => boolean) => {
    return { fn: countOf(isMember, "FN"), fp: countOf(isMember, "FP") };
  };
  const sets = [...new Set(rows.map(({ members }) => members))].map((members) => ({
    comparisonIds: ids.filter((_, place) => hasMember(members, place)),
    ...counts((other) => other === members),
  }));
  return {
    comparisons: ids.map((id, place) => ({ id, ...counts((members) => hasMember(members, place)) })),
    intersections: sets.sort((a, b) => b.fn + b.fp - (a.fn + a.fp) || order(a.comparisonIds) - order(b.comparisonIds)),
  };

  /** Sets of one size: those of fewer comparisons, and of earlier ones, first. */
  function order(members: readonly string[]): number {
    return members.length * 2 ** MOST_SETS + members.reduce((sum, id) => sum + 2 ** ids.indexOf(id), 0);
  }
}

function hasMember(members: number, place: number): boolean {
  return (members & (1 << place)) !== 0;
}
