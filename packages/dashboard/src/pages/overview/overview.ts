import type { paths } from "@touchstone/client";

/** How all assays are, as the API says it. */
export type Overview = paths["/api/v1/overview"]["get"]["responses"]["200"]["content"]["application/json"];

/** How one assay is. */
export type AssayOverview = Overview["assays"][number];

/** What is open about an assay, or about none. */
export type OpenParts = Pick<AssayOverview, "alerts" | "nonConformances" | "awaiting" | "lots">;

/** One thing that an assay's state rests on. */
export type Ground = AssayOverview["grounds"][number];

/** Everything that waits for a name, whatever it is. */
export function totalAwaiting({ awaiting }: Pick<OpenParts, "awaiting">): number {
  const { proposals, secondSignatures, questionedReleases, assays, baselines, thresholds, ruleSets } = awaiting;
  const { released, held, rejected, repeat } = proposals;
  return (
    released +
    held +
    rejected +
    repeat +
    secondSignatures +
    questionedReleases +
    assays +
    baselines +
    thresholds +
    ruleSets
  );
}

/** "1 alert", "3 alerts". */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
