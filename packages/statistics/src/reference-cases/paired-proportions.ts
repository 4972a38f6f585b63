import { type McNemarTest, mcnemar } from "../version-comparison/mcnemar.ts";
import { type Answers, answersBy, type Computed } from "./answer.ts";
import { forEachOf, matrixOf, type Problem, severalOf } from "./problem.ts";

/** McNemar's test: discordant counts `b` and `c`, or the `table` that they stand in. */
export function pairedProportions({ category, input }: Problem): readonly Answers[] {
  const table = category === "mcnemar" ? matrixOf(input, "table") : null;
  const b = severalOf(input, "b") ?? table?.[0]?.[1] ?? null;
  const c = severalOf(input, "c") ?? table?.[1]?.[0] ?? null;
  if (b === null || c === null) return [];
  const of = (value: (test: McNemarTest) => Computed) => () => forEachOf([b, c], (x, y) => value(mcnemar(x, y)));
  const asymptotic = of((test) => test.asymptotic?.p ?? null);
  return [
    answersBy({
      n: of((test) => test.discordant),
      discordant: of((test) => test.discordant),
      p_exact: of((test) => test.exactP),
      p_mid: of((test) => test.midP),
      chi2: of((test) => test.asymptotic?.statistic ?? null),
      p_chi2: asymptotic,
      p_asymptotic: asymptotic,
      p: asymptotic,
      chi2_cc: of((test) => test.continuityCorrected?.statistic ?? null),
      p_cc: of((test) => test.continuityCorrected?.p ?? null),
    }),
  ];
}
