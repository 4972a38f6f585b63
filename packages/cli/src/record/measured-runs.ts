import type { paths } from "@touchstone/client";
import type { Measurement, QualityError } from "@touchstone/quality";
import { CliError } from "../error.ts";

/** Measurements of one run as a request holds them. */
export type NewMeasurements =
  paths["/api/v1/measurements"]["post"]["requestBody"]["content"]["application/json"]["measurements"];

/** Measurements as they were read, and how one of them is refused at its place. */
export interface ReadTable {
  readonly file: string;
  readonly measurements: readonly Measurement[];
  /** Whether neither the rows nor anybody says when they were measured. */
  readonly isWithoutTime?: boolean;
  readonly errorAt: (index: number, field: Exclude<keyof Measurement, "kind">, what: string) => QualityError;
}

/** What is said of all runs of a table; rows that say it too have to agree. */
export interface SaidOfRows {
  readonly run?: string | undefined;
  readonly performedAt?: string | undefined;
  /** The pipeline; without a version where the rows name it. */
  readonly pipeline?: { readonly name: string; readonly version?: string; readonly revision?: string } | undefined;
  /** The reagent whose lots the rows name. */
  readonly reagent?: string | undefined;
}

/** What a table says of one run. */
export interface MeasuredRun {
  readonly name: string;
  /** Moment in UTC; null where nobody says it. */
  readonly time: string | null;
  readonly pipelineVersion: string | null;
  /** Null where the rows name none, or several. */
  readonly instrument: string | null;
  readonly measurements: NewMeasurements;
}

/** What the records hold of one run at most, in one request. */
const MOST_MEASUREMENTS = 50_000;
const LONGEST_NAME = 200;
const NAMES = [
  "run",
  "material",
  "materialLot",
  "analyte",
  "level",
  "instrument",
  "reagentLot",
  "pipelineVersion",
] as const;

/**
 * The runs of a table in order of time, each with its measurements, checked for all that the records ask of them: after
 * this nothing about a single row is refused.
 *
 * @throws QualityError TS_MEASUREMENT_INVALID naming file, line and column; CliError TS_USAGE where the rows name versions or lots
 *   and nothing says of which pipeline or reagent.
 */
export function measuredRuns(table: ReadTable, said: SaidOfRows): MeasuredRun[] {
  requireNamedOwners(table, said);
  const runs = new Map<string, Measurement[]>();
  for (const [index, measurement] of table.measurements.entries()) {
    checkRow(table, index, measurement, said);
    const ofRun = runs.get(measurement.run);
    if (ofRun === undefined) runs.set(measurement.run, [measurement]);
    else ofRun.push(measurement);
    checkRun(table, index, runs.get(measurement.run) ?? []);
  }
  return [...runs].map(([name, measurements]) => toRun(name, measurements, table, said)).sort(byTime);
}

/** Versions and lots that are dropped would be missed by those who look for what has changed. */
function requireNamedOwners({ file, measurements }: ReadTable, { pipeline, reagent }: SaidOfRows): void {
  const [versions, lots] = [named(measurements, "pipelineVersion"), named(measurements, "reagentLot")];
  const missing = [
    ...(pipeline === undefined && versions.length > 0 ? [`versions of a pipeline (${shown(versions)})`] : []),
    ...(reagent === undefined && lots.length > 0 ? [`lots of a reagent (${shown(lots)})`] : []),
  ];
  if (missing.length === 0) return;
  const options = [
    ...(pipeline === undefined && versions.length > 0 ? ["--pipeline NAME"] : []),
    ...(reagent === undefined && lots.length > 0 ? ["--reagent NAME"] : []),
  ];
  const message = `${file} names ${missing.join(" and ")}, and nothing says which it is`;
  throw new CliError("TS_USAGE", message, `Say it: ${options.join(" ")}`);
}

function named(measurements: readonly Measurement[], field: "pipelineVersion" | "reagentLot"): string[] {
  return [...new Set(measurements.flatMap((measurement) => measurement[field] ?? []))];
}

function shown(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
}

function checkRow({ errorAt }: ReadTable, index: number, measurement: Measurement, said: SaidOfRows): void {
  const { run, time, depth, pipelineVersion } = measurement;
  for (const field of NAMES) {
    const { length } = measurement[field] ?? "";
    if (length > LONGEST_NAME) throw errorAt(index, field, `${length} letters are more than ${LONGEST_NAME}`);
  }
  if (depth !== null && !Number.isSafeInteger(depth)) {
    throw errorAt(index, "depth", `${depth} is no whole number of reads, which is what is recorded`);
  }
  if (said.run !== undefined && run !== said.run) {
    throw errorAt(
      index,
      "run",
      `the row is of run ${run} and not of ${said.run}, which was named; let the rows say it`,
    );
  }
  if (said.performedAt !== undefined && time !== said.performedAt) {
    throw errorAt(index, "time", `${time} is not ${said.performedAt}, which --performed-at names; let the rows say it`);
  }
  const { name, version } = said.pipeline ?? {};
  if (name !== undefined && version === undefined && pipelineVersion === null) {
    throw errorAt(
      index,
      "pipelineVersion",
      `no version of ${name}; name it in every row, or as --pipeline NAME@VERSION`,
    );
  }
  if (version !== undefined && pipelineVersion !== null && pipelineVersion !== version) {
    throw errorAt(index, "pipelineVersion", `${pipelineVersion} is not ${version}, which --pipeline names`);
  }
}

/** Holds the last measurement of a run to those before it. */
function checkRun({ errorAt }: ReadTable, index: number, ofRun: readonly Measurement[]): void {
  const [first, last] = [ofRun[0], ofRun.at(-1)];
  if (first?.pipelineVersion !== last?.pipelineVersion) {
    const [one, other] = [first?.pipelineVersion ?? "none", last?.pipelineVersion ?? "none"];
    throw errorAt(
      index,
      "pipelineVersion",
      `run ${first?.run} has ${other} here and ${one} before; a run has one version`,
    );
  }
  if (ofRun.length > MOST_MEASUREMENTS) {
    throw errorAt(
      index,
      "run",
      `run ${first?.run} has more than the ${MOST_MEASUREMENTS} measurements that a run may have`,
    );
  }
}

function toRun(
  name: string,
  measurements: readonly Measurement[],
  { isWithoutTime }: ReadTable,
  { pipeline, reagent }: SaidOfRows,
): MeasuredRun {
  const [first] = measurements as readonly [Measurement, ...Measurement[]];
  const instruments = new Set(measurements.map(({ instrument }) => instrument));
  return {
    name,
    time: isWithoutTime === true ? null : first.time,
    pipelineVersion: first.pipelineVersion ?? pipeline?.version ?? null,
    instrument: instruments.size === 1 ? first.instrument : null,
    measurements: measurements.map(({ material, materialLot, analyte, level, kind, value, depth, ...of }) => ({
      material,
      analyte,
      kind,
      value,
      ...(materialLot === null ? {} : { materialLot }),
      ...(level === null ? {} : { level }),
      ...(depth === null ? {} : { depth }),
      ...(of.instrument === null ? {} : { instrument: of.instrument }),
      ...(of.reagentLot === null || reagent === undefined ? {} : { reagentLot: { reagent, lot: of.reagentLot } }),
    })),
  };
}

function byTime(a: MeasuredRun, b: MeasuredRun): number {
  return compareText(a.time ?? "", b.time ?? "") || compareText(a.name, b.name);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
