/** Sexes that a samplesheet can name. */
export const sexes = ["female", "male", "unknown"] as const;

/** One of them. */
export type Sex = (typeof sexes)[number];

/** Reads of one lane of one sequencing of a sample, as a pipeline takes them. */
export interface Lane {
  /** `SAMPLE_R1` of the first replicate; also the name of the sample in its VCF. */
  readonly id: string;
  readonly sample: string;
  readonly sex: Sex;
  /** From 1 on. */
  readonly replicate: number;
  readonly lane: string;
  /** Name of one of the parameters' truth sets. */
  readonly truth_set: string | null;
  readonly material: string | null;
  readonly lot: string | null;
  readonly instrument: string | null;
  /** Absolute paths, or addresses. */
  readonly fastq_1: string;
  readonly fastq_2: string;
}

/** Columns that a samplesheet has to have, in the usual order. */
export const requiredColumns = ["sample", "fastq_1", "fastq_2", "sex", "replicate"] as const;

/** Columns that it may have. */
export const optionalColumns = ["lane", "truth_set", "material", "lot", "instrument"] as const;

/** Any of them. */
export type LaneColumn = (typeof requiredColumns)[number] | (typeof optionalColumns)[number];

/** Lane of rows that name none. */
export const ONLY_LANE = "L1";
