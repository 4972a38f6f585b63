import type { ComparisonMetricsDocument } from "@touchstone/model";
import type { VersionCounts } from "@touchstone/statistics";
import { QualityError } from "../error.ts";
import { VARIANT_TYPES, type VariantType } from "./gate-record.ts";
import type { PairedVersions } from "./version-pairing.ts";

/**
 * The verdicts that were read must be those that the result's metrics count: a labelled VCF of another comparison, or
 * one that was altered or cut off, is no evidence.
 *
 * @param file name that the error gives the labelled VCF.
 * @throws QualityError TS_COMPARISONS_DIFFER naming the first count that is not the same
 */
export function requireSameCounts(
  paired: Readonly<Record<VariantType, PairedVersions>>,
  version: "current" | "candidate",
  metrics: ComparisonMetricsDocument,
  file: string,
): void {
  for (const type of VARIANT_TYPES) {
    const counted = sumOf(paired[type].blocks.map((block) => block[version === "current" ? "first" : "second"]));
    const stated = statedCounts(metrics, type);
    for (const name of Object.keys(counted) as (keyof VersionCounts)[]) {
      if (counted[name] === stated[name]) continue;
      throw new QualityError(
        "TS_COMPARISONS_DIFFER",
        `${file} has ${counted[name]} ${type} records as ${name}, its metrics say ${stated[name]}`,
        { file, field: name },
      );
    }
  }
}

/** Sums of the counts of all blocks. */
export function sumOf(blocks: readonly VersionCounts[]): VersionCounts {
  const sum = { truthTp: 0, truthFn: 0, queryTp: 0, queryFp: 0 };
  for (const counts of blocks) {
    sum.truthTp += counts.truthTp;
    sum.truthFn += counts.truthFn;
    sum.queryTp += counts.queryTp;
    sum.queryFp += counts.queryFp;
  }
  return sum;
}

/** Of all records that were assessed: filtered ones are only where they were asked for, and then in the rows ALL. */
function statedCounts({ rows }: ComparisonMetricsDocument, type: VariantType): VersionCounts {
  const row =
    rows.find((row) => row.type === type && row.subtype === "*" && row.stratum === "*" && row.filter === "ALL") ??
    rows.find((row) => row.type === type && row.subtype === "*" && row.stratum === "*");
  return {
    truthTp: row?.truth.tp ?? 0,
    truthFn: row?.truth.fn ?? 0,
    queryTp: row?.query.tp ?? 0,
    queryFp: row?.query.fp ?? 0,
  };
}
