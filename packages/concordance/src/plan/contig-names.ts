import { ConcordanceError } from "../error.ts";

/** Finds the reference's number of a contig that a file names. */
export class ContigNames {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #names: readonly string[];
  readonly #rename: boolean;

  constructor(names: readonly string[], rename: boolean) {
    this.#names = names;
    this.#numbers = new Map(names.map((name, number) => [name, number]));
    this.#rename = rename;
  }

  /** Number of the contig in the reference, or -1; with renaming, `chr` may be missing or too many. */
  find(name: string): number {
    const number = this.#numbers.get(name);
    if (number !== undefined) return number;
    return this.#rename ? (this.#numbers.get(this.#otherName(name) ?? "") ?? -1) : -1;
  }

  /**
   * As `find`, for a contig that must be there.
   *
   * @throws ConcordanceError TS_CONTIG_NAMING when only the naming differs, else TS_CONTIG_UNKNOWN
   */
  require(name: string, file: string): number {
    const number = this.find(name);
    if (number >= 0) return number;
    this.refuseOtherNaming(name, file);
    const known = this.#names.slice(0, 5).join(", ") + (this.#names.length > 5 ? " ..." : "");
    throw new ConcordanceError(
      "TS_CONTIG_UNKNOWN",
      `${file} names a contig ${name}, which the reference does not have (it has ${known})`,
      { file, contig: name },
    );
  }

  /** @throws ConcordanceError TS_CONTIG_NAMING when the reference has the contig under the other naming convention */
  refuseOtherNaming(name: string, file: string): void {
    const other = this.#otherName(name);
    if (other === null) return;
    throw new ConcordanceError(
      "TS_CONTIG_NAMING",
      `${file} names a contig ${name}, which the reference calls ${other}`,
      { file, contig: name },
    );
  }

  /** The reference's name for the same chromosome in the other convention, or null. */
  #otherName(name: string): string | null {
    const bare = name.replace(/^chr/i, "");
    const candidates = bare === "M" || bare === "MT" ? ["M", "MT", "chrM", "chrMT"] : [bare, `chr${bare}`];
    return candidates.find((candidate) => candidate !== name && this.#numbers.has(candidate)) ?? null;
  }
}
