import { parseFinite } from "../table/cell.ts";
import type { HistoryMap } from "./history-map.ts";

/** The number that a text is with the given decimal separator; null when it is none, as with thousands separators. */
export function parseHistoryNumber(text: string, separator: HistoryMap["decimalSeparator"]): number | null {
  return parseFinite(withPoint(text, separator) ?? "");
}

/**
 * A number of percent, with or without its sign, as fraction: the double nearest to the decimal number divided by 100,
 * which dividing the double of the percentage is not always.
 */
export function parsePercent(text: string, separator: HistoryMap["decimalSeparator"]): number | null {
  const plain = withPoint(text.endsWith("%") ? text.slice(0, -1).trimEnd() : text, separator);
  if (plain === null || parseFinite(plain) === null) return null;
  const [mantissa = "", exponent = "0"] = plain.toLowerCase().split("e");
  return parseFinite(`${mantissa}e${Number(exponent) - 2}`);
}

function withPoint(text: string, separator: HistoryMap["decimalSeparator"]): string | null {
  if (separator === ".") return text;
  return text.includes(".") ? null : text.replace(",", ".");
}
