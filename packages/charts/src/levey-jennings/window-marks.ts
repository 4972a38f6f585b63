import { assignLanes } from "../drawing/lanes.ts";
import { listing } from "../drawing/listing.ts";
import { group, rimmedText } from "../drawing/shapes.ts";
import { type SvgElement, svgElement } from "../drawing/svg-element.ts";
import { shorten, textWidth } from "../drawing/text-metrics.ts";
import { INK, LINE_HEIGHT, VERMILLION } from "../drawing/theme.ts";
import type { SeriesAxis } from "../series/series-axis.ts";
import type { RuleWindow } from "./levey-jennings-data.ts";

const MOST_LANES = 6;
const LABEL_GAP = 10;
const WIDEST_LABEL = 180;
const END_LENGTH = 6;
/** A bracket reaches a little over its points, so that one point has a bracket too. */
const OVERHANG = 5;
const LANE_HEIGHT = LINE_HEIGHT + END_LENGTH + 2;

/** Brackets over the runs of each rule's window, in lanes above the frame. */
export interface WindowMarks {
  readonly height: number;
  /** Shapes for a frame whose upper edge is at `top`. */
  readonly shapes: (top: number) => readonly SvgElement[];
  readonly notes: readonly string[];
}

interface Bracket {
  readonly window: RuleWindow;
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** Start of the label. */
  readonly labelX: number;
}

/** Lays out the brackets between the edges of a frame; windows without place or room are named in a note. */
export function windowMarks(
  windows: readonly RuleWindow[],
  axis: SeriesAxis,
  toX: (place: number) => number,
  [left, right]: readonly [number, number],
): WindowMarks {
  const brackets: Bracket[] = [];
  const missing: RuleWindow[] = [];
  for (const window of windows) {
    const from = axis.placeOfRun(window.from);
    const to = axis.placeOfRun(window.to);
    if (from === null || to === null) missing.push(window);
    else brackets.push(layOutBracket(window, toX(Math.min(from, to)), toX(Math.max(from, to)), left, right));
  }
  const spans = brackets.map(({ start, end, label, labelX }) => ({
    start: Math.min(start, labelX),
    end: Math.max(end, labelX + textWidth(label)),
  }));
  const lanes = assignLanes(spans, MOST_LANES, LABEL_GAP);
  missing.push(...brackets.filter((_, index) => lanes[index] === null).map(({ window }) => window));
  const height = lanes.reduce<number>((most, lane) => Math.max(most, ((lane ?? -1) + 1) * LANE_HEIGHT), 0);
  return {
    height,
    shapes: (top) =>
      brackets.flatMap((bracket, index) => {
        const lane = lanes[index];
        return lane === null ? [] : [drawBracket(bracket, top - lane * LANE_HEIGHT - 3)];
      }),
    notes: missing.length === 0 ? [] : [`Rule windows not drawn: ${listing(missing.map(describeWindow))}.`],
  };
}

function layOutBracket(window: RuleWindow, from: number, to: number, left: number, right: number): Bracket {
  const label = shorten(`${window.rule} ${window.scope}`, WIDEST_LABEL);
  const width = textWidth(label);
  const centred = (from + to - width) / 2;
  return {
    window,
    start: from - OVERHANG,
    end: to + OVERHANG,
    label,
    labelX: Math.max(left, Math.min(right - width, centred)),
  };
}

/** An open bracket whose ends stand on `foot`, its label above it. */
function drawBracket({ start, end, label, labelX }: Bracket, foot: number): SvgElement {
  const crest = foot - END_LENGTH;
  return group("rule-window", [
    svgElement("path", {
      d: `M${start},${foot}V${crest}H${end}V${foot}`,
      fill: "none",
      stroke: VERMILLION,
      "stroke-width": 2,
    }),
    rimmedText(label, labelX, crest - 4, { fill: INK }),
  ]);
}

function describeWindow({ rule, scope, from, to }: RuleWindow): string {
  return `${rule} ${scope} (${from === to ? from : `${from} to ${to}`})`;
}
