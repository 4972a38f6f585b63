import type { BaselineDocument } from "@touchstone/model";
import { QualityError, type QualityErrorDetails } from "../error.ts";

/**
 * What an analyte's values are: `vaf` and `methylation level` are fractions of reads (0 to 1), a `quantity` is any finite
 * number. Precision, recall and F1 are none of these: they are scores.
 */
export type MeasurementKind = BaselineDocument["content"]["series"][number]["kind"];

/** Every kind of measurement. */
export const measurementKinds: readonly MeasurementKind[] = ["vaf", "methylation level", "quantity"];

/** One value of one analyte in one control material, measured in one run. */
export interface Measurement {
  readonly run: string;
  /** Of the run, UTC: `2026-01-31T08:00:00.000Z`. */
  readonly time: string;
  /** Control material or reference sample. */
  readonly material: string;
  /** Lot of the control material; a new one needs a new baseline. */
  readonly materialLot: string | null;
  readonly analyte: string;
  readonly level: string | null;
  readonly kind: MeasurementKind;
  /** Finite; 0 to 1 for fractions. */
  readonly value: number;
  /** Reads that the value was counted on; above 0 for fractions. */
  readonly depth: number | null;
  readonly instrument: string | null;
  readonly reagentLot: string | null;
  readonly pipelineVersion: string | null;
}

/** Whether the values are fractions of reads, of which counting has a binomial share in the variance. */
export function isFraction(kind: MeasurementKind): boolean {
  return kind !== "quantity";
}

/** What makes measurements comparable at all: one analyte in one material on one level. */
export interface SeriesIdentity {
  readonly material: string;
  readonly analyte: string;
  readonly level: string | null;
}

/** A text that is the same for the same material, analyte and level, and for no others. */
export function seriesKey({ material, analyte, level }: SeriesIdentity): string {
  return JSON.stringify([analyte, material, level]);
}

/** The same for the same lot of the material only: two lots may be measured side by side in one run. */
export function controlKey(control: SeriesIdentity & Pick<Measurement, "materialLot">): string {
  return JSON.stringify([seriesKey(control), control.materialLot]);
}

/** "EGFR L858R in HD200 (level low)": how sentences name a series. */
export function describeSeries({ material, analyte, level }: SeriesIdentity): string {
  return `${analyte} in ${material}${level === null ? "" : ` (level ${level})`}`;
}

const SCORE_NAME = /(^|[^a-z0-9])(precision|recall|f1|f[- _]?1?[- _]?(score|measure))($|[^a-z0-9])/i;

/** Whether an analyte is named as a score: precision, recall or F1, alone or beside other words. */
export function namesScore(text: string): boolean {
  return SCORE_NAME.test(text);
}

/**
 * Refuses control rules on a score. Limits of mean and SD suppose repeated measurements of one quantity with a scatter
 * of its own; the scatter of a score follows from its counts, and it is bounded by 1, where good pipelines live.
 *
 * @throws QualityError TS_RULE_ON_SCORE.
 */
export function refuseRulesOnScore(name: string, place: string, details: QualityErrorDetails): never {
  throw new QualityError(
    "TS_RULE_ON_SCORE",
    `${place}${name} is a score, not a measurement: how far it scatters follows from the number of variants it was ` +
      "counted on, so mean and SD of earlier runs make no control limits for it. Give it a threshold, judged with its " +
      "counts, and a trend test.",
    details,
  );
}
