import type { Filter } from "../count/count-table.ts";
import type { Tally } from "../count/tally.ts";
import type { StratumSize } from "../stratify/stratum.ts";

/** Everything the report files are made from. */
export interface ReportInput {
  readonly tally: Tally;
  /** The strata in the order of their numbers in the tally. */
  readonly strata: readonly StratumSize[];
  /** The contigs compared as a whole (its name is not used). */
  readonly whole: StratumSize;
  /** Name of the score, e.g. `QUAL`, for the column QQ.Field. */
  readonly scoreField: string;
  /** Records that fail a FILTER were compared too, so there are rows ALL beside PASS. */
  readonly allRecords: boolean;
  /** Name of each reason number of the tally; an empty name is not reported. */
  readonly reasons: readonly string[];
}

/** The rows of the Filter column. */
export function filtersOf(input: ReportInput): readonly Filter[] {
  return input.allRecords ? ["ALL", "PASS"] : ["PASS"];
}
