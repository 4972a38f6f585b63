import type { ReproducibilityDocument } from "@touchstone/model";
import type { ValidationStudy } from "@touchstone/report";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { selectStudies, toStudy } from "../../reproducibility/queries.ts";

/** Studies in force that were recorded with one of these runs, in the order in which they were finished. */
export async function studiesOfRuns(kysely: Kysely<Tables>, runIds: readonly string[]): Promise<ValidationStudy[]> {
  const rows = await selectStudies(kysely)
    .select("study.document")
    .where("study.run_id", "=", sql<string>`any(${runIds}::uuid[])`)
    .where("study.superseded_at", "is", null)
    .orderBy("study.performed_at")
    .orderBy("study.id")
    .execute();
  return rows.map((row) => {
    const { runs, run, verdict, ...study } = toStudy(row);
    const { strata } = row.document as ReproducibilityDocument;
    return {
      ...study,
      run: run?.name ?? null,
      replicates: runs.length,
      verdict: verdict === null || verdict.supersededAt !== null ? null : verdict,
      strata: strata.map(({ name, complete, icc: { agreement }, within }) => ({
        name,
        complete,
        icc: agreement.value,
        iccInterval: agreement.interval,
        iccReason: agreement.reason,
        sd: within.sd,
        sdInterval: within.sdInterval,
        sdReason: within.reason,
      })),
    };
  });
}
