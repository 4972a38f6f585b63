import { FastaReader, type Intervals, openSpooled, RegionSweep } from "@touchstone/formats";
import { ContigNames } from "../plan/contig-names.ts";
import { loadRegions } from "../plan/load-regions.ts";
import { readStratum } from "../workers/read-stratum.ts";
import type { Span } from "./called-span.ts";

/** Reference bases on each side of a record. */
export const FLANK_LENGTH = 20;

/** What the records of a comparison lie in. */
export interface AnnotationSources {
  /** Path of the FASTA. */
  readonly reference: string;
  /** Path of the GA4GH TSV of strata. */
  readonly stratifications?: string | undefined;
  readonly renameContigs: boolean;
}

interface Stratum {
  readonly name: string;
  readonly regions: ReadonlyMap<string, Intervals>;
}

/** Looks up the reference bases around records and the strata that they lie in; records come contig by contig. */
export class Annotations {
  readonly #reference: FastaReader;
  readonly #strata: readonly Stratum[];
  #contig: string | null = null;
  #length = 0;
  #sweeps: readonly { readonly name: string; readonly sweep: RegionSweep }[] = [];

  private constructor(reference: FastaReader, strata: readonly Stratum[]) {
    this.#reference = reference;
    this.#strata = strata;
  }

  /**
   * @param spoolPath where the text of a reference that is gzip without blocks may be put; the caller removes it.
   * @throws FormatError and ConcordanceError as the comparison did, when a file has changed since.
   */
  static async open(
    { reference: path, stratifications, renameContigs }: AnnotationSources,
    spoolPath: string,
  ): Promise<Annotations> {
    const reference = await openSpooled(path, spoolPath, FastaReader.open);
    try {
      const names = reference.contigs.map(({ name }) => name);
      const strata = stratifications === undefined ? [] : await readStrata(stratifications, names, renameContigs);
      return new Annotations(reference, strata);
    } catch (error) {
      reference.close();
      throw error;
    }
  }

  /** Whether there are strata: a record in none of them says something then. */
  get hasStrata(): boolean {
    return this.#strata.length > 0;
  }

  /** Up to `FLANK_LENGTH` bases before and after [start, end), 0-based; fewer at the ends of the contig. */
  flanks(contig: string, start: number, end: number): readonly [before: string, after: string] {
    this.#select(contig);
    return [this.#bases(start - FLANK_LENGTH, start), this.#bases(end, end + FLANK_LENGTH)];
  }

  /** Names of the strata that a record with this span lies in. */
  strata(contig: string, { start, end }: Span): string[] {
    this.#select(contig);
    return this.#sweeps.filter(({ sweep }) => sweep.overlaps(start, end)).map(({ name }) => name);
  }

  close(): void {
    this.#reference.close();
  }

  #select(contig: string): void {
    if (contig === this.#contig) return;
    const number = this.#reference.contigNumber(contig);
    this.#contig = contig;
    this.#length = number < 0 ? 0 : (this.#reference.contigs[number]?.length ?? 0);
    if (number >= 0) this.#reference.select(number);
    this.#sweeps = this.#strata.flatMap(({ name, regions }) => {
      const intervals = regions.get(contig);
      return intervals === undefined ? [] : [{ name, sweep: new RegionSweep(intervals) }];
    });
  }

  #bases(from: number, to: number): string {
    const [start, end] = [Math.max(0, from), Math.min(this.#length, to)];
    if (start >= end) return "";
    const bases = new Uint8Array(end - start);
    this.#reference.copyBases(start, end, bases, 0);
    return Buffer.from(bases).toString("latin1");
  }
}

async function readStrata(path: string, names: readonly string[], renameContigs: boolean): Promise<Stratum[]> {
  const read = async (paths: readonly string[]) => paths.map(readStratum);
  const contigs = new ContigNames(names, renameContigs);
  const { stratifications, strata } = await loadRegions({ stratifications: path }, names, contigs, read);
  return stratifications.map(({ name }, number) => ({ name, regions: strata[number] as Stratum["regions"] }));
}
