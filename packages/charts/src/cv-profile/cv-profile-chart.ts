import { renderFigure } from "../drawing/figure.ts";
import type { CvProfileData } from "./cv-profile-data.ts";

/** The chart as a self-contained SVG document. */
export function cvProfileChart(data: CvProfileData): string {
  return renderFigure({
    kind: "cv-profile",
    title: data.title,
    subtitle: [],
    description: data.title,
    panels: [],
    legend: [],
    notes: [],
  });
}
