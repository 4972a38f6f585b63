import type { ChartEvent, ChartEventKind } from "../chart-event.ts";
import { assignLanes, type Span } from "../drawing/lanes.ts";
import type { LegendEntry } from "../drawing/legend.ts";
import { group, line, rimmedText } from "../drawing/shapes.ts";
import type { SvgElement } from "../drawing/svg-element.ts";
import { shorten, textWidth } from "../drawing/text-metrics.ts";
import { LINE_HEIGHT, MUTED_INK } from "../drawing/theme.ts";
import { parseUtc } from "../drawing/utc-time.ts";
import type { SeriesAxis } from "./series-axis.ts";

const KINDS: readonly ChartEventKind[] = ["lot", "version", "service", "corrective action"];
const DASHES: Readonly<Record<ChartEventKind, string>> = {
  lot: "8,3",
  version: "8,3,2,3",
  service: "2,3",
  "corrective action": "14,4",
};
const KIND_LABELS: Readonly<Record<ChartEventKind, string>> = {
  lot: "new lot",
  version: "new version",
  service: "service",
  "corrective action": "corrective action",
};
const WIDEST_LABEL = 170;
const MOST_LANES = 4;
const LABEL_GAP = 8;

/** Vertical lines of the events with their labels above the frame, and the events that have no place. */
export interface EventMarks {
  /** Room for the labels above the frame. */
  readonly height: number;
  /** Shapes for a frame between `top` and `bottom`. */
  readonly shapes: (top: number, bottom: number) => readonly SvgElement[];
  readonly legend: readonly LegendEntry[];
  readonly notes: readonly string[];
}

interface PlacedEvent {
  readonly event: ChartEvent;
  readonly x: number;
  readonly label: string;
}

/**
 * Lays out events between the left and the right edge of a frame. Labels stand in up to four lanes; where that is too
 * few, letters stand at the lines and a note spells them out.
 */
export function eventMarks(
  events: readonly ChartEvent[],
  axis: SeriesAxis,
  toX: (place: number) => number,
  [left, right]: readonly [number, number],
): EventMarks {
  const placed: PlacedEvent[] = [];
  const missing: ChartEvent[] = [];
  for (const event of events) {
    const place = axis.placeOfEvent(event);
    const x = place === null ? Number.NaN : toX(place);
    if (x >= left && x <= right) placed.push({ event, x, label: shorten(event.label, WIDEST_LABEL) });
    else missing.push(event);
  }
  placed.sort((a, b) => a.x - b.x);
  const layout = layOutLabels(placed, right);
  const height = Math.max(0, ...layout.lanes.map((lane) => (lane + 1) * LINE_HEIGHT + 4));
  return {
    height,
    shapes: (top, bottom) =>
      layout.events.map((event, i) => drawEvent(event, layout.lanes[i], top - height, bottom, right)),
    legend: KINDS.filter((kind) => placed.some(({ event }) => event.kind === kind)).map((kind) => ({
      label: KIND_LABELS[kind],
      line: { stroke: MUTED_INK, strokeWidth: 1.5, strokeDasharray: DASHES[kind] },
    })),
    notes: [
      ...(layout.key === "" ? [] : [`Events: ${layout.key}.`]),
      ...(missing.length === 0 ? [] : [`Events outside the chart: ${missing.map(describeEvent).join("; ")}.`]),
    ],
  };
}

function layOutLabels(
  events: readonly PlacedEvent[],
  right: number,
): { events: readonly PlacedEvent[]; lanes: readonly number[]; key: string } {
  const lanes = assignLanes(
    events.map((event) => labelSpan(event, right)),
    MOST_LANES,
    LABEL_GAP,
  );
  if (!lanes.includes(null)) return { events, lanes: lanes as number[], key: "" };
  const lettered = events.map((event, index) => ({ ...event, label: letter(index) }));
  const spans = lettered.map((event) => labelSpan(event, right));
  return {
    events: lettered,
    // Letters that find no room share the lowest lane.
    lanes: assignLanes(spans, MOST_LANES, 2).map((lane) => lane ?? 0),
    key: events.map(({ event }, index) => `${letter(index)} ${describeEvent(event)}`).join("; "),
  };
}

/** A label begins at its line, or ends there where the right edge is near. */
function labelSpan({ x, label }: PlacedEvent, right: number): Span {
  const width = textWidth(label);
  return x + width > right ? { start: x - width, end: x } : { start: x, end: x + width };
}

function drawEvent(placed: PlacedEvent, lane: number, top: number, bottom: number, right: number): SvgElement {
  const baseline = top + (lane + 1) * LINE_HEIGHT - 4;
  const isLeftOfLine = labelSpan(placed, right).end === placed.x;
  const dashes = { stroke: MUTED_INK, "stroke-width": 1.5, "stroke-dasharray": DASHES[placed.event.kind] };
  return group(`event-${placed.event.kind.replace(" ", "-")}`, [
    line(placed.x, baseline + 3, placed.x, bottom, dashes),
    rimmedText(placed.label, placed.x, baseline, { "text-anchor": isLeftOfLine ? "end" : "start" }),
  ]);
}

function describeEvent(event: ChartEvent): string {
  const where = event.run ?? (event.time === undefined ? undefined : minuteOf(event.time));
  return `${event.label} (${KIND_LABELS[event.kind]}${where === undefined ? "" : `, ${where}`})`;
}

/** A moment in UTC to the minute, as "2026-03-09 14:05"; a day, and what is no moment, as it is written. */
function minuteOf(time: string): string {
  const moment = time.includes("T") ? parseUtc(time) : null;
  return moment === null ? time : new Date(moment).toISOString().slice(0, 16).replace("T", " ");
}

/** A, B, ..., Z, AA, AB, ... */
function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letter(Math.floor(index / 26) - 1)}${last}`;
}
