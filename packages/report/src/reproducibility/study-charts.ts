import {
  type BlandAltmanData,
  type CvProfileData,
  formatFraction,
  formatNumber,
  type IccForestData,
} from "@touchstone/charts";
import type { ReplicateStudy } from "./study-input.ts";

const LEVEL = 0.95;

/** One variant or analyte of a chart. */
export interface StudyPoint {
  /** One a run; null where not measured. */
  readonly values: readonly (number | null)[];
  readonly mean: number | null;
  /** As a fraction; null where undefined. */
  readonly cv: number | null;
  /** Type of the variant, or stratum of the analyte. */
  readonly group: string;
}

/** What charts draw beside the numbers of the study. */
export interface StudyPoints {
  readonly points: readonly StudyPoint[];
  /** Depth of the binomial floor; null when unknown. */
  readonly typicalDepth: number | null;
}

/** Differences of all pairs of runs: limits are those of all variants, points the chosen ones. */
export function blandAltmanData(study: ReplicateStudy, { points }: StudyPoints): BlandAltmanData {
  const places = new Map(study.runs.map(({ name }, place) => [name, place]));
  return {
    title: `Agreement of ${study.runs.length} runs`,
    quantity: quantityOf(study),
    unit: "",
    level: LEVEL,
    pairs: study.strata[0]!.pairs.map(({ first, second, agreement, proportionalBias }) => {
      const { slope, intercept } = proportionalBias;
      return {
        first,
        second,
        points: differences(points, places.get(first) ?? 0, places.get(second) ?? 0),
        agreement,
        proportionalBias: slope === null || intercept === null ? null : { slope, intercept },
        reason: agreement.reason,
      };
    }),
  };
}

function differences(
  points: readonly StudyPoint[],
  first: number,
  second: number,
): { mean: number; difference: number }[] {
  return points.flatMap(({ values }) => {
    const [x, y] = [values[first] ?? null, values[second] ?? null];
    return x === null || y === null ? [] : [{ mean: (x + y) / 2, difference: x - y }];
  });
}

/** Variation against the mean, for VAFs with the floor of counting. */
export function cvProfileData(study: ReplicateStudy, { points, typicalDepth }: StudyPoints): CvProfileData {
  const isVaf = study.kind === "variants" || typicalDepth !== null;
  const bins = study.strata.filter(({ dimension }) => dimension === "VAF bin");
  return {
    title: "Variation between runs",
    xAxis: isVaf ? "vaf" : "mean",
    quantity: quantityOf(study),
    unit: "",
    points: points.map(({ mean, cv, group }) => ({ x: mean, cv, stratum: group })),
    n: study.strata[0]!.cv.n,
    bins: bins.map(({ name, cv }) => {
      const [low = Number.NaN, high = Number.NaN] = name.replace("VAF ", "").split("-").map(Number);
      return { range: [low, high] as const, n: cv.n, cv: cv.median, interval: null, reason: cv.reason };
    }),
    depths: isVaf && typicalDepth !== null ? [Math.round(typicalDepth)] : [],
  };
}

/** By stratum: the ICC of all variants together says more of the sample than of the runs. */
export function iccForestData(study: ReplicateStudy): IccForestData {
  return {
    title: "Agreement between runs by stratum",
    form: "ICC(A,1)",
    level: LEVEL,
    rows: study.strata.map(({ name, complete, icc }) => ({
      stratum: name,
      n: complete,
      value: icc.agreement.value,
      interval: icc.agreement.interval,
      reason: icc.agreement.reason,
    })),
  };
}

/** What was measured. */
export function quantityOf({ kind }: ReplicateStudy): string {
  return kind === "variants" ? "VAF" : "value";
}

/** How a value reads: a VAF as a fraction, other measurements to four significant digits. */
export function valueFormat({ kind }: ReplicateStudy): (value: number) => string {
  return kind === "variants" ? formatFraction : (value) => formatNumber(value);
}
