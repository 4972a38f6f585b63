/** Most text that one call takes, in bytes. */
export const MAX_TEXT: number = 1 << 18;

/** What the module counts, each as an index into the counts. */
export const Count = {
  homRef: 0,
  het: 1,
  homAlt: 2,
  missing: 3,
  transitions: 4,
  transversions: 5,
  /** Records of one ALT allele that is an indel. */
  indels: 6,
  /** All records counted, those with a listed ALT included. */
  records: 7,
  /** Entries of the list of lines that are left to `scanVcf`. */
  otherLines: 8,
  /** Entries of the list of records that are counted but for the class of their ALT alleles. */
  otherAlleles: 9,
} as const;
export const COUNTS = 10;

/** Where things are in the module's memory. */
export const Address = {
  letters: 0,
  counts: 256,
  /** The last CHROM of up to 8 letters: its length and, 8 bytes on, its letters. */
  contig: 512,
  text: 0x1_0000,
  /** Lists of 32-bit numbers: the places of all control characters; start and end of lines; REF, ALT and QUAL starts. */
  controls: 0x8_0000,
  otherLines: 0x20_0000,
  otherAlleles: 0x28_0000,
} as const;
/** Pages of 64 KiB. */
export const PAGES = 48;

/** Bits of the table of letters: a base, and of which family; a comma. */
export const Letter = { base: 1, comma: 2, purine: 4, pyrimidine: 8 } as const;
