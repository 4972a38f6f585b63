import { renderFigure } from "../drawing/figure.ts";
import type { BlandAltmanData } from "./bland-altman-data.ts";

/** The chart as a self-contained SVG document. */
export function blandAltmanChart(data: BlandAltmanData): string {
  return renderFigure({
    kind: "bland-altman",
    title: data.title,
    subtitle: [],
    description: data.title,
    panels: [],
    legend: [],
    notes: [],
  });
}
