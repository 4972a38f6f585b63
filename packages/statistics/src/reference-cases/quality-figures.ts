import { sigmaMetric } from "../control-charts/sigma-metric.ts";
import { binomialFloor } from "../variation/binomial-floor.ts";
import { type Answers, answersBy } from "./answer.ts";
import { forEachOf, type Problem, severalOf } from "./problem.ts";

/** Sigma metric: `TEa_pct`, `bias_pct` and `cv_pct`. */
export function sigma({ input }: Problem): readonly Answers[] {
  const of = (name: string) => severalOf(input, `${name}_pct`) ?? severalOf(input, name);
  const [allowable, bias, cv] = [of("TEa"), of("bias"), of("cv")];
  if (allowable === null || bias === null || cv === null) return [];
  const metric = (allowableError: number, size: number, imprecision: number) =>
    sigmaMetric({ allowableError, bias: size, imprecision });
  return [answersBy({ sigma: () => forEachOf([allowable, bias, cv], metric) })];
}

/** Counting noise of an allele fraction: `p` and `DP`. */
export function alleleFraction({ input }: Problem): readonly Answers[] {
  const [p, depth] = [severalOf(input, "p"), severalOf(input, "DP")];
  if (p === null || depth === null) return [];
  return [
    answersBy({
      sd: () => forEachOf([p, depth], (share, reads) => binomialFloor(share, reads).sd),
      cv: () => forEachOf([p, depth], (share, reads) => binomialFloor(share, reads).cv),
    }),
  ];
}
