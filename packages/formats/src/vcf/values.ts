import { COMMA, DOT, EQUALS, SEMICOLON, ZERO } from "./bytes.ts";

const MINUS = 0x2d;
const POWERS_OF_TEN: readonly number[] = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
/** Integers of up to this many digits are exact, and so is their quotient's rounding by a power of ten. */
const EXACT_DIGITS = 15;
const PASS = Buffer.from("PASS");

/**
 * Where the value of `key` starts in the INFO at `[start, end)` (see {@link infoValueEnd}); for a flag, where the
 * key ends; -1 when the key is not there.
 */
export function findInfoValue(text: Uint8Array, start: number, end: number, key: Uint8Array): number {
  let at = start;
  while (at < end) {
    let i = 0;
    while (i < key.length && text[at + i] === key[i]) i++;
    const keyEnd = at + i;
    if (i === key.length && keyEnd <= end) {
      if (keyEnd === end || text[keyEnd] === SEMICOLON) return keyEnd;
      if (text[keyEnd] === EQUALS) return keyEnd + 1;
    }
    at = infoValueEnd(text, at, end) + 1;
  }
  return -1;
}

/** Where the INFO value that starts at `start` ends: at the next semicolon or at `end`. */
export function infoValueEnd(text: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && text[at] !== SEMICOLON) at++;
  return at;
}

/**
 * The number at `[start, end)`, correctly rounded; of a comma-separated list the first. NaN when there is none:
 * `.`, empty, or not a decimal number.
 */
export function parseNumber(text: Uint8Array, start: number, end: number): number {
  let at = start;
  const isNegative = text[at] === MINUS;
  if (isNegative) at++;
  const digitsStart = at;
  let mantissa = 0;
  let decimals = 0;
  let point = -1;
  for (; at < end; at++) {
    const byte = text[at];
    if (byte === DOT && point === -1) point = at;
    else if (byte >= ZERO && byte <= ZERO + 9) mantissa = mantissa * 10 + byte - ZERO;
    else break;
  }
  if (point !== -1) decimals = at - point - 1;
  const digits = at - digitsStart - (point === -1 ? 0 : 1);
  const isAtEnd = at >= end || text[at] === COMMA;
  if (!isAtEnd || digits <= 0 || digits > EXACT_DIGITS) return parseUnusual(text, start, end);
  const value = mantissa / POWERS_OF_TEN[decimals];
  return isNegative ? -value : value;
}

/** Exponents, long numbers and infinities, which are too rare to deserve speed. */
function parseUnusual(text: Uint8Array, start: number, end: number): number {
  const [value] = Buffer.from(text.buffer, text.byteOffset + start, Math.max(0, end - start))
    .toString("latin1")
    .split(",");
  if (/^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[-+]?[0-9]+)?$/i.test(value)) return Number(value);
  const infinity = /^([-+]?)inf(inity)?$/i.exec(value);
  if (infinity === null) return Number.NaN;
  return infinity[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** Whether the FILTER at `[start, end)` is `PASS` or `.` (no filter applied). */
export function isPassing(text: Uint8Array, start: number, end: number): boolean {
  if (end - start === 1) return text[start] === DOT;
  if (end - start !== PASS.length) return false;
  for (let i = 0; i < PASS.length; i++) if (text[start + i] !== PASS[i]) return false;
  return true;
}
