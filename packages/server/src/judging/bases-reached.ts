import { insufficientHistories, lookBackOf } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import type { Basis } from "./basis.ts";
import { groupBy } from "./group-by.ts";
import { byMeasurementOrder, MeasurementNames } from "./measurement-names.ts";
import { type StoredPoint, storedControlKey } from "./stored-point.ts";

/**
 * The bases by which what has changed in a run may reach the verdicts on runs after some others. It cannot where no limits
 * ever held for what has changed, nor once the measurements between fill the windows by themselves, by the same argument by
 * which no more is read back (ADR 22). A basis that is not reached is not reached after more measurements either.
 *
 * @param changed measurements of the run.
 * @param passed all measurements of the same controls in the runs after it until those others.
 */
export async function basesReached(
  kysely: Kysely<Tables>,
  bases: readonly Basis[],
  changed: readonly StoredPoint[],
  passed: readonly StoredPoint[],
): Promise<Basis[]> {
  const reached: Basis[] = [];
  for (const basis of bases) if (await isReached(kysely, basis, changed, passed)) reached.push(basis);
  return reached;
}

async function isReached(
  kysely: Kysely<Tables>,
  basis: Basis,
  changed: readonly StoredPoint[],
  passed: readonly StoredPoint[],
): Promise<boolean> {
  const lookBack = lookBackOf(basis.ruleSet);
  if (lookBack === "nothing") return false;
  const names = new MeasurementNames(kysely, basis.baselines);
  await names.learn(changed);
  const seen = changed.filter((point) => {
    const { time, ...series } = names.measurement(point);
    const firstEffect = basis.baselines.firstEffect(series);
    return firstEffect !== null && time >= firstEffect;
  });
  // Windows over all controls take in controls that were not measured since.
  if (lookBack === "analyte") return seen.length > 0;
  await names.learn(passed);
  const keyOf = (point: StoredPoint) => JSON.stringify([storedControlKey(point), point.replicate]);
  const passedOf = groupBy(passed, keyOf);
  return seen.some((point) => {
    const measurement = names.measurement(point);
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
