import type { ComparisonFormat } from "@touchstone/ingest";
import type { ComparedSample } from "../concordance/compared-sample.ts";
import type { StoredStratum } from "../concordance/insert-rows.ts";
import type { Run } from "../runs/schema.ts";

/** A comparison as it is judged. */
export interface JudgedComparison {
  readonly id: string;
  readonly run: Run;
  readonly truthSetId: string;
  /** Null where nobody said. */
  readonly sample: ComparedSample | null;
  readonly format: ComparisonFormat;
  readonly contentSha256: string;
  readonly strata: readonly StoredStratum[];
}

/** "INDEL", or "INDEL in lowcomplexity": which records a score is of. */
export function describeRecords({ variantType, stratum }: { variantType: string; stratum: string }): string {
  return stratum === "*" ? variantType : `${variantType} in ${stratum}`;
}

/** "T 1", or "T 1 (sample S)" where it is known whose calls were compared: what scores are against. */
export function describeTruth(
  truthSet: { readonly name: string; readonly version: string },
  sample: Pick<ComparedSample, "name"> | null,
): string {
  const truth = `${truthSet.name} ${truthSet.version}`;
  return sample === null ? truth : `${truth} (sample ${sample.name})`;
}
