import { renderFigure } from "../drawing/figure.ts";
import type { TrendData } from "./trend-data.ts";

/** The chart as a self-contained SVG document. */
export function trendChart(data: TrendData): string {
  return renderFigure({
    kind: "trend",
    title: data.title,
    subtitle: [],
    description: data.title,
    panels: [],
    legend: [],
    notes: [],
  });
}
