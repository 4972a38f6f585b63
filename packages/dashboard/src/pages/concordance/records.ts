import type { paths } from "@touchstone/client";

type Answer<Path extends keyof paths> = paths[Path] extends {
  readonly get: {
    readonly responses: { readonly 200: { readonly content: { readonly "application/json": infer Body } } };
  };
}
  ? Body
  : never;

/** Comparisons that are alike in assay, truth set, version, program and type, with their mean scores. */
export type ScoreSummary = Answer<"/api/v1/concordance/summary">["items"][number];
/** A comparison in a list. */
export type Comparison = Answer<"/api/v1/concordance">["items"][number];
/** One comparison with its verdicts, files and provenance. */
export type ComparisonRecord = Answer<"/api/v1/concordance/{id}">;
/** A row of a comparison's table. */
export type Stratum = Answer<"/api/v1/concordance/{id}/strata">["items"][number];
/** A point of a precision-recall curve. */
export type CurvePoint = Answer<"/api/v1/concordance/{id}/precision-recall">["items"][number];
/** What charts of scores by run show. */
export type ScoreChart = Answer<"/api/v1/charts/scores">;
/** How many FN and FP comparisons have in common. */
export type Intersections = Answer<"/api/v1/concordance/intersections">;
/** An FN or FP in a list. */
export type DiscordantVariant = Answer<"/api/v1/concordance/discordant-variants">["items"][number];
/** An FN or FP with what it lies in. */
export type DiscordantRecord = Answer<"/api/v1/concordance/{id}/discordant-variants/{variant}">;
/** A record near it. */
export type NearbyRecord = DiscordantRecord["nearby"][number];

/** "SNP" and "INDEL", which every program tells apart but vcfeval's summary. */
export const VARIANT_TYPES = ["SNP", "INDEL"] as const;

/** "germline 1.4.0", or that nobody named it. */
export function versionName({ pipelineVersion }: Pick<Comparison, "pipelineVersion">): string {
  return pipelineVersion === null ? "no version" : `${pipelineVersion.pipeline} ${pipelineVersion.version}`;
}

/** A comparison in a line: version, run, sample where it is named, and day. */
export function comparisonName(comparison: Pick<Comparison, "pipelineVersion" | "run" | "sample">): string {
  const of = comparison.sample === null ? "" : ` · ${comparison.sample.name}`;
  return `${versionName(comparison)} · ${comparison.run.name}${of} · ${comparison.run.performedAt.slice(0, 10)}`;
}
