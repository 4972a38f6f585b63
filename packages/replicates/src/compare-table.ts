import { BgzfEncoder, identifyFileInBackground, OutputFiles } from "@touchstone/formats";
import { Observation } from "./accumulate/observation.ts";
import { hashNumbers, hashText } from "./accumulate/point-sample.ts";
import { RunState, runStateNames } from "./accumulate/run-state.ts";
import type { Stratum } from "./accumulate/stratum.ts";
import { PartialTally, Tally } from "./accumulate/tally.ts";
import { ReplicatesError } from "./error.ts";
import type { ReplicatesResult, TableMeasurement, TableOptions } from "./options.ts";
import { finishReport } from "./report/finish-report.ts";

/** The stratum of analytes that have none. */
const NO_STRATUM = "";
/** Squares of larger values, summed, would leave the range of numbers. */
const LARGEST_VALUE = 1e100;

/**
 * Compares measurements of a table between its runs, analyte by analyte, and writes all output files under the prefix
 * `options.out`.
 *
 * @throws ReplicatesError TS_REPLICATES_TOO_FEW with one run, TS_REPLICATES_TABLE_INVALID with file, line and column for
 *   a second value of one analyte and run, a value beyond 0 to 1 with a depth, a negative depth, a value beyond 1e100, two
 *   strata of one analyte. No file remains beside the prefix then.
 */
export async function compareTable(options: TableOptions): Promise<ReplicatesResult> {
  const startedAt = new Date();
  const table = new AnalyteTable(options);
  const files = new OutputFiles(options.out);
  try {
    const strata = table.strata();
    const tally = new Tally(table.runs.length, table.cells.length, options.samplePoints);
    const part = new PartialTally(table.runs.length, table.cells.length, options.samplePoints);
    const rows = table.add(part);
    tally.add(part.finish());
    writeAnalytes(files, table.runs, rows, options.compressionLevel);
    const { minimumDepth, leastCvMean, samplePoints, seed } = options;
    return await finishReport({
      options,
      files,
      startedAt,
      kind: "table",
      runs: table.runs.map((name) => ({
        ...{ name, file: null, sample: null, depthSources: {} },
        ...{ unresolvedAlleles: 0, hasReferenceBlocks: false },
      })),
      inputs: { regions: null, reference: null, table: await identifyFileInBackground(options.table) },
      reportedOptions: { minimumDepth, leastCvMean, samplePoints, seed },
      normalisation: null,
      tally,
      strata,
      groupOf: (cell) => (table.cells[cell] === NO_STRATUM ? "all" : table.cells[cell]),
      warnings: [],
    });
  } finally {
    files.discard();
  }
}

interface Analyte {
  readonly name: string;
  readonly stratum: string;
  readonly values: Map<number, TableMeasurement>;
}

/** Measurements by analyte, in the order in which the table first names them. */
class AnalyteTable {
  readonly runs: readonly string[];
  /** Strata, each of which is a cell. */
  readonly cells: readonly string[];
  readonly #options: TableOptions;
  readonly #analytes = new Map<string, Analyte>();

  constructor(options: TableOptions) {
    this.#options = options;
    const runs = new Map<string, number>();
    for (const measurement of options.measurements) {
      this.#check(measurement);
      const run = runs.get(measurement.run) ?? runs.size;
      runs.set(measurement.run, run);
      this.#insert(measurement, run);
    }
    if (runs.size < 2) {
      const found = runs.size === 0 ? "no measurement" : `one run, ${[...runs.keys()][0]}`;
      throw new ReplicatesError("TS_REPLICATES_TOO_FEW", `${options.table} has ${found}; reproducibility needs two`, {
        file: options.table,
        field: "run",
      });
    }
    this.runs = [...runs.keys()];
    this.cells = [...new Set([...this.#analytes.values()].map(({ stratum }) => stratum))];
  }

  strata(): Stratum[] {
    const all: Stratum = { name: "all analytes", dimension: "all", cells: new Set(this.cells.keys()) };
    const named = [...this.cells.entries()].filter(([, name]) => name !== NO_STRATUM);
    return [all, ...named.map(([cell, name]): Stratum => ({ name, dimension: "table", cells: new Set([cell]) }))];
  }

  /** Adds all analytes to the sums and returns their rows. */
  add(part: PartialTally): string[] {
    const observation = new Observation(this.runs.length);
    const { leastCvMean, seed } = this.#options;
    return [...this.#analytes.values()].map((analyte) => {
      this.#observe(analyte, observation);
      const cell = this.cells.indexOf(analyte.stratum);
      const { mean, measured, variance, binomialVariance, meanDepth: depth } = observation;
      const hasCv = part.add(cell, observation, false, leastCvMean);
      const cv = hasCv ? Math.sqrt(variance) / mean : Number.NaN;
      const floor = binomialVariance < 0 ? -1 : Math.sqrt(binomialVariance) / mean;
      if (hasCv) part.addCv(cell, measured, cv, floor);
      const hash = hashNumbers(seed, hashText(analyte.name), 0, 0);
      if (measured >= 2) part.sample.add({ hash, cell, values: observation.usedValues(), mean, cv, depth });
      return row(analyte, observation);
    });
  }

  #observe(analyte: Analyte, observation: Observation): void {
    observation.clear();
    for (const [run, { value, depth }] of analyte.values) {
      observation.values[run] = value;
      observation.depths[run] = depth ?? -1;
      observation.calls[run] = 1;
      const isLow = depth !== null && depth < this.#options.minimumDepth;
      observation.states[run] = isLow ? RunState.lowDepth : RunState.called;
    }
    observation.summarise(false);
  }

  #check({ line, value, depth }: TableMeasurement): void {
    if (Math.abs(value) > LARGEST_VALUE) {
      throw this.#invalid(line, "value", `${value} is too large: at most ${LARGEST_VALUE} can be compared`);
    }
    if (depth === null) return;
    if (depth < 0 || !Number.isInteger(depth)) {
      throw this.#invalid(line, "depth", `${depth} is no depth: a whole number of 0 or more`);
    }
    if (value < 0 || value > 1)
      throw this.#invalid(line, "value", `${value} is no fraction of reads: 0 to 1, not percent`);
  }

  #insert(measurement: TableMeasurement, run: number): void {
    const { analyte: name, line } = measurement;
    const stratum = measurement.stratum ?? NO_STRATUM;
    let analyte = this.#analytes.get(name);
    if (analyte === undefined) {
      analyte = { name, stratum, values: new Map() };
      this.#analytes.set(name, analyte);
    }
    if (analyte.stratum !== stratum) {
      const had = analyte.stratum === NO_STRATUM ? "no stratum" : `stratum ${analyte.stratum}`;
      throw this.#invalid(line, "stratum", `'${stratum}', where ${name} had ${had} before`);
    }
    const earlier = analyte.values.get(run);
    if (earlier !== undefined) {
      const what = `${name} has a value of run ${measurement.run} in line ${earlier.line} already`;
      throw this.#invalid(line, "analyte", what);
    }
    analyte.values.set(run, measurement);
  }

  #invalid(line: number, field: string, what: string): ReplicatesError {
    const { table: file, columns } = this.#options;
    const column = columns[field];
    const details = { file, line, field, ...(column === undefined ? {} : { column }) };
    const place = `${file}:${line}${column === undefined ? "" : `, column ${column}`} (${field})`;
    return new ReplicatesError("TS_REPLICATES_TABLE_INVALID", `${place}: ${what}`, details);
  }
}

function row({ name, stratum }: Analyte, observation: Observation): string {
  const { measured, mean, variance, binomialVariance } = observation;
  const cells: (string | number)[] = [name.replaceAll(/[\t\r\n]/g, " "), stratum === NO_STRATUM ? "." : stratum];
  for (let run = 0; run < observation.runs; run++) {
    const state = observation.states[run];
    const isAbsent = state === RunState.absent;
    cells.push(isAbsent ? "." : observation.values[run]);
    cells.push(observation.depths[run] < 0 ? "." : observation.depths[run], runStateNames[state]);
  }
  cells.push(measured > 0 ? mean : ".", measured > 1 ? Math.sqrt(variance) : ".");
  cells.push(measured > 1 && mean > 0 ? Math.sqrt(variance) / mean : ".");
  cells.push(binomialVariance >= 0 && mean > 0 ? Math.sqrt(binomialVariance) / mean : ".");
  cells.push(measured > 1 && binomialVariance > 0 ? variance / binomialVariance : ".");
  return `${cells.join("\t")}\n`;
}

/** Writes P.variants.tsv.gz, whose rows are analytes. */
function writeAnalytes(
  files: OutputFiles,
  runs: readonly string[],
  rows: readonly string[],
  compressionLevel: number,
): void {
  const file = files.create(".variants.tsv.gz");
  const encoder = new BgzfEncoder((block) => file.write(block), compressionLevel);
  const perRun = runs.flatMap((run) => [`${run}.value`, `${run}.depth`, `${run}.state`]);
  const header = ["#analyte", "stratum", ...perRun, "mean", "sd", "cv", "cv_floor", "overdispersion"];
  encoder.write(Buffer.from(`${header.join("\t")}\n`));
  for (const line of rows) encoder.write(Buffer.from(line));
  encoder.end();
  file.close();
}
