/** Records of one comparison on which truth and query differ. */
export interface UpsetSet {
  readonly name: string;
  readonly fn: number;
  readonly fp: number;
}

/** Records that some comparisons have in common, and none of the others has. */
export interface UpsetIntersection {
  /** Places of the comparisons in `sets`, from 0. */
  readonly members: readonly number[];
  readonly fn: number;
  readonly fp: number;
}

/** What comparisons have in common, for every set of them. */
export interface UpsetData {
  readonly title: string;
  /** Drawn from top to bottom. */
  readonly sets: readonly UpsetSet[];
  /** Drawn from left to right. */
  readonly intersections: readonly UpsetIntersection[];
}
