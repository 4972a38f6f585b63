import { concordanceScores, f1Score } from "../agreement/concordance-scores.ts";
import type { Interval } from "../interval.ts";
import {
  clopperPearsonInterval,
  jeffreysInterval,
  type ProportionInterval,
  proportion,
  wilsonInterval,
} from "../proportions/proportion.ts";
import { type Answers, answersBy, type Computed, undefinedBecause } from "./answer.ts";
import { forEachOf, levelOf, type Problem, type Several, severalOf } from "./problem.ts";
import { isList, isRecord, type JsonRecord } from "./reference-case.ts";

const INTERVALS: Readonly<Record<string, ProportionInterval>> = {
  wilson: wilsonInterval,
  jeffreys: jeffreysInterval,
  clopper_pearson: clopperPearsonInterval,
};

/** Intervals of a proportion: `x` of `n`, at `level`. */
export function proportions({ input }: Problem): readonly Answers[] {
  const [x, n] = [severalOf(input, "x"), severalOf(input, "n")];
  // A list x without n as a list is a series.
  if (x === null || n === null || (typeof x !== "number" && typeof n === "number")) return [];
  const level = levelOf(input);
  return [
    answersBy(
      {
        p: () => forEachOf([x, n], proportion),
        reason: (expected) => undefinedBecause(n === 0 ? "no data" : null)(expected),
      },
      (name) => {
        if (!Object.hasOwn(INTERVALS, name)) return undefined;
        return () =>
          forEachOf([x, n], (successes, trials): Interval | null => INTERVALS[name](successes, trials, level));
      },
    ),
  ];
}

/** Precision, recall and F1: `tp`, `fp`, `fn`, or the totals; and `rows` of hap.py's counts. */
export function concordance({ input }: Problem): readonly Answers[] {
  const rows = isList(input.rows) && input.rows.every(isRecord) ? (input.rows as readonly JsonRecord[]) : null;
  const tp = severalOf(input, "tp");
  if (rows === null && tp === null) return [];
  const counts: Answers = tp === null ? () => undefined : countAnswers(tp, input);
  return [(name) => (name === "rows" && rows !== null ? () => rows.map(happyRow) : counts(name))];
}

function countAnswers(tp: Several, input: JsonRecord): Answers {
  const level = levelOf(input);
  const truth = totalOf(tp, severalOf(input, "total_truth"), severalOf(input, "fn"));
  const query = totalOf(tp, severalOf(input, "total_query"), severalOf(input, "fp"));
  const share = (total: Several | null): Computed => (total === null ? null : forEachOf([tp, total], proportion));
  const ci = (total: Several): Computed =>
    forEachOf([tp, total], (x, n): Interval | null => jeffreysInterval(x, n, level));
  return (name) => {
    if (name === "recall" && truth !== null) return () => share(truth);
    if (name === "precision" && query !== null) return () => share(query);
    if (name === "recall_ci" && truth !== null) return () => ci(truth);
    if (name === "precision_ci" && query !== null) return () => ci(query);
    if (name === "f1" && truth !== null && query !== null) {
      return () => forEachOf([tp, truth, query], (x, a, b) => f1Score(proportion(x, a), proportion(x, b)));
    }
    return undefined;
  };
}

function totalOf(tp: Several, total: Several | null, rest: Several | null): Several | null {
  if (total !== null) return total;
  return rest === null ? null : forEachOf([tp, rest], (x, other) => x + other);
}

/** TRUTH.TP and QUERY.TP differ; unknown query records are in neither score. */
function happyRow(row: JsonRecord): Readonly<Record<string, Computed>> {
  const count = (name: string, otherwise = 0): number => (typeof row[name] === "number" ? row[name] : otherwise);
  const queryUnknown = count("QUERY.UNK");
  const queryFp = count("QUERY.FP");
  const truthTp = count("TRUTH.TP");
  const scores = concordanceScores({
    truthTp,
    truthFn: count("TRUTH.FN", count("TRUTH.TOTAL") - truthTp),
    queryTp: count("QUERY.TP", count("QUERY.TOTAL") - queryFp - queryUnknown),
    queryFp,
    queryUnknown,
  });
  const byName: Readonly<Record<string, Computed>> = {
    Recall: scores.recall.value,
    Precision: scores.precision.value,
    Frac_NA: scores.fractionUnknown,
    F1_Score: scores.f1,
  };
  const ofMetric = Object.entries(byName).map(([name, value]) => [`METRIC.${name}`, value] as const);
  return { ...byName, ...Object.fromEntries(ofMetric) };
}
