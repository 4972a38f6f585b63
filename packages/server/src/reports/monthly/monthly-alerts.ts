import type { MonthlyAlert, MonthlyNonConformance, MonthlyPeriod } from "@touchstone/report";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { selectAlertSummaries, toAlertSummary } from "../../alerts/queries.ts";
import { actionsOf } from "../../corrective-actions/queries.ts";
import { selectNonConformances, toNonConformance } from "../../non-conformances/queries.ts";

/** Alerts about the assay that were open at some time of the month, in the order in which they were opened. */
export async function alertsOfMonth(
  kysely: Kysely<Tables>,
  assay: string,
  { from, before }: MonthlyPeriod,
): Promise<MonthlyAlert[]> {
  const rows = await selectAlertSummaries(kysely)
    .select(({ selectFrom }) =>
      selectFrom("non_conformance_alert")
        .innerJoin("non_conformance", "non_conformance.id", "non_conformance_alert.non_conformance_id")
        .select(sql<string[] | null>`array_agg(root_cause order by number)`.as("causes"))
        .whereRef("non_conformance_alert.alert_id", "=", "alert.id")
        .where("root_cause", "is not", null)
        .as("root_causes"),
    )
    .select(({ selectFrom }) =>
      selectFrom("alert_occurrence")
        .select("sentence")
        .whereRef("alert_occurrence.alert_id", "=", "alert.id")
        .where("happened_at", "<", new Date(before))
        .orderBy("number", "desc")
        .limit(1)
        .as("sentence_of_month"),
    )
    .where("alert.assay", "=", assay)
    .where("alert.opened_at", "<", new Date(before))
    .where(({ or, eb }) => or([eb("alert.resolved_at", "is", null), eb("alert.resolved_at", ">=", new Date(from))]))
    .orderBy("alert.opened_at")
    .orderBy("alert.id")
    .execute();
  return rows.map((row) => {
    const { lastOccurrence, ...alert } = toAlertSummary(row);
    // What was found after the month is another month's news.
    const sentence = row.sentence_of_month ?? lastOccurrence.sentence;
    return { ...alert, sentence, rootCauses: row.root_causes ?? [] };
  });
}

/** Non-conformances of the assay's runs and alerts that were open at some time of the month, with what is done. */
export async function nonConformancesOfMonth(
  kysely: Kysely<Tables>,
  { assay, assayIds }: { readonly assay: string; readonly assayIds: readonly string[] },
  { from, before }: MonthlyPeriod,
): Promise<MonthlyNonConformance[]> {
  const rows = await selectNonConformances(kysely)
    .where("non_conformance.opened_at", "<", new Date(before))
    .where(({ or, eb }) =>
      or([eb("non_conformance.closed_at", "is", null), eb("non_conformance.closed_at", ">=", new Date(from))]),
    )
    .where(({ or, eb, selectFrom }) =>
      or([
        eb("run.assay_id", "=", sql<string>`any(${assayIds}::uuid[])`),
        eb(
          "non_conformance.id",
          "in",
          selectFrom("non_conformance_alert")
            .innerJoin("alert", "alert.id", "non_conformance_alert.alert_id")
            .select("non_conformance_id")
            .where("alert.assay", "=", assay),
        ),
      ]),
    )
    .orderBy("non_conformance.number")
    .execute();
  const found: MonthlyNonConformance[] = [];
  for (const row of rows) found.push({ ...toNonConformance(row), actions: await actionsOf(kysely, row.id) });
  return found;
}
