import { type Static, Type } from "@sinclair/typebox";
import type { ReplicateStudyVariantTable, Tables } from "@touchstone/store";
import { type Kysely, type Selectable, sql } from "kysely";
import { NameSchema } from "../http/field-schemas.ts";
import { type Keyset, pageQuery, readCursor, toPage } from "../http/page.ts";
import { requireStudy } from "./queries.ts";
import type { StudyVariant } from "./schema.ts";

/** What the variants of a study can be narrowed to, and sorted by. */
export const VariantListQuerySchema = Type.Object(
  {
    ...pageQuery,
    variantType: Type.Optional(NameSchema),
    zygosity: Type.Optional(NameSchema),
    vafBin: Type.Optional(NameSchema),
    sort: Type.Union([Type.Literal("-cv"), Type.Literal("position")], {
      default: "-cv",
      description: "-cv: the largest coefficient of variation first, those without one last; position: as in the file.",
    }),
  },
  { additionalProperties: false },
);

type VariantListQuery = Static<typeof VariantListQuerySchema>;
type VariantRow = Selectable<ReplicateStudyVariantTable>;

/** Stands in a cursor for a variant without a coefficient. */
const NO_CV = "none";

/** Variants of a study in one order. `withCv`: those that have a coefficient, or those that have none. */
export function variantListQuery(
  kysely: Kysely<Tables>,
  studyId: string,
  query: VariantListQuery,
  part: "with cv" | "without cv" | "all",
) {
  const after = readCursor(query.cursor, ["number or none", "integer"]);
  const [cv, number] = after ?? [null, null];
  let rows = kysely.selectFrom("replicate_study_variant").selectAll().where("replicate_study_id", "=", studyId);
  if (query.variantType !== undefined) rows = rows.where("variant_type", "=", query.variantType);
  if (query.zygosity !== undefined) rows = rows.where("zygosity", "=", query.zygosity);
  if (query.vafBin !== undefined) rows = rows.where("vaf_bin", "=", query.vafBin);
  if (part === "with cv") {
    rows = rows.where("cv", "is not", null);
    if (number !== null) {
      // The first condition leads into the index, the second drops what was seen.
      rows = rows
        .where("cv", "<=", Number(cv))
        .where(sql<boolean>`(cv < ${cv}::float8 or number > ${number}::integer)`);
    }
    return rows
      .orderBy(sql`cv desc nulls last`)
      .orderBy("number")
      .limit(query.limit + 1);
  }
  if (part === "without cv") rows = rows.where("cv", "is", null);
  if (number !== null) rows = rows.where("number", ">", Number(number));
  if (part === "without cv") rows = rows.orderBy(sql`cv desc nulls last`);
  return rows.orderBy("number").limit(query.limit + 1);
}

/** A page of the variants of a study. @throws ServerError TS_NOT_FOUND. */
export async function listVariants(
  kysely: Kysely<Tables>,
  studyId: string,
  query: VariantListQuery,
): Promise<{ items: StudyVariant[]; next: string | null }> {
  await requireStudy(kysely, studyId);
  const rows =
    query.sort === "position"
      ? await variantListQuery(kysely, studyId, query, "all").execute()
      : await byCv(kysely, studyId, query);
  return toPage(rows, query.limit, (row): Keyset => [row.cv ?? NO_CV, row.number], toVariant);
}

/** Two ranges of one index: variants with a coefficient, then those without. */
async function byCv(kysely: Kysely<Tables>, studyId: string, query: VariantListQuery): Promise<VariantRow[]> {
  const isAmongThoseWithout = readCursor(query.cursor, ["number or none", "integer"])?.[0] === NO_CV;
  const first = isAmongThoseWithout ? [] : await variantListQuery(kysely, studyId, query, "with cv").execute();
  const wanted = query.limit + 1 - first.length;
  if (wanted <= 0) return first;
  const { cursor, ...rest } = query;
  const next = { ...rest, ...(isAmongThoseWithout && cursor !== undefined ? { cursor } : {}), limit: wanted - 1 };
  return [...first, ...(await variantListQuery(kysely, studyId, next, "without cv").execute())];
}

function toVariant(row: VariantRow): StudyVariant {
  return {
    number: row.number,
    analyte: row.analyte,
    contig: row.contig,
    position: row.position,
    ref: row.ref,
    alt: row.alt,
    variantType: row.variant_type,
    zygosity: row.zygosity,
    vafBin: row.vaf_bin,
    stratum: row.stratum,
    values: row.values,
    depths: row.depths ?? row.values.map(() => null),
    states: row.states ?? [],
    mean: row.mean,
    sd: row.sd,
    cv: row.cv,
    floorCv: row.floor_cv,
  };
}
