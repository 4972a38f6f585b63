const TAB = 0x09;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const COLON = 0x3a;
/** Integers of so many digits are exact. */
const EXACT_DIGITS = 15;

/** A comma-separated list of a sample's column, as numbers; its memory is used again for each list. */
export class ValueList {
  /** The values of the last list read, `count` of them; meaningless for lists that could not be read. */
  values: Float64Array = new Float64Array(16);
  count = 0;

  /**
   * Reads the list at `[start, end)`, which also ends at a colon or tab.
   *
   * @returns why it cannot be used: `missing` when a value is `.` or nothing is there, `negative`, `malformed`; "" when
   *   all values are numbers of 0 or more
   */
  read(text: Buffer, start: number, end: number): "" | "missing" | "negative" | "malformed" {
    this.count = 0;
    let at = start;
    for (;;) {
      let value = 0;
      const first = at;
      let digit = text[at] - ZERO;
      while (at < end && digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        digit = text[++at] - ZERO;
      }
      if (at === first || at - first > EXACT_DIGITS || (at < end && !isListEnd(text[at]) && text[at] !== COMMA)) {
        return this.#readUnusual(text, start, end);
      }
      this.#append(value);
      if (at >= end || text[at] !== COMMA) return "";
      at++;
    }
  }

  /** Lists with a decimal point, an exponent, a sign or a missing value. */
  #readUnusual(text: Buffer, start: number, end: number): "" | "missing" | "negative" | "malformed" {
    let stop = start;
    while (stop < end && !isListEnd(text[stop])) stop++;
    if (stop === start || (stop === start + 1 && text[start] === DOT)) return "missing";
    this.count = 0;
    let isMissing = false;
    for (const word of text.toString("latin1", start, stop).split(",")) {
      if (word === ".") {
        isMissing = true;
        continue;
      }
      const value = Number(word);
      if (!/^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(word) || !Number.isFinite(value)) return "malformed";
      if (value < 0 || word.charCodeAt(0) === MINUS) return "negative";
      this.#append(value);
    }
    return isMissing ? "missing" : "";
  }

  #append(value: number): void {
    if (this.count === this.values.length) {
      const larger = new Float64Array(2 * this.count);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.count++] = value;
  }
}

function isListEnd(byte: number): boolean {
  return byte === COLON || byte === TAB;
}
