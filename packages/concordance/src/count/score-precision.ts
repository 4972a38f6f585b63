/**
 * Low bits of the significand (of 52) given up at each step. The last leaves powers of
 * two, of which there are at most 2,046 on each side of zero (subnormal scores become 0 or the least power).
 */
export const PRECISIONS: readonly number[] = [0, 28, 32, 35, 37, 39, 41, 43, 45, 47, 49, 52];

/** The coarsest step. */
export const LAST_PRECISION: number = PRECISIONS.length - 1;

const value = new Float64Array(1);
const words = new Uint32Array(value.buffer);
const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
const LOW = littleEndian ? 0 : 1;
const HIGH = 1 - LOW;

/**
 * The largest number with the significand of that step that is not above `score`; `score` itself at step 0.
 * Roundings are nested: rounding to step a and then to b >= a gives what b alone gives. -0 becomes 0.
 */
export function floorScore(score: number, step: number): number {
  if (step === 0 || score === 0 || !Number.isFinite(score)) return score + 0;
  const dropped = PRECISIONS[step];
  value[0] = Math.abs(score);
  const changed = clearLowBits(dropped);
  if (score > 0) return value[0];
  // Below zero, down means away from zero: one unit of the coarser significand more.
  if (changed) addUnit(dropped);
  return -value[0];
}

/** Returns whether a bit was set. */
function clearLowBits(dropped: number): boolean {
  const low = words[LOW];
  const high = words[HIGH];
  words[LOW] = dropped >= 32 ? 0 : ((low >>> dropped) << dropped) >>> 0;
  if (dropped > 32) words[HIGH] = ((high >>> (dropped - 32)) << (dropped - 32)) >>> 0;
  return words[LOW] !== low || words[HIGH] !== high;
}

function addUnit(dropped: number): void {
  if (dropped >= 32) {
    words[HIGH] += 1 << (dropped - 32);
    return;
  }
  const sum = words[LOW] + 2 ** dropped;
  words[LOW] = sum;
  if (sum >= 2 ** 32) words[HIGH]++;
}
