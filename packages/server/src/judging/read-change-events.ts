import type { MonitorEvent, RuleSet } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import type { JudgedRun } from "./judged-run.ts";

/** An event with what it concerns beside a material. */
export interface ChangeEvent extends MonitorEvent {
  readonly assayId: string | null;
  readonly instrumentId: string | null;
  readonly pipeline: string | null;
}

/** Events after which windows start anew, in a span of time, as far as they were recorded. */
export async function readChangeEvents(
  kysely: Kysely<Tables>,
  { policies }: RuleSet,
  { from, to, until }: { readonly from: Date; readonly to: Date; readonly until: number },
): Promise<ChangeEvent[]> {
  const kinds = [...policies.countersResetBy, "control lot", "pipeline version"];
  const rows = await kysely
    .selectFrom("change_event")
    .leftJoin("material", "material.id", "change_event.material_id")
    .leftJoin("pipeline_version", "pipeline_version.id", "change_event.pipeline_version_id")
    .select(["kind", "happened_at", "assay_id", "instrument_id", "material.name as material", "pipeline"])
    .where("happened_at", ">=", from)
    .where("happened_at", "<", to)
    .where("number", "<=", until)
    .where(sql<boolean>`kind = any(${kinds}::text[])`)
    .orderBy("happened_at")
    .orderBy("change_event.id")
    .execute();
  return rows.map((row) => ({
    time: row.happened_at.toISOString(),
    kind: row.kind,
    run: null,
    analyte: null,
    material: row.material,
    by: null,
    note: null,
    assayId: row.assay_id,
    instrumentId: row.instrument_id,
    pipeline: row.pipeline,
  }));
}

/** Whether an event concerns a run: what it does not name, it concerns whatever it is. */
export function concernsRun(
  event: ChangeEvent,
  run: Pick<JudgedRun, "assayId" | "instrumentId" | "pipeline">,
): boolean {
  return (
    (event.assayId === null || event.assayId === run.assayId) &&
    (event.instrumentId === null || event.instrumentId === run.instrumentId) &&
    (event.pipeline === null || event.pipeline === run.pipeline)
  );
}
