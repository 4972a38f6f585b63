import { parseMoment } from "../measurements/moment.ts";
import { type CsvRow, CsvTable } from "../table/csv-table.ts";

const MILLISECONDS_PER_DAY = 86_400_000;

/** One run of a series. */
export interface TrendPoint {
  /** 1-based line of the file. */
  readonly line: number;
  /** What the run is called: its name, else its time as written. */
  readonly run: string;
  /** UTC, `2026-01-31T08:00:00.000Z`; null in a series without times. */
  readonly time: string | null;
  /** Null where the run has no value. */
  readonly value: number | null;
  /** What changed before this run, such as a lot or a pipeline version; null when nothing did. */
  readonly event: string | null;
}

/** A measurement or score over its runs. */
export interface TrendSeries {
  readonly file: string;
  readonly points: readonly TrendPoint[];
  /** Position of each point: days since the first one where the file has times, otherwise runs since the first. */
  readonly positions: readonly number[];
  readonly unit: "day" | "run";
}

/**
 * Reads a series from CSV with a header: a column `time` (ISO 8601, not going back) or `run` (each once) or both, `value`
 * (empty where the run has none), and where there are changes `event`, filled in the first row after each.
 *
 * @param file the name that errors give the text.
 * @throws QualityError TS_MEASUREMENT_INVALID that names file, line and column.
 */
export function readTrendSeries(text: string, file: string): TrendSeries {
  const table = new CsvTable(text, file);
  table.require("value", ...(table.has("run") ? [] : ["time"]));
  const points = table.rows.map((row) => readPoint(table, row));
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before?.time != null && point.time !== null && point.time < before.time) {
      throw table.error(table.rows[index] as CsvRow, "time", `lies before the time of line ${before.line}`);
    }
  }
  requireDistinctRuns(table);
  const unit = table.has("time") ? "day" : "run";
  return { file, points, positions: points.map((point, index) => positionOf(point, index, points[0])), unit };
}

/** A run that is there twice would count as two independent values, and a trend seem surer than it is. */
function requireDistinctRuns(table: CsvTable): void {
  const lines = new Map<string, number>();
  for (const row of table.rows) {
    const run = table.text(row, "run");
    const known = lines.get(run);
    if (known !== undefined) throw table.error(row, "run", `${run} is in line ${known} already; a run has one value`);
    if (run !== "") lines.set(run, row.line);
  }
}

function readPoint(table: CsvTable, row: CsvRow): TrendPoint {
  const time = table.has("time") ? readTime(table, row) : null;
  const run = table.text(row, "run") || table.text(row, "time");
  if (run === "") throw table.error(row, "run", "a run without a name");
  return { line: row.line, run, time, value: table.number(row, "value"), event: table.text(row, "event") || null };
}

function readTime(table: CsvTable, row: CsvRow): string {
  const text = table.text(row, "time");
  const time = parseMoment(text);
  if (time === null) {
    throw table.error(row, "time", `'${text}' is no date or time such as 2026-01-31 or 2026-01-31T08:00:00Z`);
  }
  return time;
}

function positionOf(point: TrendPoint, index: number, first: TrendPoint | undefined): number {
  if (point.time === null) return index;
  return (Date.parse(point.time) - Date.parse(first?.time ?? point.time)) / MILLISECONDS_PER_DAY;
}
