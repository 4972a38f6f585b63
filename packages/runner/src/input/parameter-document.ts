import { readFileSync } from "node:fs";
import { isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { RunnerError } from "../error.ts";

/** A place in a text, both from 1 on. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Parameters as a file has them. */
export interface ParameterDocument {
  readonly file: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Where something is: of the parameter, or of what lies in it; of the nearest that is there. */
  positionOf(path: readonly (string | number)[]): Position;
}

/**
 * Reads parameters from YAML or JSON.
 *
 * @throws RunnerError TS_PIPELINE_INPUT_INVALID naming line and column when it is neither, or no object.
 */
export function readParameterDocument(file: string): ParameterDocument {
  const text = readText(file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, column } = positionAt(error.pos[0]);
    const message = `${file}:${line}, column ${column}: ${error.message}`;
    throw new RunnerError("TS_PIPELINE_INPUT_INVALID", message, { file, line, column }, error);
  }
  const values: unknown = document.toJS();
  if (values !== null && (typeof values !== "object" || Array.isArray(values))) {
    const message = `${file}:1, column 1: holds no parameters: give names and values, as 'fasta: reference.fa'`;
    throw new RunnerError("TS_PIPELINE_INPUT_INVALID", message, { file, line: 1, column: 1 });
  }
  return {
    file,
    values: (values ?? {}) as Record<string, unknown>,
    positionOf: (path) => positionAt(offsetOf(document.contents, path)),
  };
}

/** Without a byte order mark: an editor may have put one there. */
function readText(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (cause) {
    const message = `${file}: the parameters cannot be read: ${cause instanceof Error ? cause.message : cause}`;
    throw new RunnerError("TS_PIPELINE_INPUT_INVALID", message, { file }, cause);
  }
}

/** The key of the last step that is there; a value in a list has none and is named itself. */
function offsetOf(contents: unknown, path: readonly (string | number)[]): number {
  let node: unknown = contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (pair === undefined) return offset;
      offset = startOf(pair.key, offset);
      node = pair.value;
    } else {
      const items: readonly unknown[] = isNode(node) && "items" in node ? (node.items as unknown[]) : [];
      const item = items[Number(step)];
      if (item === undefined) return offset;
      offset = startOf(item, offset);
      node = item;
    }
  }
  return offset;
}

function startOf(node: unknown, otherwise: number): number {
  return isNode(node) ? ((node as Node).range?.[0] ?? otherwise) : otherwise;
}
