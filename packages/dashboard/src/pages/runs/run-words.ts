import type { paths } from "@touchstone/client";

/** A run as the API gives it. */
export type Run = paths["/api/v1/runs/{run}"]["get"]["responses"]["200"]["content"]["application/json"];

/** What a run can be. */
export const runStatuses = [
  "queued",
  "running",
  "succeeded",
  "failed",
  "cancelled",
] as const satisfies readonly Run["status"][];

/** What can become of a run's results. */
export const runDispositions = [
  "released",
  "held",
  "rejected",
  "repeat",
] as const satisfies readonly Run["disposition"][];

/** An assay with its version; null for a run of none. */
export function assayText(assay: Run["assay"]): string | null {
  return assay === null ? null : `${assay.name} ${assay.version}`;
}

/** A pipeline with its version; null for a run that names none. */
export function pipelineText(pipelineVersion: Run["pipelineVersion"]): string | null {
  return pipelineVersion === null ? null : `${pipelineVersion.pipeline} ${pipelineVersion.version}`;
}
