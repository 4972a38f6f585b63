import type { VafDenominator } from "./read/depth-source.ts";
import type { PlotPoints } from "./report/plot-points.ts";
import type { ReproducibilityReport } from "./report/reproducibility-report.ts";

/** Progress of a comparison, in ranges of the genome. */
export interface ReplicatesProgress {
  readonly done: number;
  readonly total: number;
  readonly phase: string;
}

/** A file that is made from the report and appears together with it. */
export interface AttachedFile {
  /** Follows the prefix, as `.icc.svg`. */
  readonly suffix: string;
  readonly content: string;
}

/** What all comparisons of runs have in common. */
export interface CommonOptions {
  /** Output prefix P: P.reproducibility.json and so on. Missing parent folders are made. */
  readonly out: string;
  /** Variants with a lower mean have no CV, since it grows without bound towards 0; they are counted. 0 to 1. */
  readonly leastCvMean: number;
  /** Points that plots show, at most. */
  readonly samplePoints: number;
  /** Seed of the choice of these points. */
  readonly seed: number;
  /** Deflate level of P.variants.tsv.gz, 0 to 9. */
  readonly compressionLevel: number;
  /** Makes further files of the report, such as charts. */
  readonly attach?: (report: ReproducibilityReport, points: PlotPoints) => Promise<readonly AttachedFile[]>;
  readonly signal?: AbortSignal;
}

/** Everything that a comparison of call sets depends on; paths are files as the process sees them. */
export interface ReplicateOptions extends CommonOptions {
  /** Two or more VCF files of the same material. */
  readonly replicates: readonly string[];
  /** Sample of each replicate: none when each has one, one for all, or one each. */
  readonly samples: readonly string[];
  /** BED: variants outside are left out. */
  readonly regions?: string;
  /** FASTA: indels are left-aligned with it. Without it alleles are only trimmed. */
  readonly reference?: string;
  /** A run with fewer reads at a variant is not evaluable there; 1 or more. */
  readonly minimumDepth: number;
  readonly vafDenominator: VafDenominator;
  /** VAF 0 of reference blocks enters ICC, SD and CV. */
  readonly includeImputed: boolean;
  /** Records that failed a FILTER count as calls. */
  readonly allRecords: boolean;
  /** Inner edges of the VAF bins, ascending, above 0 and below 1. */
  readonly vafBins: readonly number[];
  /** Worker threads, 1 or more. */
  readonly threads: number;
  readonly onProgress?: (progress: ReplicatesProgress) => void;
}

/** One measurement of a table. */
export interface TableMeasurement {
  /** 1-based line of the table. */
  readonly line: number;
  readonly analyte: string;
  readonly run: string;
  /** Finite; a fraction of 0 to 1 where a depth is given. */
  readonly value: number;
  /** Reads that the value is a fraction of; null when unknown. */
  readonly depth: number | null;
  /** The same for all measurements of an analyte; null without strata. */
  readonly stratum: string | null;
}

/** Everything that a comparison of tabulated measurements depends on. */
export interface TableOptions extends CommonOptions {
  /** Path of the table, for messages and for its identity. */
  readonly table: string;
  readonly measurements: readonly TableMeasurement[];
  /** 1-based place of each column, by name, for messages. */
  readonly columns: Readonly<Record<string, number>>;
  /** Measurements with fewer reads are not evaluable. */
  readonly minimumDepth: number;
}

/** What a finished comparison hands back. */
export interface ReplicatesResult {
  readonly report: ReproducibilityReport;
  readonly warnings: readonly string[];
  /** Paths of the files written. */
  readonly files: readonly string[];
}
