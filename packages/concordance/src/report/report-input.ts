import type { Filter } from "../count/count-table.ts";
import type { Tally } from "../count/tally.ts";
import type { StratumSize } from "../stratify/stratum.ts";

/** Agreement of phase between heterozygotes that both sides hold, phased on both. */
export interface PhaseCounts {
  /** Pairs of neighbouring heterozygotes within one phase set of each side. */
  readonly pairs: number;
  /** Changes of phase that last for more than one heterozygote. */
  readonly switchErrors: number;
  /** Single heterozygotes out of phase with both neighbours. */
  readonly flipErrors: number;
}

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
  /** Phase errors, when phase was respected. */
  readonly phase?: PhaseCounts;
}

/** The rows of the Filter column. */
export function filtersOf(input: ReportInput): readonly Filter[] {
  return input.allRecords ? ["ALL", "PASS"] : ["PASS"];
}
