import { drawLegend, type LegendEntry } from "./legend.ts";
import type { Panel } from "./panel.ts";
import { serializeSvg } from "./serialize-svg.ts";
import { type SvgElement, svgElement } from "./svg-element.ts";
import { wrap } from "./text-metrics.ts";
import {
  CHART_WIDTH,
  EDGE,
  FONT_FAMILY,
  HEADING_SIZE,
  INK,
  LINE_HEIGHT,
  MUTED_INK,
  PAPER,
  TEXT_SIZE,
  UNITS_PER_MILLIMETRE,
} from "./theme.ts";

/** A whole chart: heading, drawings, key and notes from top to bottom. */
export interface Figure {
  /** Kind of chart; begins the ids. */
  readonly kind: string;
  readonly title: string;
  /** What was measured on what, a line each. */
  readonly subtitle: readonly string[];
  /** What a reader who cannot see the chart must know. */
  readonly description: string;
  readonly panels: readonly Panel[];
  readonly legend: readonly LegendEntry[];
  /** What the drawing cannot show, a paragraph each. */
  readonly notes: readonly string[];
}

const PART_GAP = 8;

/** The figure as a self-contained SVG document, 170 mm wide. */
export function renderFigure(figure: Figure): string {
  const id = `${figure.kind}-${hash([figure.title, ...figure.subtitle, figure.description].join("\n"))}`;
  const content: SvgElement[] = [];
  let y = EDGE;
  const addText = (text: string, size: number, color: string, weight: string): void => {
    for (const line of wrap(text, CHART_WIDTH, size)) {
      y += Math.ceil(size * 1.3);
      content.push(
        svgElement(
          "text",
          { x: 0, y: y - Math.ceil(size * 0.3), "font-size": size, fill: color, "font-weight": weight },
          line,
        ),
      );
    }
  };
  const addPanel = (panel: Panel): void => {
    panel.element.setAttribute("transform", `translate(0,${y})`);
    content.push(panel.element);
    y += panel.height;
  };

  addText(figure.title, HEADING_SIZE, INK, "bold");
  for (const line of figure.subtitle) addText(line, TEXT_SIZE, MUTED_INK, "normal");
  y += PART_GAP;
  const panels = figure.panels.length > 0 ? figure.panels : [emptyPanel()];
  for (const panel of panels) addPanel(panel);
  const legend = drawLegend(figure.legend);
  if (legend !== null) {
    y += PART_GAP;
    addPanel(legend);
  }
  if (figure.notes.length > 0) y += PART_GAP;
  for (const note of figure.notes) addText(note, TEXT_SIZE, INK, "normal");
  return serializeSvg(root(id, figure, content, Math.ceil(y + EDGE)));
}

function root(id: string, figure: Figure, content: readonly SvgElement[], height: number): SvgElement {
  const width = CHART_WIDTH + 2 * EDGE;
  return svgElement(
    "svg",
    {
      viewBox: `${-EDGE} 0 ${width} ${height}`,
      width: `${width / UNITS_PER_MILLIMETRE}mm`,
      height: `${height / UNITS_PER_MILLIMETRE}mm`,
      role: "img",
      "aria-labelledby": `${id}-title ${id}-description`,
      "font-family": FONT_FAMILY,
      "font-size": TEXT_SIZE,
      color: INK,
    },
    [
      svgElement("title", { id: `${id}-title` }, figure.title),
      svgElement("desc", { id: `${id}-description` }, figure.description),
      svgElement("rect", { x: -EDGE, y: 0, width, height, fill: PAPER }),
      ...content,
    ],
  );
}

function emptyPanel(): Panel {
  const height = 6 * LINE_HEIGHT;
  return {
    element: svgElement("g", {}, [
      svgElement("rect", {
        x: 0.5,
        y: 0.5,
        width: CHART_WIDTH - 1,
        height: height - 1,
        fill: "none",
        stroke: MUTED_INK,
      }),
      svgElement("text", { x: CHART_WIDTH / 2, y: height / 2 + TEXT_SIZE / 3, "text-anchor": "middle" }, "no data"),
    ]),
    height,
  };
}

/** FNV-1a over UTF-16 units: ids that differ between the charts of a page and never between two drawings of one chart. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, "0");
}
