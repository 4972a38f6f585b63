import { parseMoment } from "@touchstone/quality";
import type { HistoryMap } from "./history-map.ts";

const LOCAL = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[T ,]+(\d{1,2}:\d\d(?::\d\d)?))?$/;

/** Examples of each format, for messages. */
export const dateExamples: Readonly<Record<HistoryMap["dateFormat"], string>> = {
  iso: "2026-01-31 or 2026-01-31T08:00:00Z",
  "day-first": "31.01.2026 or 31/01/2026 08:00",
  "month-first": "01/31/2026 or 01-31-2026 08:00",
};

/** The moment in UTC that a text is in the format; null when it is none, such as a two-digit year or the 31st of June. */
export function parseHistoryDate(text: string, format: HistoryMap["dateFormat"]): string | null {
  if (format === "iso") return parseMoment(text);
  const match = LOCAL.exec(text);
  if (match === null) return null;
  const [, first = "", , second = "", year = "", time] = match;
  const [day, month] = format === "day-first" ? [first, second] : [second, first];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseMoment(time === undefined ? date : `${date}T${time.padStart(time.split(":").length === 2 ? 5 : 8, "0")}`);
}
