import type { Alert } from "@touchstone/quality";
import { newId, toJson } from "@touchstone/store";
import { batchesOf } from "../writing/batches-of.ts";
import type { Writing } from "../writing/perform.ts";
import type { StoredAlert } from "./stored-alert.ts";
import { tellAlert } from "./tell-alert.ts";

/** An alert before and after something happened to it; null before it was raised. */
export interface ChangedAlert {
  readonly before: StoredAlert | null;
  readonly after: StoredAlert;
}

/** What led to a change. */
export interface ChangeOrigin {
  /** Run in which the causes were found. */
  readonly runId: string | null;
  readonly verdictId: string | null;
  readonly assay: string | null;
  /** Id of the person whose name the history's new entries hold; null where a policy acted. */
  readonly principalId: string | null;
}

/**
 * Stores what the rules of quality made of alerts: alerts that were not there, and of the others what was added.
 * Recorded in the audit trail, one entry an alert, and published.
 *
 * @param known the alerts that the rules were given, in their order.
 * @param alerts what they returned: the same alerts, changed or not, then new ones.
 */
export async function keepAlerts(
  writing: Writing,
  known: readonly StoredAlert[],
  alerts: readonly Alert[],
  origin: ChangeOrigin,
): Promise<ChangedAlert[]> {
  const byContent = new Map(known.map((stored) => [stored.alert.id, stored]));
  const changed: ChangedAlert[] = [];
  for (const alert of alerts) {
    const before = byContent.get(alert.id) ?? null;
    if (before?.alert === alert) continue;
    const { runId, verdictId, assay } = origin;
    const after =
      before === null ? { id: newId(), alert, assay, runId, verdictId, assignedTo: null } : { ...before, alert };
    changed.push({ before, after });
  }
  await insertAlerts(writing, changed, byContent);
  await updateAlerts(writing, changed, origin);
  await insertOccurrences(writing, changed, origin);
  await insertHistory(writing, changed, origin);
  for (const change of changed) tellAlert(writing, change);
  return changed;
}

async function insertAlerts(
  { transaction }: Writing,
  changed: readonly ChangedAlert[],
  byContent: ReadonlyMap<string, StoredAlert>,
): Promise<void> {
  const rows = changed.flatMap(({ before, after: { id, alert, assay, runId, verdictId } }) => {
    if (before !== null) return [];
    const { kind, cause, subject, level, history } = alert;
    return {
      id,
      content_id: alert.id,
      kind,
      cause,
      subject,
      level,
      assay,
      run_id: runId,
      verdict_id: verdictId,
      follows: alert.follows === null ? null : (byContent.get(alert.follows)?.id ?? null),
      opened_at: history[0].at,
    };
  });
  for (const batch of batchesOf(rows)) await transaction.insertInto("alert").values(batch).execute();
}

async function updateAlerts(
  { transaction }: Writing,
  changed: readonly ChangedAlert[],
  { principalId }: ChangeOrigin,
): Promise<void> {
  for (const { before, after } of changed) {
    const { state, level, history } = after.alert;
    if (before === null || (before.alert.state === state && before.alert.level === level)) continue;
    const added = history.slice(before.alert.history.length);
    const acknowledged = added.find(({ action }) => action === "acknowledged");
    const resolved = added.find(({ action }) => action === "resolved");
    await transaction
      .updateTable("alert")
      .set({
        status: state,
        level,
        ...(acknowledged === undefined ? {} : { acknowledged_at: acknowledged.at, acknowledged_by: principalId }),
        ...(resolved === undefined
          ? {}
          : { resolved_at: resolved.at, resolved_by: principalId, resolution: resolved.reason }),
      })
      .where("id", "=", after.id)
      .execute();
  }
}

async function insertOccurrences(
  { transaction }: Writing,
  changed: readonly ChangedAlert[],
  { runId }: ChangeOrigin,
): Promise<void> {
  const rows = changed.flatMap(({ before, after }) => {
    const seen = before?.alert.occurrences.length ?? 0;
    return after.alert.occurrences.slice(seen).map(({ key, time, sentence, evidence }, place) => ({
      id: newId(),
      alert_id: after.id,
      number: seen + place + 1,
      key,
      happened_at: time,
      sentence,
      evidence: toJson(evidence),
      run_id: runId,
    }));
  });
  for (const batch of batchesOf(rows)) await transaction.insertInto("alert_occurrence").values(batch).execute();
}

async function insertHistory(
  { transaction }: Writing,
  changed: readonly ChangedAlert[],
  { principalId }: ChangeOrigin,
): Promise<void> {
  const rows = changed.flatMap(({ before, after }) => {
    const seen = before?.alert.history.length ?? 0;
    return after.alert.history.slice(seen).map(({ action, at, by, reason, level }, place) => ({
      alert_id: after.id,
      number: seen + place + 1,
      action,
      at,
      principal_id: by === null ? null : principalId,
      reason,
      level,
    }));
  });
  for (const batch of batchesOf(rows)) await transaction.insertInto("alert_history").values(batch).execute();
}
