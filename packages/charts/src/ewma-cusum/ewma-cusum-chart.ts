import { renderFigure } from "../drawing/figure.ts";
import type { EwmaCusumData } from "./ewma-cusum-data.ts";

/** The chart as a self-contained SVG document. */
export function ewmaCusumChart(data: EwmaCusumData): string {
  return renderFigure({
    kind: "ewma-cusum",
    title: data.title,
    subtitle: [],
    description: data.title,
    panels: [],
    legend: [],
    notes: [],
  });
}
