import { rejectionProbability } from "../control-charts/rule-performance.ts";
import { limitRejectionProbability } from "../control-charts/shewhart-run-length.ts";
import { type Answers, answersBy } from "./answer.ts";
import { forEachOf, type Problem, severalOf } from "./problem.ts";
import { isList } from "./reference-case.ts";
import { ruleNamed } from "./rule-names.ts";

/** Probability of false rejection: limits at `k` SD, or `rules`, with `N` controls a run; `pfr_1_3s_N1` names its own. */
export function falseRejection({ input }: Problem): readonly Answers[] {
  const limit = severalOf(input, "k");
  const controls = severalOf(input, "N") ?? 1;
  const { rules } = input;
  const byName = answersBy(
    limit !== null
      ? { pfr: () => forEachOf([limit, controls], (k, n) => limitRejectionProbability(k, n)) }
      : isList(rules)
        ? { pfr: () => forEachOf([controls], (n) => rejected(rules.map(String), n)) }
        : {},
  );
  return [
    (name) => {
      const [, rule, n] = /^pfr_(.+?)_N(\d+)$/.exec(name) ?? [];
      return rule === undefined ? byName(name) : () => rejected([rule], Number(n));
    },
  ];
}

/** Every rule counts as a rejection rule here, 1-2s too. */
function rejected(rules: readonly string[], controls: number): number {
  const settings = rules.map((name) => ({ rule: ruleNamed(name), severity: "rejection" as const }));
  return rejectionProbability(settings, { controls }).value;
}
