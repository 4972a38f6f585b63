/**
 * ln(n!) minus Stirling's formula (n + 1/2) ln(n) - n + ln(2 pi) / 2, for whole n > 0 or any n >= 16: by the product
 * below 16, by the series of Loader (2000, "Fast and accurate computation of binomial probabilities", equation 2) above.
 */
export function stirlingError(n: number): number {
  if (n < 16) {
    let factorial = 1;
    for (let factor = 2; factor <= n; factor++) factorial *= factor;
    return Math.log(factorial) - ((n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI));
  }
  const square = n * n;
  const series = 1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square;
  return (1 / 12 - (1 / 360 - series / square) / square) / n;
}

/**
 * x ln(x / mean) + mean - x, half the Poisson deviance (Loader 2000, section 3), by a series where its terms cancel.
 * x, mean > 0.
 */
export function halfDeviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const ratio = difference / (x + mean);
  let sum = difference * ratio;
  let power = 2 * x * ratio;
  for (let odd = 3; ; odd += 2) {
    power *= ratio * ratio;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
