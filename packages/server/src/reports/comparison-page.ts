import type { ComparisonMetricsDocument, ComparisonProvenanceDocument } from "@touchstone/model";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { listPoints } from "../concordance/list-points.ts";
import { listStrata } from "../concordance/list-strata.ts";
import { findComparison } from "../concordance/queries.ts";
import { everyPage } from "../http/every-page.ts";
import { loadReports } from "./load-reports.ts";

/**
 * The report of a comparison of the records: of Touchstone's own as `touchstone report comparison` makes it, with its run
 * and verdicts; of another program's with what its files have.
 *
 * @throws ServerError TS_NOT_FOUND.
 */
export async function comparisonPage(kysely: Kysely<Tables>, id: string, touchstone: string): Promise<string> {
  const record = await findComparison(kysely, id);
  const points = await everyPage((page) => listPoints(kysely, id, page));
  const { comparisonReport, otherComparisonReport, rocCurves } = await loadReports();
  const curves = rocCurves(points);
  if (record.format !== "touchstone") {
    const scores = await everyPage((page) => listStrata(kysely, id, page));
    return otherComparisonReport({ record, scores, curves, touchstone });
  }
  const { metrics } = await kysely
    .selectFrom("comparison")
    .select("metrics")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return comparisonReport({
    metrics: metrics as unknown as ComparisonMetricsDocument,
    provenance: record.provenance as ComparisonProvenanceDocument | null,
    curves,
    warnings: null,
    record,
  });
}
