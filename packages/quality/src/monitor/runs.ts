import { QualityError } from "../error.ts";
import { checkSequence } from "../measurements/check-sequence.ts";
import { isFraction, type Measurement, namesScore, refuseRulesOnScore } from "../measurements/measurement.ts";
import { parseMoment } from "../measurements/moment.ts";

/** All control measurements of one run. */
export interface ControlRun {
  readonly run: string;
  readonly time: string;
  readonly measurements: readonly Measurement[];
}

/**
 * Measurements as runs in order of time; runs of the same time in the order in which they first appear.
 *
 * @throws QualityError TS_MEASUREMENT_INVALID naming the run: not finite or impossible values, a run with two times, a
 *   point that is there twice, a series whose times go back. TS_RULE_ON_SCORE for precision, recall and F1.
 */
export function collectRuns(measurements: readonly Measurement[]): ControlRun[] {
  const fail = (index: number, field: string, what: string): QualityError => {
    return new QualityError("TS_MEASUREMENT_INVALID", `run ${measurements[index].run} (${field}): ${what}`, { field });
  };
  const runs = new Map<string, ControlRun & { measurements: Measurement[] }>();
  for (const [index, measurement] of measurements.entries()) {
    requirePossible(measurement, (field, what) => fail(index, field, what));
    const { run, time } = measurement;
    const collected = runs.get(run);
    if (collected !== undefined) {
      collected.measurements.push(measurement);
      continue;
    }
    // The others of the run have the same time, or the sequence is refused below.
    if (parseMoment(time) !== time) throw fail(index, "time", `${time} is no moment such as 2026-01-31T08:00:00.000Z`);
    runs.set(run, { run, time, measurements: [measurement] });
  }
  checkSequence(measurements, fail);
  return [...runs.values()].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

/** What a reader of files guarantees, for measurements that come another way. */
function requirePossible(
  { analyte, kind, value, depth }: Measurement,
  fail: (field: string, what: string) => QualityError,
): void {
  if (namesScore(analyte)) refuseRulesOnScore(analyte, "", { field: "analyte" });
  if (!Number.isFinite(value)) throw fail("value", `${value} is no finite number`);
  if (isFraction(kind) && (value < 0 || value > 1)) throw fail("value", `${value} is no ${kind}, which lies in 0 to 1`);
  if (depth !== null && !(Number.isFinite(depth) && (depth > 0 || (depth === 0 && !isFraction(kind))))) {
    throw fail("depth", `${depth} is no depth`);
  }
}
