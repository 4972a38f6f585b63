import { formatCount, formatFraction, formatNumber } from "@touchstone/charts";
import { type Html, html } from "./html.ts";

/** How a number reads. */
export type NumberFormat = (value: number) => string;

type Interval = readonly [low: number, high: number];

/** A number as it is shown, with the exact one for programs; a dash and the reason where there is none. */
function shown(value: number | null, format: NumberFormat, reason: string): Html {
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

/** A number of any sign in a format, a dash and the reason where there is none. */
export function measured(value: number | null, format: NumberFormat, reason: string): Html {
  return shown(value, format, reason);
}

/** The same above its interval, which reads "−0.12 to 0.13". */
export function measuredWithin(
  value: number | null,
  interval: Interval | null,
  format: NumberFormat,
  reason: string,
): Html {
  if (value === null) return shown(null, format, reason);
  return html`${shown(value, format, reason)}<small>${range(interval, format, "no interval")}</small>`;
}

/** "−0.12 to 0.13". */
export function range(interval: Interval | null, format: NumberFormat, reason: string): Html {
  if (interval === null) return shown(null, format, reason);
  return html`${shown(interval[0], format, reason)} to ${shown(interval[1], format, reason)}`;
}

/** A fraction above its interval. */
export function estimate(value: number | null, interval: Interval | null, reason: string): Html {
  if (value === null) return fraction(value, reason);
  return html`${fraction(value, reason)}<small>${bounds(interval)}</small>`;
}

/** "0.9202–0.9731", each bound with the exact one for programs. */
export function bounds(interval: Interval | null): Html {
  if (interval === null) return html`no interval`;
  return html`${fraction(interval[0], "")}–${fraction(interval[1], "")}`;
}

/** A moment in UTC to the second; as it is written where it is no such moment. */
export function moment(text: string): Html {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(text) ?? [];
  return day === undefined ? html`${text}` : html`<time datetime="${text}">${day} ${time} UTC</time>`;
}
