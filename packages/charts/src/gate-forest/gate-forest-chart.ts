import { renderFigure } from "../drawing/figure.ts";
import type { GateForestData } from "./gate-forest-data.ts";

/** The chart as a self-contained SVG document. */
export function gateForestChart(data: GateForestData): string {
  return renderFigure({
    kind: "gate-forest",
    title: data.title,
    subtitle: [],
    description: data.title,
    panels: [],
    legend: [],
    notes: [],
  });
}
