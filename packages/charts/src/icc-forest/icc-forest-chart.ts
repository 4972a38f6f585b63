import { renderFigure } from "../drawing/figure.ts";
import type { IccForestData } from "./icc-forest-data.ts";

/** The chart as a self-contained SVG document. */
export function iccForestChart(data: IccForestData): string {
  return renderFigure({
    kind: "icc-forest",
    title: data.title,
    subtitle: [],
    description: data.title,
    panels: [],
    legend: [],
    notes: [],
  });
}
