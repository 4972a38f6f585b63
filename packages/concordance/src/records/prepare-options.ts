import type { MatchMode } from "../options.ts";

/** How records are read. */
export interface PrepareOptions {
  readonly match: MatchMode;
  readonly allRecords: boolean;
  /** 0-based sample whose genotype is read; -1 for the presence of any ALT allele. */
  readonly sampleColumn: number;
  /** Also read the phase set (PS) of phased genotypes. */
  readonly readPhaseSets: boolean;
}
