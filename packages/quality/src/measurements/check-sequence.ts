import type { QualityError } from "../error.ts";
import { controlKey, describeSeries, type Measurement } from "./measurement.ts";

/** Makes the error for the measurement at `index`, at the place it came from. */
export type ErrorAt = (index: number, field: "run" | "time", what: string) => QualityError;

/**
 * Checks that measurements can be put into one order: a run has one time and each point of a series once, and the
 * times of a series never go back. Series may follow each other or be mixed.
 *
 * @throws what `errorAt` makes, for the first measurement that breaks the order.
 */
export function checkSequence(measurements: readonly Measurement[], errorAt: ErrorAt): void {
  const timeOfRun = new Map<string, string>();
  const last = new Map<string, { readonly time: string; readonly runs: Set<string> }>();
  for (const [index, measurement] of measurements.entries()) {
    const { run, time } = measurement;
    const known = timeOfRun.get(run);
    if (known !== undefined && known !== time) {
      throw errorAt(index, "time", `run ${run} has the time ${time} here and ${known} before; a run has one time`);
    }
    timeOfRun.set(run, time);
    const key = controlKey(measurement);
    const before = last.get(key);
    if (before?.runs.has(run)) {
      throw errorAt(index, "run", `run ${run} holds ${describeSeries(measurement)} a second time`);
    }
    if (before !== undefined && time < before.time) {
      throw errorAt(index, "time", `${time} is before ${before.time}, the time of the point before; sort by time`);
    }
    const runs = before?.runs ?? new Set();
    runs.add(run);
    last.set(key, { time, runs });
  }
}
