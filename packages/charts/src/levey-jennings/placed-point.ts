import { isDrawable } from "../drawing/drawable.ts";
import type { ControlScale } from "./control-scale.ts";
import type { LeveyJenningsPoint } from "./levey-jennings-data.ts";

/** A point with its place on both axes. */
export interface PlacedPoint {
  readonly point: LeveyJenningsPoint;
  readonly x: number;
  /** Within the domain; the edge for a value outside. */
  readonly y: number;
  /** Whether the value lies outside the domain. */
  readonly isOffScale: boolean;
}

/** The point on the axes of a chart; null where it has no value or no time. */
export function placePoint(point: LeveyJenningsPoint, x: number | null, scale: ControlScale): PlacedPoint | null {
  if (x === null || !isDrawable(point.value)) return null;
  const [low, high] = scale.domain;
  const y = scale.place(point.value);
  return { point, x, y: Math.min(high, Math.max(low, y)), isOffScale: y < low || y > high };
}

/** Whether text stands at the point: a verdict needs its rules, a point at the edge its value. */
export function isLabelled({ point, isOffScale }: PlacedPoint): boolean {
  const isFlagged = point.state === "warning" || point.state === "out of control";
  return isOffScale || (isFlagged && point.rules.length > 0);
}

/** Rules of the point, and its value where the axis does not show it. */
export function labelOf({ point, isOffScale }: PlacedPoint, scale: ControlScale): string {
  const value = isOffScale && isDrawable(point.value) ? [scale.format(point.value)] : [];
  return [...point.rules, ...value].join(", ");
}

/** Which label gets its room first. */
export function rankOf({ point, isOffScale }: PlacedPoint): number {
  if (point.state === "out of control") return 2;
  return isOffScale ? 1 : 0;
}
