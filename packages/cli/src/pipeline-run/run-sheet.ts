import {
  type Lane,
  type PipelineSchema,
  readComparisonSheet,
  readSamplesheet,
  type SheetComparison,
  type SheetContext,
} from "@touchstone/runner";

/** What a run is about: lanes of samples, or call sets that are compared. */
export interface RunSheet {
  readonly lanes: readonly Lane[];
  readonly comparisons: readonly SheetComparison[];
}

/** Reads the sheet that the pipeline's parameter `input` names. @throws RunnerError as its readers. */
export function readRunSheet({ parameters }: PipelineSchema, file: string, context: SheetContext): RunSheet {
  if (parameters.input?.sheet === "comparisons") return { lanes: [], comparisons: readComparisonSheet(file, context) };
  return { lanes: readSamplesheet(file, context), comparisons: [] };
}

/** Its rows, as the pipeline takes them. */
export function rowsOf({ lanes, comparisons }: RunSheet): readonly (Lane | SheetComparison)[] {
  return [...lanes, ...comparisons];
}

/** Files that its rows name. */
export function filesOf({ lanes, comparisons }: RunSheet): string[] {
  return [
    ...lanes.flatMap(({ fastq_1, fastq_2 }) => [fastq_1, fastq_2]),
    ...comparisons.flatMap(({ vcf, stratification }) => [vcf, ...(stratification === null ? [] : [stratification])]),
  ];
}

/** Names of samples in the records: of a replicate, or of a caller's call set, which tells callers of one sample apart. */
export function samplesOf({ lanes, comparisons }: RunSheet): string[] {
  return [...new Set([...lanes.map(({ id }) => id), ...comparisons.map(callSetName)])];
}

/** `SAMPLE.CALLER`, and the stratification where there is one: what a comparison with one truth set is known by. */
export function callSetName({ id, sample, caller, truth_set }: SheetComparison): string {
  return `${sample}.${caller}${id.slice([sample, caller, truth_set].join(".").length)}`;
}
