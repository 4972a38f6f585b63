import { group, line, text } from "../drawing/shapes.ts";
import type { SvgElement } from "../drawing/svg-element.ts";
import { GUIDE, INK, MUTED_INK, TEXT_SIZE, VERMILLION } from "../drawing/theme.ts";
import type { ControlScale } from "./control-scale.ts";

type LineStyle = Readonly<Record<string, string | number>>;

/** By distance from the mean in SD: solid mean, dotted 1, dashed 2, heavy 3. */
const LINE_STYLES: readonly LineStyle[] = [
  { stroke: INK, "stroke-width": 1.5 },
  { stroke: GUIDE, "stroke-width": 1, "stroke-dasharray": "1,4" },
  { stroke: MUTED_INK, "stroke-width": 1.25, "stroke-dasharray": "6,4" },
  { stroke: VERMILLION, "stroke-width": 2.5 },
];

/** Mean and limits as lines between two edges, each with its name and value at the right. */
export function zoneMarks(
  scale: ControlScale,
  toY: (place: number) => number,
  left: number,
  right: number,
): readonly SvgElement[] {
  return scale.zones.map((zone) => {
    const y = toY(zone.place);
    return group(
      zone.sd === 0 ? "mean" : "limit",
      [line(left, y, right, y, LINE_STYLES[Math.abs(zone.sd)]), text(zone.label, right + 6, y + TEXT_SIZE / 3)],
      { "data-sd": zone.sd },
    );
  });
}
