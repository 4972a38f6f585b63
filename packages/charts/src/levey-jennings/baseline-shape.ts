import { group, rectangle, rimmedText } from "../drawing/shapes.ts";
import type { SvgElement } from "../drawing/svg-element.ts";
import { shorten } from "../drawing/text-metrics.ts";
import { INK, SKY_BLUE } from "../drawing/theme.ts";
import type { SeriesAxis } from "../series/series-axis.ts";
import type { LeveyJenningsBaseline } from "./levey-jennings-data.ts";

const OVERHANG = 5;

/** The baseline's own period as a shaded band with its name; nothing where the period is not on the chart. */
export function baselineShape(
  baseline: LeveyJenningsBaseline,
  axis: SeriesAxis,
  toX: (place: number) => number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): readonly SvgElement[] {
  if (baseline.period === undefined) return [];
  const from = axis.placeOfRun(baseline.period.from);
  const to = axis.placeOfRun(baseline.period.to);
  if (from === null || to === null) return [];
  const [start, end] = [toX(from) - OVERHANG, toX(to) + OVERHANG];
  const label = shorten(`baseline ${baseline.version}`, Math.max(40, end - start - 8));
  return [
    group("baseline-period", [
      rectangle(start, top, end, bottom, { fill: SKY_BLUE, "fill-opacity": 0.18 }),
      rimmedText(label, start + 4, bottom - 20, { fill: INK, stroke: "none" }),
    ]),
  ];
}
