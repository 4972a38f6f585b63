import type { ConstantText } from "./constant-text.ts";

const POWERS_OF_TEN: readonly number[] = Array.from({ length: 10 }, (_, exponent) => 10 ** exponent);
const ZERO = 0x30;
const DOT = 0x2e;
const LARGEST_INT32 = 0x7fffffff;
/** Digits of the largest integer that is safe in floating point, and one more. */
const MOST_DIGITS = 17;
/** ASCII codes of the two digits of each number below 100. */
const TENS: Uint8Array = Uint8Array.from({ length: 100 }, (_, pair) => ZERO + Math.floor(pair / 10));
const ONES: Uint8Array = Uint8Array.from({ length: 100 }, (_, pair) => ZERO + (pair % 10));

/** A growing buffer of ASCII text, for building rows without strings. */
export class ByteBuffer {
  bytes: Buffer;
  length: number = 0;
  /** Of `bytes`. */
  #view: DataView;

  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafe(capacity);
    this.#view = viewOf(this.bytes);
  }

  /** Makes room for `more` bytes after those written. */
  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + more));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
    this.#view = viewOf(larger);
  }

  byte(code: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = code;
  }

  /** Appends `source[start, end)`. Short runs are copied by hand: a call to copy costs more. */
  copy(source: Uint8Array, start: number, end: number): void {
    let at = this.length;
    const after = at + end - start;
    if (after > this.bytes.length) this.reserve(end - start);
    const { bytes } = this;
    if (after - at > 48) bytes.set(source.subarray(start, end), at);
    else for (let place = start; place < end; place++) bytes[at++] = source[place];
    this.length = after;
  }

  /** Appends the whole of a constant. */
  constant({ words, length }: ConstantText): void {
    let at = this.length;
    if (at + words.length * 4 > this.bytes.length) this.reserve(words.length * 4);
    const view = this.#view;
    // The last word may reach beyond the text: what is appended next takes its place.
    for (let word = 0; word < words.length; word++, at += 4) view.setInt32(at, words[word], true);
    this.length += length;
  }

  /** Appends an integer of 0 or more in decimal digits. */
  integer(value: number): void {
    if (value < 10) {
      this.byte(ZERO + value);
      return;
    }
    this.reserve(MOST_DIGITS);
    let digits = 1;
    for (let limit = 10; limit <= value; limit *= 10) digits++;
    this.#digits(value, digits);
  }

  /** Appends a number of 0 or more, rounded to so many decimals (9 at most), without trailing zeros. */
  decimal(value: number, decimals: number): void {
    const scaled = Math.round(value * POWERS_OF_TEN[decimals]);
    const whole = Math.floor(scaled / POWERS_OF_TEN[decimals]);
    this.integer(whole);
    let rest = scaled - whole * POWERS_OF_TEN[decimals];
    if (rest === 0) return;
    let places = decimals;
    while (rest % 10 === 0) {
      rest /= 10;
      places--;
    }
    this.reserve(places + 1);
    this.bytes[this.length++] = DOT;
    this.#digits(rest, places);
  }

  #digits(value: number, digits: number): void {
    const { bytes } = this;
    let at = this.length + digits - 1;
    let rest = value;
    // Beyond 32 bits by floating point, below by integers, which are much faster.
    for (; rest > LARGEST_INT32; at--) {
      const next = Math.floor(rest / 10);
      bytes[at] = ZERO + rest - next * 10;
      rest = next;
    }
    let left = rest | 0;
    for (; at > this.length; at -= 2) {
      const next = (left / 100) | 0;
      const pair = left - next * 100;
      bytes[at] = ONES[pair];
      bytes[at - 1] = TENS[pair];
      left = next;
    }
    if (at === this.length) bytes[at] = ZERO + left;
    this.length += digits;
  }
}

function viewOf({ buffer, byteOffset, length }: Buffer): DataView {
  return new DataView(buffer, byteOffset, length);
}
