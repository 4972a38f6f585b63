import { virtualPosition } from "../bgzf/virtual-position.ts";
import { FormatError } from "../error.ts";
import { longestContig, TABIX_BINNING } from "./bins.ts";
import { ContigBuilder } from "./contig-builder.ts";
import type { TabixPart } from "./tabix-part.ts";
import { writeTabix } from "./write-tabix.ts";

const LONGEST_CONTIG = longestContig(TABIX_BINNING);

/**
 * Builds the .tbi of a VCF file while it is written.
 *
 * One writer calls `add` for each record. Several workers that each make a run of whole blocks (a `BgzfEncoder`
 * each, closed with `endBlock`) have a builder each and post its `toPart()`; whoever joins the runs calls
 * `append(part, base)` in the order of the file, `base` being the file offset at which that run of blocks starts.
 */
export class TabixBuilder {
  readonly #contigs: ContigBuilder[] = [];
  readonly #seen: Set<string> = new Set();

  /**
   * Adds a record; records come sorted, contig after contig.
   *
   * @param start0 POS - 1; -1 (POS 0, before the first base) counts as 0
   * @param end0 0-based end, exclusive: `start0` plus the length of REF, or INFO END
   * @param virtualStart virtual position of the record's first byte, as `BgzfEncoder.virtualOffset` before it is written
   * @param virtualEnd the same just after its newline
   * @throws FormatError `TS_INDEX_UNSORTED`; `TS_INDEX_CONTIG_TOO_LONG` beyond base 2^29, which only CSI can index
   */
  add(contig: string, start0: number, end0: number, virtualStart: number, virtualEnd: number): void {
    if (end0 > LONGEST_CONTIG) throw tooLong(contig, end0);
    const start = Math.max(0, start0);
    this.#contig(contig, start).add(start, Math.max(start + 1, end0), virtualStart, virtualEnd);
  }

  /**
   * Adds the records of a part that was written after all records so far.
   *
   * @param baseFileOffset file offset at which the part's first block stands
   * @throws FormatError `TS_INDEX_UNSORTED`
   */
  append(part: TabixPart, baseFileOffset: number): void {
    const shift = virtualPosition(baseFileOffset, 0);
    for (const contig of part.contigs) this.#contig(contig.name, contig.firstStart0).append(contig, shift);
  }

  /** What was added so far as plain data, to be posted to the thread that joins the parts. */
  toPart(): TabixPart {
    return { contigs: this.#contigs.map((contig) => contig.toPart()) };
  }

  /** The complete .tbi file, BGZF-compressed. */
  toBytes(): Buffer {
    return writeTabix(this.#contigs);
  }

  #contig(name: string, start0: number): ContigBuilder {
    const last = this.#contigs.at(-1);
    if (last?.name === name) {
      if (start0 < last.lastStart0) throw unsorted(name, start0, `comes after position ${last.lastStart0 + 1}`);
      return last;
    }
    if (this.#seen.has(name)) throw unsorted(name, start0, "comes after records of another contig");
    const contig = new ContigBuilder(name);
    this.#seen.add(name);
    this.#contigs.push(contig);
    return contig;
  }
}

function unsorted(contig: string, start0: number, what: string): FormatError {
  const message = `Records must be sorted to be indexed: ${contig}:${start0 + 1} ${what}`;
  return new FormatError("TS_INDEX_UNSORTED", message, { contig, position: start0 + 1 });
}

function tooLong(contig: string, end0: number): FormatError {
  const message = `A .tbi index reaches up to position 536870912 of a contig; a record of ${contig} ends at ${end0}`;
  return new FormatError("TS_INDEX_CONTIG_TOO_LONG", message, { contig, position: end0 });
}
