const POWERS_OF_TEN: readonly number[] = Array.from({ length: 10 }, (_, exponent) => 10 ** exponent);
const ZERO = 0x30;
const DOT = 0x2e;
const LARGEST_INTEGER = 0x7fffffff;

/** A growing buffer of ASCII text, for building rows without strings. */
export class ByteBuffer {
  bytes: Buffer;
  length = 0;

  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafe(capacity);
  }

  /** Makes room for `more` bytes after those written. */
  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + more));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }

  byte(code: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = code;
  }

  constant(source: Uint8Array): void {
    this.reserve(source.length);
    const { bytes } = this;
    let at = this.length;
    for (let place = 0; place < source.length; place++) bytes[at++] = source[place];
    this.length = at;
  }

  /** Appends an integer of 0 or more. */
  integer(value: number): void {
    this.reserve(17);
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
    for (; rest > LARGEST_INTEGER; at--) {
      const next = Math.floor(rest / 10);
      bytes[at] = ZERO + rest - next * 10;
      rest = next;
    }
    let left = rest | 0;
    for (; at >= this.length; at--) {
      const next = (left / 10) | 0;
      bytes[at] = ZERO + left - next * 10;
      left = next;
    }
    this.length += digits;
  }
}
