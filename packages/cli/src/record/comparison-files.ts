import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type DiscordantOptions, discordantVcf } from "@touchstone/concordance";
import { MOST_DISCORDANT_VARIANTS, type ResultFile } from "@touchstone/ingest";
import { rocTables } from "../roc-tables.ts";

/**
 * The files of a comparison that its record is read from: metrics, provenance and curves, as `compare` wrote them, and of
 * its VCF the records on which truth and query differ.
 */
export async function comparisonFiles(prefix: string, sources: Omit<DiscordantOptions, "most">): Promise<ResultFile[]> {
  const written = [`${prefix}.metrics.json`, `${prefix}.provenance.json`, ...rocTables(prefix)].map((path) => {
    return { name: basename(path), bytes: readFileSync(path) };
  });
  const { reference, stratifications, renameContigs } = sources;
  const options = { reference, stratifications, renameContigs, most: MOST_DISCORDANT_VARIANTS };
  const bytes = await discordantVcf(`${prefix}.vcf.gz`, options);
  return [...written, { name: `${basename(prefix)}.discordant.vcf.gz`, bytes }];
}
