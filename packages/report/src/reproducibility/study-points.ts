import type { StudyPoints } from "./study-charts.ts";
import type { StudyVariant } from "./study-input.ts";

/** More would be no more to see. */
const MOST_POINTS = 2000;

/** Variants that two runs or more measured, evenly chosen along the table, and the median of their mean depths. */
export function studyPoints(
  variants: readonly Pick<StudyVariant, "values" | "depths" | "mean" | "cv" | "variantType" | "stratum">[],
): StudyPoints {
  const measured = variants.filter(({ values }) => values.filter((value) => value !== null).length > 1);
  const step = Math.max(1, measured.length / MOST_POINTS);
  const chosen = Array.from({ length: Math.min(measured.length, MOST_POINTS) }, (_, index) => {
    return measured[Math.floor(index * step)]!;
  });
  return {
    points: chosen.map(({ values, mean, cv, variantType, stratum }) => {
      return { values, mean, cv, group: variantType ?? stratum ?? "analyte" };
    }),
    typicalDepth: median(chosen.flatMap(({ depths }) => meanOf(depths))),
  };
}

function meanOf(depths: readonly (number | null)[]): number[] {
  const known = depths.filter((depth) => depth !== null);
  return known.length === 0 ? [] : [known.reduce((sum, depth) => sum + depth, 0) / known.length];
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
