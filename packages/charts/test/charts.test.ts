import { describe, expect, test } from "vitest";
import {
  blandAltmanChart,
  cvProfileChart,
  ewmaCusumChart,
  gateForestChart,
  iccForestChart,
  indelLengthChart,
  leveyJenningsChart,
  precisionRecallChart,
  scoreForestChart,
  trendChart,
  twoMaterialsChart,
  upsetChart,
} from "../src/index.ts";
import { blandAltmanExample } from "./examples/bland-altman.ts";
import { cvProfileExample } from "./examples/cv-profile.ts";
import { ewmaCusumExample } from "./examples/ewma-cusum.ts";
import { gateForestExample } from "./examples/gate-forest.ts";
import { iccForestExample } from "./examples/icc-forest.ts";
import { indelLengthExample } from "./examples/indel-length.ts";
import { leveyJenningsExample } from "./examples/levey-jennings.ts";
import { precisionRecallExample } from "./examples/precision-recall.ts";
import { scoreForestExample } from "./examples/score-forest.ts";
import { trendExample } from "./examples/trend.ts";
import { twoMaterialsExample } from "./examples/two-materials.ts";
import { upsetExample } from "./examples/upset.ts";
import { expectGolden } from "./golden.ts";
import { expectSound, parseChart, textsOf } from "./parsed-chart.ts";

const HOSTILE = `</text><script>alert("1")</script> & ' \u0000\u001b\ud800 ]]> 日本`;

/** Each chart with its example, as drawn from any data of the same shape. */
const CHARTS: readonly { name: string; draw: (data: never) => string; example: object }[] = [
  { name: "levey-jennings", draw: leveyJenningsChart, example: leveyJenningsExample },
  { name: "levey-jennings-dates", draw: leveyJenningsChart, example: datesExample() },
  { name: "bland-altman", draw: blandAltmanChart, example: blandAltmanExample },
  { name: "cv-profile", draw: cvProfileChart, example: cvProfileExample },
  { name: "icc-forest", draw: iccForestChart, example: iccForestExample },
  { name: "trend", draw: trendChart, example: trendExample },
  { name: "trend-runs", draw: trendChart, example: { ...trendExample, xAxis: "run" } },
  { name: "ewma-cusum", draw: ewmaCusumChart, example: ewmaCusumExample },
  { name: "gate-forest", draw: gateForestChart, example: gateForestExample },
  { name: "indel-length", draw: indelLengthChart, example: indelLengthExample },
  { name: "precision-recall", draw: precisionRecallChart, example: precisionRecallExample },
  { name: "score-forest", draw: scoreForestChart, example: scoreForestExample },
  { name: "two-materials", draw: twoMaterialsChart, example: twoMaterialsExample },
  { name: "trend-intervals", draw: trendChart, example: trendIntervalsExample() },
  { name: "trend-samples", draw: trendChart, example: trendSamplesExample() },
  { name: "upset", draw: upsetChart, example: upsetExample },
];

function trendIntervalsExample(): object {
  const points = trendExample.points.map((point, place) => {
    const { value } = point;
    return value === null ? point : { ...point, interval: [value - 0.002 * (1 + (place % 3)), value + 0.001] };
  });
  return { ...trendExample, points };
}

/** Two replicates of each run; the trend is of the first of them. */
function trendSamplesExample(): object {
  const points = trendExample.points.flatMap((point, place) => {
    const { value } = point;
    const second = value === null ? null : value - 0.0004 + 0.0002 * (place % 4);
    return [
      { ...point, sample: "HG002_R1" },
      { ...point, sample: "HG002_R2", value: second },
    ];
  });
  return { ...trendExample, points, segmentsOf: "HG002_R1" };
}

function datesExample(): object {
  return { ...leveyJenningsExample, scale: "raw", xAxis: "date" };
}

describe.each(CHARTS)("$name", ({ name, draw, example }) => {
  const render = (data: unknown): string => draw(data as never);

  test("looks as recorded", () => {
    const svg = render(example);
    expectSound(svg);
    expectGolden(name, svg);
  });

  test("is the same when drawn again", () => {
    expect(render(structuredClone(example))).toBe(render(example));
  });

  test("without data says so", () => {
    const empty = {
      points: [],
      rows: [],
      pairs: [],
      bins: [],
      curves: [],
      classes: [],
      segments: [],
      events: [],
      windows: [],
      intersections: [],
    };
    expect(textsOf(parseChart(render({ ...example, ...empty })))).toContain("no data");
  });

  test("keeps hostile text as text", () => {
    const svg = render(replaceText(example));
    expectSound(svg);
    expect(parseChart(svg).querySelectorAll("script")).toHaveLength(0);
    expect(svg.includes("&lt;script&gt;")).toBe(true);
  });

  test.each<[string, number | null]>([
    ["null", null],
    ["NaN", Number.NaN],
    ["infinite", Number.NEGATIVE_INFINITY],
    ["huge", 1e300],
    ["zero", 0],
    ["below zero", -1],
  ])("draws a chart when a number of each kind in turn is %s", (_, value) => {
    const kinds = kindsOfNumbers(example);
    expect(kinds.size).toBeGreaterThan(1);
    for (const place of kinds.values()) {
      expectSound(render(mapLeaves(example, (leaf, path) => (path === place ? value : leaf))));
    }
  });

  test("draws a chart when all numbers are missing", () => {
    expectSound(render(mapLeaves(example, (leaf) => (typeof leaf === "number" ? null : leaf))));
  });

  test("has the size of its text in print", () => {
    const sizes = [...render(example).matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    // 680 units are 170 mm; a point is 0.3528 mm.
    const smallest = (Math.min(...sizes) * 0.25) / 0.3528;
    expect(smallest).toBeGreaterThanOrEqual(9);
  });
});

/** Keys whose text chooses among states; any other text may come from outside. */
const CHOICES = new Set(["state", "kind", "scale", "xAxis", "verdict", "time"]);

function replaceText(value: unknown): unknown {
  return mapLeaves(value, (leaf, path) => {
    const key = path.slice(path.lastIndexOf(".") + 1);
    return typeof leaf === "string" && !CHOICES.has(key) ? `${HOSTILE}${leaf}` : leaf;
  });
}

/** The first place of each kind of number: the kind is the path without the positions in lists of objects. */
function kindsOfNumbers(value: unknown): Map<string, string> {
  const kinds = new Map<string, string>();
  mapLeaves(value, (leaf, path) => {
    const kind = path.replace(/\.\d+(?=\.)/g, "");
    if (typeof leaf === "number" && !kinds.has(kind)) kinds.set(kind, path);
    return leaf;
  });
  return kinds;
}

function mapLeaves(value: unknown, change: (leaf: unknown, path: string) => unknown, path = ""): unknown {
  if (Array.isArray(value)) return value.map((item, index) => mapLeaves(item, change, `${path}.${index}`));
  if (value === null || typeof value !== "object") return change(value, path);
  const entries = Object.entries(value).map(([name, item]) => [name, mapLeaves(item, change, `${path}.${name}`)]);
  return Object.fromEntries(entries);
}
