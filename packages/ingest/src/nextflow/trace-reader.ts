import { IngestError } from "../error.ts";
import type { NextflowTask } from "./nextflow-task.ts";
import { readTask } from "./read-task.ts";

/** Tasks of lines of a trace file, and what could not be read of them. */
export interface TraceTasks {
  readonly tasks: readonly NextflowTask[];
  /** Sentences that name file, line and field. */
  readonly problems: readonly string[];
  /** Those of them that tell of a line that was left out. */
  readonly leftOut: readonly string[];
}

interface Told extends TraceTasks {
  readonly tasks: NextflowTask[];
  readonly problems: string[];
  readonly leftOut: string[];
}

/** Reads a trace file line by line, its header first. */
export class TraceReader {
  readonly #file: string;
  #columns: readonly string[] | null = null;
  #line = 0;

  /** @param file its name in messages. */
  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Reads further lines.
   *
   * @param lines without their ends.
   * @throws IngestError TS_RESULT_UNRECOGNISED when the header is none of a trace file.
   */
  read(lines: readonly string[]): TraceTasks {
    const told: Told = { tasks: [], problems: [], leftOut: [] };
    for (const line of lines) {
      this.#line++;
      if (this.#columns === null) this.#columns = this.#readHeader(line);
      else if (line !== "") this.#readLine(this.#columns, line, told);
    }
    return told;
  }

  #readHeader(line: string): readonly string[] {
    const columns = line.split("\t").map((name) => name.trim());
    const isTrace = columns.includes("task_id") && columns.includes("status");
    if (isTrace && (columns.includes("name") || columns.includes("process"))) return columns;
    throw new IngestError(
      "TS_RESULT_UNRECOGNISED",
      `${this.#file}:1: is no trace of Nextflow that can be used: it needs the columns task_id, status, and name or process`,
      { file: this.#file, line: 1 },
    );
  }

  #readLine(columns: readonly string[], line: string, { tasks, problems, leftOut }: Told): void {
    const cells = line.split("\t");
    const place = `${this.#file}:${this.#line}`;
    if (cells.length !== columns.length) {
      const problem = `${place}: has ${cells.length} cells where the header has ${columns.length}; it is left out`;
      problems.push(problem);
      leftOut.push(problem);
      return;
    }
    const { task, problems: ofTask } = readTask(
      Object.fromEntries(columns.map((name, column) => [name, cells[column]])),
    );
    const ofLine = ofTask.map((problem) => `${place}: ${problem}`);
    problems.push(...ofLine);
    if (task !== null) tasks.push(task);
    else leftOut.push(ofLine.join("; "));
  }
}

/**
 * The tasks of a whole trace file. What has no end of line was cut off, or is still being written: it is told among the
 * problems, and no line that was left out.
 *
 * @throws IngestError TS_RESULT_UNRECOGNISED.
 */
export function readTrace(file: string, text: string): TraceTasks {
  const lines = text.split(/\r?\n/);
  const rest = lines.pop() ?? "";
  const reader = new TraceReader(file);
  const told = reader.read(lines);
  if (lines.length === 0) reader.read([rest]); // says what it is not
  if (rest === "") return told;
  return { ...told, problems: [...told.problems, `${file}:${lines.length + 1}: is cut off; it is left out`] };
}
