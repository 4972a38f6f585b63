import type { TrendData, TrendPoint } from "../../src/index.ts";
import { normalNoise } from "./noise.ts";

const normal = normalNoise(31);

function point(index: number): TrendPoint {
  const level = index < 15 ? 0.9952 : 0.995 - 0.00012 * (index - 15);
  return {
    run: `R${String(index + 1).padStart(3, "0")}`,
    time: new Date(Date.UTC(2026, 0, 5 + 3 * index)).toISOString(),
    value: index === 20 ? null : Number((level + 0.0002 * normal()).toFixed(5)),
  };
}

/** A steady segment, a new version, then a decline towards the threshold; a run every third day. */
export const trendExample: TrendData = {
  title: "SNV F1 of HG002",
  analyte: "SNV F1",
  unit: "",
  points: Array.from({ length: 30 }, (_, index) => point(index)),
  events: [{ run: "R016", label: "pipeline 2.4.0", kind: "version" }],
  segments: [
    {
      from: "R001",
      to: "R015",
      n: 15,
      p: 0.62,
      sen: { slope: -0.0000012, slopeInterval: [-0.000008, 0.000006], intercept: 0.99522 },
    },
    {
      from: "R016",
      to: "R030",
      n: 14,
      p: 0.00021,
      sen: { slope: -0.00004, slopeInterval: [-0.000054, -0.00003], intercept: 0.995 },
    },
  ],
  level: 0.95,
  threshold: { value: 0.9925, label: "threshold 0.9925" },
  crossing: { x: 62.5, interval: [52, 83] },
  xAxis: "date",
};
