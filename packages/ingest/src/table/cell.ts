/** What programs write where they have no value. */
const NO_VALUE = new Set(["", ".", "nan", "none"]);

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** Whether a cell says that there is no value: empty, `.`, `NaN` or `None`. */
export function isMissing(text: string): boolean {
  return NO_VALUE.has(text.toLowerCase());
}

/** The finite number that a text is, in plain or exponential notation; null when it is none. */
export function parseFinite(text: string): number | null {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}
