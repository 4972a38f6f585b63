import { basesOf } from "../reference/generate-contig.ts";
import type { Call, Edit } from "./call.ts";

const upperCase = 0xdf;

/** The base at a position in upper case. */
export function upperAt(bases: Uint8Array, at: number): number {
  return bases[at] & upperCase;
}

/** The same change of the sequence written `count` bases further right; `count` is at most `roomToTheRight`. */
export function shiftRight(bases: Uint8Array, edit: Edit, count: number): Edit {
  const start = edit.start + count;
  const turn = edit.inserted.length === 0 ? 0 : count % edit.inserted.length;
  return {
    start,
    removed: basesOf(bases, start, start + edit.removed.length),
    inserted: edit.inserted.slice(turn) + edit.inserted.slice(0, turn),
  };
}

/** By how many bases the edit can be written further right without changing the sequence that it makes; at most `limit`. */
export function roomToTheRight(bases: Uint8Array, edit: Edit, limit: number): number {
  const { start, removed, inserted } = edit;
  let room = 0;
  while (room < limit && start + removed.length + room < bases.length) {
    const leaves = removed === "" ? inserted.charCodeAt(room % inserted.length) : upperAt(bases, start + room);
    if (upperAt(bases, start + removed.length + room) !== leaves) break;
    room++;
  }
  return room;
}

/** The edit written as far left as its sequence allows, but not before `limit`. */
export function leftAligned(bases: Uint8Array, edit: Edit, limit: number): Edit {
  let { start, inserted } = edit;
  const size = edit.removed.length;
  while (start > limit) {
    const previous = upperAt(bases, start - 1);
    const last = size > 0 ? upperAt(bases, start + size - 1) : inserted.charCodeAt(inserted.length - 1);
    if (previous !== last) break;
    if (size === 0) inserted = inserted.slice(-1) + inserted.slice(0, -1);
    start--;
  }
  return { start, removed: basesOf(bases, start, start + size), inserted };
}

/** The record of an edit, with the base before it as its anchor. */
export function callOf(bases: Uint8Array, edit: Edit, haplotypes: readonly [number, number]): Call {
  const anchor = basesOf(bases, edit.start - 1, edit.start);
  return { start: edit.start - 1, ref: anchor + edit.removed, alts: [anchor + edit.inserted], haplotypes };
}
