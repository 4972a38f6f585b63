import type { LeveyJenningsData, LeveyJenningsPoint } from "../../src/index.ts";

/** Made-up deviations in SD, a run a day from 2 March 2026. */
const DEVIATIONS = [
  0.3, -0.8, 1.1, -0.2, 0.6, -1.4, 0.1, 0.9, -0.5, -1.0, 1.6, 0.2, -0.3, 0.7, -0.9, 1.2, -0.1, 0.4, -1.3, 0.5, 0.8,
  -0.6, 2.3, 0.1, -0.4, 1.0, -1.2, 0.3, 3.4, 0.2, -0.7, 2.2, 2.4, -0.1, 0.6, 1.2, 1.5, 1.1, 1.7, 0.2,
];
const MEAN = 0.25;
const SD = 0.0125;

const VERDICTS: Readonly<Record<number, Partial<LeveyJenningsPoint>>> = {
  6: { state: "excluded", reason: "wrong index plate" },
  22: { state: "warning", rules: ["1-2s"] },
  24: { state: "not evaluable", value: null, reason: "no reads" },
  27: { state: "not evaluable", reason: "depth 40x outside 80x to 200x" },
  28: { state: "out of control", rules: ["1-3s"] },
  31: { state: "warning", rules: ["1-2s"] },
  32: { state: "out of control", rules: ["2-2s"] },
  38: { state: "out of control", rules: ["4-1s"] },
};

function point(deviation: number, index: number): LeveyJenningsPoint {
  const time = new Date(Date.UTC(2026, 2, 2 + index)).toISOString();
  return {
    run: `R${String(index + 1).padStart(3, "0")}`,
    time,
    value: MEAN + deviation * SD,
    state: index < 21 ? "baseline" : "in control",
    rules: [],
    ...VERDICTS[index],
  };
}

/** A control material with every state, an event of each kind and three rule windows. */
export const leveyJenningsExample: LeveyJenningsData = {
  title: "VAF of EGFR L858R in control material HD-25",
  analyte: "VAF EGFR L858R",
  material: "HD-25",
  level: "25 %",
  unit: "",
  baseline: { version: "v3", mean: MEAN, sd: SD, points: 20, period: { from: "R001", to: "R021" } },
  points: DEVIATIONS.map(point),
  events: [
    { run: "R024", label: "control lot 7", kind: "lot" },
    { time: "2026-03-28T00:00:00Z", label: "pipeline 2.4.0", kind: "version" },
    { run: "R034", label: "flow cell stage cleaned", kind: "service" },
    { run: "R999", label: "outside", kind: "lot" },
  ],
  windows: [
    { rule: "1-3s", scope: "within run", from: "R029", to: "R029" },
    { rule: "2-2s", scope: "across runs", from: "R032", to: "R033" },
    { rule: "4-1s", scope: "across runs", from: "R036", to: "R039" },
  ],
  scale: "z",
  xAxis: "run",
};
