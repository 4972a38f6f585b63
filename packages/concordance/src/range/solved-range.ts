import type { Tally } from "../count/tally.ts";
import type { ContigBases } from "../records/extent.ts";
import type { RangeCalls } from "../solve/exact-pairs.ts";
import type { Labels } from "../solve/labels.ts";
import type { RefMismatch } from "./range-task.ts";
import type { Scores } from "./scores.ts";

/** A range whose records are labelled. */
export interface SolvedRange {
  readonly calls: RangeCalls;
  readonly truthLabels: Labels;
  readonly queryLabels: Labels;
  /** 1 for records that belong to this range and not to a neighbour. */
  readonly owned: { readonly truth: Uint8Array; readonly query: Uint8Array };
  readonly start: number;
  readonly end: number;
  readonly mismatches: readonly RefMismatch[];
  readonly scores: Scores;
  readonly tally: Tally;
  readonly contig: ContigBases;
}
