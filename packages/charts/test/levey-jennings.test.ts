import { describe, expect, test } from "vitest";
import { type LeveyJenningsData, leveyJenningsChart } from "../src/index.ts";
import { leveyJenningsExample as example } from "./examples/levey-jennings.ts";
import { axisScale, type ChartElement, numberIn, parseChart, placeOf, textsOf } from "./parsed-chart.ts";

const chartOf = (changes: Partial<LeveyJenningsData> = {}): ChartElement =>
  parseChart(leveyJenningsChart({ ...example, ...changes }));

/** Places of the runs drawn on the axis, from its labels: the number of a run is in its name. */
function runScale(chart: ChartElement): (run: number) => number {
  const ticks = chart.querySelectorAll('[aria-label="x-axis tick label"] text');
  const places = ticks.map((tick) => [Number(tick.textContent.slice(1)), placeOf(tick)[0]]);
  const [first, last] = [places[0], places.at(-1)!];
  return (run) => first[1] + ((run - first[0]) / (last[0] - first[0])) * (last[1] - first[1]);
}

describe("limits", () => {
  test.each(["z", "raw"] as const)("stand where the %s axis has them", (scale) => {
    const chart = chartOf({ scale });
    const toY = axisScale(chart, "y");
    for (const sd of [-3, -2, -1, 0, 1, 2, 3]) {
      const line = chart.querySelector(`[data-sd="${sd}"] line`)!;
      // Mean 0.25 and SD 0.0125 of the example.
      const expected = toY(scale === "z" ? sd : 0.25 + sd * 0.0125);
      expect(numberIn(line, "y1")).toBeCloseTo(expected, 1);
      expect(numberIn(line, "y2")).toBeCloseTo(expected, 1);
    }
  });

  test("differ without colour", () => {
    const chart = chartOf();
    const looks = [0, 1, 2, 3].map((sd) => {
      const line = chart.querySelector(`[data-sd="${sd}"] line`)!;
      return `${line.getAttribute("stroke-width")} ${line.getAttribute("stroke-dasharray")}`;
    });
    expect(new Set(looks).size).toBe(4);
  });

  test("are named with their values", () => {
    expect(textsOf(chartOf())).toEqual(
      expect.arrayContaining([
        "+3 SD\u00a0 0.2875",
        "mean\u00a0 0.2500",
        "−2 SD\u00a0 0.2250",
        "Baseline v3: 20 points, mean 0.2500, SD 0.0125",
      ]),
    );
  });

  test.each([
    ["no mean", { mean: null }],
    ["no SD", { sd: null }],
    ["an SD of 0", { sd: 0 }],
  ])("are absent with %s, and the chart says why", (_, change) => {
    const chart = chartOf({ baseline: { ...example.baseline, ...change } });
    expect(chart.querySelectorAll("[data-sd]")).toHaveLength(0);
    expect(textsOf(chart).join(" ")).toContain("No limits: the baseline has no mean or no SD above 0");
    expect(chart.querySelectorAll(".points-in-control circle")).toHaveLength(12);
  });
});

describe("points", () => {
  test("have the symbol of their state", () => {
    const chart = chartOf();
    const count = (state: string): number => chart.querySelector(`.points-${state}`)!.children.length;
    expect(count("baseline")).toBe(20);
    expect(count("in-control")).toBe(12);
    expect(count("warning")).toBe(2);
    expect(count("out-of-control")).toBe(3);
    expect(count("not-evaluable")).toBe(1);
    expect(count("excluded")).toBe(1);
    expect(chart.querySelector(".points-without-value")!.children).toHaveLength(1);
  });

  test("stand at their run and value", () => {
    const chart = chartOf();
    const [toX, toY] = [runScale(chart), axisScale(chart, "y")];
    // R007, excluded at 0.1 SD.
    const excluded = chart.querySelector(".points-excluded circle")!;
    expect(numberIn(excluded, "cx")).toBeCloseTo(toX(7), 1);
    expect(numberIn(excluded, "cy")).toBeCloseTo(toY(0.1), 1);
    // R029 at 3.4 SD.
    const [x, y] = placeOf(chart.querySelector(".points-out-of-control path")!);
    expect(x).toBeCloseTo(toX(29), 1);
    expect(y).toBeCloseTo(toY(3.4), 1);
  });

  test("excluded are hollow and explained", () => {
    const chart = chartOf();
    expect(chart.querySelector(".points-excluded")!.getAttribute("fill")).toBe("#ffffff");
    expect(textsOf(chart)).toContain("Excluded: R007 (wrong index plate).");
  });

  test("without value are a gap in the line", () => {
    const path = chartOf().querySelector(".series path")!.getAttribute("d")!;
    expect(path.match(/M/g)).toHaveLength(2);
  });

  test("flagged carry their rules", () => {
    const rules = chartOf()
      .querySelectorAll(".rules text")
      .map(({ textContent }) => textContent);
    expect(rules.toSorted()).toEqual(["1-2s", "1-2s", "1-3s", "2-2s", "4-1s"]);
  });

  test("beyond the axis stand at its edge with their value", () => {
    const points = example.points.map((point, index) => (index === 21 ? { ...point, value: 0.5 } : point));
    const chart = chartOf({ points });
    const toY = axisScale(chart, "y");
    const highest = Math.min(
      ...chart.querySelectorAll(".points-in-control circle").map((circle) => numberIn(circle, "cy")),
    );
    expect(highest).toBeCloseTo(toY(6), 1);
    // (0.5 - 0.25) / 0.0125 = 20
    expect(textsOf(chart)).toContain("z 20");
  });
});

describe("windows and events", () => {
  test("a bracket spans the runs of its rule", () => {
    const chart = chartOf();
    const toX = runScale(chart);
    const ends = chart
      .querySelectorAll(".rule-window path")
      .map((path) => path.getAttribute("d")!.match(/^M([\d.]+),[\d.]+V[\d.]+H([\d.]+)/)!)
      .map(([, start, end]) => [Number(start), Number(end)]);
    expect(ends).toHaveLength(3);
    const runs = [
      [29, 29],
      [32, 33],
      [36, 39],
    ];
    for (const [index, [from, to]] of runs.entries()) {
      expect(ends[index][0]).toBeLessThan(toX(from));
      expect(ends[index][0]).toBeGreaterThan(toX(from - 1));
      expect(ends[index][1]).toBeGreaterThan(toX(to));
      expect(ends[index][1]).toBeLessThan(toX(to + 1));
    }
  });

  test("an event stands in front of its run", () => {
    const chart = chartOf();
    const toX = runScale(chart);
    expect(numberIn(chart.querySelector(".event-lot line")!, "x1")).toBeCloseTo(toX(23.5), 1);
    // 28 March is the day of R027.
    expect(numberIn(chart.querySelector(".event-version line")!, "x1")).toBeCloseTo(toX(26.5), 1);
    expect(numberIn(chart.querySelector(".event-service line")!, "x1")).toBeCloseTo(toX(33.5), 1);
  });

  test("what has no place is named", () => {
    const chart = chartOf({ windows: [{ rule: "10-x", scope: "across runs", from: "R990", to: "R999" }] });
    expect(textsOf(chart)).toEqual(
      expect.arrayContaining([
        "Rule windows not drawn: 10-x across runs (R990 to R999).",
        "Events outside the chart: outside (new lot, R999).",
      ]),
    );
  });

  test("more events than labels fit are lettered and spelled out", () => {
    const events = example.points.map(({ run }, index) => ({
      run,
      label: `a long name ${index}`,
      kind: "lot" as const,
    }));
    const chart = chartOf({ events });
    expect(chart.querySelectorAll(".event-lot line")).toHaveLength(40);
    const texts = textsOf(chart);
    expect(texts).toContain("AN");
    expect(texts.join(" ")).toContain("AN a long name 39 (new lot, R040)");
  });
});

test("on an axis of dates equal days are equally far apart", () => {
  const chart = chartOf({ xAxis: "date" });
  const places = chart.querySelectorAll(".points-baseline path").map((symbol) => placeOf(symbol)[0]);
  // R001 to R004 are four days in a row.
  const steps = [places[1] - places[0], places[2] - places[1], places[3] - places[2]];
  for (const step of steps) expect(step).toBeCloseTo(steps[0], 1);
  const missing = chartOf({ xAxis: "date", points: example.points.map((point) => ({ ...point, time: null })) });
  expect(textsOf(missing)).toContain("no data");
});

test("measurements of one run share its place", () => {
  const points = example.points.slice(0, 4).flatMap((point) => [point, { ...point, value: 0.26 }]);
  const chart = chartOf({ points, events: [], windows: [] });
  const places = new Set(chart.querySelectorAll(".points-baseline path").map((symbol) => placeOf(symbol)[0]));
  expect(places.size).toBe(4);
});

describe("thousands of points", () => {
  const points = Array.from({ length: 3000 }, (_, index) => ({
    ...example.points[0]!,
    ...{ run: `R${index}`, time: new Date(Date.UTC(2024, 0, 1) + index * 3_600_000).toISOString() },
    ...{
      value: 0.25 + ((index * 7) % 13) / 1000,
      state: index === 1500 ? ("warning" as const) : ("in control" as const),
    },
    ...{ rules: index === 1500 ? ["1-2s"] : [] },
  }));
  const chart = chartOf({ points, events: [], windows: [] });

  test("in control are one shape, each where a single one stands", () => {
    const shapes = chart.querySelectorAll(".points-in-control path");
    expect(shapes).toHaveLength(1);
    const dots = shapes[0]!.getAttribute("d")!.match(/M[-\d.]+,[-\d.]+h0/g)!;
    expect(dots).toHaveLength(2999);
    const toY = axisScale(chart, "y");
    const [, first] = dots[0]!.slice(1, -2).split(",").map(Number);
    expect(first).toBeCloseTo(toY(0), 1);
    const [, tenth] = dots[9]!.slice(1, -2).split(",").map(Number);
    expect(tenth).toBeCloseTo(toY(((9 * 7) % 13) / 1000 / 0.0125), 1);
  });

  test("keep flagged points as symbols with what they are", () => {
    const flagged = chart.querySelectorAll(".points-warning path");
    expect(flagged).toHaveLength(1);
    expect(flagged[0]!.textContent).toContain("R1500");
  });
});
