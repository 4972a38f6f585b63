import * as Plot from "@observablehq/plot";
import { type SvgElement, svgDocument, svgElement } from "./svg-element.ts";
import { CHART_WIDTH, FONT_FAMILY, INK, TEXT_SIZE } from "./theme.ts";

/** A drawing of known size that a figure stacks under its heading. */
export interface Panel {
  readonly element: SvgElement;
  readonly height: number;
}

/** Room around the frame of a panel. */
export interface Margins {
  readonly marginTop: number;
  readonly marginRight: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
}

/**
 * Draws marks with Observable Plot. The result is a plain group: no style sheet, no variables, no clip paths, so that
 * every reader of SVG shows the same.
 */
export function drawPanel(options: Plot.PlotOptions & { readonly height: number }): Panel {
  const drawn = Plot.plot({
    width: CHART_WIDTH,
    document: svgDocument as never,
    ...options,
    style: { fontSize: String(TEXT_SIZE) },
  }) as unknown as SvgElement;
  const children = [...drawn.childNodes].filter((child) => child.localName !== "style");
  return {
    element: svgElement(
      "g",
      { fill: INK, color: INK, "font-family": FONT_FAMILY, "font-size": TEXT_SIZE, "text-anchor": "middle" },
      children,
    ),
    height: options.height,
  };
}
