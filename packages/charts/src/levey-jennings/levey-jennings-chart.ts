import * as Plot from "@observablehq/plot";
import { renderFigure } from "../drawing/figure.ts";
import { linearScale } from "../drawing/linear-scale.ts";
import { drawPanel, type Panel } from "../drawing/panel.ts";
import { group } from "../drawing/shapes.ts";
import { CHART_WIDTH, INK } from "../drawing/theme.ts";
import type { Interval } from "../interval.ts";
import { type EventMarks, eventMarks } from "../series/event-marks.ts";
import { type SeriesAxis, seriesAxis } from "../series/series-axis.ts";
import { baselineShape } from "./baseline-shape.ts";
import { type ControlScale, controlScale } from "./control-scale.ts";
import { describeChart, notesOf, subtitleOf } from "./control-text.ts";
import { flagLabels } from "./flag-labels.ts";
import type { LeveyJenningsData } from "./levey-jennings-data.ts";
import { isLabelled, labelOf, placePoint, rankOf } from "./placed-point.ts";
import { footMarks, pointMarks, stateLegend } from "./point-marks.ts";
import { windowMarks } from "./window-marks.ts";
import { zoneMarks } from "./zone-marks.ts";

const LEFT = 76;
const RIGHT = CHART_WIDTH - 116;
const FRAME_HEIGHT = 290;
const AXIS_HEIGHT = 44;
const HEADROOM = 8;

/**
 * Levey-Jennings chart of one control material as a self-contained SVG document (Levey and Jennings, Am J Clin Pathol
 * 1950). Mean and limits at 1, 2 and 3 SD come from the baseline alone, never from the points drawn; each state has its
 * own symbol, rules stand at the points on which they fired, and a bracket spans the window of each rule.
 *
 * Points without a value stand as crosses at the foot of the frame; points outside the axis stand at its edge with their
 * value. What cannot be drawn is named below the chart.
 */
export function leveyJenningsChart(data: LeveyJenningsData): string {
  const axis = seriesAxis(data.points, data.xAxis);
  const scale = controlScale(data);
  const drawn = axis.domain === null ? null : drawFrame(data, axis, axis.domain, scale);
  return renderFigure({
    kind: "levey-jennings",
    title: data.title,
    subtitle: subtitleOf(data),
    description: describeChart(data),
    panels: drawn === null ? [] : [drawn.panel],
    legend: [...stateLegend(data.points), ...(drawn?.events.legend ?? [])],
    notes: [...notesOf(data, axis, scale), ...(drawn?.notes ?? [])],
  });
}

interface Frame {
  readonly panel: Panel;
  readonly events: EventMarks;
  readonly notes: readonly string[];
}

function drawFrame(data: LeveyJenningsData, axis: SeriesAxis, domain: Interval, scale: ControlScale): Frame {
  const toX = linearScale(domain, [LEFT, RIGHT]);
  const events = eventMarks(data.events, axis, toX, [LEFT, RIGHT]);
  const windows = windowMarks(data.windows, axis, toX, [LEFT, RIGHT]);
  const top = HEADROOM + events.height + windows.height;
  const bottom = top + FRAME_HEIGHT;
  const toY = linearScale(scale.domain, [bottom, top]);
  const series = data.points.map((point, index) => placePoint(point, axis.places[index], scale));
  const flags = flagLabels(
    series
      .filter((item) => item !== null)
      .filter(isLabelled)
      .map((item) => ({ text: labelOf(item, scale), x: toX(item.x), y: toY(item.y), rank: rankOf(item) })),
    { left: LEFT, right: RIGHT, top, bottom },
  );
  const panel = drawPanel({
    height: bottom + AXIS_HEIGHT,
    marginTop: top,
    marginRight: CHART_WIDTH - RIGHT,
    marginBottom: AXIS_HEIGHT,
    marginLeft: LEFT,
    x: axis.scale(domain),
    y: { domain: [...scale.domain], label: null },
    behind: [
      ...baselineShape(data.baseline, axis, toX, { top, bottom }),
      ...zoneMarks(scale, toY, LEFT, RIGHT),
      ...events.shapes(top - windows.height, bottom),
    ],
    marks: [
      Plot.frame({ stroke: INK }),
      ...axis.marks(RIGHT - LEFT),
      Plot.axisY({
        label: verticalLabel(data, scale),
        labelAnchor: "center",
        labelArrow: "none",
        ticks: scale.kind === "z" ? 9 : 6,
      }),
      ...pointMarks(series),
      ...footMarks(data.points, axis, scale),
    ],
    inFront: [...windows.shapes(top), group("rules", flags.shapes)],
  });
  return { panel, events, notes: [...windows.notes, ...events.notes, ...omittedNote(flags.omitted)] };
}

function verticalLabel({ analyte, unit }: LeveyJenningsData, scale: ControlScale): string {
  if (scale.kind === "z") return "SD from the mean (z)";
  return unit === "" ? analyte : `${analyte} (${unit})`;
}

function omittedNote(omitted: number): string[] {
  return omitted === 0 ? [] : [`No room for the rules of ${omitted} flagged points; each symbol's tooltip has them.`];
}
