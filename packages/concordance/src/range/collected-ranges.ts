import { Tally } from "../count/tally.ts";
import { ConcordanceError } from "../error.ts";
import type { PhaseRelation, RangeResult, RefMismatch } from "./range-task.ts";

/** Mismatches named in the error. */
const NAMED_MISMATCHES = 5;

/** What the ranges of a comparison add up to. */
export class CollectedRanges {
  readonly tally: Tally;
  /** In the order of the ranges. */
  readonly phase: PhaseRelation[] = [];
  #mismatchCount = 0;
  readonly #mismatches: RefMismatch[] = [];

  constructor(strataCount: number) {
    this.tally = new Tally(strataCount);
  }

  /** Adds the next range; ranges come in order. */
  add(result: RangeResult): void {
    this.tally.merge(result.tally);
    for (const relation of result.phase) this.phase.push(relation);
    this.#mismatchCount += result.mismatchCount;
    for (const mismatch of result.mismatches) {
      if (this.#mismatches.length < NAMED_MISMATCHES) this.#mismatches.push(mismatch);
    }
  }

  /** @throws ConcordanceError TS_REF_MISMATCH when a record's REF is not what the reference has */
  refuseMismatches(referencePath: string): void {
    if (this.#mismatchCount === 0) return;
    const [first] = this.#mismatches;
    const listed = this.#mismatches.map(
      ({ file, contig, position, recorded, reference }) =>
        `  ${file} ${contig}:${position} REF ${recorded}, reference ${reference}`,
    );
    const records = this.#mismatchCount === 1 ? "record has a REF" : "records have a REF";
    throw new ConcordanceError(
      "TS_REF_MISMATCH",
      [`${this.#mismatchCount} ${records} that ${referencePath} does not have there:`, ...listed].join("\n"),
      { file: first.file, contig: first.contig, position: first.position },
    );
  }
}
