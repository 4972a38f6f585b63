import { isDrawable } from "./drawable.ts";

const MINUS = "−";
const NO_NUMBER = "–";

/**
 * A number with a typographic minus and at most so many significant digits: 0.9951, −3.2, 1.5e-9. A dash where there is
 * none.
 */
export function formatNumber(value: number | null, significantDigits = 4): string {
  if (!isDrawable(value)) return NO_NUMBER;
  return String(Number(value.toPrecision(significantDigits)) || 0).replace(/^-/, MINUS);
}

/** A number with the decimals that show a difference of `step` in three digits. */
export function formatToStep(value: number | null, step: number): string {
  if (!isDrawable(value)) return NO_NUMBER;
  const decimals = Math.ceil(2 - Math.log10(Math.abs(step)));
  if (!Number.isFinite(decimals) || decimals > 12 || Math.abs(value) >= 1e9) return formatNumber(value, 6);
  const text = value.toFixed(Math.max(0, decimals));
  return (Number(text) === 0 ? text.replace("-", "") : text).replace(/^-/, MINUS);
}

/**
 * A fraction with four decimals, with more where it would read as 0 or 1 and is not: 0.9302, 0.99998, 1.0000. A dash
 * where there is none.
 */
export function formatFraction(value: number | null): string {
  if (!isDrawable(value)) return NO_NUMBER;
  let text = value.toFixed(4);
  for (let decimals = 5; decimals <= 16 && value !== Number(text) && Number.isInteger(Number(text)); decimals++) {
    text = value.toFixed(decimals);
  }
  if (value !== 0 && Number(text) === 0) text = value.toPrecision(2);
  return text.replace(/^-/, MINUS);
}

/** A count with no-break spaces between thousands. */
export function formatCount(count: number | null): string {
  if (!isDrawable(count)) return NO_NUMBER;
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}

/** A fraction in percent: 0.153 is "15.3 %". */
export function formatPercent(fraction: number, significantDigits = 3): string {
  return `${formatNumber(fraction * 100, significantDigits)} %`;
}

/** A p value to two significant digits, "< 0.0001" below that. */
export function formatP(p: number): string {
  return p < 0.0001 ? "p < 0.0001" : `p = ${formatNumber(p, 2)}`;
}
