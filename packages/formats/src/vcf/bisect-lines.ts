import { MAX_BLOCK_SIZE } from "../bgzf/block-header.ts";
import type { TextFile } from "../bgzf/text-file.ts";

/** Lines of a file to search in, as virtual positions of line starts; `to` may be `END_OF_FILE`. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Whether the line at a position belongs to the later part of a file. */
type IsPast = (position: number) => boolean;

/**
 * Where the first line of `range` starts for which `isPast` holds, `range.to` when it holds for none. `isPast` must
 * be false up to some line and true from there on. Empty lines are never asked about.
 *
 * Halves file offsets, so it inflates about log2(number of blocks) blocks.
 */
export function bisectLines(file: TextFile, range: LineRange, isPast: (line: Buffer) => boolean): number {
  const first = skipEmptyLines(file, range.from);
  if (first >= range.to) return range.to;
  if (isPast(file.lineAt(first))) return first;
  const last = lastBefore(file, { from: first, to: range.to }, (position) => isPast(file.lineAt(position)));
  return Math.min(skipEmptyLines(file, file.lineAfter(last)), range.to);
}

/** Where the last line with text starts before `position`; `first`, a line start before it, when there is none. */
export function lineBefore(file: TextFile, first: number, position: number): number {
  let from = position;
  for (let back = MAX_BLOCK_SIZE; from >= position; back *= 2) {
    const offset = file.fileOffsetOf(position) - back;
    from = offset <= 0 ? first : Math.max(first, skipEmptyLines(file, file.firstLineAfter(offset)));
  }
  return lastBefore(file, { from, to: position }, (line) => line >= position);
}

/** The last line that is not past; `range.from` is not, `range.to` is. */
function lastBefore(file: TextFile, range: LineRange, isPast: IsPast): number {
  return bisectWithinBlock(file, narrowToBlock(file, range, isPast), isPast);
}

/** The position itself, or of the next line that has text; `END_OF_FILE` when there is none. */
export function skipEmptyLines(file: TextFile, position: number): number {
  let at = position;
  while (at !== Number.POSITIVE_INFINITY && file.lineAt(at).length === 0) at = file.lineAfter(at);
  return at;
}

/** Narrows (`from` not past, `to` past or the end) by file offsets until no block starts in between. */
function narrowToBlock(file: TextFile, range: LineRange, isPast: IsPast): LineRange {
  const places = { low: file.fileOffsetOf(range.from), high: file.fileOffsetOf(range.to) };
  return narrow(range, places, (middle) => skipEmptyLines(file, file.firstLineAfter(middle)), isPast);
}

/** As above by places in the text of one block; in a plain file nothing is left to do. */
function bisectWithinBlock(file: TextFile, range: LineRange, isPast: IsPast): number {
  const places = { low: range.from, high: Math.min(range.to, file.lastPositionInBlock(range.from) + 1) };
  return narrow(range, places, (middle) => skipEmptyLines(file, file.lineAfter(middle)), isPast).from;
}

/** Halves the places between `low` and `high`, each of which stands for the next line behind it. */
function narrow(
  range: LineRange,
  places: { readonly low: number; readonly high: number },
  lineBehind: (place: number) => number,
  isPast: IsPast,
): LineRange {
  let { from, to } = range;
  let { low, high } = places;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const line = lineBehind(middle);
    if (line >= to) high = middle;
    else if (isPast(line)) {
      to = line;
      high = middle;
    } else {
      from = Math.max(from, line);
      low = middle;
    }
  }
  return { from, to };
}
