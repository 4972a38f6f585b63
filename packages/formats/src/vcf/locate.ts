import type { TextFile } from "../bgzf/text-file.ts";
import { END_OF_FILE } from "../bgzf/virtual-position.ts";
import { FormatError } from "../error.ts";
import { bisectLines, lineBefore, skipEmptyLines } from "./bisect-lines.ts";

/** Where the records of a contig stand in a file, as virtual positions: [start, end). */
export interface ContigSpan {
  readonly contig: string;
  readonly start: number;
  readonly end: number;
}

/** Where an index says that the records of each contig start; virtual positions, in any order. */
export interface ContigStarts {
  readonly contigStarts: readonly { readonly contig: string; readonly start: number }[];
}

/** A line whose contig is known. */
interface Probe {
  readonly position: number;
  readonly contig: string;
}

const TAB = 9;

/**
 * The contigs of a VCF file in file order, found by bisecting its lines: a few blocks are read, not the file. The
 * spans cover everything from `header.recordsStart` to the end of the file, each byte once; the last one ends at
 * `END_OF_FILE`. A file without records has none.
 *
 * Records of a contig are taken to stand together. Where they do not, a span holds records of other contigs or a
 * contig has several spans; whoever scans the spans sees it.
 *
 * @param index saves probes; the result is the same as without
 * @throws FormatError `TS_INDEX_INVALID` when an offset of the index is not where a record of its contig starts, and
 *   as {@link TextFile}
 */
export function locateContigs(
  file: TextFile,
  header: { readonly recordsStart: number },
  index?: ContigStarts,
): ContigSpan[] {
  const first = skipEmptyLines(file, header.recordsStart);
  if (first === END_OF_FILE) return [];
  const probes = [{ position: first, contig: contigOf(file.lineAt(first)) }, ...indexProbes(file, first, index)];
  const spans: ContigSpan[] = [];
  let open: ContigSpan = { contig: probes[0].contig, start: header.recordsStart, end: END_OF_FILE };
  for (const boundary of boundaries(file, probes)) {
    spans.push({ ...open, end: boundary.position });
    open = { contig: boundary.contig, start: boundary.position, end: END_OF_FILE };
  }
  return [...spans, open];
}

/**
 * Virtual position of the first record of `span` with POS >= `position` (1-based), `span.end` when there is none.
 * Assumes that the records of the span are sorted; reads a few blocks.
 */
export function seekPosition(file: TextFile, span: ContigSpan, position: number): number {
  return bisectLines(file, { from: span.start, to: span.end }, (line) => positionOf(line) >= position);
}

/** Every place where the contig changes, in file order. */
function* boundaries(file: TextFile, probes: readonly Probe[]): Generator<Probe> {
  for (let i = 0; i < probes.length; i++) {
    const next = probes[i + 1];
    yield* changesBetween(file, probes[i], next?.position ?? END_OF_FILE, next?.contig ?? null);
  }
}

/** Places in (`from`, `to`] where the contig changes; `toContig` is null when `to` is the end of the file. */
function* changesBetween(file: TextFile, from: Probe, to: number, toContig: string | null): Generator<Probe> {
  if (from.contig === toContig) return;
  const half = lineInTheMiddle(file, from.position, to);
  if (half !== null) {
    yield* changesBetween(file, from, half.position, half.contig);
    yield* changesBetween(file, half, to, toContig);
    return;
  }
  yield* changesInBlock(file, from, to, toContig);
}

/** Some line about half way between two lines, by file offset; null when they are in the same or adjacent blocks. */
function lineInTheMiddle(file: TextFile, from: number, to: number): Probe | null {
  let low = file.fileOffsetOf(from);
  let high = file.fileOffsetOf(to);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const position = skipEmptyLines(file, file.firstLineAfter(middle));
    if (position < to && position > from) return { position, contig: contigOf(file.lineAt(position)) };
    if (position >= to) high = middle;
    else low = middle;
  }
  return null;
}

function* changesInBlock(file: TextFile, from: Probe, to: number, toContig: string | null): Generator<Probe> {
  let current = from;
  while (current.contig !== toContig) {
    const { contig } = current;
    const position = bisectLines(file, { from: current.position, to }, (line) => contigOf(line) !== contig);
    if (position === END_OF_FILE) return;
    current = { position, contig: position === to && toContig !== null ? toContig : contigOf(file.lineAt(position)) };
    yield current;
    if (position === to) return;
  }
}

/** For each contig of the index its first line and the line before, which prove the boundary between them. */
function indexProbes(file: TextFile, first: number, index: ContigStarts | undefined): Probe[] {
  const probes: Probe[] = [];
  for (const { contig, start } of [...(index?.contigStarts ?? [])].sort((a, b) => a.start - b.start)) {
    const position = checkedStart(file, contig, start);
    if (position <= first) continue;
    const before = lineBefore(file, first, position);
    const follows = skipEmptyLines(file, file.lineAfter(before)) === position;
    if (!follows) throw indexError(file, contig, start, "no line starts there");
    if (before > (probes.at(-1)?.position ?? first)) {
      probes.push({ position: before, contig: contigOf(file.lineAt(before)) });
    }
    probes.push({ position, contig });
  }
  return probes;
}

function checkedStart(file: TextFile, contig: string, start: number): number {
  if (!file.isPlace(start)) throw indexError(file, contig, start, "no block with that place starts there");
  const position = file.canonical(start);
  if (contigOf(file.lineAt(position)) !== contig) {
    throw indexError(file, contig, start, "no record of that contig starts there");
  }
  return position;
}

function contigOf(line: Buffer): string {
  const tab = line.indexOf(TAB);
  return line.toString("utf8", 0, tab === -1 ? line.length : tab);
}

/** POS of a record line; NaN, which counts as before everything, when it is no number. */
function positionOf(line: Buffer): number {
  const start = line.indexOf(TAB) + 1;
  const end = line.indexOf(TAB, start);
  return Number(line.toString("utf8", start, end === -1 ? line.length : end));
}

function indexError(file: TextFile, contig: string, start: number, what: string): FormatError {
  const offset = file.fileOffsetOf(start);
  const message = `The index of ${file.path} says that ${contig} starts in the block at byte ${offset}: ${what}`;
  return new FormatError("TS_INDEX_INVALID", message, { file: file.path, contig, offset });
}
