import type { LeveyJenningsData, LeveyJenningsPoint } from "@touchstone/charts";

const HOUR = 3_600_000;
const MEAN = 0.3;
const SD = 0.01;

/** A control measured hourly so many times: normal about its mean, with the flags that 1-2s and 1-3s give, 40 events. */
export function chartData(count: number, xAxis: "run" | "date"): LeveyJenningsData {
  const normal = normalNumbers(1);
  const points = Array.from({ length: count }, (_, index) => pointOf(index, normal()));
  const windows = points
    .filter(({ rules }) => rules.includes("1-3s"))
    .map(({ run }) => ({ rule: "1-3s", scope: "within run", from: run, to: run }));
  const events = Array.from({ length: 40 }, (_, index) => ({
    time: points[Math.floor((index * count) / 40)].time ?? "",
    label: `service ${index}`,
    kind: "service" as const,
  }));
  const period = { from: points[0].run, to: points[19].run };
  const baseline = { version: "1", mean: MEAN, sd: SD, points: 20, period };
  const what = { title: "EGFR L858R", analyte: "EGFR L858R", material: "control", level: "low", unit: "" };
  return { ...what, baseline, points, events, windows, scale: "z", xAxis };
}

function pointOf(index: number, z: number): LeveyJenningsPoint {
  const rules = Math.abs(z) > 3 ? ["1-2s", "1-3s"] : Math.abs(z) > 2 ? ["1-2s"] : [];
  const state = rules.length === 2 ? "out of control" : rules.length === 1 ? "warning" : "in control";
  const time = new Date(Date.UTC(2020, 0, 1) + index * HOUR).toISOString();
  return { run: `run-${String(index).padStart(5, "0")}`, time, value: MEAN + SD * z, state, rules };
}

/** Normal numbers (Box and Muller 1958) of a seeded Lehmer generator. */
function normalNumbers(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
