import { ClientError } from "@touchstone/client";

/** What is wrong in the text of a definition, and where. */
export interface DefinitionProblem {
  /** From 1 on. */
  readonly line: number;
  /** From 1 on. */
  readonly column: number;
  readonly message: string;
}

/** The place that the server names in a refused definition, `definition:7, column 3 (field): ...`; null without one. */
export function definitionProblemOf(error: unknown): DefinitionProblem | null {
  return error instanceof ClientError ? problemOfMessage(error.message) : null;
}

/** The same of the message alone. */
export function problemOfMessage(text: string): DefinitionProblem | null {
  const found = /^definition:(\d+), column (\d+)(?: \([^)]*\))?: (.*)$/s.exec(text);
  if (found === null) return null;
  const [, line, column, message] = found;
  return { line: Number(line), column: Number(column), message: message ?? "" };
}

/** First and last offset of a line of a text, which is counted from 1. */
export function lineRange(text: string, line: number): readonly [start: number, end: number] {
  const lines = text.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  return [start, start + (lines[line - 1]?.length ?? 0)];
}
