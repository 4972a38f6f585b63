import type { Interval } from "../interval.ts";

type Place = readonly [x: number, y: number];

/**
 * Path of a line through the places, without what lies below the lower bounds: a line that leaves the frame is cut at
 * its edge.
 *
 * @param low lower bounds of x and y.
 * @param toUnits a place in units of the drawing.
 */
export function curvePath(places: readonly Place[], low: Place, toUnits: (place: Place) => Place): string {
  const parts: string[] = [];
  let end: Place | null = null;
  for (let index = 1; index < places.length; index++) {
    const segment = clipped(places[index - 1]!, places[index]!, low);
    if (segment === null) continue;
    const [from, to] = segment;
    if (end === null || end[0] !== from[0] || end[1] !== from[1]) parts.push(`M${toUnits(from).join(",")}`);
    parts.push(`L${toUnits(to).join(",")}`);
    end = to;
  }
  return parts.join("");
}

function clipped(from: Place, to: Place, low: Place): [from: Place, to: Place] | null {
  let [start, end]: Interval = [0, 1];
  for (const axis of [0, 1] as const) {
    const [a, b, bound] = [from[axis], to[axis], low[axis]];
    if (a < bound && b < bound) return null;
    if (a < bound) start = Math.max(start, (bound - a) / (b - a));
    if (b < bound) end = Math.min(end, (bound - a) / (b - a));
  }
  if (start > end) return null;
  return [start === 0 ? from : between(from, to, start), end === 1 ? to : between(from, to, end)];
}

function between([x1, y1]: Place, [x2, y2]: Place, share: number): Place {
  return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
}
