import { RunnerError } from "../error.ts";

/** Something that is wrong with what a pipeline is given, and where. */
export interface Problem {
  readonly file: string;
  /** 1-based; null of what no line is about, or of the command line. */
  readonly line: number | null;
  /** 1-based: of a table the cell, of a document the character. */
  readonly column: number | null;
  /** Column of the samplesheet, or the parameter. */
  readonly field: string | null;
  /** What is wrong and how to correct it. */
  readonly what: string;
}

/**
 * Refuses what has problems, all of them at once.
 *
 * @throws RunnerError TS_PIPELINE_INPUT_INVALID unless there is none.
 */
export function refuseProblems(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const lines = problems.map(problemText);
  const count = problems.length === 1 ? "" : `${problems.length} problems, and nothing was started:\n  `;
  const { file, line, column, field } = first;
  throw new RunnerError("TS_PIPELINE_INPUT_INVALID", `${count}${lines.join("\n  ")}`, {
    file,
    ...(line === null ? {} : { line }),
    ...(column === null ? {} : { column }),
    ...(field === null ? {} : { field }),
    problems,
  });
}

function problemText({ file, line, column, field, what }: Problem): string {
  const place = line === null ? file : `${file}:${line}`;
  const cell = column === null ? "" : `, column ${column}`;
  return `${place}${cell}${field === null ? "" : ` (${field})`}: ${what}`;
}
