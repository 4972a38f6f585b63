import { drawableInterval, isDrawable } from "../drawing/drawable.ts";
import { formatCount } from "../drawing/format-number.ts";
import { BLUE, INK } from "../drawing/theme.ts";
import type { Interval } from "../interval.ts";
import type { ForestRow } from "./forest-panel.ts";

/** An estimate in one stratum. */
export interface StratumEstimate {
  readonly stratum: string;
  /** What the estimate is of: variants, analytes, records. */
  readonly n: number;
  /** Null where undefined. */
  readonly value: number | null;
  readonly interval: Interval | null;
  /** Why `value` is null. */
  readonly reason?: string | null;
}

type Format = (value: number) => string;

/** The estimate as a row, its numbers in a format; one that is undefined shows its reason in the place of the symbol. */
export function estimateRow(row: StratumEstimate, format: Format): ForestRow {
  const isDefined = isDrawable(row.value);
  return {
    label: row.stratum,
    sublabel: `n = ${formatCount(row.n)}`,
    result: isDefined ? format(row.value) : "undefined",
    subresult: isDefined ? formatInterval(row.interval, format) : "",
    value: isDefined ? row.value : null,
    interval: drawableInterval(row.interval),
    message: describeEstimate(row, format),
    symbol: { symbol: "square", fill: BLUE, stroke: INK },
    bound: null,
  };
}

/** The estimate in words. */
export function describeEstimate({ value, interval, reason }: StratumEstimate, format: Format): string {
  if (!isDrawable(value)) return `undefined: ${reason ?? "no reason stated"}`;
  return `${format(value)} ${formatInterval(interval, format)}`.trimEnd();
}

function formatInterval(interval: Interval | null, format: Format): string {
  const drawable = drawableInterval(interval);
  return drawable === null ? "no interval" : `[${format(drawable[0])}, ${format(drawable[1])}]`;
}
