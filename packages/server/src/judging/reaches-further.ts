import { insufficientHistories, lookBackOf } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { type Basis, basisKey, recordedBasis } from "./basis.ts";
import { groupBy } from "./group-by.ts";
import type { LaterRun } from "./later-runs.ts";
import { byMeasurementOrder, MeasurementNames } from "./measurement-names.ts";
import { type StoredPoint, storedControlKey } from "./stored-point.ts";

/**
 * Whether what has changed in a run may reach the verdicts on runs after those that were judged again: it cannot once the
 * measurements between fill the windows by themselves, by the same argument by which no more is read back (ADR 22).
 *
 * @param changed measurements of the run in the analytes that have changed.
 * @param passed measurements of the runs after it that were judged again, all of them.
 * @param remaining the runs after those.
 */
export async function reachesFurther(
  kysely: Kysely<Tables>,
  changed: readonly StoredPoint[],
  passed: readonly StoredPoint[],
  remaining: readonly LaterRun[],
): Promise<boolean> {
  // Events only ever start windows anew.
  const bases = groupBy(remaining, ({ basis }) => basisKey({ ...basis, changeEventsUntil: 0 }));
  for (const [{ basis: record }] of bases.values()) {
    const basis = await recordedBasis(kysely, record);
    if (await reachesBy(kysely, basis, changed, passed)) return true;
  }
  return false;
}

async function reachesBy(
  kysely: Kysely<Tables>,
  basis: Basis,
  changed: readonly StoredPoint[],
  passed: readonly StoredPoint[],
): Promise<boolean> {
  const lookBack = lookBackOf(basis.ruleSet);
  if (lookBack === "nothing") return false;
  // Windows over all controls take in controls that were not measured since.
  if (lookBack === "analyte") return true;
  const names = new MeasurementNames(kysely, basis.baselines);
  await names.learn([...changed, ...passed]);
  const keyOf = (point: StoredPoint) => JSON.stringify([storedControlKey(point), point.replicate]);
  const passedOf = groupBy(passed, keyOf);
  return changed.some((point) => {
    const measurement = names.measurement(point);
    const firstEffect = basis.baselines.firstEffect(measurement);
    if (firstEffect === null || measurement.time < firstEffect) return false;
    const kind = basis.baselines.kindOf(measurement);
    const measurements = (passedOf.get(keyOf(point)) ?? [])
      .map((one) => names.measurement(one))
      .filter((one) => one.kind === kind)
      .sort(byMeasurementOrder);
    // What a correction took out of force may have had a lot.
    const reagentLot = measurement.reagentLot ?? point.supersedes;
    const judged = [{ ...measurement, reagentLot }];
    return insufficientHistories([{ measurements, isWhole: false }], judged, basis.baselines, basis.ruleSet).length > 0;
  });
}
