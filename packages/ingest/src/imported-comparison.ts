import type { DiscordantVariants } from "./discordant/discordant-variant.ts";

/** Programs whose comparisons can be taken over, as the records name them. */
export type ComparisonFormat = "touchstone" | "hap.py" | "rtg vcfeval" | "aardvark" | "som.py";

/** What identifies a row: no two rows of a comparison share all four. Texts without blanks around them, never empty. */
export interface StratumKey {
  /** `SNP`, `INDEL`, `ALL` for all types together, or the program's own word for another type. */
  readonly variantType: string;
  /** `*` for the whole type. */
  readonly subtype: string;
  /** `*` for all that was compared. */
  readonly stratum: string;
  /** Which records are counted: `ALL`, `PASS`, or what the adapter of the format says. */
  readonly filter: string;
}

/** Counts of a row, whole numbers of 0 or more; null where the program gives no figure. */
export interface StratumCounts {
  readonly truthTotal: number | null;
  readonly truthTp: number | null;
  readonly truthFn: number | null;
  readonly queryTotal: number | null;
  readonly queryTp: number | null;
  readonly queryFp: number | null;
  /** Of the FP: the allele is in the truth with another genotype. */
  readonly queryFpGenotype: number | null;
  /** Of the FP: near a truth variant with other alleles. */
  readonly queryFpAllele: number | null;
  /** Query records outside the confident regions. */
  readonly queryUnk: number | null;
}

/** Rates of a row, 0 to 1; null where there is nothing to divide by, never 0 or 1. */
export interface StratumRates {
  readonly recall: number | null;
  /** Bounds of Wilson's 95% interval; null also where the counts are no independent trials. */
  readonly recallLow: number | null;
  readonly recallHigh: number | null;
  readonly precision: number | null;
  readonly precisionLow: number | null;
  readonly precisionHigh: number | null;
  /** Harmonic mean of recall and precision; 0 when both are 0. */
  readonly f1: number | null;
  /** `queryUnk` / `queryTotal`. */
  readonly unknownFraction: number | null;
  /** 0 or more; null unless the program reports it. */
  readonly falsePositivesPerMegabase: number | null;
}

/** One row of a comparison's table; fits the table `comparison_stratum`. */
export interface ImportedStratum extends StratumKey, StratumCounts, StratumRates {}

/** Recall and precision of the records at or above a score; fits the table `precision_recall_point`. */
export interface ImportedPoint {
  readonly variantType: string;
  readonly filter: string;
  /** From 0, the strictest threshold, with the fewest records. */
  readonly position: number;
  readonly score: number;
  readonly recall: number | null;
  readonly precision: number | null;
  /** Null where the program weights records, so that the count is no whole number. */
  readonly truthTp: number | null;
  readonly truthFn: number | null;
  readonly queryTp: number | null;
  readonly queryFp: number | null;
}

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A comparison as it is kept, whatever program made it; fits the table `comparison`. */
export interface ImportedComparison {
  readonly format: ComparisonFormat;
  /**
   * SHA-256, 64 hexadecimal digits, of what was measured: format, metrics, strata and points in canonical order and
   * spelling. The same for the same results, whatever the files' names, compression, order of columns and line ends.
   */
  readonly contentSha256: string;
  /** The document to keep: Touchstone's own, or the cells of the tables that were read. */
  readonly metrics: JsonObject;
  /** How the results came about, as far as the files say; null when they do not. */
  readonly provenance: JsonObject | null;
  /** When the comparison was finished, UTC; null when the files do not say. */
  readonly performedAt: string | null;
  /** In the order of variant type, subtype, stratum and filter. */
  readonly strata: readonly ImportedStratum[];
  /** In the order of variant type, filter and position. */
  readonly points: readonly ImportedPoint[];
  /** Null where no VCF with the decisions was given; no part of the hash, since they follow from the same comparison. */
  readonly discordant: DiscordantVariants | null;
  /** What was left out or is doubtful, a sentence each. */
  readonly warnings: readonly string[];
}
