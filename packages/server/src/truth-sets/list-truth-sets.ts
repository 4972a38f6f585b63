import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { NameSchema, Sha256Schema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { selectTruthSets, toTruthSet } from "./queries.ts";
import type { TruthSet } from "./schema.ts";

/** What the list of truth sets can be narrowed to. */
export const TruthSetListQuerySchema = Type.Object(
  {
    ...pageQuery,
    name: Type.Optional(NameSchema),
    vcfSha256: Type.Optional(Sha256Schema),
    retired: Type.Optional(Type.Boolean({ description: "Only those that are, or are not, retired." })),
  },
  { additionalProperties: false },
);

type TruthSetListQuery = Static<typeof TruthSetListQuerySchema>;

/** A page of truth sets, by name and version. */
export async function listTruthSets(
  kysely: Kysely<Tables>,
  { name, vcfSha256, retired, limit, cursor }: TruthSetListQuery,
): Promise<{ items: TruthSet[]; next: string | null }> {
  const after = readCursor(cursor, ["text", "text"]);
  let rows = selectTruthSets(kysely);
  if (name !== undefined) rows = rows.where("truth_set.name", "=", name);
  if (vcfSha256 !== undefined) rows = rows.where("truth_set.vcf_sha256", "=", vcfSha256);
  if (retired !== undefined) rows = rows.where("truth_set.retired_at", retired ? "is not" : "is", null);
  if (after !== null) rows = rows.where(sql<boolean>`(truth_set.name, truth_set.version) > (${after[0]}, ${after[1]})`);
  const found = await rows
    .orderBy("truth_set.name")
    .orderBy("truth_set.version")
    .limit(limit + 1)
    .execute();
  return toPage(found, limit, (row) => [row.name, row.version], toTruthSet);
}
