import { repeatability } from "../bland-altman/repeatability.ts";
import { type Answers, answersBy, once } from "./answer.ts";
import { levelOf, matrixOf, numberOf, numbersOf, type Problem } from "./problem.ts";

/**
 * Repeatability of each method: `<method>: [[first replicates], [second replicates]]`, or of one method as `x` and `y` or
 * as `matrix` [subject][replicate].
 */
export function withinSubjects(problem: Problem): readonly Answers[] {
  const { category, input } = problem;
  if (category !== "repeatability") return [];
  const multiplier = numberOf(input, "z") ?? 1.96;
  const options = { level: levelOf(input), multiplier };
  const of = (method: string) => {
    const replicates = matrixOf(input, method);
    return replicates === null ? null : once(() => repeatability(bySubject(replicates), options));
  };
  const alone = aloneOf(problem);
  const single = alone === null ? null : once(() => repeatability(alone, options));
  return [
    (name) => {
      const [, before, kind, after] =
        /^(?:(.+)_)?(2sd|within_sd|within_var|coefficient|repeatability)(?:_(.+))?$/.exec(name) ?? [];
      const method = before ?? after;
      const result = method === undefined ? single : of(method);
      if (kind === undefined || result === null) return undefined;
      const byKind = answersBy({
        // 1986: twice the standard deviation of a difference, sqrt(2) of that within subjects.
        "2sd": () => scaled(2 * Math.SQRT2, result().withinSd),
        within_sd: () => result().withinSd,
        within_var: () => (result().withinSd === null ? null : (result().withinSd as number) ** 2),
        coefficient: () => result().coefficient,
        repeatability: () => result().coefficient,
      });
      return byKind(kind);
    },
  ];
}

function aloneOf({ input }: Problem): readonly (readonly number[])[] | null {
  const matrix = matrixOf(input, "matrix");
  if (matrix !== null) return matrix.map(present);
  const x = numbersOf(input, "x");
  const y = numbersOf(input, "y");
  return x === null || y === null ? null : bySubject([x, y]);
}

/** [replicate][subject] as [subject][replicate]. */
function bySubject(replicates: readonly (readonly (number | null)[])[]): number[][] {
  return replicates[0].map((_, subject) => present(replicates.map((values) => values[subject] ?? null)));
}

function present(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

function scaled(factor: number, value: number | null): number | null {
  return value === null ? null : factor * value;
}
