import type { ComparisonFormat } from "@touchstone/ingest";
import type { StoredStratum } from "../concordance/insert-rows.ts";
import type { Run } from "../runs/schema.ts";

/** A comparison as it is judged. */
export interface JudgedComparison {
  readonly id: string;
  readonly run: Run;
  readonly truthSetId: string;
  readonly format: ComparisonFormat;
  readonly contentSha256: string;
  readonly strata: readonly StoredStratum[];
}

/** "INDEL", or "INDEL in lowcomplexity": which records a score is of. */
export function describeRecords({ variantType, stratum }: { variantType: string; stratum: string }): string {
  return stratum === "*" ? variantType : `${variantType} in ${stratum}`;
}
