import type { MetricsRow } from "./comparison-input.ts";

/** Kinds of INDEL from the longest deletion to the longest insertion, then those that also replace bases. */
export const INDEL_CLASSES: Readonly<Record<string, string>> = {
  D16_PLUS: "−16 and more",
  D6_15: "−6 to −15",
  D1_5: "−1 to −5",
  I1_5: "+1 to +5",
  I6_15: "+6 to +15",
  I16_PLUS: "+16 and more",
  C1_5: "complex, 1 to 5",
  C6_15: "complex, 6 to 15",
  C16_PLUS: "complex, 16 and more",
};

/** The name of a subtype for people; its own where it has none. */
export function subtypeName({ subtype }: MetricsRow): string {
  return INDEL_CLASSES[subtype] ?? subtype;
}

/** Rows in the order of the classes; others last. */
export function byClass(rows: readonly MetricsRow[]): MetricsRow[] {
  const order = Object.keys(INDEL_CLASSES);
  const place = ({ subtype }: MetricsRow) => (order.includes(subtype) ? order.indexOf(subtype) : order.length);
  return [...rows].sort((a, b) => place(a) - place(b));
}
