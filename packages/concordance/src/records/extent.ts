import type { CallSet } from "./call-set.ts";

/** Random access to the upper-case bases of one contig. */
export interface ContigBases {
  /** ASCII code of a base, 0-based; never asked outside [0, length). */
  baseAt(position: number): number;
  readonly length: number;
}

const LETTER_N = 0x4e;
const UPPER = 0xdf;

/**
 * Widens the extent of a record by one of its edits, and notes how far the edit can be shifted to the left.
 *
 * The extent of a pure insertion or deletion is the span in which it can be shifted without changing the sequence.
 * Another change of length reaches as far as the reference beside it repeats with the period of that length, because
 * there another record may make up for it later. Edits that keep the length stay where they are. Runs of N are
 * never crossed.
 */
export function widenExtent(calls: CallSet, record: number, edit: number, contig: ContigBases): void {
  let start = calls.editStart[edit];
  let end = calls.editEnd[edit];
  const inserted = calls.editBasesEnd[edit] - calls.editBasesStart[edit];
  const deleted = end - start;
  if (inserted !== deleted) {
    if (inserted === 0) {
      start = deletionLeft(start, end, contig);
      end = deletionRight(calls.editStart[edit], end, contig);
      calls.editLeftmost[edit] = start;
    } else if (deleted === 0) {
      start = insertionLeft(calls, edit, contig);
      end = insertionRight(calls, edit, contig);
      calls.editLeftmost[edit] = start;
    } else {
      const period = Math.abs(inserted - deleted);
      start = periodicLeft(start, period, contig);
      end = periodicRight(end, period, contig);
    }
  }
  if (start < calls.extentStart[record]) calls.extentStart[record] = start;
  if (end > calls.extentEnd[record]) calls.extentEnd[record] = end;
}

function deletionLeft(from: number, to: number, contig: ContigBases): number {
  let start = from;
  let end = to;
  while (start > 0) {
    const base = contig.baseAt(start - 1);
    if (base === LETTER_N || base !== contig.baseAt(end - 1)) break;
    start--;
    end--;
  }
  return start;
}

function deletionRight(from: number, to: number, contig: ContigBases): number {
  let start = from;
  let end = to;
  while (end < contig.length) {
    const base = contig.baseAt(end);
    if (base === LETTER_N || base !== contig.baseAt(start)) break;
    start++;
    end++;
  }
  return end;
}

function insertionLeft(calls: CallSet, edit: number, contig: ContigBases): number {
  const { text } = calls;
  const first = calls.editBasesStart[edit];
  const length = calls.editBasesEnd[edit] - first;
  let position = calls.editStart[edit];
  let place = length - 1;
  while (position > 0) {
    const base = contig.baseAt(position - 1);
    if (base === LETTER_N || base !== (text[first + place] & UPPER)) break;
    position--;
    place = place === 0 ? length - 1 : place - 1;
  }
  return position;
}

function insertionRight(calls: CallSet, edit: number, contig: ContigBases): number {
  const { text } = calls;
  const first = calls.editBasesStart[edit];
  const length = calls.editBasesEnd[edit] - first;
  let position = calls.editStart[edit];
  let place = 0;
  while (position < contig.length) {
    const base = contig.baseAt(position);
    if (base === LETTER_N || base !== (text[first + place] & UPPER)) break;
    position++;
    place = place + 1 === length ? 0 : place + 1;
  }
  return position;
}

function periodicLeft(from: number, period: number, contig: ContigBases): number {
  let position = from;
  while (position > 0 && position - 1 + period < contig.length) {
    const base = contig.baseAt(position - 1);
    if (base === LETTER_N || base !== contig.baseAt(position - 1 + period)) break;
    position--;
  }
  return position;
}

function periodicRight(from: number, period: number, contig: ContigBases): number {
  let position = from;
  while (position < contig.length && position - period >= 0) {
    const base = contig.baseAt(position);
    if (base === LETTER_N || base !== contig.baseAt(position - period)) break;
    position++;
  }
  return position;
}
