import { TextFile } from "../bgzf/text-file.ts";
import { END_OF_FILE } from "../bgzf/virtual-position.ts";
import { BinningIndex, type Chunk, type ContigCounts, type ContigIndex, type TabixColumns } from "./binning-index.ts";
import { type Binning, pseudoBin, TABIX_BINNING } from "./bins.ts";
import { ByteCursor } from "./byte-cursor.ts";

const COLUMNS_SIZE = 28;
const DEEPEST = 10;

/**
 * Reads a .tbi or .csi file; which of them is told by its content.
 *
 * @throws FormatError `TS_INDEX_INVALID` when it is neither or its numbers contradict each other, and what
 *   `TextFile.open` throws
 */
export function readIndex(path: string): BinningIndex {
  const file = TextFile.open(path);
  try {
    return parseIndex(file.read(0, END_OF_FILE), path);
  } finally {
    file.close();
  }
}

/** The index in the decompressed content of a .tbi or .csi file; errors as {@link readIndex}. */
export function parseIndex(bytes: Buffer, path: string): BinningIndex {
  const cursor = new ByteCursor(bytes, path);
  const magic = cursor.take(4, "its first four bytes").toString("latin1");
  if (magic === "TBI\x01") return parseTabix(cursor);
  if (magic === "CSI\x01") return parseCsi(cursor);
  throw cursor.invalid("it starts with neither TBI nor CSI");
}

function parseTabix(cursor: ByteCursor): BinningIndex {
  const contigCount = cursor.count(8, "the number of contigs");
  const columns = parseColumns(cursor);
  const names = parseNames(cursor);
  if (names.length !== contigCount) throw cursor.invalid(`it has ${names.length} names for ${contigCount} contigs`);
  const contigs = names.map((name) => parseContig(cursor, name, TABIX_BINNING, "tbi"));
  return new BinningIndex({ kind: "tbi", binning: TABIX_BINNING, columns, contigs, unplaced: parseEnd(cursor) });
}

function parseCsi(cursor: ByteCursor): BinningIndex {
  const binning = { minShift: cursor.int32("min_shift"), depth: cursor.int32("depth") };
  if (binning.minShift < 1 || binning.minShift > 31 || binning.depth < 0 || binning.depth > DEEPEST) {
    throw cursor.invalid(`min_shift ${binning.minShift} and depth ${binning.depth} are out of range`);
  }
  const auxiliarySize = cursor.count(1, "the size of the auxiliary data");
  const named = auxiliarySize >= COLUMNS_SIZE;
  const auxiliaryEnd = cursor.remaining - auxiliarySize;
  const columns = named ? parseColumns(cursor) : null;
  const names = named ? parseNames(cursor) : [];
  if (cursor.remaining < auxiliaryEnd) throw cursor.invalid("its names are longer than the auxiliary data");
  cursor.take(cursor.remaining - auxiliaryEnd, "the auxiliary data");
  const contigCount = cursor.count(4, "the number of contigs");
  if (named && names.length !== contigCount) {
    throw cursor.invalid(`it has ${names.length} names for ${contigCount} contigs`);
  }
  const contigs = Array.from({ length: contigCount }, (_, i) => parseContig(cursor, names[i] ?? null, binning, "csi"));
  return new BinningIndex({ kind: "csi", binning, columns, contigs, unplaced: parseEnd(cursor) });
}

function parseColumns(cursor: ByteCursor): TabixColumns {
  return {
    format: cursor.int32("the format"),
    contigColumn: cursor.int32("the contig column"),
    startColumn: cursor.int32("the start column"),
    endColumn: cursor.int32("the end column"),
    commentCharacter: String.fromCharCode(cursor.int32("the comment character") & 0xff),
    skippedLines: cursor.int32("the number of skipped lines"),
  };
}

function parseNames(cursor: ByteCursor): string[] {
  const names = cursor.take(cursor.count(1, "the length of the names"), "the names").toString("utf8");
  if (names === "") return [];
  if (!names.endsWith("\0")) throw cursor.invalid("its names do not end with a zero byte");
  return names.slice(0, -1).split("\0");
}

function parseContig(cursor: ByteCursor, name: string | null, binning: Binning, kind: "tbi" | "csi"): ContigIndex {
  const bins = new Map<number, Chunk[]>();
  const binStarts = new Map<number, number>();
  let counts: ContigCounts | null = null;
  const binCount = cursor.count(8, "the number of bins");
  for (let i = 0; i < binCount; i++) {
    const bin = cursor.uint32("a bin number");
    if (kind === "csi") binStarts.set(bin, cursor.uint64("the start of a bin"));
    if (bin > pseudoBin(binning)) throw cursor.invalid(`there is no bin ${bin}`);
    if (bins.has(bin)) throw cursor.invalid(`bin ${bin} is there twice`);
    if (bin === pseudoBin(binning)) counts = parseCounts(cursor);
    else bins.set(bin, parseChunks(cursor));
  }
  binStarts.delete(pseudoBin(binning));
  return { name, bins, binStarts, counts, linear: kind === "tbi" ? parseLinear(cursor) : new Float64Array(0) };
}

function parseChunks(cursor: ByteCursor): Chunk[] {
  const count = cursor.count(16, "the number of chunks");
  const chunks: Chunk[] = [];
  for (let i = 0; i < count; i++) {
    const chunk = { start: cursor.uint64("the start of a chunk"), end: cursor.uint64("the end of a chunk") };
    if (chunk.end < chunk.start) throw cursor.invalid("a chunk ends before it starts");
    chunks.push(chunk);
  }
  return chunks;
}

function parseCounts(cursor: ByteCursor): ContigCounts {
  const chunks = cursor.count(16, "the number of chunks");
  if (chunks !== 2) throw cursor.invalid(`the bin of counts has ${chunks} chunks, not 2`);
  return {
    start: cursor.uint64("the start of a contig"),
    end: cursor.uint64("the end of a contig"),
    mapped: cursor.uint64("a record count"),
    unmapped: cursor.uint64("a record count"),
  };
}

function parseLinear(cursor: ByteCursor): Float64Array {
  const linear = new Float64Array(cursor.count(8, "the number of windows"));
  for (let i = 0; i < linear.length; i++) linear[i] = cursor.uint64("the start of a window");
  return linear;
}

function parseEnd(cursor: ByteCursor): number | null {
  const unplaced = cursor.remaining === 0 ? null : cursor.uint64("the number of records without a place");
  if (cursor.remaining > 0) throw cursor.invalid(`${cursor.remaining} bytes follow its end`);
  return unplaced;
}
