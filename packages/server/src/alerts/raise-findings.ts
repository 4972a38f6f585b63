import { type Alert, type AlertFinding, raiseAlerts } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import type { Writing } from "../writing/perform.ts";
import { keepAlerts } from "./keep-alerts.ts";
import { loadAlerts, type StoredAlert } from "./stored-alert.ts";

/** What something was found in: a run that was judged, or the calendar, with the name of the assay if it is about one. */
export type FindingOrigin =
  | { readonly runId: string; readonly verdictId?: string | null }
  | { readonly runId: null; readonly verdictId?: null; readonly assay?: string | null };

/**
 * Raises alerts for what was found in a run, or by the clock. What an alert of its cause has already changes nothing; what an alert that
 * is not resolved lacks becomes an occurrence of it and may escalate it; anything else is a new alert. Publishes
 * `alert.raised`, `alert.occurred` and `alert.escalated`.
 *
 * @param about where it was found; of a run, the verdict where there is one.
 */
export async function raiseFindings(
  writing: Writing,
  findings: readonly AlertFinding[],
  about: FindingOrigin,
): Promise<void> {
  if (findings.length === 0) return;
  const known = await alertsOfFindings(writing.transaction, findings);
  const alerts = known.map(({ alert }) => alert);
  const after = raiseAlerts(alerts, findings, { at: momentAfter(writing.at, alerts) });
  const { runId, verdictId = null } = about;
  const assay = runId === null ? (about.assay ?? null) : await assayOf(writing.transaction, runId);
  await keepAlerts(writing, known, after, { runId, verdictId, assay, principalId: null });
}

/** Of each cause the last alert, and those that have a finding already: all that raising depends on. */
function alertsOfFindings(kysely: Kysely<Tables>, findings: readonly AlertFinding[]): Promise<StoredAlert[]> {
  const kinds = findings.map(({ kind }) => kind);
  const causes = findings.map(({ cause }) => cause);
  const keys = findings.map(({ occurrence }) => occurrence.key);
  return loadAlerts(
    kysely,
    () => sql`alert.id in (
      select last.id from alert as last
      where (last.kind, last.cause) in (select * from unnest(${kinds}::text[], ${causes}::text[]))
        and not exists (select from alert as later where later.follows = last.id)
      union
      select same.id from alert as same join alert_occurrence on alert_occurrence.alert_id = same.id
      where (same.kind, same.cause, alert_occurrence.key)
        in (select * from unnest(${kinds}::text[], ${causes}::text[], ${keys}::text[]))
    )`,
  );
}

/** Replicas' clocks differ a little, and nothing is done to an alert before what was done last. */
export function momentAfter(at: Date, alerts: readonly Alert[]): string {
  const last = alerts.map(({ history }) => Date.parse(history[history.length - 1].at));
  return new Date(last.reduce((latest, moment) => Math.max(latest, moment), at.getTime())).toISOString();
}

async function assayOf(kysely: Kysely<Tables>, runId: string): Promise<string | null> {
  const found = await kysely
    .selectFrom("run")
    .innerJoin("assay", "assay.id", "run.assay_id")
    .select("assay.name")
    .where("run.id", "=", runId)
    .executeTakeFirst();
  return found?.name ?? null;
}
