import type { ComparisonMetrics } from "./report/metrics.ts";
import type { ReportFile } from "./report/report-files.ts";

/** What counts as a match: the same genotype, or the presence of the same allele. */
export type MatchMode = "genotype" | "alleles";

/** Progress of a comparison, in ranges of the genome. */
export interface ComparisonProgress {
  readonly done: number;
  readonly total: number;
  readonly phase: string;
}

/** Everything a comparison depends on; paths are files as the process sees them. */
export interface ComparisonOptions {
  readonly truth: string;
  readonly query: string;
  readonly reference: string;
  /** Output prefix P: P.vcf.gz, P.summary.csv and so on. Missing parent folders are made. */
  readonly out: string;
  readonly match: MatchMode;
  /** `ignore`: any orientation of a heterozygote; `respect`: phased genotypes keep theirs within a phase set. */
  readonly phase: "ignore" | "respect";
  /** `flexible`: haploid 1 equals 1/1; `strict`: ploidies must be the same. */
  readonly ploidy: "flexible" | "strict";
  /** BED of confident regions. */
  readonly regions?: string;
  /** BED of targets: records outside are not assessed. */
  readonly targets?: string;
  /** GA4GH stratification TSV. */
  readonly stratifications?: string;
  /** Also assess records that failed a FILTER. */
  readonly allRecords: boolean;
  /** `QUAL`, `FORMAT/GQ`, `INFO/VQSLOD` ...; default QUAL. */
  readonly scoreField?: string;
  readonly truthSample?: string;
  readonly querySample?: string;
  /** Worker threads, 1 or more. */
  readonly threads: number;
  readonly refMismatch: "error" | "skip";
  /** Map contig names to the reference's by adding or removing `chr` (and MT/M). */
  readonly renameContigs: boolean;
  /** Deflate level of P.vcf.gz, 0 to 9. */
  readonly compressionLevel: number;
  /** Replay every superlocus on the reference before it is written. */
  readonly check: boolean;
  /** Makes further files from the tables, metrics.json and provenance.json; they appear together with those. */
  readonly attach?: (files: readonly ReportFile[], warnings: readonly string[]) => Promise<readonly ReportFile[]>;
  readonly onProgress?: (progress: ComparisonProgress) => void;
  readonly signal?: AbortSignal;
}

/** What a finished comparison hands back. */
export interface ComparisonResult {
  readonly metrics: ComparisonMetrics;
  readonly warnings: readonly string[];
  /** Paths of the files written. */
  readonly files: readonly string[];
}
