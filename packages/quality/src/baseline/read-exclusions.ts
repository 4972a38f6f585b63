import { csvSource } from "../measurements/csv-source.ts";
import { jsonSource } from "../measurements/json-source.ts";
import { parseMoment } from "../measurements/moment.ts";
import type { Exclusion } from "./exclusion.ts";

const NEEDED = ["run", "by", "time", "reason"] as const;

/**
 * Reads exclusions from CSV or JSON, whichever the text is. Columns run, by, time (when it was decided) and reason are
 * needed; material, analyte and level narrow the exclusion down, and stand for any where they are empty.
 *
 * @param file the name that errors give the text.
 * @throws QualityError TS_MEASUREMENT_INVALID naming file, line and column.
 */
export function readExclusions(text: string, file: string): Exclusion[] {
  const isJson = /^\uFEFF?\s*[[{]/.test(text);
  const { rows } = isJson ? jsonSource(text, file) : csvSource(text, file, NEEDED);
  return rows.map((row) => {
    for (const field of NEEDED) {
      if (row.text(field) === "") throw row.error(field, "an exclusion needs run, by, time and reason");
    }
    const at = parseMoment(row.text("time"));
    if (at === null) throw row.error("time", `'${row.text("time")}' is no date or time such as 2026-01-31`);
    const narrowed = (["material", "analyte", "level"] as const)
      .map((field) => [field, row.text(field)] as const)
      .filter(([, value]) => value !== "");
    return {
      run: row.text("run"),
      by: row.text("by"),
      at,
      reason: row.text("reason"),
      ...Object.fromEntries(narrowed),
    };
  });
}
