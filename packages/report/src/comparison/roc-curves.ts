import type { PrecisionRecallPoint } from "@touchstone/charts";
import type { RocCurve } from "./comparison-input.ts";

/** Points of all curves, as files and records hold them, each curve in its order. */
export function rocCurves(
  points: readonly (PrecisionRecallPoint & { readonly variantType: string; readonly filter: string })[],
): RocCurve[] {
  const types = [...new Set(points.map(({ variantType }) => variantType))];
  const filters = [...new Set(points.map(({ filter }) => filter))];
  return types.flatMap((type) =>
    filters.map((filter) => ({
      type,
      filter,
      points: points.filter((point) => point.variantType === type && point.filter === filter),
    })),
  );
}
