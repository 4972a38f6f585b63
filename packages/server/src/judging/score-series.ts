import type { ComparisonFormat } from "@touchstone/ingest";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import type { JudgedComparison } from "./judged-comparison.ts";
import { versionText } from "./version-text.ts";

/**
 * Which runs' scores can be held against each other: those of one assay and truth set, of one pipeline version on one
 * instrument, of samples of one name, counted by one program. Between others a step is to be expected, and a step looks like a trend (ADR 24).
 */
export interface ScoreSeries {
  readonly assayId: string;
  readonly truthSetId: string;
  /** Null: of the runs that name none. */
  readonly pipelineVersionId: string | null;
  /** Null: of the runs that name none. */
  readonly instrumentId: string | null;
  /** Null: of the comparisons that name none. */
  readonly sampleId: string | null;
  readonly format: ComparisonFormat;
}

/** A series in the words of the records. */
export interface NamedSeries {
  /** "GIAB HG002 4.2.1" */
  readonly truthSet: string;
  /** Material that the truth is of. */
  readonly material: string | null;
  readonly pipeline: string | null;
  /** "germline 1.4.0" */
  readonly pipelineVersion: string | null;
  readonly instrument: string | null;
  readonly sample: string | null;
}

/** The series that a comparison belongs to; null for one of a run without an assay, which nobody watches. */
export function seriesOf({ run, truthSetId, sample, format }: JudgedComparison): ScoreSeries | null {
  const { assay, pipelineVersion, instrument } = run;
  if (assay === null) return null;
  return {
    assayId: assay.id,
    truthSetId,
    pipelineVersionId: pipelineVersion?.id ?? null,
    instrumentId: instrument?.id ?? null,
    sampleId: sample?.id ?? null,
    format,
  };
}

/** Reads the names of what makes a series. */
export async function nameSeries(kysely: Kysely<Tables>, series: ScoreSeries): Promise<NamedSeries> {
  const { name, version, material } = await kysely
    .selectFrom("truth_set")
    .leftJoin("material", "material.id", "truth_set.material_id")
    .select(["truth_set.name", "truth_set.version", "material.name as material"])
    .where("truth_set.id", "=", series.truthSetId)
    .executeTakeFirstOrThrow();
  const pipelineVersion =
    series.pipelineVersionId === null
      ? null
      : await kysely
          .selectFrom("pipeline_version")
          .select(["pipeline", "version"])
          .where("id", "=", series.pipelineVersionId)
          .executeTakeFirstOrThrow();
  const instrument =
    series.instrumentId === null
      ? null
      : await kysely
          .selectFrom("instrument")
          .select("name")
          .where("id", "=", series.instrumentId)
          .executeTakeFirstOrThrow();
  const sample =
    series.sampleId === null
      ? null
      : await kysely.selectFrom("sample").select("name").where("id", "=", series.sampleId).executeTakeFirstOrThrow();
  return {
    truthSet: `${name} ${version}`,
    material,
    pipeline: pipelineVersion?.pipeline ?? null,
    pipelineVersion: pipelineVersion === null ? null : versionText(pipelineVersion.pipeline, pipelineVersion.version),
    instrument: instrument?.name ?? null,
    sample: sample?.name ?? null,
  };
}

/** "T 1, germline 1.4.0, NovaSeq-1": what is held against each other, for people. */
export function describeSeries(
  { truthSet, pipelineVersion, instrument, sample }: NamedSeries,
  { format }: Pick<ScoreSeries, "format">,
): string {
  return [
    `against ${truthSet}`,
    ...(sample === null ? [] : [`in sample ${sample}`]),
    ...(pipelineVersion === null ? [] : [`by ${pipelineVersion}`]),
    ...(instrument === null ? [] : [`on ${instrument}`]),
    ...(format === "touchstone" ? [] : [`as ${format} counts`]),
  ].join(" ");
}
