import { StatisticsError } from "../error.ts";
import { textOf } from "./problem.ts";
import { isList, type JsonRecord } from "./reference-case.ts";

const NUMBER = String.raw`[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?`;

/** Centres and pairs of the data of Simon & Lesage 1989 that NIST certifies as SmLs01 to SmLs09. */
const SMLS_CENTRES = [1.4, 1.3, 1.5, 1.3, 1.5, 1.3, 1.5, 1.3, 1.5];

/**
 * The linear congruential generator x = (1103515245 x + 12345) mod 2^31 as far as doubles carry it: the product is above
 * 2^53 and is rounded, which the recipes of cases count on.
 *
 * @returns numbers in [0, 1), one a call.
 */
export function congruentialGenerator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (1103515245 * state + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** Series `x_i=u_i-0.00001*i, i=1..3000` of a seeded generator; null where `generator` is no such recipe. */
export function generatedSeries(input: JsonRecord): readonly number[] | null {
  const recipe = textOf(input, "generator").replaceAll(" ", "");
  const seed = /seed=?(\d+)/.exec(recipe)?.[1];
  const [, step] = new RegExp(`x_i=u_i(?:(${NUMBER})\\*i)?`).exec(recipe) ?? [];
  const count = /i=1\.\.(\d+)/.exec(recipe)?.[1];
  if (seed === undefined || count === undefined || !recipe.includes("x_i=u_i")) return null;
  const uniform = congruentialGenerator(Number(seed));
  return Array.from({ length: Number(count) }, (_, index) => uniform() + Number(step ?? 0) * (index + 1));
}

/**
 * Table `y_j=a+b*(u0-c)+d*(u_j-c) for j=1..k`, with constants added to columns (`y_2+=0.01`); null where `generator` is
 * no such recipe.
 *
 * @throws StatisticsError TS_STATISTICS_CASES_INVALID when the first row is not the one that the case says.
 */
export function generatedMatrix(input: JsonRecord): readonly (readonly number[])[] | null {
  const recipe = textOf(input, "generator").replaceAll(" ", "");
  const seed = /(?:x0|seed)=?(\d+)/.exec(recipe)?.[1];
  const rows = /i=1\.\.(\d+)/.exec(recipe)?.[1];
  const pattern = `y_j=(${NUMBER})\\+(${NUMBER})\\*\\(u0-(${NUMBER})\\)\\+(${NUMBER})\\*\\(u_j-(${NUMBER})\\)forj=1\\.\\.(\\d+)`;
  const terms = new RegExp(pattern).exec(recipe)?.slice(1).map(Number);
  if (seed === undefined || rows === undefined || terms === undefined) return null;
  const [start, common, centre, own, ownCentre, runs] = terms;
  const added = [...recipe.matchAll(new RegExp(`y_(\\d+)\\+=(${NUMBER})`, "g"))].map((match) =>
    match.slice(1).map(Number),
  );
  const uniform = congruentialGenerator(Number(seed));
  const matrix = Array.from({ length: Number(rows) }, () => {
    const shared = uniform();
    const row = Array.from({ length: runs }, () => start + common * (shared - centre) + own * (uniform() - ownCentre));
    for (const [column, amount] of added) row[column - 1] += amount;
    return row;
  });
  requireFirstRow(input, matrix[0]);
  return matrix;
}

function requireFirstRow(input: JsonRecord, row: readonly number[]): void {
  const { first_row: expected } = input;
  if (!isList(expected)) return;
  const agrees =
    expected.length === row.length && expected.every((value, i) => Math.abs(Number(value) - row[i]) < 1e-12);
  if (agrees) return;
  throw new StatisticsError("TS_STATISTICS_CASES_INVALID", `generator makes ${row.join(", ")}, not first_row`);
}

/** Values `[a, then 500 x (b, c)]`; null where `generator` is no such recipe. */
export function generatedValues(input: JsonRecord): readonly number[] | null {
  const recipe = textOf(input, "generator");
  const [, first, times, repeated] = /\[\s*([^,\]]+),\s*then\s+(\d+)\s*x\s*\(([^)]*)\)\s*\]/.exec(recipe) ?? [];
  if (first === undefined) return null;
  const cycle = repeated.split(",").map(Number);
  return [Number(first), ...Array.from({ length: Number(times) }, () => cycle).flat()];
}

/**
 * Groups `9 groups centred c=[...]; each: c, then 10 x (c-0.1,c+0.1)`, or `SmLs01` to `SmLs09` by name; with `+ 1e12` all
 * shifted. Null where `generator` is no such recipe.
 */
export function generatedGroups(input: JsonRecord): readonly (readonly number[])[] | null {
  const recipe = textOf(input, "generator");
  const shift = Number(new RegExp(`\\+\\s*(${NUMBER})\\s*$`).exec(recipe)?.[1] ?? 0);
  const named = /SmLs0?([1-9])/i.exec(recipe)?.[1];
  if (named !== undefined) {
    const number = Number(named) - 1;
    const offset = [0, 1e6, 1e12][Math.floor(number / 3)] + shift;
    return SMLS_CENTRES.map((centre) => groupAbout(centre, [10, 100, 1000][number % 3], [-0.1, 0.1], offset));
  }
  const centres = /c\s*=\s*\[([^\]]*)\]/.exec(recipe)?.[1].split(",").map(Number);
  const [, times, cycle] = /each:\s*c,\s*then\s+(\d+)\s*x\s*\(([^)]*)\)/.exec(recipe) ?? [];
  if (centres === undefined || times === undefined) return null;
  const steps = cycle.split(",").map((term) => Number(term.replaceAll(/[\sc]/g, "")));
  return centres.map((centre) => groupAbout(centre, Number(times), steps, shift));
}

/** Rounded to the decimals that the data have before a large number is added: 1.3 - 0.1 is 1.2. */
function groupAbout(centre: number, times: number, steps: readonly number[], shift: number): number[] {
  const cycle = steps.map((step) => Math.round((centre + step) * 1e9) / 1e9 + shift);
  return [centre + shift, ...Array.from({ length: times }, () => cycle).flat()];
}
