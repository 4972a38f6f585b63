import * as Plot from "@observablehq/plot";
import { formatCount } from "../drawing/format-number.ts";
import type { LegendEntry } from "../drawing/legend.ts";
import { group, rimmedText } from "../drawing/shapes.ts";
import type { SvgElement } from "../drawing/svg-element.ts";
import { textWidth } from "../drawing/text-metrics.ts";
import { INK } from "../drawing/theme.ts";
import { binomialFloorCv } from "./binomial-floor.ts";
import { type CvAxes, shareOfAxis, valueAtShare } from "./cv-profile-axes.ts";
import type { CvProfileData } from "./cv-profile-data.ts";

const DASHES = ["none", "8,3", "2,3", "8,3,2,3"];
const STEPS = 120;
const ROUNDING = 1e-9;
/** Of the axis from its left end: where a floor's label begins, unless the curve is above the frame there. */
const LABEL_SHARE = 0.04;

interface FloorPoint {
  readonly x: number;
  readonly y: number;
}

/** Depths whose floor is drawn: only a VAF has one. */
export function floorDepths({ xAxis, depths }: CvProfileData): readonly number[] {
  return xAxis === "vaf" ? depths.filter((depth) => depth > 0 && Number.isFinite(depth)) : [];
}

/** The floor in percent where it lies within the frame. */
function floorCurve(depth: number, { x, y }: CvAxes): FloorPoint[] {
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => valueAtShare(x, step / STEPS));
  // The VAF at which the floor meets the upper and the lower edge of the frame.
  const edges = y.domain.map((percent) => 1 / (1 + depth * (percent / 100) ** 2));
  return [...steps, ...edges]
    .filter((vaf) => vaf > 0 && vaf >= x.domain[0] && vaf <= Math.min(1, x.domain[1]))
    .sort((a, b) => a - b)
    .map((vaf) => ({ x: vaf, y: binomialFloorCv(vaf, depth) * 100 }))
    .filter((point) => point.y >= y.domain[0] * (1 - ROUNDING) && point.y <= y.domain[1] * (1 + ROUNDING));
}

/** A curve for each depth, told apart by its dashes. */
export function floorMarks(depths: readonly number[], axes: CvAxes): Plot.Markish[] {
  return depths.map((depth, index) =>
    Plot.line(floorCurve(depth, axes), {
      x: "x",
      y: "y",
      stroke: INK,
      strokeWidth: 2,
      strokeDasharray: DASHES[index % DASHES.length],
      className: "binomial-floor",
    }),
  );
}

/** Keys of the floors. */
export function floorLegend(depths: readonly number[]): LegendEntry[] {
  return depths.map((depth, index) => ({
    label: `binomial floor at ${formatCount(depth)}x`,
    line: { stroke: INK, strokeWidth: 2, strokeDasharray: DASHES[index % DASHES.length] },
  }));
}

/** The depth of each floor, on its curve. */
export function floorLabels(
  depths: readonly number[],
  axes: CvAxes,
  frame: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): readonly SvgElement[] {
  return depths.flatMap((depth, index) => {
    const curve = floorCurve(depth, axes);
    const share = LABEL_SHARE * (index + 1);
    const anchor = curve.find((point) => shareOfAxis(axes.x, point.x) >= share && shareOfAxis(axes.y, point.y) < 0.93);
    if (anchor === undefined) return [];
    const label = `${formatCount(depth)}x`;
    const x = frame.left + shareOfAxis(axes.x, anchor.x) * (frame.right - frame.left) + 5;
    const y = frame.bottom - shareOfAxis(axes.y, anchor.y) * (frame.bottom - frame.top) - 3;
    const attributes = { "font-weight": "bold" };
    return [group("floor-label", [rimmedText(label, Math.min(x, frame.right - textWidth(label)), y, attributes)])];
  });
}
