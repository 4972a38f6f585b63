import { StatisticsError } from "../error.ts";
import type { UndefinedReason } from "../interval.ts";
import { type Numbers, requireFinite, requireRange } from "../numbers.ts";
import { type EncodedFactor, encodeFactor, type Factor } from "./factor.ts";
import { fitReml } from "./fit-reml.ts";
import type { RemlModel } from "./reml-criterion.ts";
import { RemlSystem } from "./reml-system.ts";
import { describeVarianceComponents, type VarianceComponents } from "./variance-components.ts";

/** Components by restricted maximum likelihood. */
export interface RemlVarianceComponents extends VarianceComponents {
  /** -2 log of the restricted likelihood, to compare models of the same values. */
  readonly deviance: number;
}

/**
 * Variance components of values = mean + one random effect per factor + residual by restricted maximum likelihood
 * (Patterson & Thompson 1971, Biometrika 58:545), for balanced and unbalanced designs, with factors crossed or nested
 * (see {@link nested}). A variance is never negative: it is 0 where the likelihood rises towards the boundary, and then
 * has no degrees of freedom and no interval. In balanced designs with positive estimates the result is that of the
 * analysis of variance. The factor with the most levels costs memory in proportion to its levels, all others together
 * the square of theirs.
 *
 * @param level coverage of the intervals, between 0 and 1.
 * @returns the components; or why there are none: all values equal ("no variation"), or nothing left to be residual.
 * @throws StatisticsError TS_STATISTICS_TOO_FEW without factors, or for one with a single level or a level for each
 *   value; TS_STATISTICS_LENGTH for labels that are not as many as values; TS_STATISTICS_NOT_FINITE for a value that is
 *   no finite number; TS_STATISTICS_OUT_OF_RANGE for two factors that group alike, or the level.
 */
export function remlVarianceComponents(
  values: Numbers,
  factors: readonly Factor[],
  level = 0.95,
): RemlVarianceComponents | UndefinedReason {
  requireRange(level, Number.MIN_VALUE, 1 - Number.EPSILON, "level");
  requireFinite(values, "values");
  const encoded = factors.map((factor) => encodeFactor(factor, values.length));
  requireSeparable(encoded, values.length);
  if (Array.from(values).every((value) => value === values[0])) return "no variation";
  const ordered = encoded.toSorted((a, b) => b.levels - a.levels);
  const { mean: origin, model } = modelOf(values, ordered);
  const fit = fitReml(model);
  if (typeof fit === "string") return fit;
  // Back to the order in which the factors were given.
  const order = [...encoded.map((factor) => ordered.indexOf(factor)), encoded.length];
  const covariance = fit.covariance;
  const estimates = {
    observations: values.length,
    mean: origin + fit.mean,
    names: [...factors.map(({ name }) => name), "residual"],
    variances: order.map((i) => fit.variances[i]),
    covariance: covariance && order.map((i) => order.map((j) => covariance[i][j])),
  };
  return { ...describeVarianceComponents(estimates, level), deviance: fit.deviance };
}

function modelOf(values: Numbers, factors: readonly EncodedFactor[]): { mean: number; model: RemlModel } {
  const [eliminated, ...kept] = factors;
  const blocks: [number, number][] = [];
  let columns = 1;
  for (const { levels } of kept) {
    blocks.push([columns, columns + levels]);
    columns += levels;
  }
  const groups: { values: number[]; columns: number[] }[] = [];
  for (let i = 0; i < values.length; i++) {
    groups[eliminated.codes[i]] ??= { values: [], columns: [] };
    const group = groups[eliminated.codes[i]];
    group.values.push(values[i]);
    group.columns.push(...kept.map((factor, k) => blocks[k][0] + factor.codes[i]));
  }
  const system = new RemlSystem(columns);
  for (const group of groups) system.addGroup(group.values, group.columns, kept.length);
  const centred = system.centred();
  return { mean: centred?.mean ?? 0, model: { system: centred?.system ?? system, blocks } };
}

function requireSeparable(factors: readonly EncodedFactor[], observations: number): void {
  if (factors.length === 0) throw new StatisticsError("TS_STATISTICS_TOO_FEW", "no factor", { argument: "factors" });
  for (const [i, { name, levels, codes }] of factors.entries()) {
    if (levels < 2 || levels === observations) {
      throw new StatisticsError(
        "TS_STATISTICS_TOO_FEW",
        `factor ${name} has ${levels} levels in ${observations} values; its variance needs two levels and repeats`,
        { argument: name },
      );
    }
    // Codes are numbered by first appearance: equal grouping means equal codes.
    const twin = factors.slice(0, i).find((other) => other.codes.every((code, k) => code === codes[k]));
    if (twin !== undefined) {
      throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `factors ${twin.name} and ${name} group alike`, {
        argument: name,
      });
    }
  }
}
