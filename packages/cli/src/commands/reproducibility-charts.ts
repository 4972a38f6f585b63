import type { AttachedFile, PlotPoints, ReproducibilityReport } from "@touchstone/replicates";

/** The charts of a report: P.bland-altman.svg, P.cv.svg and P.icc.svg. */
export async function reproducibilityCharts(
  report: ReproducibilityReport,
  points: PlotPoints,
): Promise<readonly AttachedFile[]> {
  const { blandAltmanChart, cvProfileChart, iccForestChart } = await import("@touchstone/charts");
  const { blandAltmanData, cvProfileData, iccForestData } = await import("@touchstone/report");
  return [
    { suffix: ".bland-altman.svg", content: blandAltmanChart(blandAltmanData(report, points)) },
    { suffix: ".cv.svg", content: cvProfileChart(cvProfileData(report, points)) },
    { suffix: ".icc.svg", content: iccForestChart(iccForestData(report)) },
  ];
}
