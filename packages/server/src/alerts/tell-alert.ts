import type { Published, Writing } from "../writing/perform.ts";
import type { ChangedAlert } from "./keep-alerts.ts";

/** Enters what happened to an alert in the audit trail, and tells those who watch. */
export function tellAlert(writing: Writing, { before, after }: ChangedAlert): void {
  const { state, level, occurrences, history } = after.alert;
  const addedOccurrences = occurrences.slice(before?.alert.occurrences.length ?? 0);
  const addedHistory = history.slice(before?.alert.history.length ?? 0);
  const actions = addedHistory.map(({ action }) => action);
  const subject = { kind: "alert", id: after.id };
  if (before === null) {
    writing.record({ action: "alert.raise", subject, new: after.alert });
  } else {
    // What was there already is in earlier entries.
    writing.record({
      action: `alert.${VERB[actions.at(-1) ?? "occurred"]}`,
      subject,
      old: { state: before.alert.state, level: before.alert.level },
      new: { state, level, occurrences: addedOccurrences, history: addedHistory },
      ...(addedHistory.at(-1)?.reason == null ? {} : { reason: addedHistory.at(-1)?.reason ?? "" }),
    });
  }
  for (const action of actions) writing.publish(publishedOf(action, after));
  if (before !== null && addedOccurrences.length > 0) writing.publish(publishedOf("occurred", after));
}

const VERB = {
  raised: "raise",
  occurred: "occur",
  escalated: "escalate",
  acknowledged: "acknowledge",
  resolved: "resolve",
} as const;

function publishedOf(action: keyof typeof VERB, { id, alert, assay, runId }: ChangedAlert["after"]): Published {
  const { kind, subject, state: status, level } = alert;
  const sentence = alert.occurrences.at(-1)?.sentence ?? "";
  const payload = { id, kind, subject, status, level, assay, runId, occurrences: alert.occurrences.length, sentence };
  return { topic: `alert.${action}`, recordKind: "alert", recordId: id, payload };
}
