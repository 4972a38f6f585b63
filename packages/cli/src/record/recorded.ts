import type { paths, TouchstoneClient } from "@touchstone/client";
import { listAll } from "../commands/api-command.ts";

/** What something that was judged can be. */
export type VerdictState = "in control" | "warning" | "out of control" | "not evaluable";

/** An alert as lists show it. */
export type Alert = paths["/api/v1/alerts"]["get"]["responses"]["200"]["content"]["application/json"]["items"][number];

/** A verdict on what was recorded. */
export interface RecordedVerdict {
  readonly state: VerdictState;
  /** Why it is not evaluable; null otherwise. */
  readonly reason: string | null;
  readonly sentence: string;
}

/** What became of results. */
export interface Recorded {
  readonly kind: "comparison";
  readonly files: readonly string[];
  readonly run: { readonly id: string; readonly name: string };
  /** Whether they were new; otherwise all of them had been recorded before. */
  readonly isNew: boolean;
  /** Of all of it; null for what is not judged. */
  readonly state: VerdictState | null;
  readonly verdicts: readonly RecordedVerdict[];
  /** Alerts about the run that nobody has resolved. */
  readonly alerts: readonly Alert[];
}

/** Reasons that mean that nothing says how to judge, whatever was measured. */
const WITHOUT_LIMITS = new Set(["no assay", "no thresholds"]);

/** Alerts about a run that are open or acknowledged. */
export async function unresolvedAlerts(client: TouchstoneClient, runId: string): Promise<Alert[]> {
  const alerts = await listAll(1000, (query) =>
    client.GET("/api/v1/alerts", { params: { query: { ...query, runId } } }),
  );
  return alerts.filter(({ status }) => status !== "resolved");
}

/** Why nothing was judged, where nothing says how to; null where something was judged or is not to be judged. */
export function whyNotJudged({ verdicts }: Recorded): string | null {
  const [first] = verdicts;
  const isWithoutLimits = verdicts.every(({ reason }) => reason !== null && WITHOUT_LIMITS.has(reason));
  return first !== undefined && isWithoutLimits ? first.sentence : null;
}

/** Whether what was recorded is as bad as `--fail-on` says, or worse; what could not be judged always is. */
export function failsOn(recorded: readonly Recorded[], threshold: "warning" | "rejection" | undefined): boolean {
  if (threshold === undefined) return false;
  const failing: readonly VerdictState[] =
    threshold === "warning" ? ["warning", "out of control", "not evaluable"] : ["out of control", "not evaluable"];
  return recorded.some(({ state }) => state !== null && failing.includes(state));
}

/** What was recorded and judged, in one line. */
export function recordedLine(recorded: Recorded): string {
  const { kind, run, isNew, state, alerts } = recorded;
  const what = `${kind} of run ${run.name} ${isNew ? "recorded" : "was recorded before"}`;
  const cause = whyNotJudged(recorded);
  const judged = cause === null ? (state ?? "not judged") : `nothing was judged. ${cause}`;
  const open = alerts.length === 0 ? "" : `; ${alerts.length} ${alerts.length === 1 ? "alert" : "alerts"} open`;
  return `${what}: ${judged}${cause === null ? open : ""}`;
}

/** The same with every verdict that is not in control, and every alert. */
export function recordedText(recorded: Recorded): string {
  const isJudged = whyNotJudged(recorded) === null;
  const verdicts = recorded.verdicts.filter(({ state }) => isJudged && state !== "in control");
  return [
    recordedLine(recorded),
    ...verdicts.map(({ state, sentence }) => `  ${state}: ${sentence}`),
    ...recorded.alerts.map(({ id, subject, status }) => `  alert ${id} (${status}): ${subject}`),
  ].join("\n");
}
