import type { paths } from "@touchstone/client";
import type { ReplicateStudy } from "@touchstone/report/chart-data";

type Body<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Answer } } } };
}
  ? Answer
  : never;

/** A study in the list. */
export type Study = Body<"/api/v1/reproducibility">["items"][number];
/** A study with its report. */
export type StudyRecord = Body<"/api/v1/reproducibility/{id}">;
/** Variants of a study for charts. */
export type VariantSample = Body<"/api/v1/reproducibility/{id}/sample">;
/** A variant of the table. */
export type StudyVariant = Body<"/api/v1/reproducibility/{id}/variants">["items"][number];

/** The report that the server checked when it took it in. */
export function reportOf({ document }: Pick<StudyRecord, "document">): ReplicateStudy {
  return document as ReplicateStudy;
}

/** `4.2 %`; a dash where there is none. */
export function percentText(fraction: number | null): string {
  return fraction === null ? "–" : `${(100 * fraction).toFixed(fraction < 0.1 ? 2 : 1)} %`;
}

/** `0.931`, with a true minus; a dash where there is none. */
export function decimalText(value: number | null, digits = 3): string {
  return value === null ? "–" : value.toFixed(digits).replace("-", "−");
}
