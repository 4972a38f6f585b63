import { renderFigure } from "../drawing/figure.ts";
import type { LeveyJenningsData } from "./levey-jennings-data.ts";

/** The chart as a self-contained SVG document. */
export function leveyJenningsChart(data: LeveyJenningsData): string {
  return renderFigure({
    kind: "levey-jennings",
    title: data.title,
    subtitle: [],
    description: data.title,
    panels: [],
    legend: [],
    notes: [],
  });
}
