import { IngestError } from "../error.ts";
import type { ImportedComparison, ImportedStratum } from "../imported-comparison.ts";
import { type DiscordantVariants, MOST_DISCORDANT_VARIANTS } from "./discordant-variant.ts";

/**
 * The discordant variants of a comparison by Touchstone, whose VCF and counts agree record by record. Where a file holds
 * but the first `MOST_DISCORDANT_VARIANTS`, the counts say how many there are.
 *
 * @throws IngestError TS_RESULT_INVALID for a VCF of another comparison.
 */
export function checkDiscordant(
  file: string,
  { total, variants }: DiscordantVariants,
  { strata }: Pick<ImportedComparison, "strata">,
): DiscordantVariants {
  const whole = strata.filter(({ subtype, stratum }) => subtype === "*" && stratum === "*");
  // Without records that failed a filter there is no row for all of them.
  const filter = whole.some((row) => row.filter === "ALL") ? "ALL" : "PASS";
  const rows = whole.filter((row) => row.filter === filter);
  const counted = rows.reduce((sum, row) => sum + (row.truthFn ?? 0) + (row.queryFp ?? 0), 0);
  if (total >= MOST_DISCORDANT_VARIANTS && counted >= total) return { total: counted, variants };
  for (const row of rows) {
    for (const label of ["FN", "FP"] as const) requireSame(file, row, label, variants);
  }
  if (total !== counted) throw disagrees(file, `${total} FN and FP`, counted);
  return { total, variants };
}

function requireSame(
  file: string,
  { variantType, truthFn, queryFp }: ImportedStratum,
  label: "FN" | "FP",
  variants: DiscordantVariants["variants"],
): void {
  const found = variants.filter((one) => one.label === label && one.variantType === variantType).length;
  const counted = (label === "FN" ? truthFn : queryFp) ?? 0;
  if (found !== counted) throw disagrees(file, `${found} ${label} of the type ${variantType}`, counted);
}

function disagrees(file: string, found: string, counted: number): IngestError {
  const message = `${file} holds ${found} where the metrics count ${counted}: the files are not of one comparison`;
  return new IngestError("TS_RESULT_INVALID", message, { file });
}
