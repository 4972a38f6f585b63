import { StatisticsError } from "../error.ts";
import { isList, isRecord, type Json, type JsonRecord, type ReferenceCase } from "./reference-case.ts";

/**
 * Cases of a JSON text `{ "cases": [{ "id", "category", "input", "expected", "tolerance", ... }] }`. An expected value
 * `null` means undefined; the texts "Infinity" and "-Infinity" are numbers.
 *
 * @throws StatisticsError TS_STATISTICS_CASES_INVALID naming the place: line and column of a syntax error, otherwise the
 *   path, such as `cases[3].tolerance`, and the id as far as known.
 */
export function parseReferenceCases(text: string): ReferenceCase[] {
  const document = parseJson(text);
  if (!isRecord(document) || !isList(document.cases)) throw invalid("cases", "is no list of cases");
  if (document.cases.length === 0) throw invalid("cases", "is empty; there is nothing to verify");
  const ids = new Set<string>();
  return document.cases.map((entry, index) => {
    const one = parseCase(entry, `cases[${index}]`);
    if (ids.has(one.id)) throw invalid(`cases[${index}].id`, `${one.id} is the id of an earlier case`);
    ids.add(one.id);
    return one;
  });
}

function parseJson(document: string): Json {
  const text = document.replace(/^\uFEFF/, "");
  try {
    return JSON.parse(text);
  } catch {
    const before = text.slice(0, soundLength(text)).split("\n");
    const column = (before.at(-1) as string).length + 1;
    throw invalid(`line ${before.length}, column ${column}`, "the text stops to be JSON here");
  }
}

/** Length of the longest beginning that only lacks an end; few messages of JSON.parse name a position. */
function soundLength(text: string): number {
  let sound = 0;
  let damaged = text.length + 1;
  while (damaged - sound > 1) {
    const middle = Math.floor((sound + damaged) / 2);
    if (lacksOnlyAnEnd(text.slice(0, middle))) sound = middle;
    else damaged = middle;
  }
  return sound;
}

function lacksOnlyAnEnd(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = /at position (\d+)/.exec(message)?.[1];
    return position === undefined ? message.includes("end of JSON") : Number(position) >= beginning.length;
  }
}

function parseCase(entry: Json, path: string): ReferenceCase {
  if (!isRecord(entry)) throw invalid(path, "is no case");
  const { id, category, input, expected, tolerance } = entry;
  if (typeof id !== "string" || id === "") throw invalid(`${path}.id`, "is no text");
  const place = (name: string) => `${path}.${name} (${id})`;
  if (typeof category !== "string") throw invalid(place("category"), "is no text");
  if (!isRecord(input)) throw invalid(place("input"), "is no object");
  if (!isRecord(expected)) throw invalid(place("expected"), "is no object");
  if (typeof tolerance !== "number" || !(tolerance >= 0 && tolerance < Number.POSITIVE_INFINITY)) {
    throw invalid(place("tolerance"), "is no number from 0 on");
  }
  return {
    id,
    category,
    source: textOf(entry, "source", place),
    referenceImplementation: textOf(entry, "reference_implementation", place),
    input,
    expected,
    tolerance,
  };
}

function textOf(entry: JsonRecord, name: string, place: (name: string) => string): string {
  const text = entry[name] ?? "";
  if (typeof text !== "string") throw invalid(place(name), "is no text");
  return text;
}

function invalid(place: string, what: string): StatisticsError {
  return new StatisticsError("TS_STATISTICS_CASES_INVALID", `${place}: ${what}`, { argument: place });
}
