import { isFraction, namesScore, QualityError, refuseRulesOnScore } from "@touchstone/quality";
import { type FieldProblem, ServerError } from "../error.ts";
import type { NewMeasurement } from "./schema.ts";

/** Problems that a refusal names at most. */
const MOST_PROBLEMS = 20;

/** What tells the measurements of a run apart. */
export function measurementKey({ material, materialLot, analyte, level, replicate }: NewMeasurement): string {
  return JSON.stringify([material, materialLot ?? null, analyte, level ?? null, replicate ?? 1]);
}

/**
 * Refuses what can be no measurement.
 *
 * @throws QualityError TS_RULE_ON_SCORE for precision, recall and F1, TS_MEASUREMENT_INVALID for a fraction outside of 0
 *   to 1 or of no reads; ServerError TS_REQUEST_INVALID for one that is there twice.
 */
export function requireMeasurable(measurements: readonly NewMeasurement[]): void {
  const places = new Map<string, number>();
  const twice: FieldProblem[] = [];
  for (const [index, measurement] of measurements.entries()) {
    const place = `body/measurements/${index}`;
    const { analyte, kind, value, depth } = measurement;
    if (namesScore(analyte)) refuseRulesOnScore(analyte, "", { field: `${place}/analyte` });
    if (isFraction(kind) && (value < 0 || value > 1)) {
      const message = `/${place}/value: ${value} is no ${kind}, which lies in 0 to 1; is it a quantity?`;
      throw new QualityError("TS_MEASUREMENT_INVALID", message, { field: `${place}/value` });
    }
    if (isFraction(kind) && depth === 0) {
      const message = `/${place}/depth: no ${kind} can be measured on 0 reads`;
      throw new QualityError("TS_MEASUREMENT_INVALID", message, { field: `${place}/depth` });
    }
    const key = measurementKey(measurement);
    const first = places.get(key);
    if (first === undefined) places.set(key, index);
    else twice.push({ pointer: `/${place}`, message: `is the measurement of /body/measurements/${first} again` });
  }
  if (twice.length === 0) return;
  const fields = twice.slice(0, MOST_PROBLEMS);
  throw new ServerError(
    "TS_REQUEST_INVALID",
    fields.map(({ pointer, message }) => `${pointer} ${message}`).join("; "),
    {
      fields,
    },
  );
}
