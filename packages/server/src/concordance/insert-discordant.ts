import type { DiscordantVariants } from "@touchstone/ingest";
import { type Tables, toJson } from "@touchstone/store";
import { sql, type Transaction } from "kysely";

/** Rows of one statement: each holds its neighbours as JSON. */
const ROWS = 2000;

/** Adds the records on which the truth and the query of a comparison differ. */
export async function insertDiscordant(
  transaction: Transaction<Tables>,
  comparisonId: string,
  { variants }: DiscordantVariants,
): Promise<void> {
  for (let start = 0; start < variants.length; start += ROWS) {
    const rows = toJson(variants.slice(start, start + ROWS));
    await sql`
      insert into discordant_variant (comparison_id, variant_sha256, label, contig, contig_place, position, ref, alt, genotype,
        variant_type, subtype, genotype_class, filter, score, match_kind, method, superlocus, bases_before, bases_after, strata,
        nearby)
      select ${comparisonId}::uuid, * from jsonb_to_recordset(${rows}::jsonb) as variant ("variantSha256" text, label text,
        contig text, "contigPlace" integer, position integer, ref text, alt text, genotype text, "variantType" text, subtype text,
        "genotypeClass" text, filter text, score float8, "matchKind" text, method text, superlocus bigint, "basesBefore" text,
        "basesAfter" text, strata text[], nearby jsonb)
    `.execute(transaction);
  }
}
