/** What is wrong with the first row that is not what was written. */
export interface AuditFinding {
  /** The row's number. All rows before it, from where the check began, hold. */
  readonly sequence: number;
  /**
   * - `altered`: the row is not what was written under its number.
   * - `missing`: there is no row of that number.
   * - `inserted`: the row was not written as part of the trail.
   * - `reordered`: the row was written under another number.
   * - `recomputed`: the trail was altered and all hashes computed anew, somewhere from this row to the anchor's.
   * - `end`: the row is the last one, but the note of the trail's end says otherwise.
   */
  readonly kind: "altered" | "missing" | "inserted" | "reordered" | "recomputed" | "end";
  /** One sentence, with the numbers of the rows. */
  readonly message: string;
}
