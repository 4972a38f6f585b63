import { contentHash } from "../content-hash.ts";
import type { Alert, AlertFinding, AlertRecord } from "./alert.ts";

/**
 * An open alert. Its id follows from what it is about, so that the same findings give the same alerts everywhere.
 *
 * @param latest the resolved alert of the same cause that it follows.
 */
export function newAlert(
  { kind, cause, subject, occurrence }: AlertFinding,
  latest: Alert | null,
  { at, by, reason }: Pick<AlertRecord, "at" | "by" | "reason">,
): Alert {
  const follows = latest?.id ?? null;
  return {
    schema: "touchstone/alert/1",
    id: contentHash({ kind, cause, follows, first: occurrence.key }),
    kind,
    cause,
    subject,
    state: "open",
    level: 0,
    follows,
    occurrences: [occurrence],
    history: [{ action: "raised", at, by, reason, level: 0 }],
  };
}
