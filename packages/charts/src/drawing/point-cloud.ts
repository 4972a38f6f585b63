import type * as Plot from "@observablehq/plot";
import { group } from "./shapes.ts";
import { svgElement } from "./svg-element.ts";

/** Points so many that symbols of the usual size would touch. */
export const MANY_POINTS = 150;

/**
 * Round points of one colour as one shape: thousands of shapes take longer to draw than to look at. A subpath without
 * length is drawn as its round cap (SVG 2, section 13.5.5).
 */
export function pointCloud(
  points: readonly { readonly x: number; readonly y: number | null }[],
  { radius, fill, className }: { readonly radius: number; readonly fill: string; readonly className: string },
): Plot.Markish {
  return ((_: unknown, { x: toX, y: toY }: Record<"x" | "y", (value: number) => number>) => {
    const d = points.map(({ x, y }) => (y === null ? "" : `M${rounded(toX(x))},${rounded(toY(y))}h0`)).join("");
    const dots = { stroke: fill, "stroke-width": 2 * radius, "stroke-linecap": "round", fill: "none" };
    return group(className, d === "" ? [] : [svgElement("path", { d, ...dots })]);
  }) as never;
}

/** To what is written in the end, so that long paths are not parsed again for it. */
function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}
