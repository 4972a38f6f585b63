import { type ContigSpan, createVcfColumns, type FastaIndex, FastaReader, TextFile } from "@touchstone/formats";
import type { RangeFiles } from "../merge/merge-range.ts";

/** One replicate as it is described to a worker. */
export interface RunSpec {
  /** As the user named it. */
  readonly path: string;
  /** What is read. */
  readonly textPath: string;
  readonly spans: ReadonlyMap<string, ContigSpan>;
  readonly sampleColumn: number;
  readonly sampleCount: number;
  readonly hasReferenceBlocks: boolean;
}

/** Everything that a worker opens; can be posted. */
export interface FilesSpec {
  readonly runs: readonly RunSpec[];
  readonly reference: { readonly path: string; readonly index: FastaIndex } | null;
}

/** Opens the files of a comparison in this thread. */
export function openFiles({ runs, reference }: FilesSpec): RangeFiles {
  return {
    runs: runs.map(({ textPath, ...run }) => ({ ...run, file: TextFile.open(textPath) })),
    columns: runs.map(() => createVcfColumns()),
    reference: reference === null ? null : FastaReader.open(reference.path, { index: reference.index }),
  };
}
