import { StatisticsError } from "../error.ts";

/** A source of variation: which level of it each observation was made under. */
export interface Factor {
  readonly name: string;
  /** One label an observation, e.g. the day or the lot. Equal labels are the same level. */
  readonly labels: ArrayLike<string | number>;
}

/** A factor whose levels are numbered from 0 in the order of their first appearance. */
export interface EncodedFactor {
  readonly name: string;
  readonly codes: Int32Array;
  readonly levels: number;
}

/**
 * The factor `inner` within each level of `outer`, named "outer:inner": run 1 of day 1 is another run than run 1 of day
 * 2.
 *
 * @throws StatisticsError TS_STATISTICS_LENGTH if they label unequally many observations.
 */
export function nested(outer: Factor, inner: Factor): Factor {
  const name = `${outer.name}:${inner.name}`;
  const outerCodes = encodeFactor(outer, inner.labels.length).codes;
  const innerCodes = encodeFactor(inner, inner.labels.length);
  return { name, labels: outerCodes.map((code, i) => code * innerCodes.levels + innerCodes.codes[i]) };
}

/** @throws StatisticsError TS_STATISTICS_LENGTH unless the factor labels that many observations. */
export function encodeFactor(factor: Factor, observations: number): EncodedFactor {
  if (factor.labels.length !== observations) {
    throw new StatisticsError(
      "TS_STATISTICS_LENGTH",
      `factor ${factor.name} has ${factor.labels.length} labels for ${observations} values`,
      { argument: factor.name },
    );
  }
  const numbers = new Map<string | number, number>();
  const codes = Int32Array.from(factor.labels, (label) => {
    const code = numbers.get(label) ?? numbers.size;
    numbers.set(label, code);
    return code;
  });
  return { name: factor.name, codes, levels: numbers.size };
}
