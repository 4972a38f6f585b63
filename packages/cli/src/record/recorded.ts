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

/** What became of tasks that were reported. */
export interface TaskCounts {
  readonly added: number;
  /** Of which something new was reported. */
  readonly changed: number;
  /** Of which all of it, or more, was known. */
  readonly unchanged: number;
}

/** What became of results. */
export interface Recorded {
  readonly kind: "comparison" | "measurements" | "replicate study" | "tasks";
  readonly files: readonly string[];
  readonly run: { readonly id: string; readonly name: string };
  /** Whether any of it was new; otherwise all of it had been recorded before. */
  readonly isNew: boolean;
  /** Of measurements: whether they are of the time before Touchstone. */
  readonly isImported?: boolean;
  /** Of measurements: how many the file has of the run. */
  readonly measurements?: number;
  readonly tasks?: TaskCounts;
  /** Of tasks: what their run is now. */
  readonly status?: string;
  /** Of all of it; null for what is not judged. */
  readonly state: VerdictState | null;
  readonly verdicts: readonly RecordedVerdict[];
  /** Alerts about the run that nobody has resolved. */
  readonly alerts: readonly Alert[];
}

/** Reasons that mean that nothing says how to judge, whatever was measured. */
const WITHOUT_LIMITS = new Set(["no assay", "no baseline", "no thresholds"]);

/** Alerts about a run that are open or acknowledged. */
export async function unresolvedAlerts(client: TouchstoneClient, runId: string): Promise<Alert[]> {
  const alerts = await listAll(1000, (query) =>
    client.GET("/api/v1/alerts", { params: { query: { ...query, runId } } }),
  );
  return alerts.filter(({ status }) => status !== "resolved");
}

/** Why nothing was judged, where nothing says how to; null where something was judged or is not to be judged. */
export function whyNotJudged({ verdicts }: Recorded): string | null {
  // That on a run as a whole, which only counts, comes first.
  const last = verdicts.at(-1);
  const isWithoutLimits = verdicts.every(({ reason }) => reason !== null && WITHOUT_LIMITS.has(reason));
  if (last === undefined || !isWithoutLimits) return null;
  return last.reason === "no baseline" ? "There is no baseline for its controls." : last.sentence;
}

/** Whether what was recorded is as bad as `--fail-on` says, or worse; what could not be judged always is. */
export function failsOn(recorded: readonly Recorded[], threshold: "warning" | "rejection" | undefined): boolean {
  if (threshold === undefined) return false;
  const failing: readonly VerdictState[] =
    threshold === "warning" ? ["warning", "out of control", "not evaluable"] : ["out of control", "not evaluable"];
  return recorded.some(({ state }) => state !== null && failing.includes(state));
}
