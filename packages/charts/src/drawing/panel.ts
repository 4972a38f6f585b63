import * as Plot from "@observablehq/plot";
import { type SvgElement, svgDocument, svgElement } from "./svg-element.ts";
import { CHART_WIDTH, FONT_FAMILY, INK, TEXT_SIZE } from "./theme.ts";

/** A drawing of known size that a figure stacks under its heading. */
export interface Panel {
  readonly element: SvgElement;
  readonly height: number;
}

/** What a panel is made of. */
export interface PanelOptions extends Plot.PlotOptions {
  readonly height: number;
  /** Shapes behind and in front of the marks, in units of the panel. */
  readonly behind?: readonly SvgElement[];
  readonly inFront?: readonly SvgElement[];
}

/**
 * Draws marks with Observable Plot. The result is a plain group: no style sheet, no variables, no clip paths, so that
 * every reader of SVG shows the same.
 */
export function drawPanel({ behind = [], inFront = [], ...options }: PanelOptions): Panel {
  const drawn = Plot.plot({
    width: CHART_WIDTH,
    ...options,
    document: svgDocument as never,
    style: { fontSize: String(TEXT_SIZE) },
  }) as unknown as SvgElement;
  const marks = [...drawn.childNodes].filter((child) => child.localName !== "style");
  const attributes = { fill: INK, color: INK, "font-family": FONT_FAMILY, "font-size": TEXT_SIZE };
  return {
    element: svgElement("g", { ...attributes, "text-anchor": "middle" }, [...behind, ...marks, ...inFront]),
    height: options.height,
  };
}

/** Shapes in units of the panel as a mark, to stand between others. */
export function shapesMark(shapes: readonly SvgElement[]): Plot.Markish {
  return (() => svgElement("g", {}, shapes)) as never;
}
