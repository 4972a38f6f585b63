import type { FastaReader } from "@touchstone/formats";
import type { SolverOptions } from "../solve/solver-options.ts";
import type { SideFile } from "./load-side.ts";
import type { ScoreField } from "./scores.ts";

/** What stays the same for all ranges of a comparison. */
export interface RangeSettings extends SolverOptions {
  readonly allRecords: boolean;
  readonly scoreField: ScoreField;
  readonly compressionLevel: number;
  readonly check: boolean;
  /** Contigs are short enough for a .tbi. */
  readonly indexed: boolean;
}

/** Files of a comparison as one thread has them open. */
export interface RangeFiles {
  readonly truth: SideFile;
  readonly query: SideFile;
  readonly reference: FastaReader;
}
