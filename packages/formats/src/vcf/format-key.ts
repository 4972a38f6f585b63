import { COLON, TAB } from "./bytes.ts";

/**
 * Finds one key in FORMAT fields. Neighbouring records nearly always have the same FORMAT, so the last answer is
 * kept and given again when the bytes are the same; make one finder a key and file.
 */
export class FormatKeyFinder {
  readonly #key: Buffer;
  #format: Buffer = Buffer.alloc(0);
  #index = -1;

  constructor(key: string) {
    this.#key = Buffer.from(key);
  }

  /**
   * 0-based place of the key in the FORMAT that starts at `start`; -1 when it is not there. FORMAT ends at the
   * next tab, or at `end` (the end of the line does).
   */
  indexIn(text: Uint8Array, start: number, end: number): number {
    const known = this.#format;
    const knownEnd = start + known.length;
    if (knownEnd > end || !startsWith(text, start, known) || (knownEnd < end && text[knownEnd] !== TAB)) {
      let formatEnd = start;
      while (formatEnd < end && text[formatEnd] !== TAB) formatEnd++;
      this.#format = Buffer.from(text.subarray(start, formatEnd));
      this.#index = findFormatKey(text, start, formatEnd, this.#key);
    }
    return this.#index;
  }
}

/** 0-based place of `key` among the colon-separated keys at `[start, end)`; -1 when it is not there. */
export function findFormatKey(text: Uint8Array, start: number, end: number, key: Uint8Array): number {
  let index = 0;
  let from = start;
  while (from <= end) {
    const keyEnd = subfieldEnd(text, from, end);
    if (keyEnd - from === key.length && startsWith(text, from, key)) return index;
    from = keyEnd + 1;
    index++;
  }
  return -1;
}

/**
 * Where the `index`-th colon-separated value of the sample at `[start, end)` starts (see {@link subfieldEnd}); -1
 * when the sample ends before it, as trailing values may be left out, or when `index` is -1.
 */
export function subfieldStart(text: Uint8Array, start: number, end: number, index: number): number {
  if (index < 0) return -1;
  let at = start;
  for (let left = index; left > 0; left--) {
    at = subfieldEnd(text, at, end) + 1;
    if (at > end) return -1;
  }
  return at;
}

/** Where the value that starts at `start` ends: at the next colon or tab, or at `end`. */
export function subfieldEnd(text: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && text[at] !== COLON && text[at] !== TAB) at++;
  return at;
}

function startsWith(text: Uint8Array, start: number, bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (text[start + i] !== bytes[i]) return false;
  return true;
}
