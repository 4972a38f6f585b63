import { isDrawable } from "../drawing/drawable.ts";
import { group, line, rimmedText } from "../drawing/shapes.ts";
import { type SvgElement, svgElement } from "../drawing/svg-element.ts";
import { INK, PAPER, VERMILLION } from "../drawing/theme.ts";
import type { TrendData } from "./trend-data.ts";
import type { SegmentLine } from "./trend-segment-line.ts";

const CAP = 6;
const RADIUS = 6;

/** The threshold's name, and where it lies within the frame the crossing with its range as a bar on the threshold. */
export function crossingShapes(
  data: TrendData,
  last: SegmentLine | undefined,
  toX: (place: number) => number,
  toY: (value: number) => number,
  frame: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): readonly SvgElement[] {
  const { threshold, crossing } = data;
  if (threshold === null || !isDrawable(threshold.value)) return [];
  const y = toY(threshold.value);
  const hasRoomBelow = y + 22 < frame.bottom;
  const name = group("threshold-label", [rimmedText(threshold.label, frame.left + 6, hasRoomBelow ? y + 17 : y - 7)]);
  if (crossing === null || last === undefined || !isDrawable(crossing.x)) return [name];
  const at = toX(last.placeOf(crossing.x));
  const [earliest, latest] = crossing.interval ?? [crossing.x, crossing.x];
  const start = isDrawable(earliest) ? toX(last.placeOf(earliest)) : frame.left;
  const end = isDrawable(latest) ? toX(last.placeOf(latest)) : Number.POSITIVE_INFINITY;
  const shapes = drawRange(Math.max(frame.left, start), end, y, frame.right);
  if (at >= frame.left && at <= frame.right) {
    shapes.push(
      svgElement("circle", { cx: at, cy: y, r: RADIUS, fill: PAPER, stroke: VERMILLION, "stroke-width": 2.5 }),
      line(at, y - RADIUS, at, y + RADIUS, { stroke: INK, "stroke-width": 1.5 }),
    );
  }
  return [name, group("crossing", shapes)];
}

/** A bar with caps; an end outside the frame is an arrow. */
function drawRange(start: number, end: number, y: number, right: number): SvgElement[] {
  if (start > right) return [];
  const last = Math.min(end, right);
  const cap =
    end > right ? `M${last - CAP},${y - CAP}L${last},${y}L${last - CAP},${y + CAP}` : `M${last},${y - CAP}V${y + CAP}`;
  const attributes = { stroke: INK, "stroke-width": 2, fill: "none" };
  return [
    line(start, y, last, y, attributes),
    svgElement("path", { d: `M${start},${y - CAP}V${y + CAP}${cap}`, ...attributes }),
  ];
}
