import { normalUpperQuantile, normalUpperTail } from "../distributions/normal.ts";
import { requireOpenProbability } from "../distributions/requirements.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import { type AgreementTable, type Margins, requireTable, tableMargins } from "./contingency-table.ts";

/**
 * Credit for a disagreement of d of the k - 1 steps between ordered categories: "linear" 1 - d/(k-1) (Cicchetti & Allison
 * 1971), "quadratic" 1 - (d/(k-1))^2 (Fleiss & Cohen 1973). "none" gives none: Cohen's kappa of 1960.
 */
export type KappaWeights = "none" | "linear" | "quadratic";

/** Weights, "none" unless given, and two-sided confidence, 0.95 unless given. */
export interface KappaOptions {
  readonly weights?: KappaWeights;
  readonly level?: number;
}

/** Agreement of two raters beyond chance; what is undefined is null. */
export interface KappaEstimate {
  /** Sum of the table. */
  readonly n: number;
  /** Observed (weighted) agreement, 0 to 1. */
  readonly observedAgreement: number | null;
  /** (Weighted) agreement that the margins give by chance, 0 to 1. */
  readonly expectedAgreement: number | null;
  readonly kappa: number | null;
  /** Asymptotic, for intervals. */
  readonly standardError: number | null;
  /** kappa -+ z * standardError, not cut at 1. Null where the standard error is 0, which is no proof of certainty. */
  readonly interval: Interval | null;
  /** Under the hypothesis kappa = 0, for the test. */
  readonly nullStandardError: number | null;
  /** kappa / nullStandardError. */
  readonly z: number | null;
  /** Two-sided. */
  readonly p: number | null;
  /** Largest kappa that the margins allow (Cohen 1960, equation 5); only without weights. */
  readonly kappaMax: number | null;
  /** Why kappa is null. */
  readonly reason: UndefinedReason | null;
}

/** Disagreement weight of two categories, 0 for the same one. */
type Disagreement = (row: number, column: number) => number;

/**
 * Cohen's kappa (1960, Educ Psychol Meas 20:37), weighted by choice (Cohen 1968, Psychol Bull 70:213), with the asymptotic
 * standard errors of Fleiss, Cohen & Everitt (1969, Psychol Bull 72:323, equations 8 and 9). Null with a reason where the
 * table is empty or both raters use the same single category: 0/0, neither 0 nor 1.
 *
 * @param table counts [category of the first rater][category of the second], categories in order.
 * @throws StatisticsError TS_STATISTICS_LENGTH unless the table is square with at least one row,
 *   TS_STATISTICS_NOT_FINITE for an entry that is no finite number, TS_STATISTICS_OUT_OF_RANGE for a negative entry or a
 *   level outside of (0, 1).
 */
export function cohenKappa(
  table: AgreementTable,
  { weights = "none", level = 0.95 }: KappaOptions = {},
): KappaEstimate {
  requireTable(table);
  requireOpenProbability(level, "level");
  const margins = tableMargins(table);
  const n = margins.total;
  if (n === 0) return undefinedKappa(n, null, null, "no data");
  const disagreement = disagreementOf(weights, table.length);
  // Sums of disagreement, not differences of agreements from 1: with agreement near 1 these would cancel.
  const observed = observedDisagreement(table, n, disagreement);
  const expected = expectedDisagreement(margins, disagreement);
  if (expected === 0) return undefinedKappa(n, 1 - observed, 1, "all ratings in one category");
  const kappa = 1 - observed / expected;
  const standardError = asymptoticError(table, margins, disagreement, observed, expected);
  const nullStandardError = nullError(margins, disagreement, expected);
  const z = nullStandardError > 0 ? kappa / nullStandardError : null;
  const reach = normalUpperQuantile((1 - level) / 2) * standardError;
  return {
    n,
    observedAgreement: 1 - observed,
    expectedAgreement: 1 - expected,
    kappa,
    standardError,
    interval: standardError > 0 ? [kappa - reach, kappa + reach] : null,
    nullStandardError,
    z,
    p: z === null ? null : 2 * normalUpperTail(Math.abs(z)),
    kappaMax: weights === "none" ? 1 - leastDisagreement(margins) / expected : null,
    reason: null,
  };
}

function undefinedKappa(
  n: number,
  observedAgreement: number | null,
  expectedAgreement: number | null,
  reason: UndefinedReason,
): KappaEstimate {
  return {
    n,
    observedAgreement,
    expectedAgreement,
    kappa: null,
    standardError: null,
    interval: null,
    nullStandardError: null,
    z: null,
    p: null,
    kappaMax: null,
    reason,
  };
}

function disagreementOf(weights: KappaWeights, categories: number): Disagreement {
  const steps = Math.max(1, categories - 1);
  switch (weights) {
    case "none":
      return (row, column) => (row === column ? 0 : 1);
    case "linear":
      return (row, column) => Math.abs(row - column) / steps;
    case "quadratic":
      return (row, column) => ((row - column) / steps) ** 2;
  }
}

function observedDisagreement(table: AgreementTable, n: number, disagreement: Disagreement): number {
  return sumOverCells(table.length, (row, column) => table[row][column] * disagreement(row, column)) / n;
}

function expectedDisagreement({ rows, columns, total }: Margins, disagreement: Disagreement): number {
  return sumOverCells(
    rows.length,
    (row, column) => (rows[row] / total) * (columns[column] / total) * disagreement(row, column),
  );
}

/** 1 - the largest diagonal that the margins allow. */
function leastDisagreement({ rows, columns, total }: Margins): number {
  let excess = 0;
  for (let category = 0; category < rows.length; category++) {
    excess += Math.max(0, rows[category] - columns[category]) / total;
  }
  return excess;
}

/**
 * Fleiss, Cohen & Everitt's equation 8, written with disagreements u = 1 - w: the delta method on 1 - observed /
 * expected, whose influence of a cell is u / expected - observed (mean u of its row + of its column) / expected^2.
 */
function asymptoticError(
  table: AgreementTable,
  margins: Margins,
  disagreement: Disagreement,
  observed: number,
  expected: number,
): number {
  const n = margins.total;
  const means = marginalMeans(margins, disagreement);
  const influence = (row: number, column: number): number =>
    disagreement(row, column) - (observed / expected) * (means.rows[row] + means.columns[column]);
  const centre = sumOverCells(table.length, (row, column) => (table[row][column] / n) * influence(row, column));
  const variance = sumOverCells(
    table.length,
    (row, column) => (table[row][column] / n) * (influence(row, column) - centre) ** 2,
  );
  return Math.sqrt(variance / n) / expected;
}

/** Equation 9: as above with independent ratings, where observed = expected. */
function nullError(margins: Margins, disagreement: Disagreement, expected: number): number {
  const { rows, columns, total } = margins;
  const means = marginalMeans(margins, disagreement);
  const variance = sumOverCells(
    rows.length,
    (row, column) =>
      (rows[row] / total) *
      (columns[column] / total) *
      (disagreement(row, column) - means.rows[row] - means.columns[column] + expected) ** 2,
  );
  return Math.sqrt(variance / total) / expected;
}

/** Mean disagreement of each category of one rater with the margin of the other. */
function marginalMeans(
  { rows, columns, total }: Margins,
  disagreement: Disagreement,
): { readonly rows: readonly number[]; readonly columns: readonly number[] } {
  const categories = rows.map((_, category) => category);
  const mean = (weights: readonly number[], of: (other: number) => number): number =>
    categories.reduce((sum, other) => sum + (weights[other] / total) * of(other), 0);
  return {
    rows: categories.map((row) => mean(columns, (column) => disagreement(row, column))),
    columns: categories.map((column) => mean(rows, (row) => disagreement(row, column))),
  };
}

function sumOverCells(categories: number, value: (row: number, column: number) => number): number {
  let sum = 0;
  for (let row = 0; row < categories; row++) {
    for (let column = 0; column < categories; column++) sum += value(row, column);
  }
  return sum;
}
