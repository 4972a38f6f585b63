import { type ContigSpan, createVcfColumns, type FastaIndex, FastaReader, TextFile } from "@touchstone/formats";
import type { SideFile } from "../range/load-side.ts";
import type { RangeFiles } from "../range/range-settings.ts";

/** One call set as it is described to a worker. */
export interface SideSpec {
  /** As the user named it. */
  readonly path: string;
  /** What is read. */
  readonly textPath: string;
  readonly spans: ReadonlyMap<number, ContigSpan>;
  readonly sampleColumn: number;
  readonly sampleCount: number;
}

/** Everything that a worker opens; can be posted. */
export interface FilesSpec {
  readonly truth: SideSpec;
  readonly query: SideSpec;
  readonly reference: string;
  readonly referenceIndex: FastaIndex;
}

/** Opens the files of a comparison in this thread. */
export function openFiles(spec: FilesSpec): RangeFiles {
  return {
    truth: openSide(spec.truth),
    query: openSide(spec.query),
    reference: FastaReader.open(spec.reference, { index: spec.referenceIndex }),
  };
}

/** Closes what {@link openFiles} opened. */
export function closeFiles({ truth, query, reference }: RangeFiles): void {
  truth.file.close();
  query.file.close();
  reference.close();
}

function openSide(spec: SideSpec): SideFile {
  const { path, textPath, spans, sampleColumn, sampleCount } = spec;
  return { path, file: TextFile.open(textPath), spans, sampleColumn, sampleCount, columns: createVcfColumns() };
}
