import { QualityError } from "../error.ts";
import { checkSequence } from "./check-sequence.ts";
import { csvSource } from "./csv-source.ts";
import { jsonSource } from "./json-source.ts";
import {
  isFraction,
  type Measurement,
  type MeasurementKind,
  measurementKinds,
  namesScore,
  refuseRulesOnScore,
} from "./measurement.ts";
import { parseMoment } from "./moment.ts";
import { normaliseName, type SourceRow, type SourceTable } from "./source-row.ts";

/** How a table of measurements is understood. */
export interface ReadMeasurementsOptions {
  /** The name that errors give the text. */
  readonly file: string;
  /** Kind of an analyte in rows that do not state one; `vaf` unless given. */
  readonly kindOf?: (analyte: string) => MeasurementKind | undefined;
  /** Run of all rows of a table that has no such column or field. */
  readonly run?: string;
  /** Moment in UTC of all rows of a table that has no such column or field. */
  readonly time?: string;
}

/** What a table of measurements holds. */
export interface MeasurementTable {
  /** In the order of the table. */
  readonly measurements: readonly Measurement[];
  /** Columns that no field was read from, as written. */
  readonly unusedColumns: readonly string[];
  /** An error at the place of a measurement, for what a table can hold and its reader cannot use. */
  readonly errorAt: (index: number, field: keyof Measurement, what: string) => QualityError;
}

const NEEDED = ["run", "time", "material", "analyte", "value"] as const;

const OPTIONAL = ["material_lot", "level", "kind", "depth", "instrument", "reagent_lot", "pipeline_version"] as const;
const KNOWN = new Set([...NEEDED, ...OPTIONAL].map(normaliseName));

/** Fields that the whole table may have in common. */
type CommonField = "run" | "time";

/**
 * Reads control measurements from CSV (commas, tabs or semicolons) or JSON (a list of objects), whichever the text is.
 *
 * Columns run, time, material, analyte and value are needed, run and time only where the options do not give them; level,
 * depth, kind, material_lot, instrument, reagent_lot and pipeline_version may be there; others are not used. One row for
 * each analyte, material and level in a run.
 *
 * @throws QualityError TS_MEASUREMENT_INVALID naming file, line and column: no number, a fraction outside of 0 to 1, a
 *   negative depth, no date, dates out of order, a run with two times, a point that is there twice, no row at all.
 *   TS_RULE_ON_SCORE for precision, recall and F1.
 */
export function readMeasurements(text: string, options: ReadMeasurementsOptions): MeasurementTable {
  const isJson = /^\uFEFF?\s*[[{]/.test(text);
  const needed = NEEDED.filter((field) => options[field as CommonField] === undefined);
  const table = isJson ? jsonSource(text.replace(/^\uFEFF/, ""), options.file) : csvSource(text, options.file, needed);
  if (table.rows.length === 0) {
    // Nothing to judge must not look like nothing to object to.
    throw new QualityError("TS_MEASUREMENT_INVALID", `${options.file} holds no measurement`, { file: options.file });
  }
  const common = commonFields(table, options);
  const measurements = table.rows.map((row) => readRow(row, options, common));
  const errorAt = (index: number, field: string, what: string) => (table.rows[index] as SourceRow).error(field, what);
  checkSequence(measurements, errorAt);
  return { measurements, unusedColumns: unused(table), errorAt };
}

/** What holds for all rows; a table that names it in some rows has to name it in each. */
function commonFields({ columns }: SourceTable, { run, time }: ReadMeasurementsOptions): CommonFields {
  const has = (field: string) => columns.some((name) => normaliseName(name) === field);
  return {
    ...(run === undefined || has("run") ? {} : { run }),
    ...(time === undefined || has("time") ? {} : { time }),
  };
}

type CommonFields = Pick<ReadMeasurementsOptions, CommonField>;

function unused({ columns }: SourceTable): string[] {
  return columns.filter((name) => !KNOWN.has(normaliseName(name)));
}

function readRow(row: SourceRow, { kindOf }: ReadMeasurementsOptions, common: CommonFields): Measurement {
  const analyte = needed(row, "analyte");
  if (namesScore(analyte)) refuseScore(row, "analyte", analyte);
  const kind = readKind(row) ?? kindOf?.(analyte) ?? "vaf";
  const depth = row.number("depth");
  if (depth !== null && (depth < 0 || (depth === 0 && isFraction(kind)))) {
    throw row.error("depth", depth < 0 ? `depth ${depth} is below 0` : `no ${kind} can be measured on 0 reads`);
  }
  return {
    run: common.run ?? needed(row, "run"),
    time: common.time ?? readTime(row),
    material: needed(row, "material"),
    materialLot: row.text("material_lot") || null,
    analyte,
    level: row.text("level") || null,
    kind,
    value: readValue(row, kind),
    depth,
    instrument: row.text("instrument") || null,
    reagentLot: row.text("reagent_lot") || null,
    pipelineVersion: row.text("pipeline_version") || null,
  };
}

function needed(row: SourceRow, field: string): string {
  const text = row.text(field);
  if (text === "") throw row.error(field, `the ${field} is missing`);
  return text;
}

function readTime(row: SourceRow): string {
  const text = needed(row, "time");
  const moment = parseMoment(text);
  if (moment === null) {
    throw row.error("time", `'${text}' is no date or time such as 2026-01-31 or 2026-01-31T08:00:00Z`);
  }
  return moment;
}

function readKind(row: SourceRow): MeasurementKind | null {
  const text = row.text("kind").toLowerCase().replaceAll("_", " ");
  if (text === "") return null;
  if (text === "score" || namesScore(text)) refuseScore(row, "kind", row.text("analyte"));
  const kind = measurementKinds.find((known) => known === text);
  if (kind === undefined) throw row.error("kind", `'${text}' is none of ${measurementKinds.join(", ")}`);
  return kind;
}

function refuseScore(row: SourceRow, field: string, name: string): never {
  const place = row.error(field, "");
  refuseRulesOnScore(name, place.message, place.details);
}

function readValue(row: SourceRow, kind: MeasurementKind): number {
  const value = row.number("value");
  if (value === null) throw row.error("value", "the value is missing; leave the row out if nothing was measured");
  if (isFraction(kind) && (value < 0 || value > 1)) {
    throw row.error(
      "value",
      `${value} is no ${kind}, which lies in 0 to 1; is the analyte of another kind (quantity)?`,
    );
  }
  return value;
}
