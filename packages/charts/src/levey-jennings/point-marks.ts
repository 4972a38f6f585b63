import * as Plot from "@observablehq/plot";
import { isDrawable } from "../drawing/drawable.ts";
import type { LegendEntry } from "../drawing/legend.ts";
import { MANY_POINTS, pointCloud } from "../drawing/point-cloud.ts";
import { BLUE, INK, MUTED_INK, ORANGE, PAPER, VERMILLION } from "../drawing/theme.ts";
import type { SeriesAxis } from "../series/series-axis.ts";
import type { ControlScale } from "./control-scale.ts";
import type { ControlState, LeveyJenningsPoint } from "./levey-jennings-data.ts";
import type { PlacedPoint } from "./placed-point.ts";

const STATES: readonly ControlState[] = [
  "baseline",
  "in control",
  "warning",
  "out of control",
  "not evaluable",
  "excluded",
];

/** Shape and tone tell the states apart without colour. */
const SYMBOLS: Readonly<Record<ControlState, Plot.DotOptions>> = {
  baseline: { symbol: "diamond", fill: MUTED_INK, stroke: PAPER, strokeWidth: 0.5 },
  "in control": { symbol: "circle", fill: BLUE, stroke: PAPER, strokeWidth: 0.5 },
  warning: { symbol: "triangle", fill: ORANGE, stroke: INK, strokeWidth: 1.25, r: 5.5 },
  "out of control": { symbol: "square", fill: VERMILLION, stroke: INK, strokeWidth: 1.5, r: 5.5 },
  "not evaluable": { symbol: "times", stroke: INK, strokeWidth: 2, r: 4.5 },
  excluded: { symbol: "circle", fill: PAPER, stroke: MUTED_INK, strokeWidth: 1.5, r: 4.5 },
};

/**
 * The line through the points in order and a symbol for each. A point without a place is a gap in the line; excluded
 * points are off the line.
 */
export function pointMarks(series: readonly (PlacedPoint | null)[]): Plot.Markish[] {
  const placed = series.filter((item) => item !== null);
  const isCrowded = placed.length > MANY_POINTS;
  const onLine = series.filter((item) => item?.point.state !== "excluded");
  return [
    Plot.line(onLine, {
      x: (item: PlacedPoint | null) => item?.x ?? null,
      y: (item: PlacedPoint | null) => item?.y ?? null,
      stroke: BLUE,
      strokeWidth: isCrowded ? 0.5 : 1,
      strokeOpacity: 0.7,
      className: "series",
    }),
    ...STATES.flatMap((state) => {
      const points = placed.filter(({ point }) => point.state === state);
      if (points.length === 0) return [];
      const className = `points-${state.replaceAll(" ", "-")}`;
      if (state === "in control" && isCrowded) return [pointCloud(points, { radius: 1.75, fill: BLUE, className })];
      const isOrdinary = state === "in control" || state === "baseline";
      return [
        Plot.dot(points, {
          ...SYMBOLS[state],
          ...(isOrdinary ? { r: isCrowded ? 2 : 3 } : { title: ({ point }: PlacedPoint) => describePoint(point) }),
          x: "x",
          y: "y",
          className,
        }),
      ];
    }),
  ];
}

/** Crosses at the foot of the frame for runs without a value. */
export function footMarks(
  points: readonly LeveyJenningsPoint[],
  axis: SeriesAxis,
  scale: ControlScale,
): Plot.Markish[] {
  const missing = points
    .map((point, index) => ({ point, x: axis.places[index], y: scale.domain[0] }))
    .filter(({ point, x }) => !isDrawable(point.value) && x !== null);
  if (missing.length === 0) return [];
  return [
    Plot.dot(missing, {
      ...SYMBOLS["not evaluable"],
      x: "x",
      y: "y",
      dy: -8,
      title: ({ point }: (typeof missing)[number]) => describePoint(point),
      className: "points-without-value",
    }),
  ];
}

/** Keys of the states that occur. */
export function stateLegend(points: readonly LeveyJenningsPoint[]): LegendEntry[] {
  return STATES.map((state) => ({ state, count: points.filter((point) => point.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => ({ label: `${state} (${count})`, dot: { r: 3, ...SYMBOLS[state] } }));
}

function describePoint({ run, time, value, state, rules, reason }: LeveyJenningsPoint): string {
  return [
    time === null ? run : `${run}, ${time}`,
    isDrawable(value) ? `value ${value}` : "no value",
    state,
    ...(rules.length === 0 ? [] : [rules.join(", ")]),
    ...(reason === undefined ? [] : [reason]),
  ].join("\n");
}
