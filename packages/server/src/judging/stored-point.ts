import type { MeasurementKind } from "@touchstone/quality";

/** A control measurement in force, as judging reads it. */
export interface StoredPoint {
  readonly id: string;
  readonly runId: string;
  readonly time: Date;
  readonly materialId: string;
  readonly analyte: string;
  readonly level: string | null;
  /** 1-based: a control that is measured several times in a run. */
  readonly replicate: number;
  readonly kind: MeasurementKind;
  readonly value: number;
  readonly depth: number | null;
  readonly reagentLotId: string | null;
  readonly pipelineVersionId: string | null;
  /** The measurement that this one corrects. */
  readonly supersedes: string | null;
}

/** One analyte in one lot of a material on one level: what rules over several runs follow. */
export type StoredControl = Pick<StoredPoint, "materialId" | "analyte" | "level">;

/** A text that is the same for the same control alone. */
export function storedControlKey({ materialId, analyte, level }: StoredControl): string {
  // Ids hold no such character, and neither do texts of the database.
  return `${materialId}\u0000${analyte}\u0000${level ?? ""}`;
}

/** The distinct controls of some points. */
export function controlsOf(points: Iterable<StoredControl>): Map<string, StoredControl> {
  const controls = new Map<string, StoredControl>();
  for (const point of points) {
    const key = storedControlKey(point);
    if (!controls.has(key)) controls.set(key, point);
  }
  return controls;
}
