import * as Plot from "@observablehq/plot";
import { drawPanel, type Panel } from "./panel.ts";
import { textWidth } from "./text-metrics.ts";
import { CHART_WIDTH, LINE_HEIGHT } from "./theme.ts";

/** Key of a symbol, a line or a shaded area, drawn as in the chart. */
export type LegendEntry =
  | { readonly label: string; readonly dot: Plot.DotOptions }
  | { readonly label: string; readonly line: Plot.RuleYOptions }
  | { readonly label: string; readonly area: Plot.RectOptions };

const KEY_WIDTH = 26;
const KEY_TEXT_GAP = 6;
const ENTRY_GAP = 18;

/** The keys in rows; null where there are none. */
export function drawLegend(entries: readonly LegendEntry[]): Panel | null {
  if (entries.length === 0) return null;
  const marks: Plot.Markish[] = [];
  let x = 0;
  let row = 0;
  for (const entry of entries) {
    const width = KEY_WIDTH + KEY_TEXT_GAP + textWidth(entry.label);
    if (x > 0 && x + width > CHART_WIDTH) {
      x = 0;
      row++;
    }
    const y = row * LINE_HEIGHT + LINE_HEIGHT / 2;
    marks.push(keyMark(entry, x, y));
    marks.push(Plot.text([entry.label], { x: [x + KEY_WIDTH + KEY_TEXT_GAP], y: [y], textAnchor: "start" }));
    x += width + ENTRY_GAP;
  }
  return drawPanel({
    height: (row + 1) * LINE_HEIGHT,
    margin: 0,
    axis: null,
    x: { type: "identity" },
    y: { type: "identity" },
    marks,
  });
}

function keyMark(entry: LegendEntry, x: number, y: number): Plot.Markish {
  if ("dot" in entry) return Plot.dot([0], { ...entry.dot, x: [x + KEY_WIDTH / 2], y: [y] });
  if ("line" in entry) return Plot.ruleY([y], { ...entry.line, x1: [x], x2: [x + KEY_WIDTH] });
  return Plot.rect([0], { ...entry.area, x1: [x], x2: [x + KEY_WIDTH], y1: [y - 6], y2: [y + 6] });
}
