import type { paths } from "@touchstone/client";

/** How all assays are, as the API says it. */
export type Overview = paths["/api/v1/overview"]["get"]["responses"]["200"]["content"]["application/json"];

/** How one assay is. */
export type AssayOverview = Overview["assays"][number];

/** What is open about an assay, or about none. */
export type OpenParts = Pick<AssayOverview, "alerts" | "nonConformances" | "awaiting" | "lots">;

/** One thing that an assay's state rests on. */
export type Ground = AssayOverview["grounds"][number];

/** Runs whose disposition waits for a name. */
export function runsAwaiting({ awaiting }: Pick<OpenParts, "awaiting">): number {
  const { proposals, secondSignatures, questionedReleases } = awaiting;
  const { released, held, rejected, repeat } = proposals;
  return released + held + rejected + repeat + secondSignatures + questionedReleases;
}

/** Drafts of definitions that wait for approval. */
export function draftsAwaiting({ awaiting }: Pick<OpenParts, "awaiting">): number {
  const { assays, baselines, thresholds, ruleSets } = awaiting;
  return assays + baselines + thresholds + ruleSets;
}

/** "1 alert", "3 alerts". */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
