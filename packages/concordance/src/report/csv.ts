/** A rate, rounded to 6 decimals and always with a decimal point; empty for null. As hap.py's METRIC columns. */
export function rateField(value: number | null): string {
  return value === null ? "" : withPoint(Number(value.toFixed(6)));
}

/** A ratio in full precision, always with a decimal point; empty for null. */
export function ratioField(value: number | null): string {
  return value === null ? "" : withPoint(value);
}

/** A number with six decimals, as hap.py writes partial counts, sizes and scores. */
export function fixedField(value: number): string {
  // Most are counts, and toFixed would take most of the time of a table with hundreds of strata.
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.000000` : value.toFixed(6);
}

/** A text, quoted where a comma, a quote or a line break would break the table. */
export function textField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function withPoint(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
