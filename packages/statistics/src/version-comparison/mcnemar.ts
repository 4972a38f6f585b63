import { binomialCdf, binomialProbability } from "../distributions/binomial.ts";
import { chiSquaredUpperTail } from "../distributions/chi-squared.ts";
import { requireCount } from "../distributions/requirements.ts";
import type { UndefinedReason } from "../interval.ts";

/** Below this number of discordant pairs the chi-squared approximation is not trusted. */
const ASYMPTOTIC_FROM = 25;

/** A chi-squared statistic with one degree of freedom and its p-value. */
export interface ChiSquaredTest {
  readonly statistic: number;
  readonly p: number;
}

/** Results of McNemar's test; all p-values two-sided. */
export interface McNemarTest {
  /** Pairs in which exactly one of the two versions was right. */
  readonly discordant: number;
  /** Binomial, conditional on the discordant pairs. 1 without any. */
  readonly exactP: number;
  /** Exact, the observed outcome counted half. Null without discordant pairs. */
  readonly midP: number | null;
  /** (b - c)^2 / (b + c). Null without discordant pairs. */
  readonly asymptotic: ChiSquaredTest | null;
  /** (|b - c| - 1)^2 / (b + c), Edwards' continuity correction. Null without discordant pairs. */
  readonly continuityCorrected: ChiSquaredTest | null;
  /** The p-value to quote: exact below 25 discordant pairs, asymptotic from there on. */
  readonly recommended: "exact" | "asymptotic";
  /** Why the others are null. */
  readonly reason: UndefinedReason | null;
}

/**
 * McNemar's test of paired proportions (1947, Psychometrika 12:153): exact and asymptotic forms, mid-p of Fagerland,
 * Lydersen & Laake (2013, BMC Med Res Methodol 13:91, equations 1 to 4), continuity correction of Edwards (1948,
 * Psychometrika 13:185). It takes pairs as independent, which clustered variants are not: see `blockBootstrap`.
 *
 * @param b pairs in which only the first version is right: lost.
 * @param c pairs in which only the second version is right: gained.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for a count that is no integer or negative.
 */
export function mcnemar(b: number, c: number): McNemarTest {
  requireCount(b, 0, Number.MAX_SAFE_INTEGER, "b");
  requireCount(c, 0, Number.MAX_SAFE_INTEGER, "c");
  const discordant = b + c;
  const recommended = discordant < ASYMPTOTIC_FROM ? "exact" : "asymptotic";
  if (discordant === 0) {
    return {
      discordant,
      exactP: 1,
      midP: null,
      asymptotic: null,
      continuityCorrected: null,
      recommended,
      reason: "no data",
    };
  }
  const fewer = Math.min(b, c);
  const lowerTail = binomialCdf(fewer, discordant, 0.5);
  const observed = binomialProbability(fewer, discordant, 0.5);
  const difference = Math.abs(b - c);
  return {
    discordant,
    exactP: Math.min(1, 2 * lowerTail),
    midP: b === c ? 1 - observed / 2 : 2 * lowerTail - observed,
    asymptotic: chiSquaredTest(difference ** 2 / discordant),
    continuityCorrected: chiSquaredTest(Math.max(0, difference - 1) ** 2 / discordant),
    recommended,
    reason: null,
  };
}

function chiSquaredTest(statistic: number): ChiSquaredTest {
  return { statistic, p: chiSquaredUpperTail(statistic, 1) };
}
