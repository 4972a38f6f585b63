import * as Plot from "@observablehq/plot";
import type { ChartEvent } from "../chart-event.ts";
import { drawableExtent } from "../drawing/drawable.ts";
import { shorten, textWidth } from "../drawing/text-metrics.ts";
import { parseUtc } from "../drawing/utc-time.ts";
import type { Interval } from "../interval.ts";

/** Milliseconds of a day. */
export const DAY = 86_400_000;
const WIDEST_RUN_LABEL = 90;
const TICK_GAP = 12;

/** Horizontal axis of a series: runs one beside the other in the order given, or UTC time. */
export interface SeriesAxis {
  readonly kind: "run" | "date";
  /** Place of each point in units of the axis (number of the run from 0, or milliseconds); null without a time. */
  readonly places: readonly (number | null)[];
  /** From the first to the last place with room on both sides; null where no point has a place. */
  readonly domain: Interval | null;
  readonly placeOfRun: (run: string) => number | null;
  readonly placeOfEvent: (event: ChartEvent) => number | null;
  /** Scale for `Plot.plot`. */
  readonly scale: (domain: Interval) => Plot.ScaleOptions;
  /** Axis for `Plot.plot`, with as many labels as fit into a width. */
  readonly marks: (width: number) => Plot.Markish[];
}

interface SeriesPoint {
  readonly run: string;
  readonly time: string | null;
}

/** Places the points of a series; measurements of one run share its place on an axis of runs. */
export function seriesAxis(points: readonly SeriesPoint[], kind: "run" | "date"): SeriesAxis {
  return kind === "run" ? runAxis(points) : dateAxis(points);
}

function runAxis(points: readonly SeriesPoint[]): SeriesAxis {
  const places = new Map<string, number>();
  for (const { run } of points) if (!places.has(run)) places.set(run, places.size);
  const runs = [...places.keys()];
  const placeOfRun = (run: string): number | null => places.get(run) ?? null;
  let known: (number | null)[] | null = null;
  const timesOfPoints = () => {
    known ??= points.map((point) => parseUtc(point.time));
    return known;
  };
  return {
    kind: "run",
    places: points.map((point) => placeOfRun(point.run)),
    domain: runs.length === 0 ? null : [-0.75, runs.length - 0.25],
    placeOfRun,
    // A change falls between two runs: in front of the first run that it concerns.
    placeOfEvent: (event) => {
      const run = event.run === undefined ? null : placeOfRun(event.run);
      if (run !== null) return run - 0.5;
      const time = parseUtc(event.time);
      if (time === null) return null;
      const times = timesOfPoints();
      if (times.every((other) => other === null)) return null;
      const next = points.find((_, index) => (times[index] ?? Number.NEGATIVE_INFINITY) >= time);
      return (next === undefined ? runs.length : places.get(next.run)!) - 0.5;
    },
    scale: (domain) => ({ type: "linear", domain: [...domain], label: null }),
    marks: (width) => {
      const labels = runs.map((run) => shorten(run, WIDEST_RUN_LABEL));
      const widest = Math.max(...labels.map((label) => textWidth(label)));
      const step = roundStep(Math.ceil(((widest + TICK_GAP) * runs.length) / width));
      const ticks = runs.map((_, index) => index).filter((index) => index % step === 0);
      return [
        Plot.axisX(ticks, {
          tickFormat: (index: number) => labels[index],
          label: "run",
          labelAnchor: "center",
          labelArrow: "none",
        }),
      ];
    },
  };
}

function dateAxis(points: readonly SeriesPoint[]): SeriesAxis {
  const places = points.map((point) => parseUtc(point.time));
  const placeOf = new Map<string, number | null>();
  for (const [index, { run }] of points.entries()) if (!placeOf.has(run)) placeOf.set(run, places[index]!);
  const placeOfRun = (run: string): number | null => placeOf.get(run) ?? null;
  const extent = drawableExtent(places);
  const room = extent === null ? 0 : Math.max((extent[1] - extent[0]) * 0.02, DAY / 2);
  return {
    kind: "date",
    places,
    domain: extent && [extent[0] - room, extent[1] + room],
    placeOfRun,
    placeOfEvent: (event) => parseUtc(event.time) ?? (event.run === undefined ? null : placeOfRun(event.run)),
    scale: (domain) => ({ type: "utc", domain: domain.map((time) => new Date(time)), label: null }),
    marks: (width) => [
      Plot.axisX({
        ticks: Math.max(2, Math.floor(width / 90)),
        label: "date (UTC)",
        labelAnchor: "center",
        labelArrow: "none",
      }),
    ],
  };
}

/** The next of 1, 2, 5, 10, 20, 50, ... */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, step)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= step)!;
}
