import { formatCount, formatFraction, formatNumber } from "@touchstone/charts";
import { type Html, html } from "./html.ts";

type Interval = readonly [low: number, high: number];

/** A number as it is shown, with the exact one for programs; a dash and the reason where there is none. */
function shown(value: number | null, format: (value: number) => string, reason: string): Html {
  if (value === null) return html`–<small>${reason}</small>`;
  return html`<data value="${value}">${format(value)}</data>`;
}

/** A count with thin thousands. */
export function count(value: number | null, reason = "not known"): Html {
  return shown(value, formatCount, reason);
}

/** A fraction from 0 to 1 with four decimals, more where it would read as 0 or 1 and is not. */
export function fraction(value: number | null, reason: string): Html {
  return shown(value, formatFraction, reason);
}

/** A number to four significant digits. */
export function quantity(value: number | null, reason: string): Html {
  return shown(value, formatNumber, reason);
}

/** A fraction above its interval. */
export function estimate(value: number | null, interval: Interval | null, reason: string): Html {
  if (value === null) return fraction(value, reason);
  return html`${fraction(value, reason)}<small>${bounds(interval, formatFraction)}</small>`;
}

/** "0.9202–0.9731", each bound with the exact one for programs. */
export function bounds(interval: Interval | null, format: (value: number) => string = formatFraction): Html {
  if (interval === null) return html`no interval`;
  const [low, high] = interval;
  return html`<data value="${low}">${format(low)}</data>–<data value="${high}">${format(high)}</data>`;
}
