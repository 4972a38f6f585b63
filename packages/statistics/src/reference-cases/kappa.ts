import { cohenKappa, type KappaEstimate, type KappaWeights } from "../agreement/cohen-kappa.ts";
import { concordanceScores } from "../agreement/concordance-scores.ts";
import { StatisticsError } from "../error.ts";
import { type Answers, answersBy, type Computed, once, undefinedBecause } from "./answer.ts";
import { forEachOf, levelOf, matrixOf, type Problem, type Several, severalOf } from "./problem.ts";
import { isList, type Json } from "./reference-case.ts";

/** Cohen's kappa: a `table` with `weights`, or `TP`, `FP`, `FN` and `TN`, each a number or a list. */
export function kappa(problem: Problem): readonly Answers[] {
  const { category, input } = problem;
  const level = levelOf(input);
  const table = category === "mcnemar" ? null : matrixOf(input, "table");
  if (table !== null) {
    const weights = weightsOf(input.weights);
    const estimate = once(() => cohenKappa(table as readonly number[][], { weights, level }));
    const narrow = once(() => cohenKappa(table as readonly number[][], { weights }));
    return [
      tableAnswers(
        (value) => value(estimate()),
        (value) => value(narrow()),
      ),
    ];
  }
  const counts = ["TP", "FP", "FN", "TN"].map((name) => severalOf(input, name));
  if (counts.some((count) => count === null)) return [];
  const given = counts as readonly Several[];
  const each = (value: (estimate: KappaEstimate) => Computed, at: number): Computed =>
    forEachOf(given, (tp, fp, fn, tn) =>
      value(
        cohenKappa(
          [
            [tp, fn],
            [fp, tn],
          ],
          { level: at },
        ),
      ),
    );
  const ofTable = tableAnswers(
    (value) => each(value, level),
    (value) => each(value, 0.95),
  );
  return [(name) => scoreAnswers(given)(name) ?? ofTable(name)];
}

type Pick = (value: (estimate: KappaEstimate) => Computed) => Computed;

function tableAnswers(pick: Pick, pickNarrow: Pick): Answers {
  const error = () => pick((estimate) => estimate.standardError);
  const nullError = () => pick((estimate) => estimate.nullStandardError);
  const z = () => pick((estimate) => estimate.z);
  const p = () => pick((estimate) => estimate.p);
  const interval = () => pick((estimate) => estimate.interval);
  return answersBy({
    n: () => pick((estimate) => estimate.n),
    kappa: () => pick((estimate) => estimate.kappa),
    po: () => pick((estimate) => estimate.observedAgreement),
    accuracy: () => pick((estimate) => estimate.observedAgreement),
    pe: () => pick((estimate) => estimate.expectedAgreement),
    ase: error,
    ase_vcd: error,
    se: error,
    std_kappa: error,
    var_psych: () => pick(({ standardError }) => (standardError === null ? null : standardError ** 2)),
    ci: interval,
    ci95: () => pickNarrow((estimate) => estimate.interval),
    ci95_psych: () => pickNarrow((estimate) => estimate.interval),
    kappa_low: () => pick((estimate) => estimate.interval?.[0] ?? null),
    kappa_upp: () => pick((estimate) => estimate.interval?.[1] ?? null),
    kappa_max: () => pick((estimate) => estimate.kappaMax),
    std_kappa0: nullError,
    se_null: nullError,
    z,
    z_null: z,
    p,
    p_null: p,
    reason: (expected) => {
      const reasons = pick((estimate) => estimate.reason);
      return undefinedBecause(typeof reasons === "string" ? reasons : null)(expected);
    },
  });
}

/** Scores do not depend on TN; a list is expected where any count is one. */
function scoreAnswers([tp, fp, fn, tn]: readonly Several[]): Answers {
  const score = (pick: (scores: ReturnType<typeof concordanceScores>) => number | null) => (expected: Json) => {
    const of = (truthTp: number, queryFp: number, truthFn: number): number | null =>
      pick(concordanceScores({ truthTp, truthFn, queryTp: truthTp, queryFp }));
    return isList(expected)
      ? forEachOf([tp, fp, fn, tn], (a, b, c) => of(a, b, c))
      : forEachOf([tp, fp, fn], (a, b, c) => of(a, b, c));
  };
  return answersBy({
    f1: score(({ f1 }) => f1),
    precision: score(({ precision }) => precision.value),
    recall: score(({ recall }) => recall.value),
  });
}

/** Also the names that vcd and irr have for the same weights. */
function weightsOf(named: Json | undefined): KappaWeights {
  if (named === undefined || named === null) return "none";
  switch (String(named).toLowerCase()) {
    case "none":
    case "unweighted":
      return "none";
    case "linear":
    case "equal":
    case "equal-spacing":
      return "linear";
    case "quadratic":
    case "squared":
    case "fleiss-cohen":
      return "quadratic";
    default:
      throw new StatisticsError("TS_STATISTICS_CASES_INVALID", `there are no weights ${String(named)}`, {
        argument: "weights",
      });
  }
}
