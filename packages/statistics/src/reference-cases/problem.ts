import { StatisticsError } from "../error.ts";
import type { Answers } from "./answer.ts";
import { isList, type Json, type JsonRecord, type ReferenceCase } from "./reference-case.ts";

/** Reads a file that lies beside the cases. */
export type ReadSideFile = (name: string) => string;

/** A case as the ways to read it see it. */
export interface Problem extends ReferenceCase {
  readonly readSideFile: ReadSideFile;
}

/**
 * One kind of statistics: reads the input if it has a form that belongs to it. Empty where it has none; several answers
 * where a convention is left open, all values of a case then have to agree with the same one.
 */
export type Subject = (problem: Problem) => readonly Answers[];

/** A number of the input; null where the name is missing or something else. */
export function numberOf(input: JsonRecord, name: string): number | null {
  const value = input[name];
  return typeof value === "number" ? value : null;
}

/** A text of the input; empty where the name is missing or something else. */
export function textOf(input: JsonRecord, name: string): string {
  const value = input[name];
  return typeof value === "string" ? value : "";
}

/** A list of numbers; null where the name is missing or any element is something else. */
export function numbersOf(input: JsonRecord, name: string): readonly number[] | null {
  const value = input[name];
  return isNumbers(value) ? value : null;
}

/** Numbers with null for what is missing; null where the name is missing or any element is something else. */
export function seriesOf(input: JsonRecord, name: string): readonly (number | null)[] | null {
  const value = input[name];
  return isSeries(value) ? value : null;
}

/** Rows of numbers, null for what is missing; null where the name is missing or something else. */
export function matrixOf(input: JsonRecord, name: string): readonly (readonly (number | null)[])[] | null {
  const value = input[name];
  return isList(value) && value.length > 0 && value.every(isSeries) ? value : null;
}

/** Confidence level: `level`, or 1 - `alpha`; 0.95 unless given. */
export function levelOf(input: JsonRecord): number {
  const alpha = numberOf(input, "alpha");
  return numberOf(input, "level") ?? (alpha === null ? 0.95 : 1 - alpha);
}

/** One number, or several that are all used in turn. */
export type Several = number | readonly number[];

/** A number or a list of numbers of the input; null where the name is missing or something else. */
export function severalOf(input: JsonRecord, name: string): Several | null {
  return numberOf(input, name) ?? numbersOf(input, name);
}

/**
 * Applies a function to arguments of which some are lists, place by place; a single number stands for all places. The
 * result is a list if any argument is.
 *
 * @throws StatisticsError TS_STATISTICS_LENGTH for lists of unequal length.
 */
export function forEachOf<T>(values: readonly Several[], compute: (...values: number[]) => T): T | readonly T[] {
  const lengths = new Set(values.filter((value) => typeof value !== "number").map(({ length }) => length));
  if (lengths.size > 1) throw new StatisticsError("TS_STATISTICS_LENGTH", "lists of the input differ in length");
  const at = (place: number): T =>
    compute(...values.map((value) => (typeof value === "number" ? value : value[place])));
  const [length] = lengths;
  return length === undefined ? at(0) : Array.from({ length }, (_, place) => at(place));
}

function isNumbers(value: Json | undefined): value is readonly number[] {
  return isList(value) && value.every((element) => typeof element === "number");
}

function isSeries(value: Json | undefined): value is readonly (number | null)[] {
  return isList(value) && value.every((element) => typeof element === "number" || element === null);
}
