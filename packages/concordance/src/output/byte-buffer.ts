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
  constant(source: Uint8Array): void {
    this.copy(source, 0, source.length);
  }

  /** Appends a non-negative integer in decimal digits. */
  integer(value: number): void {
    if (value < 10) {
      this.byte(0x30 + value);
      return;
    }
    this.reserve(11);
    let digits = 1;
    for (let limit = 10; limit <= value; limit *= 10) digits++;
    const { bytes, length } = this;
    let rest = value;
    for (let at = length + digits - 1; at >= length; at--) {
      const next = (rest / 10) | 0;
      bytes[at] = 0x30 + rest - next * 10;
      rest = next;
    }
    this.length = length + digits;
  }
}
