import type { Numbers } from "../numbers.ts";

/**
 * Autocorrelations at lags 1 to `lags`, with the divisor n at every lag (Box & Jenkins; R's acf). null when all values
 * are equal.
 *
 * @param lags fewer than there are values.
 */
export function autocorrelations(values: Numbers, lags: number): Float64Array | null {
  const n = values.length;
  let sum = 0;
  for (let index = 0; index < n; index++) sum += values[index] as number;
  const centred = Float64Array.from(values, (value) => value - sum / n);
  const scale = laggedProduct(centred, 0);
  if (scale === 0 || n === 0) return null;
  return Float64Array.from({ length: lags }, (_, index) => laggedProduct(centred, index + 1) / scale);
}

function laggedProduct(centred: Float64Array, lag: number): number {
  let sum = 0;
  for (let index = lag; index < centred.length; index++) {
    sum += (centred[index] as number) * (centred[index - lag] as number);
  }
  return sum;
}
