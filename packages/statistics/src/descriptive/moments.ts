import { type Numbers, requireFinite, requireNoOverflow } from "../numbers.ts";

/**
 * Arithmetic mean, corrected by the mean of the residuals (Chan, Golub & LeVeque 1983, Am Stat 37:242: the second pass),
 * so that a large common offset costs no digits. Null for no values.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE for a value that is no finite number.
 */
export function mean(values: Numbers): number | null {
  requireFinite(values, "values");
  return values.length === 0 ? null : centre(values);
}

/**
 * Sample variance, divisor n - 1: two passes with the compensated centring of Chan, Golub & LeVeque (1983, equation
 * 1.7), never a difference of sums of squares. Null for fewer than two values.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE for a value that is no finite number, or values so large that their
 *   squares exceed all numbers.
 */
export function variance(values: Numbers): number | null {
  requireFinite(values, "values");
  return values.length < 2 ? null : sumOfSquares(values) / (values.length - 1);
}

/** Square root of {@link variance}, in the unit of the values. Null for fewer than two values. */
export function standardDeviation(values: Numbers): number | null {
  const square = variance(values);
  return square === null ? null : Math.sqrt(square);
}

/**
 * Lag-1 autocorrelation: sum of products of neighbouring deviations over the sum of squared deviations (Box & Jenkins
 * 1976, equation 2.1.10). Between -1 and 1; null for fewer than two values or where all are equal.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE for a value that is no finite number.
 */
export function lagOneAutocorrelation(values: Numbers): number | null {
  requireFinite(values, "values");
  if (values.length < 2) return null;
  const squares = sumOfSquares(values);
  if (squares === 0) return null;
  const middle = centre(values);
  let products = 0;
  for (let index = 1; index < values.length; index++) {
    products += (values[index - 1] - middle) * (values[index] - middle);
  }
  return products / squares;
}

/** Mean of at least one finite value. */
function centre(values: Numbers): number {
  const n = values.length;
  let sum = 0;
  // Divided before it is summed: no sum of finite values overflows.
  for (let index = 0; index < n; index++) sum += values[index] / n;
  let residuals = 0;
  for (let index = 0; index < n; index++) residuals += (values[index] - sum) / n;
  // Between the two largest numbers a residual overflows; what it would correct is far below them.
  return Number.isFinite(residuals) ? sum + residuals : sum;
}

function sumOfSquares(values: Numbers): number {
  const middle = centre(values);
  let squares = 0;
  let residuals = 0;
  for (let index = 0; index < values.length; index++) {
    const residual = values[index] - middle;
    squares += residual * residual;
    residuals += residual;
  }
  return Math.max(0, requireNoOverflow(squares - (residuals * residuals) / values.length, "values"));
}
