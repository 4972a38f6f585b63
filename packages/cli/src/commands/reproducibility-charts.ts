import type { BlandAltmanData, CvProfileData, IccForestData } from "@touchstone/charts";
import type { AttachedFile, PlotPoint, PlotPoints, ReproducibilityReport } from "@touchstone/replicates";

const LEVEL = 0.95;

/** The charts of a report: P.bland-altman.svg, P.cv.svg and P.icc.svg. */
export async function reproducibilityCharts(
  report: ReproducibilityReport,
  points: PlotPoints,
): Promise<readonly AttachedFile[]> {
  const { blandAltmanChart, cvProfileChart, iccForestChart } = await import("@touchstone/charts");
  return [
    { suffix: ".bland-altman.svg", content: blandAltmanChart(blandAltmanData(report, points)) },
    { suffix: ".cv.svg", content: cvProfileChart(cvProfileData(report, points)) },
    { suffix: ".icc.svg", content: iccForestChart(iccForestData(report)) },
  ];
}

/** Limits are those of all variants, points the chosen ones. */
function blandAltmanData(report: ReproducibilityReport, { points }: PlotPoints): BlandAltmanData {
  const places = new Map(report.runs.map(({ name }, place) => [name, place]));
  return {
    title: `Agreement of ${report.runs.length} runs`,
    quantity: quantityOf(report),
    unit: "",
    level: LEVEL,
    pairs: report.strata[0].pairs.map(({ first, second, agreement, proportionalBias }) => {
      const { slope, intercept } = proportionalBias;
      return {
        first,
        second,
        points: differences(points, places.get(first) ?? 0, places.get(second) ?? 0),
        agreement,
        proportionalBias: slope === null || intercept === null ? null : { slope, intercept },
        reason: agreement.reason,
      };
    }),
  };
}

function differences(
  points: readonly PlotPoint[],
  first: number,
  second: number,
): { mean: number; difference: number }[] {
  return points.flatMap(({ values }) => {
    const [x, y] = [values[first], values[second]];
    return x === null || y === null ? [] : [{ mean: (x + y) / 2, difference: x - y }];
  });
}

function cvProfileData(report: ReproducibilityReport, { points, typicalDepth }: PlotPoints): CvProfileData {
  const isVaf = report.kind === "variants" || typicalDepth !== null;
  const bins = report.strata.filter(({ dimension }) => dimension === "VAF bin");
  return {
    title: "Variation between runs",
    xAxis: isVaf ? "vaf" : "mean",
    quantity: quantityOf(report),
    unit: "",
    points: points.map(({ mean, cv, group }) => ({ x: mean, cv, stratum: group })),
    n: report.strata[0].cv.n,
    bins: bins.map(({ name, cv }) => {
      const [low, high] = name.replace("VAF ", "").split("-").map(Number);
      return { range: [low, high] as const, n: cv.n, cv: cv.median, interval: null, reason: cv.reason };
    }),
    depths: isVaf && typicalDepth !== null ? [Math.round(typicalDepth)] : [],
  };
}

/** By stratum: the ICC of all variants together says more of the sample than of the runs. */
function iccForestData(report: ReproducibilityReport): IccForestData {
  return {
    title: "Agreement between runs by stratum",
    form: "ICC(A,1)",
    level: LEVEL,
    rows: report.strata.map(({ name, complete, icc }) => ({
      stratum: name,
      n: complete,
      value: icc.agreement.value,
      interval: icc.agreement.interval,
      reason: icc.agreement.reason,
    })),
  };
}

function quantityOf({ kind }: ReproducibilityReport): string {
  return kind === "variants" ? "VAF" : "value";
}
