import type { paths } from "@touchstone/client";

/** A run and what was decided about its results, as the API lists it. */
export type QueuedDisposition =
  paths["/api/v1/dispositions"]["get"]["responses"]["200"]["content"]["application/json"]["items"][number];

/** What may become of a run's results, and who says so. */
export type DispositionSummary =
  paths["/api/v1/runs/{run}/disposition"]["get"]["responses"]["200"]["content"]["application/json"];

/** A decision about a run's results. */
export type Decision = NonNullable<QueuedDisposition["decision"]>;

/** What can become of a run's results: from what lets most happen to what lets least. */
export const dispositions = ["released", "held", "repeat", "rejected"] as const;

/** One of these. */
export type Disposition = (typeof dispositions)[number];

/** Runs by what a person may have to do about them. */
export const queues = ["to sign", "second signature", "questioned", "not judged", "held", "decided"] as const;

/** One of these. */
export type Queue = (typeof queues)[number];

/** Whether a decision lets happen what the proposal does not: it needs a reason and two people, one of them director. */
export function isMoreLenient(decision: Disposition, proposed: Disposition): boolean {
  return dispositions.indexOf(decision) < dispositions.indexOf(proposed);
}
