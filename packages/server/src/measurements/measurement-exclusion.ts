import { newId, type Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { type Approval, approvalOf } from "../access/approval.ts";
import { type Signer, sign } from "../access/sign.ts";
import { notFound, ServerError } from "../error.ts";
import { momentOut } from "../http/field-schemas.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findMeasurement } from "./list-measurements.ts";
import type { MeasurementExclusion, MeasurementRecord } from "./schema.ts";

/** Kinds of record that the signatures of who excludes a measurement, and of who takes that back, are under. */
const EXCLUSION_RECORD = "measurement exclusion";
const WITHDRAWAL_RECORD = "measurement exclusion withdrawal";

/**
 * Leaves a measurement out of the baselines that are made from then on, for a cause that somebody signs. It stays in the
 * records and on charts; verdicts, and the windows of rules that it is part of, stay as they are. Publishes
 * `measurement.excluded`.
 *
 * @throws ServerError TS_NOT_FOUND; TS_CONFLICT for one that is excluded already, or that was corrected.
 */
export async function excludeMeasurement(
  writing: Writing,
  signer: Signer,
  measurementId: string,
  reason: string,
): Promise<Answer<MeasurementExclusion>> {
  const { transaction, at } = writing;
  const measurement = await findMeasurement(transaction, measurementId);
  if (measurement.supersededAt !== null) {
    throw new ServerError("TS_CONFLICT", "the measurement was corrected; exclude the one that took its place");
  }
  if (measurement.excluded !== null) {
    throw new ServerError("TS_CONFLICT", `the measurement is excluded already, by ${measurement.excluded.by}`);
  }
  const id = newId();
  const content = { measurement: signedPartOf(measurement), reason: reason.trim() };
  const signature = await sign(transaction, signer, { kind: EXCLUSION_RECORD, id, content });
  await transaction
    .insertInto("measurement_exclusion")
    .values({
      id,
      measurement_id: measurementId,
      reason: reason.trim(),
      signature_id: signature.id,
      excluded_at: at,
    })
    .execute();
  tell(writing, "exclude", measurement, reason.trim());
  return { status: 201, body: await findExclusion(transaction, id) };
}

/**
 * Takes an exclusion back; it stays in the records. Publishes `measurement.included`.
 *
 * @throws ServerError TS_NOT_FOUND; TS_CONFLICT for a measurement that is not excluded.
 */
export async function withdrawExclusion(
  writing: Writing,
  signer: Signer,
  measurementId: string,
  reason: string,
): Promise<Answer<MeasurementExclusion>> {
  const { transaction, at } = writing;
  const measurement = await findMeasurement(transaction, measurementId);
  if (measurement.excluded === null) throw new ServerError("TS_CONFLICT", "the measurement is not excluded");
  const { id } = measurement.excluded;
  const content = { measurement: signedPartOf(measurement), reason: reason.trim() };
  const signature = await sign(transaction, signer, { kind: WITHDRAWAL_RECORD, id, content });
  await transaction
    .updateTable("measurement_exclusion")
    .set({ withdrawn_at: at, withdrawal_reason: reason.trim(), withdrawal_signature_id: signature.id })
    .where("id", "=", id)
    .execute();
  tell(writing, "include", measurement, reason.trim());
  return { status: 200, body: await findExclusion(transaction, id) };
}

/** What the signature stands for: which value, of what. */
function signedPartOf({ id, run, material, analyte, level, replicate, value, excluded }: MeasurementRecord) {
  return { id, run, material, analyte, level, replicate, value, excluded };
}

function tell(writing: Writing, what: "exclude" | "include", measurement: MeasurementRecord, reason: string): void {
  const { id, run, material, analyte, level, value, excluded } = measurement;
  writing.record({
    action: `measurement.${what}`,
    subject: { kind: "measurement", id },
    old: { excluded },
    new: { run: run.name, material: material.name, lot: material.lot, analyte, level, value },
    reason,
  });
  const payload = { id, run: run.name, runId: run.id, material: material.name, analyte, level, reason };
  writing.publish({ topic: `measurement.${what}d`, recordKind: "measurement", recordId: id, payload });
}

async function findExclusion(kysely: Kysely<Tables>, id: string): Promise<MeasurementExclusion> {
  const row = await kysely.selectFrom("measurement_exclusion").selectAll().where("id", "=", id).executeTakeFirst();
  const signature = await approvalOf(kysely, EXCLUSION_RECORD, id);
  if (row === undefined || signature === null) throw notFound("exclusion", id);
  return {
    id,
    measurementId: row.measurement_id,
    reason: row.reason,
    excludedAt: momentOut(row.excluded_at),
    signature,
    withdrawal:
      row.withdrawn_at === null
        ? null
        : {
            reason: row.withdrawal_reason ?? "",
            withdrawnAt: momentOut(row.withdrawn_at),
            signature: (await approvalOf(kysely, WITHDRAWAL_RECORD, id)) as Approval,
          },
  };
}
