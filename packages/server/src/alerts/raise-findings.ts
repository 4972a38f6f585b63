import { type Alert, type AlertFinding, raiseAlerts } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import type { Writing } from "../writing/perform.ts";
import { keepAlerts } from "./keep-alerts.ts";
import { loadAlerts, type StoredAlert } from "./stored-alert.ts";

/**
 * Raises alerts for what was found in a run. What an alert of its cause has already changes nothing; what an alert that
 * is not resolved lacks becomes an occurrence of it and may escalate it; anything else is a new alert. Publishes
 * `alert.raised`, `alert.occurred` and `alert.escalated`.
 *
 * @param about the run that was judged, and the verdict where there is one.
 */
export async function raiseFindings(
  writing: Writing,
  findings: readonly AlertFinding[],
  { runId, verdictId = null }: { readonly runId: string; readonly verdictId?: string | null },
): Promise<void> {
  if (findings.length === 0) return;
  const known = await alertsOfFindings(writing.transaction, findings);
  const alerts = known.map(({ alert }) => alert);
  const after = raiseAlerts(alerts, findings, { at: momentAfter(writing.at, alerts) });
  const assay = await assayOf(writing.transaction, runId);
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
