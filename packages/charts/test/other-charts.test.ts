import { describe, expect, test } from "vitest";
import {
  blandAltmanChart,
  cvProfileChart,
  ewmaCusumChart,
  gateForestChart,
  iccForestChart,
  trendChart,
  twoMaterialsChart,
} from "../src/index.ts";
import { blandAltmanExample } from "./examples/bland-altman.ts";
import { cvProfileExample } from "./examples/cv-profile.ts";
import { ewmaCusumExample } from "./examples/ewma-cusum.ts";
import { gateForestExample } from "./examples/gate-forest.ts";
import { iccForestExample } from "./examples/icc-forest.ts";
import { trendExample } from "./examples/trend.ts";
import { twoMaterialsExample } from "./examples/two-materials.ts";
import { axisScale, type ChartElement, numberIn, parseChart, placeOf, textsOf } from "./parsed-chart.ts";

const yOf = (element: ChartElement): number => numberIn(element, "y1");

describe("Bland-Altman", () => {
  const chart = parseChart(blandAltmanChart(blandAltmanExample));

  test("panels have common axes", () => {
    for (const axis of ["x", "y"]) {
      const labels = chart.querySelectorAll(`[aria-label="${axis}-axis tick label"]`).map((group) =>
        group
          .querySelectorAll("text")
          .map((tick) => `${tick.textContent} ${placeOf(tick)}`)
          .join(),
      );
      expect(labels).toHaveLength(3);
      expect(new Set(labels).size).toBe(1);
    }
  });

  test("bias, limits and no difference stand at their values", () => {
    const toY = axisScale(chart, "y");
    const biases = [0.004, -0.012];
    const drawn = chart.querySelectorAll(".bias");
    const limits = chart.querySelectorAll(".limits");
    for (const [index, bias] of biases.entries()) {
      expect(yOf(drawn[index].querySelector("line")!)).toBeCloseTo(toY(bias), 1);
      const [lower, upper] = limits[index].querySelectorAll("line");
      expect(yOf(lower)).toBeCloseTo(toY(bias - 0.0392), 1);
      expect(yOf(upper)).toBeCloseTo(toY(bias + 0.0392), 1);
    }
    for (const zero of chart.querySelectorAll(".zero line")) expect(yOf(zero)).toBeCloseTo(toY(0), 1);
    expect(limits).toHaveLength(2);
  });

  test("bands cover the confidence intervals", () => {
    const toY = axisScale(chart, "y");
    const band = chart.querySelector(".limit-band rect")!;
    // Lower limit of the first pair: 0.004 - 0.0411 to 0.004 - 0.0373.
    expect(numberIn(band, "y") + numberIn(band, "height")).toBeCloseTo(toY(-0.0371), 1);
    expect(numberIn(band, "y")).toBeCloseTo(toY(-0.0333), 1);
  });

  test("each panel draws its points and states what it stands for", () => {
    expect(chart.querySelectorAll(".points").map(({ children }) => children.length)).toEqual([24, 24, 1]);
    expect(textsOf(chart)).toEqual(
      expect.arrayContaining([
        "run A − run B",
        "n = 1\u00a0260, 24 drawn",
        "limits −0.0352 to 0.0432",
        "limits not evaluable",
        "run B − run C: not evaluable, one pair of measurements.",
      ]),
    );
  });
});

describe("CV profile", () => {
  test("floors follow sqrt(p (1 - p) / depth) / p", () => {
    const points = [
      { x: 0.1, cv: 0.3 },
      { x: 0.9, cv: 0.25 },
    ];
    const chart = parseChart(cvProfileChart({ ...cvProfileExample, points, bins: [], depths: [25], limit: null }));
    const [toX, toY] = [axisScale(chart, "x"), axisScale(chart, "y")];
    const path = chart.querySelector(".binomial-floor path")!.getAttribute("d")!;
    const curve = path
      .slice(1)
      .split("L")
      .map((pair) => pair.split(",").map(Number));
    // At 25x: sqrt(0.5 * 0.5 / 25) / 0.5 = 20 %; sqrt(0.8 * 0.2 / 25) / 0.8 = 10 %.
    for (const [vaf, percent] of [
      [0.5, 20],
      [0.8, 10],
    ]) {
      const nearest = curve.toSorted((a, b) => Math.abs(a[0] - toX(vaf)) - Math.abs(b[0] - toX(vaf)))[0];
      expect(nearest[0]).toBeCloseTo(toX(vaf), 0);
      expect(nearest[1]).toBeCloseTo(toY(percent), 0);
    }
  });

  test("has no floor where the axis is no VAF", () => {
    const chart = parseChart(cvProfileChart({ ...cvProfileExample, xAxis: "mean" }));
    expect(chart.querySelectorAll(".binomial-floor")).toHaveLength(0);
  });

  test("tells what is not drawn as measured", () => {
    const chart = parseChart(cvProfileChart(cvProfileExample));
    expect(textsOf(chart)).toEqual(
      expect.arrayContaining([
        "62 of 20\u00a0000 points drawn.",
        "Points without CV, not drawn: 1.",
        "Points with a CV of 0, drawn at the foot: 1.",
        "Not evaluable: 0.5 to 1 (n = 2, fewer than 20 variants).",
        "limit 15 %",
      ]),
    );
    const drawn = chart.querySelectorAll(".points").map(({ children }) => children.length);
    expect(drawn).toEqual([41, 20]);
    expect(chart.querySelector(".bins")!.children).toHaveLength(3);
  });
});

describe("ICC forest", () => {
  const chart = parseChart(iccForestChart(iccForestExample));
  const toX = axisScale(chart, "x");

  test("estimates and intervals stand at their values", () => {
    expect(chart.querySelectorAll(".estimate").map((mark) => placeOf(mark.children[0])[0])).toHaveLength(4);
    const negative = chart.querySelectorAll(".estimate")[3].children[0];
    expect(placeOf(negative)[0]).toBeCloseTo(toX(-0.08), 1);
    const interval = chart.querySelectorAll("line.interval")[3];
    expect(numberIn(interval, "x1")).toBeCloseTo(toX(-0.33), 1);
    expect(numberIn(interval, "x2")).toBeCloseTo(toX(0.41), 1);
    expect(numberIn(chart.querySelector(".reference line")!, "x1")).toBeCloseTo(toX(0.9), 1);
  });

  test("an undefined stratum shows its reason", () => {
    expect(textsOf(chart)).toEqual(
      expect.arrayContaining(["undefined: fewer than 2 variants", "n = 18\u00a0230", "[−0.33, 0.41]"]),
    );
  });
});

describe("trend", () => {
  test("Sen's line, threshold and crossing stand where the numbers put them", () => {
    const chart = parseChart(trendChart({ ...trendExample, xAxis: "run", ...RUN_TREND }));
    const toY = axisScale(chart, "y");
    const ticks = chart.querySelectorAll('[aria-label="x-axis tick label"] text');
    const [first, second] = ticks.map((tick) => ({ run: Number(tick.textContent.slice(1)), x: placeOf(tick)[0] }));
    const toX = (run: number): number =>
      first.x + ((run - first.run) / (second.run - first.run)) * (second.x - first.x);
    const ends = chart.querySelector(".sen-line path")!.getAttribute("d")!.slice(1).split(/[L,]/).map(Number);
    expect(ends[0]).toBeCloseTo(toX(16), 1);
    expect(ends[1]).toBeCloseTo(toY(0.995), 1);
    expect(ends[2]).toBeCloseTo(toX(30), 1);
    // 14 runs on: 0.995 - 14 * 0.000125.
    expect(ends[3]).toBeCloseTo(toY(0.99325), 1);
    expect(yOf(chart.querySelector(".threshold line")!)).toBeCloseTo(toY(0.9925), 1);
    // (0.995 - 0.9925) / 0.000125 = 20 runs after the first of the segment.
    expect(numberIn(chart.querySelector(".crossing circle")!, "cx")).toBeCloseTo(toX(36), 0);
  });

  test("says in words what was tested and projected", () => {
    const text = textsOf(parseChart(trendChart(trendExample))).join(" ");
    expect(text).toContain("R001 to R015: n = 15, Mann-Kendall p = 0.62");
    // 62.5 days after R016, which is 45 days after 5 January.
    expect(text).toContain("threshold met 2026-04-22 (earliest 2026-04-12, latest 2026-05-13)");
    expect(text).toContain("No value: R021.");
  });

  test("a bound that never meets the threshold is an arrow, in words never", () => {
    const crossing = { x: 62.5, interval: [52, null] as const };
    const chart = parseChart(trendChart({ ...trendExample, crossing }));
    expect(textsOf(chart).join(" ")).toContain("latest never");
  });
});

describe("trend of several samples", () => {
  const points = trendExample.points.flatMap((point) => [
    { ...point, sample: "HG002_R2" },
    { ...point, sample: "HG002_R1" },
  ]);
  const chart = parseChart(trendChart({ ...trendExample, points }));

  test("each has a line, and symbols that stand beside those of the others", () => {
    const lines = chart.querySelectorAll(".series path");
    expect(lines).toHaveLength(2);
    expect(lines[0]?.getAttribute("d")).toBe(lines[1]?.getAttribute("d"));
    const groups = chart.querySelectorAll("g.points");
    const [first, second] = groups.map((group) =>
      Number(/translate\((-?[\d.]+)/.exec(`${group.getAttribute("transform")}`)?.[1]),
    );
    expect((second ?? 0) - (first ?? 0)).toBe(7);
    const shapes = groups.map((group) => group.querySelector("path")?.getAttribute("d") ?? "circle");
    expect(new Set(shapes).size).toBe(2);
  });

  test("the legend names them in order, and what is missing says of whom", () => {
    const text = textsOf(chart).join(" ");
    expect(text).toMatch(/HG002_R1.*HG002_R2/);
    expect(text).toContain("No value: R021 (HG002_R2), R021 (HG002_R1).");
  });
});

const RUN_TREND = {
  segments: [
    {
      from: "R016",
      to: "R030",
      n: 14,
      p: 0.0002,
      sen: { slope: -0.000125, slopeInterval: [-0.00016, -0.00009], intercept: 0.995 },
    },
  ],
  crossing: { x: 20, interval: null },
} as const;

test("EWMA and CUSUM signals stand beyond their limits", () => {
  const chart = parseChart(ewmaCusumChart(ewmaCusumExample));
  const [ewmaY, cusumY] = [axisScale(chart, "y", 0), axisScale(chart, "y", 1)];
  expect(chart.querySelector(".ewma")!.children).toHaveLength(20);
  const [low, high] = chart.querySelectorAll(".decision-interval line");
  expect([yOf(low), yOf(high)]).toEqual([expect.closeTo(cusumY(-5), 1), expect.closeTo(cusumY(5), 1)]);
  const signals = chart.querySelector(".cusum-high-signals")!.children.map((signal) => placeOf(signal)[1]);
  expect(signals).toHaveLength(3);
  for (const y of signals) expect(y).toBeLessThan(cusumY(5));
  // The EWMA's limits tend to 2.962 sqrt(0.2 / 1.8) = 0.9873.
  const path = chart.querySelectorAll(".ewma-limit")[1].querySelector("path")!.getAttribute("d")!;
  expect(Number(path.slice(path.lastIndexOf(",") + 1))).toBeCloseTo(ewmaY(0.9873), 0);
});

describe("gate forest", () => {
  const chart = parseChart(gateForestChart(gateForestExample));
  const toX = axisScale(chart, "x");

  test("no difference, margins and intervals stand at their values", () => {
    expect(numberIn(chart.querySelector(".reference line")!, "x1")).toBeCloseTo(toX(0), 1);
    const bounds = chart.querySelectorAll(".bound").map((bound) => numberIn(bound, "x1"));
    expect(bounds).toEqual([-0.001, -0.001, -0.002].map((margin) => expect.closeTo(toX(margin), 1)));
    const interval = chart.querySelectorAll("line.interval")[2];
    expect(numberIn(interval, "x1")).toBeCloseTo(toX(-0.0041), 1);
    expect(numberIn(interval, "x2")).toBeCloseTo(toX(-0.0025), 1);
  });

  test("verdicts stand as text, each with its own symbol", () => {
    expect(textsOf(chart)).toEqual(
      expect.arrayContaining([
        "non-inferior",
        "inferior",
        "indeterminate",
        "not evaluable",
        "no indels in the candidate",
        "not judged: no margin",
      ]),
    );
    const shapes = chart.querySelectorAll(".estimate").map((mark) => mark.children[0].getAttribute("d"));
    expect(new Set(shapes).size).toBe(4);
  });
});

test("two materials: pairs stand where both have a value, limits at 2 and 3 SD, the rest is named", () => {
  const chart = parseChart(twoMaterialsChart(twoMaterialsExample));
  const [toX, toY] = [axisScale(chart, "x", 1), axisScale(chart, "y", 1)];
  const pairs = chart.querySelector(".pairs")!.children.map((dot) => [numberIn(dot, "cx"), numberIn(dot, "cy")]);
  expect(pairs).toHaveLength(10);
  expect(pairs[0]).toEqual([expect.closeTo(toX(0.3), 1), expect.closeTo(toY(-0.4), 1)]);
  expect(pairs.at(-1)![1]).toBeCloseTo(toY(-8), 1);
  const box = chart.querySelector(".box-3 rect")!;
  expect(numberIn(box, "width")).toBeCloseTo(toX(3) - toX(-3), 1);
  expect(chart.querySelector(".first")!.children).toHaveLength(11);
  expect(chart.querySelector(".second")!.children).toHaveLength(11);
  const text = textsOf(chart).join(" ");
  expect(text).toContain("Without both values: R04, R11.");
  expect(text).toContain("Beyond the axis, drawn at its edge: R12.");
});

test("EWMA: limits that stay the same are a line between two points", () => {
  const point = (index: number) => ({
    ...ewmaCusumExample.points[0]!,
    ...{ run: `R${index}`, ewmaLimits: index < 3 ? ([-index, index] as const) : ([-3, 3] as const) },
  });
  const points = Array.from({ length: 400 }, (_, index) => point(index));
  const chart = parseChart(ewmaCusumChart({ ...ewmaCusumExample, points }));
  const pathOf = (line: ChartElement) => line.querySelector("path")!.getAttribute("d")!;
  const lastX = (path: string) => Number(path.slice(path.lastIndexOf("L") + 1).split(",")[0]);
  const upper = pathOf(chart.querySelectorAll(".ewma-limit")[1]!);
  expect(upper.length).toBeLessThan(200);
  // The limit reaches as far as the EWMA.
  expect(lastX(upper)).toBeCloseTo(lastX(pathOf(chart.querySelector(".ewma-series")!)), 1);
});
