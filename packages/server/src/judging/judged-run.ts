import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";

/** A run as judging knows it. */
export interface JudgedRun {
  readonly id: string;
  readonly name: string;
  /** Of its control measurements. */
  readonly time: Date;
  readonly assayId: string | null;
  readonly assay: string | null;
  readonly instrumentId: string | null;
  readonly pipeline: string | null;
}

/** What judging knows of runs, by id; times are those of their measurements, which the caller has. */
export async function readRuns(
  kysely: Kysely<Tables>,
  times: ReadonlyMap<string, Date>,
): Promise<Map<string, JudgedRun>> {
  const rows = await kysely
    .selectFrom("run")
    .leftJoin("assay", "assay.id", "run.assay_id")
    .leftJoin("pipeline_version", "pipeline_version.id", "run.pipeline_version_id")
    .select(["run.id", "run.name", "run.assay_id", "assay.name as assay", "run.instrument_id", "pipeline"])
    .where("run.id", "in", [...times.keys()])
    .execute();
  return new Map(
    rows.map(({ id, name, assay_id: assayId, assay, instrument_id: instrumentId, pipeline }) => {
      const time = times.get(id) ?? new Date(0);
      return [id, { id, name, time, assayId, assay, instrumentId, pipeline }];
    }),
  );
}

/** The order of runs: by time, and by name where times are the same, whichever came in first. */
export function byRunOrder(a: Pick<JudgedRun, "time" | "name">, b: Pick<JudgedRun, "time" | "name">): number {
  const difference = a.time.getTime() - b.time.getTime();
  if (difference !== 0) return difference;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
