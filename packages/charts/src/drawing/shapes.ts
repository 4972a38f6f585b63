import { type SvgElement, svgElement } from "./svg-element.ts";
import { INK, PAPER, TEXT_SIZE } from "./theme.ts";

type Attributes = Readonly<Record<string, string | number>>;

/** Group of shapes of one class, as Plot's marks have theirs. */
export function group(className: string, shapes: readonly SvgElement[], attributes: Attributes = {}): SvgElement {
  return svgElement("g", { class: className, ...attributes }, shapes);
}

/** Straight line in units of the drawing. */
export function line(x1: number, y1: number, x2: number, y2: number, attributes: Attributes): SvgElement {
  return svgElement("line", { x1, y1, x2, y2, ...attributes });
}

/** Rectangle between two corners. */
export function rectangle(x1: number, y1: number, x2: number, y2: number, attributes: Attributes): SvgElement {
  const [x, y] = [Math.min(x1, x2), Math.min(y1, y2)];
  return svgElement("rect", { x, y, width: Math.abs(x2 - x1), height: Math.abs(y2 - y1), ...attributes });
}

/** Text on a baseline. */
export function text(content: string, x: number, y: number, attributes: Attributes = {}): SvgElement {
  return svgElement(
    "text",
    { x, y, "text-anchor": "start", fill: INK, "font-size": TEXT_SIZE, ...attributes },
    content,
  );
}

/** Text with a white rim, legible over lines. */
export function rimmedText(content: string, x: number, y: number, attributes: Attributes = {}): SvgElement {
  const rim = { stroke: PAPER, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" };
  return text(content, x, y, { ...rim, ...attributes });
}
