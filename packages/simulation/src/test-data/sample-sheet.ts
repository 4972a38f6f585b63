import type { LaneFiles } from "../reads/write-reads.ts";

/** One sequencing of somebody. */
export interface Library {
  readonly sample: string;
  readonly replicate: number;
  readonly lanes: readonly LaneFiles[];
}

/** Key of the truth set in the parameters. */
export const TRUTH_SET = "simulated";
export const MATERIAL = "SIM1-DNA";
export const LOT = "SIM1-2026-01";
/** Identifier of the instrument, as it stands in the names of reads. */
export const INSTRUMENT = "TSM00001";

/** A samplesheet of the germline pipeline: a line a lane; paths are relative to its folder. */
export function sampleSheet(libraries: readonly Library[]): string {
  const lines = libraries.flatMap(({ sample, replicate, lanes }) =>
    lanes.map(({ lane, first, second }) =>
      [sample, first, second, "female", replicate, `L00${lane}`, TRUTH_SET, MATERIAL, LOT, INSTRUMENT].join(","),
    ),
  );
  return `sample,fastq_1,fastq_2,sex,replicate,lane,truth_set,material,lot,instrument\n${lines.join("\n")}\n`;
}
