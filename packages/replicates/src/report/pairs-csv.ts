import { csvLine } from "./csv.ts";
import type { PairReport, StratumReport } from "./reproducibility-report.ts";

const COLUMNS = [
  "stratum",
  "first",
  "second",
  "n",
  "bias",
  "bias_low",
  "bias_high",
  "sd",
  "lower_limit",
  "lower_limit_low",
  "lower_limit_high",
  "upper_limit",
  "upper_limit_low",
  "upper_limit_high",
  "interval_method",
  "slope_or_unequal_precision",
  "slope_p",
  "odds_ratio_bias",
  "odds_ratio_lower_limit",
  "odds_ratio_upper_limit",
  "both_call",
  "either_calls",
  "jaccard",
  "reason",
] as const;

/** P.pairs.csv: every pair of runs in every stratum; differences are first minus second, empty cells are undefined. */
export function pairsCsv(strata: readonly StratumReport[]): string {
  const rows = strata.flatMap(({ name, pairs }) => pairs.map((pair) => csvLine([name, ...pairFields(pair)])));
  return csvLine(COLUMNS) + rows.join("");
}

function pairFields(pair: PairReport): (string | number | null)[] {
  const { first, second, agreement, proportionalBias, oddsRatio, bothCall, eitherCalls, jaccard } = pair;
  const both = (interval: readonly [number, number] | null) => interval ?? [null, null];
  const [lower, upper] = both(agreement.limits);
  return [
    ...[first, second, agreement.n, agreement.bias, ...both(agreement.biasInterval), agreement.sd],
    ...[lower, ...both(agreement.lowerLimitInterval), upper, ...both(agreement.upperLimitInterval)],
    ...[agreement.intervalMethod, proportionalBias.slope, proportionalBias.p],
    ...[oddsRatio?.bias ?? null, ...both(oddsRatio?.limits ?? null)],
    ...[bothCall, eitherCalls, jaccard, agreement.reason],
  ];
}
