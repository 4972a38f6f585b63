import { mean } from "../descriptive/moments.ts";
import { type Numbers, requireFinite, requireNoOverflow } from "../numbers.ts";

/** One-way analysis of variance of repeated measurements, in which subjects may have unequal numbers of them. */
export interface OneWay {
  /** Subjects with at least one measurement. */
  readonly subjects: number;
  readonly observations: number;
  /** Mean of each such subject, in order. */
  readonly means: readonly number[];
  /** Harmonic mean of the numbers of measurements; 0 without subjects. */
  readonly harmonicReplicates: number;
  /** Degrees of freedom within subjects, observations - subjects. */
  readonly dfWithin: number;
  /** Mean square within subjects; null without degrees of freedom. */
  readonly msWithin: number | null;
}

/**
 * @param measurements [subject][replicate]; subjects without any are left out.
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE, also for values so large that their squares exceed all numbers.
 */
export function oneWay(measurements: readonly Numbers[], argument: string): OneWay {
  const means: number[] = [];
  let observations = 0;
  let reciprocals = 0;
  let squares = 0;
  measurements.forEach((values, subject) => {
    requireFinite(values, `${argument}[${subject}]`);
    const centre = mean(values);
    if (centre === null) return;
    means.push(centre);
    observations += values.length;
    reciprocals += 1 / values.length;
    for (let index = 0; index < values.length; index++) squares += (values[index] - centre) ** 2;
  });
  const subjects = means.length;
  const dfWithin = observations - subjects;
  return {
    subjects,
    observations,
    means,
    harmonicReplicates: subjects === 0 ? 0 : subjects / reciprocals,
    dfWithin,
    msWithin: dfWithin === 0 ? null : requireNoOverflow(squares, argument) / dfWithin,
  };
}
