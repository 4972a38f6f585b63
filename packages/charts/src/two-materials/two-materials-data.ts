/** Both materials in one run. */
export interface TwoMaterialsPoint {
  readonly run: string;
  /** In SD from the mean that each was held against; null where not measured or not judged. */
  readonly first: number | null;
  readonly second: number | null;
}

/** One analyte in two materials (or lots, or levels) over the same runs. */
export interface TwoMaterialsData {
  readonly title: string;
  readonly first: string;
  readonly second: string;
  /** In the order of measurement. */
  readonly points: readonly TwoMaterialsPoint[];
}
