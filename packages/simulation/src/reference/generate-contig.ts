import type { Random } from "../random/random.ts";

/** About 41 % G and C, as in the human genome. */
const baseOfByte: Uint8Array = Uint8Array.from({ length: 256 }, (_, i) =>
  "ACGT".charCodeAt(i < 75 ? 0 : i < 128 ? 1 : i < 181 ? 2 : 3),
);
const lowerCase = 32;
const meanRepeatDistance = 350;
/** Share of the places for a repeat that get a copy of an earlier segment instead, when nothing else is asked for. */
const usualCopyShare = 0.004;

/**
 * Bases of a contig as ASCII codes: random letters with homopolymers, tandem repeats of units up to 6 bases, diverged copies of
 * earlier segments, all these in lower case as a repeat masker leaves them, and a run of N at each end.
 *
 * @param copyShare share of the repeats that are copies of earlier segments, where short reads cannot be placed.
 */
export function generateContig(random: Random, length: number, copyShare: number = usualCopyShare): Uint8Array {
  const bases = new Uint8Array(length);
  fillRandom(random, bases);
  for (let at = meanRepeatDistance; at < length; at += 10 + Math.floor(random.exponential(meanRepeatDistance))) {
    at = random.chance(copyShare) ? duplicate(random, bases, at) : repeat(random, bases, at);
  }
  const unknown = unknownEnd(length);
  bases.fill("N".charCodeAt(0), 0, unknown);
  bases.fill("N".charCodeAt(0), length - unknown);
  return bases;
}

/** Number of N at each end of a contig of that length. */
export function unknownEnd(length: number): number {
  return Math.min(10_000, Math.floor(length / 200));
}

/** The bases [start, end) in upper case. */
export function basesOf(bases: Uint8Array, start: number, end: number): string {
  return Buffer.from(bases.buffer, bases.byteOffset + start, end - start)
    .toString("latin1")
    .toUpperCase();
}

function fillRandom(random: Random, bases: Uint8Array): void {
  for (let at = 0; at < bases.length; at += 4) {
    const bits = random.uint32();
    bases[at] = baseOfByte[bits & 255];
    bases[at + 1] = baseOfByte[(bits >>> 8) & 255];
    bases[at + 2] = baseOfByte[(bits >>> 16) & 255];
    bases[at + 3] = baseOfByte[bits >>> 24];
  }
}

/** Writes a tandem repeat from `at` on and returns where it ends. */
function repeat(random: Random, bases: Uint8Array, at: number): number {
  const unit = random.chance(0.5) ? 1 : random.between(2, 6);
  const length = unit === 1 ? 4 + random.geometric(5) : unit * (1 + random.geometric(5));
  const end = Math.min(bases.length, at + Math.min(length, 120));
  for (let i = at + unit; i < end; i++) bases[i] = bases[i - unit];
  for (let i = at; i < end; i++) bases[i] |= lowerCase;
  return end;
}

/** Copies an earlier segment to `at`, with about 2 % of its bases changed, and returns where it ends. */
function duplicate(random: Random, bases: Uint8Array, at: number): number {
  const length = Math.min(random.between(300, 3000), at, bases.length - at);
  bases.copyWithin(at, random.between(0, at - length), at);
  for (let i = at; i < at + length; i++) bases[i] |= lowerCase;
  for (let i = at + random.between(1, 100); i < at + length; i += random.between(1, 100)) {
    bases[i] = baseOfByte[random.between(0, 255)] | lowerCase;
  }
  return at + length;
}
