import { dayOf } from "../measurements/moment.ts";
import type { AlertFinding } from "./alert.ts";

const MILLISECONDS_PER_DAY = 86_400_000;

/** A series of control measurements, and how often it has to go on. Moments are UTC, `2026-01-31T08:00:00.000Z`. */
export interface ScheduledSeries {
  readonly analyte: string;
  readonly level: string | null;
  /** Longest time between two measurements. */
  readonly intervalDays: number;
  readonly lastMeasuredAt: string | null;
  /** When its limits came into effect: from then on it is waited for. */
  readonly since: string;
}

/** What is measured of one control in one assay. */
export interface ControlSchedule {
  readonly assay: string;
  readonly material: string;
  readonly materialLot: string | null;
  readonly series: readonly ScheduledSeries[];
}

/**
 * What a control raises an alert for that nobody measured in time; null when all is measured. Series of one control share
 * a finding, since one run puts all of them right; time that passes makes no other finding of it.
 *
 * @param now UTC.
 */
export function overdueFinding(schedule: ControlSchedule, now: string): AlertFinding | null {
  const { assay, material, materialLot } = schedule;
  const overdue = schedule.series
    .map((series) => ({ ...series, dueAt: dueAt(series) }))
    .filter((series) => series.dueAt < now)
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  const [longest] = overdue;
  if (longest === undefined) return null;
  const name = `${material}${materialLot === null ? "" : ` lot ${materialLot}`}`;
  const last =
    longest.lastMeasuredAt !== null && longest.lastMeasuredAt >= longest.since
      ? `was last measured on ${dayOf(longest.lastMeasuredAt)}`
      : `has not been measured since its limits came into effect on ${dayOf(longest.since)}`;
  const others = overdue.length === 1 ? "" : ` ${overdue.length - 1} more of its series are overdue too.`;
  return {
    kind: "due",
    cause: JSON.stringify(["control overdue", assay, material, materialLot]),
    subject: `control ${name}, ${assay}`,
    occurrence: {
      key: longest.dueAt,
      time: now,
      sentence:
        `${longest.analyte}${longest.level === null ? "" : `, ${longest.level},`} of control ${name} ${last}; ${assay} ` +
        `demands it every ${longest.intervalDays} days, so that it was due on ${dayOf(longest.dueAt)}.${others}`,
      evidence: {
        type: "control overdue",
        material,
        materialLot,
        series: overdue.map(({ analyte, level, lastMeasuredAt, since, intervalDays, dueAt }) => {
          return { analyte, level, lastMeasuredAt, since, intervalDays, dueAt };
        }),
      },
    },
  };
}

/** Measurements from before the limits came into effect do not make it due earlier than those that follow them. */
function dueAt({ lastMeasuredAt, since, intervalDays }: ScheduledSeries): string {
  const from = lastMeasuredAt === null || lastMeasuredAt < since ? since : lastMeasuredAt;
  return new Date(Date.parse(from) + intervalDays * MILLISECONDS_PER_DAY).toISOString();
}
