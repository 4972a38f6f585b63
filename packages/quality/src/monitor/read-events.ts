import { csvSource } from "../measurements/csv-source.ts";
import { jsonSource } from "../measurements/json-source.ts";
import { parseMoment } from "../measurements/moment.ts";
import type { SourceRow } from "../measurements/source-row.ts";
import { type EventKind, eventKinds, type MonitorEvent } from "./monitor-event.ts";

/**
 * Reads events from CSV or JSON, whichever the text is. Columns time and kind are needed; run, analyte, material, by and
 * note may be there.
 *
 * @param file the name that errors give the text.
 * @throws QualityError TS_MEASUREMENT_INVALID naming file, line and column.
 */
export function readEvents(text: string, file: string): MonitorEvent[] {
  const isJson = /^\uFEFF?\s*[[{]/.test(text);
  const { rows } = isJson ? jsonSource(text.replace(/^\uFEFF/, ""), file) : csvSource(text, file, ["time", "kind"]);
  return rows.map((row) => ({
    time: readTime(row),
    kind: readKind(row),
    run: row.text("run") || null,
    analyte: row.text("analyte") || null,
    material: row.text("material") || null,
    by: row.text("by") || null,
    note: row.text("note") || null,
  }));
}

function readTime(row: SourceRow): string {
  const text = row.text("time");
  const moment = parseMoment(text);
  if (moment === null) {
    throw row.error("time", `'${text}' is no date or time such as 2026-01-31 or 2026-01-31T08:00:00Z`);
  }
  return moment;
}

function readKind(row: SourceRow): EventKind {
  const text = row.text("kind").toLowerCase().replaceAll("_", " ");
  const kind = eventKinds.find((known) => known === text);
  if (kind === undefined) throw row.error("kind", `'${text}' is none of ${eventKinds.join(", ")}`);
  return kind;
}
