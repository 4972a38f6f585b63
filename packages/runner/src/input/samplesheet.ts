import { realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Lane, type LaneColumn, ONLY_LANE, optionalColumns, requiredColumns, type Sex, sexes } from "./lane.ts";
import { isAddress, kindOf, locate } from "./locate.ts";
import { type Problem, refuseProblems } from "./problem.ts";
import { readSheetTable, type SheetRow } from "./samplesheet-table.ts";

/** What a samplesheet may name. */
export interface SheetContext {
  /** Names of the parameters' truth sets. */
  readonly truthSets: readonly string[];
}

const SAMPLE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const LANE = /^[A-Za-z0-9.-]+$/;
const FASTQ = /\.f(ast)?q(\.gz)?$/;
const REPLICATE = /^[1-9]\d{0,4}$/;
/** What has to be the same in all lanes of one sequencing. */
const OF_REPLICATE = ["truth_set", "material", "lot", "instrument"] as const;

/**
 * Reads a samplesheet and checks all of it. Relative paths are relative to it.
 *
 * @returns its lanes in order, with absolute paths.
 * @throws RunnerError TS_PIPELINE_INPUT_INVALID with every problem by line, column and what to do.
 */
export function readSamplesheet(file: string, context: SheetContext): Lane[] {
  const { rows, problems } = readSheetTable<LaneColumn>(file, { required: requiredColumns, optional: optionalColumns });
  const folder = dirname(resolve(file));
  const read = rows.map((row) => ({ row, lane: laneOf(row, folder) }));
  const ofRows = read.flatMap(({ row, lane }) => problemsOfRow(row, lane, context));
  const found = [...problems, ...ofRows, ...problemsAmong(read)];
  refuseProblems(found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)));
  return read.map(({ lane }) => lane);
}

interface ReadLane {
  readonly row: SheetRow<LaneColumn>;
  readonly lane: Lane;
}

/** The lane of a row, which may hold anything: what is wrong is told apart. */
function laneOf({ cell }: SheetRow<LaneColumn>, folder: string): Lane {
  const optional = (column: LaneColumn) => (cell(column) === "" ? null : cell(column));
  const place = (column: "fastq_1" | "fastq_2") => (cell(column) === "" ? "" : locate(cell(column), folder));
  return {
    id: `${cell("sample")}_R${cell("replicate")}`,
    sample: cell("sample"),
    sex: cell("sex") as Sex,
    replicate: Number(cell("replicate")),
    lane: optional("lane") ?? ONLY_LANE,
    truth_set: optional("truth_set"),
    material: optional("material"),
    lot: optional("lot"),
    instrument: optional("instrument"),
    fastq_1: place("fastq_1"),
    fastq_2: place("fastq_2"),
  };
}

function problemsOfRow(row: SheetRow<LaneColumn>, lane: Lane, { truthSets }: SheetContext): Problem[] {
  const { cell, problem } = row;
  const problems: Problem[] = [];
  const require = (isRight: boolean, column: LaneColumn, what: string) => {
    if (!isRight) problems.push(problem(column, what));
  };
  const named = (column: LaneColumn) => (cell(column) === "" ? "the cell is empty" : `'${cell(column)}' cannot be`);
  require(SAMPLE.test(lane.sample), "sample", `${named("sample")}: give letters, digits, dot, underscore and hyphen`);
  require(sexes.includes(lane.sex), "sex", `${named("sex")}: give ${sexes.join(", ")}`);
  require(REPLICATE.test(cell("replicate")), "replicate", `${named("replicate")}: give a number from 1 on`);
  require(LANE.test(lane.lane), "lane", `${named("lane")}: give letters, digits, dot and hyphen`);
  const known = truthSets.length === 0 ? "truth_sets is not given" : `there are ${truthSets.join(", ")}`;
  const isKnown = lane.truth_set === null || truthSets.includes(lane.truth_set);
  require(isKnown, "truth_set", `'${lane.truth_set}' is not among the parameter truth_sets: ${known}`);
  for (const column of ["fastq_1", "fastq_2"] as const) {
    const what = problemOfReads(cell(column), lane[column]);
    if (what !== null) problems.push(problem(column, what));
  }
  const isOneFile = lane.fastq_1 !== "" && identityOf(lane.fastq_1) === identityOf(lane.fastq_2);
  require(!isOneFile, "fastq_2", "is the same file as fastq_1: give the second reads of the pairs");
  return problems;
}

function problemOfReads(cell: string, path: string): string | null {
  if (cell === "") return "the cell is empty: reads have to be paired, give both files";
  // Tools and Nextflow's own lists split on them.
  if (/[\s,]/.test(path))
    return `'${cell}' holds a ${path.includes(",") ? "comma" : "space"}: rename the file or folder`;
  if (!FASTQ.test(path)) return `'${cell}' is no FASTQ by its name: it has to end in .fastq.gz, .fq.gz, .fastq or .fq`;
  if (isAddress(path)) return null;
  const kind = kindOf(path);
  if (kind === "file") return null;
  const relative = path === cell ? "" : " (relative paths are relative to the samplesheet)";
  return kind === null ? `there is no file ${path}${relative}: correct the path` : `${path} is a folder: name the file`;
}

/** The file behind a path, however it is named. */
function identityOf(path: string): string {
  try {
    return isAddress(path) ? path : realpathSync(path);
  } catch {
    return path;
  }
}

function problemsAmong(read: readonly ReadLane[]): Problem[] {
  return [...lanesTwice(read), ...filesTwice(read), ...contradictions(read)];
}

function lanesTwice(read: readonly ReadLane[]): Problem[] {
  const first = new Map<string, number>();
  return read.flatMap(({ row, lane: { id, lane, sample } }) => {
    const line = firstLine(first, `${id} ${lane}`, row.line);
    if (line === row.line || sample === "") return [];
    const what = `lane ${lane} of ${id} is in line ${line} already: give each lane a name in the column lane, each sequencing of the sample its replicate`;
    return [row.problem("sample", what)];
  });
}

function filesTwice(read: readonly ReadLane[]): Problem[] {
  const first = new Map<string, number>();
  return read.flatMap(({ row, lane }) =>
    (["fastq_1", "fastq_2"] as const).flatMap((column) => {
      if (lane[column] === "") return [];
      const line = firstLine(first, identityOf(lane[column]), row.line);
      if (line === row.line) return [];
      return [row.problem(column, `${lane[column]} is in line ${line} already: reads may be used once`)];
    }),
  );
}

/** One sample has one sex; one sequencing has one truth set, material, lot and instrument. */
function contradictions(read: readonly ReadLane[]): Problem[] {
  const first = new Map<string, ReadLane>();
  const firstOf = (key: string, one: ReadLane): ReadLane => {
    const before = first.get(key) ?? one;
    first.set(key, before);
    return before;
  };
  return read.flatMap((one) => {
    const { row, lane } = one;
    const ofSample = firstOf(`sample ${lane.sample}`, one);
    const ofReplicate = firstOf(`id ${lane.id}`, one);
    const differs = (column: "sex" | (typeof OF_REPLICATE)[number], before: ReadLane, whose: string) => {
      if (before.lane[column] === lane[column]) return [];
      const [here, there] = [lane[column], before.lane[column]].map((value) =>
        value === null ? "none" : `'${value}'`,
      );
      return [row.problem(column, `${whose} has ${there} in line ${before.row.line} and ${here} here: correct one`)];
    };
    return [
      ...differs("sex", ofSample, `sample ${lane.sample}`),
      ...OF_REPLICATE.flatMap((column) => differs(column, ofReplicate, lane.id)),
    ];
  });
}

function firstLine(first: Map<string, number>, key: string, line: number): number {
  const before = first.get(key) ?? line;
  first.set(key, before);
  return before;
}
