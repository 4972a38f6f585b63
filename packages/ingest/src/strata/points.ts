import type { IngestError } from "../error.ts";
import type { ImportedPoint } from "../imported-comparison.ts";

/** A point that has no position yet. */
export type UnplacedPoint = Omit<ImportedPoint, "position">;

/** Points with the place that each comes from. */
export interface PlacedAt {
  readonly point: UnplacedPoint;
  readonly file: string;
  readonly error: (what: string) => IngestError;
}

/**
 * Points of one comparison with their positions, sorted by variant type and filter, and in each curve from the highest
 * score to the lowest. A curve may be in several files if they agree.
 *
 * @param descending whether higher scores are stricter.
 * @throws IngestError TS_RESULT_INVALID when a point is there twice in one file, or two files have different curves.
 */
export function placePoints(points: readonly PlacedAt[], descending = true): ImportedPoint[] {
  const curves = new Map<string, Map<string, PlacedAt[]>>();
  for (const placed of points) {
    const files = getOrPut(curves, JSON.stringify([placed.point.variantType, placed.point.filter]), () => new Map());
    getOrPut(files, placed.file, () => []).push(placed);
  }
  return [...curves.keys()].sort().flatMap((key) => {
    const [first = [], ...others] = [...(curves.get(key)?.values() ?? [])].map((curve) => sortCurve(curve, descending));
    for (const other of others) requireSame(first, other);
    return first.map(({ point }, position) => ({ ...point, position }));
  });
}

function sortCurve(curve: readonly PlacedAt[], descending: boolean): PlacedAt[] {
  const sorted = [...curve].sort((a, b) => compare(a.point, b.point, descending));
  for (const [index, placed] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && isSame(before.point, placed.point)) {
      throw placed.error(`the point at score ${placed.point.score} is there twice`);
    }
  }
  return sorted;
}

/** Points of one printed score differ in their counts: the fewer records, the stricter. */
function compare(a: UnplacedPoint, b: UnplacedPoint, descending: boolean): number {
  if (a.score !== b.score) return descending ? b.score - a.score : a.score - b.score;
  return records(a) - records(b);
}

function records({ truthTp, queryTp, queryFp }: UnplacedPoint): number {
  return (truthTp ?? 0) + (queryTp ?? 0) + (queryFp ?? 0);
}

function requireSame(first: readonly PlacedAt[], other: readonly PlacedAt[]): void {
  const differs = other.findIndex(({ point }, index) => !isSame(point, first[index]?.point));
  const at = other[differs] ?? (other.length === first.length ? undefined : other.at(-1));
  if (at !== undefined) {
    throw at.error(`the curve is another one than in ${first[0]?.file}: the files are not of one comparison`);
  }
}

function isSame(a: UnplacedPoint, b: UnplacedPoint | undefined): boolean {
  return (
    b !== undefined &&
    a.score === b.score &&
    a.truthTp === b.truthTp &&
    a.truthFn === b.truthFn &&
    a.queryTp === b.queryTp &&
    a.queryFp === b.queryFp &&
    a.recall === b.recall &&
    a.precision === b.precision
  );
}

function getOrPut<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
