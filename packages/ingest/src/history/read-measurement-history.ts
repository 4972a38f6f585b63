import {
  type CsvRow,
  CsvTable,
  checkSequence,
  isFraction,
  type Measurement,
  namesScore,
  QualityError,
  refuseRulesOnScore,
} from "@touchstone/quality";
import { isMissing } from "../table/cell.ts";
import { dateExamples, parseHistoryDate } from "./history-date.ts";
import { type ConstantField, type HistoryField, type HistoryMap, neededFields } from "./history-map.ts";
import { parseHistoryNumber, parsePercent } from "./history-number.ts";

/** What a table of past measurements holds. */
export interface MeasurementHistory {
  /** In the order of their times; those of one time in the order of the table. */
  readonly measurements: readonly Measurement[];
  /** What was left out, put in order or is doubtful, a sentence each. */
  readonly warnings: readonly string[];
  /** An error at the place of a measurement, for what a table can hold and its reader cannot use. */
  readonly errorAt: (index: number, field: HistoryField, what: string) => QualityError;
}

/**
 * Reads past measurements from a CSV text (commas, tabs or semicolons), by a map that says what its columns mean. A row
 * whose value is empty, `.`, `NaN` or `None` was not measured: it is left out, with a warning.
 *
 * @param file the name that errors and warnings give the text.
 * @throws QualityError TS_MEASUREMENT_INVALID naming file, line and column: a column that the header does not have, no
 *   number, a fraction outside of 0 to 1, a date of another format, a run with two times, a point that is there twice, no
 *   measurement at all. TS_RULE_ON_SCORE for precision, recall and F1.
 */
export function readMeasurementHistory(text: string, map: HistoryMap, file: string): MeasurementHistory {
  const table = new CsvTable(text, file);
  requireFields(table, map);
  const source = new HistoryRows(table, map);
  const [measured, empty] = partition(table.rows, (row) => !isMissing(source.text(row, "value")));
  const rows = measured.map((row) => ({ row, measurement: source.measurement(row) }));
  if (rows.length === 0) {
    throw new QualityError("TS_MEASUREMENT_INVALID", `${file} holds no measurement`, { file });
  }
  const sorted = rows.toSorted((a, b) => compareText(a.measurement.time, b.measurement.time));
  const measurements = sorted.map(({ measurement }) => measurement);
  const errorAt = (index: number, field: HistoryField, what: string) =>
    source.error((sorted[index] as { row: CsvRow }).row, field, what);
  checkSequence(measurements, errorAt);
  return {
    measurements,
    errorAt,
    warnings: [
      ...emptyRows(file, empty),
      ...(sorted.every(({ row }, index) => row === rows[index]?.row)
        ? []
        : [`${file}: rows were put in order of time`]),
      ...doubtfulScale(file, map, measurements),
      ...unusedColumns(table, map),
    ],
  };
}

function requireFields(table: CsvTable, { columns, constants }: HistoryMap): void {
  const fields = Object.entries(columns);
  table.require(...fields.map(([, column]) => column));
  for (const field of neededFields) {
    if (columns[field] === undefined && constants?.[field as ConstantField] === undefined) {
      const message = `${table.file}: nothing says which column is the ${field}; the header has ${table.header.join(", ")}`;
      throw new QualityError("TS_MEASUREMENT_INVALID", message, { file: table.file, field });
    }
  }
  const twice = fields.find(([field]) => constants?.[field as ConstantField] !== undefined);
  if (twice !== undefined) {
    const message = `${table.file}: ${twice[0]} has both a column and a constant`;
    throw new QualityError("TS_MEASUREMENT_INVALID", message, { file: table.file, field: twice[0] });
  }
}

/** Rows of the table through the map. */
class HistoryRows {
  readonly #table: CsvTable;
  readonly #map: HistoryMap;

  constructor(table: CsvTable, map: HistoryMap) {
    this.#table = table;
    this.#map = map;
  }

  measurement(row: CsvRow): Measurement {
    const { kind } = this.#map.values;
    const analyte = this.#label(row, "analyte");
    if (namesScore(analyte)) {
      const place = this.error(row, "analyte", "");
      refuseRulesOnScore(analyte, place.message, place.details);
    }
    return {
      run: this.#label(row, "run"),
      time: this.#time(row),
      material: this.#label(row, "material"),
      materialLot: this.#optional(row, "materialLot"),
      analyte,
      level: this.#optional(row, "level"),
      kind,
      value: this.#value(row),
      depth: this.#depth(row),
      instrument: this.#optional(row, "instrument"),
      reagentLot: this.#optional(row, "reagentLot"),
      pipelineVersion: this.#optional(row, "pipelineVersion"),
    };
  }

  /** The cell, or the field's constant. */
  text(row: CsvRow, field: HistoryField): string {
    const column = this.#map.columns[field];
    return column === undefined
      ? (this.#map.constants?.[field as ConstantField] ?? "").trim()
      : this.#table.text(row, column);
  }

  error(row: CsvRow, field: HistoryField, what: string): QualityError {
    return this.#table.error(row, this.#map.columns[field] ?? field, what);
  }

  #label(row: CsvRow, field: HistoryField): string {
    const text = this.text(row, field);
    if (isMissing(text)) throw this.error(row, field, `the ${field} is missing`);
    return text;
  }

  #optional(row: CsvRow, field: HistoryField): string | null {
    const text = this.text(row, field);
    return isMissing(text) ? null : text;
  }

  #time(row: CsvRow): string {
    const text = this.#label(row, "time");
    const { dateFormat } = this.#map;
    const time = parseHistoryDate(text, dateFormat);
    if (time === null) throw this.error(row, "time", `'${text}' is no date such as ${dateExamples[dateFormat]}`);
    return time;
  }

  #value(row: CsvRow): number {
    const { values, decimalSeparator } = this.#map;
    const text = this.text(row, "value");
    const isPercent = values.kind !== "quantity" && values.scale === "percent";
    const value = (isPercent ? parsePercent : parseHistoryNumber)(text, decimalSeparator);
    if (value === null) {
      const sign = isPercent ? " of percent" : "";
      throw this.error(row, "value", `'${text}' is no number${sign} with the decimal separator '${decimalSeparator}'`);
    }
    if (isFraction(values.kind) && (value < 0 || value > 1)) {
      throw this.error(
        row,
        "value",
        `${text} is no ${values.kind}, which lies in ${isPercent ? "0 to 100 %" : "0 to 1"}`,
      );
    }
    return value;
  }

  #depth(row: CsvRow): number | null {
    const text = this.text(row, "depth");
    if (isMissing(text)) return null;
    const depth = parseHistoryNumber(text, this.#map.decimalSeparator);
    if (depth === null || !Number.isSafeInteger(depth) || depth < 0) {
      throw this.error(row, "depth", `'${text}' is no whole number of 0 or more`);
    }
    const { kind } = this.#map.values;
    if (depth === 0 && isFraction(kind)) throw this.error(row, "depth", `no ${kind} can be measured on 0 reads`);
    return depth;
  }
}

function emptyRows(file: string, rows: readonly CsvRow[]): string[] {
  if (rows.length === 0) return [];
  const lines = rows.slice(0, 5).map(({ line }) => line);
  const more = rows.length > lines.length ? ` and ${rows.length - lines.length} more` : "";
  return [`${file}: no value in line ${lines.join(", ")}${more}; left out`];
}

/** A table of fractions that is called one of percent gives values a hundred times too small, none of them impossible. */
function doubtfulScale(file: string, { values }: HistoryMap, measurements: readonly Measurement[]): string[] {
  const isPercent = values.kind !== "quantity" && values.scale === "percent";
  const isDoubtful = isPercent && measurements.every(({ value }) => value <= 0.01);
  return isDoubtful ? [`${file}: no value is above 1 %; are they fractions?`] : [];
}

function unusedColumns(table: CsvTable, { columns }: HistoryMap): string[] {
  const used = new Set(Object.values(columns));
  const unused = table.header.filter((name) => !used.has(name));
  return unused.length === 0 ? [] : [`${table.file}: not used: ${unused.join(", ")}`];
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
