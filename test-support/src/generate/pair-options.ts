import type { Oracle } from "./oracle.ts";

/** What to generate; the same options give the same files, byte by byte. */
export interface PairOptions {
  /** Folder that gets reference.fa, reference.fa.fai, truth.vcf.gz, query.vcf.gz, confident.bed and oracle.tsv. */
  readonly folder: string;
  readonly seed: number;
  /** Lengths of chr1, chr2 and so on. */
  readonly contigLengths: readonly number[];
  /** Number of places with a variant; some hold two truth records when `dense`. */
  readonly eventCount: number;
  /** Shares of the events that the query gets wrong, and extra calls per event. */
  readonly errorRates?: Partial<ErrorRates>;
  /** Events lie in groups of about 6, a few bases apart, and some truth records overlap. */
  readonly dense?: boolean;
  /** Plain VCF instead of BGZF (files are then named truth.vcf and query.vcf). */
  readonly plain?: boolean;
  /** Phased genotypes in both files, so that a test can replay the haplotypes. */
  readonly phased?: boolean;
}

/** Shares of the events; `extra` are calls of what is not there, per event. */
export interface ErrorRates {
  readonly dropped: number;
  readonly gt_error: number;
  readonly allele_error: number;
  readonly extra: number;
}

/** The files of a pair and what is in them. */
export interface GeneratedPair {
  readonly reference: string;
  readonly truth: string;
  readonly query: string;
  readonly regions: string;
  /**
   * Counts as in oracle.tsv. `exp.FN`, `exp.FP`: records that a comparison of all records must find wrong; `exp.pass.*`: of PASS
   * records alone; `inside.*`: of all records in confident.bed alone.
   */
  readonly oracle: Oracle;
}
