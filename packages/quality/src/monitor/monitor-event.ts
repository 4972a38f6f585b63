import type { Measurement } from "../measurements/measurement.ts";

/** What can happen to an assay between runs. */
export const eventKinds = [
  "corrective action",
  "reagent lot",
  "control lot",
  "pipeline version",
  "service",
  "note",
] as const;

/** One of the kinds of event. */
export type EventKind = (typeof eventKinds)[number];

/** Something that was recorded between runs: a corrective action, a new lot, a service. */
export interface MonitorEvent {
  /** UTC. The event lies before the runs with a later time. */
  readonly time: string;
  readonly kind: EventKind;
  /** The first run after the event, where the times do not tell. */
  readonly run: string | null;
  /** What the event concerns; null: everything. */
  readonly analyte: string | null;
  readonly material: string | null;
  readonly by: string | null;
  readonly note: string | null;
}

/** Whether an event concerns a series. */
export function concerns(
  event: MonitorEvent,
  { analyte, material }: Pick<Measurement, "analyte" | "material">,
): boolean {
  return (event.analyte ?? analyte) === analyte && (event.material ?? material) === material;
}
