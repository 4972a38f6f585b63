/** A sequence of a reference. */
export interface Contig {
  readonly name: string;
  /** ASCII codes of its bases, upper or lower case. */
  readonly bases: Uint8Array;
}
