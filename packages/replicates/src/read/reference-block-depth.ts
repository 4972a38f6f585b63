import { FormatKeyFinder, subfieldStart, type VcfColumns } from "@touchstone/formats";
import { FIRST_SAMPLE_COLUMN, invalidValue } from "./locate-error.ts";
import { ValueList } from "./value-list.ts";

/** Reads the depth of gVCF reference blocks: MIN_DP where there is one, else DP, else the sum of AD. */
export class ReferenceBlockDepth {
  readonly #sampleColumn: number;
  readonly #keys = ["MIN_DP", "DP", "AD"].map((key) => ({ key, finder: new FormatKeyFinder(key) }));
  readonly #list = new ValueList();

  constructor(sampleColumn: number) {
    this.#sampleColumn = sampleColumn;
  }

  /**
   * Depth of the block; -1 when it has none.
   *
   * @throws FormatError TS_VCF_MALFORMED for a negative or non-numeric depth
   */
  read(text: Buffer, columns: VcfColumns, record: number): number {
    const format = columns.formatStart[record];
    if (format === 0) return -1;
    const end = columns.sampleEnd[record];
    for (const { key, finder } of this.#keys) {
      const place = finder.indexIn(text, format, columns.lineEnd[record]);
      const start = subfieldStart(text, columns.sampleStart[record], end, place);
      if (start < 0) continue;
      const problem = this.#list.read(text, start, end);
      if (problem === "missing") continue;
      if (problem !== "")
        throw invalidValue(
          key,
          `${problem} depth`,
          FIRST_SAMPLE_COLUMN + this.#sampleColumn,
          columns.lineStart[record],
        );
      let depth = 0;
      for (let i = 0; i < this.#list.count; i++) depth += this.#list.values[i];
      return Math.round(depth);
    }
    return -1;
  }
}
