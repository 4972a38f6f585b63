import type { AlertKind } from "@touchstone/quality";
import type { Event } from "../events/schema.ts";

/** What an event of an alert says. */
export interface AlertEvent {
  readonly kind: AlertKind;
  readonly subject: string;
  readonly level: number;
  readonly assay: string | null;
  readonly sentence: string;
}

/** What people are written about: alerts that are raised, and those that reach a higher level. */
const TOPICS = new Set(["alert.raised", "alert.escalated"]);

/** The alert of an event that people are written about; null for any other event. */
export function alertOfEvent({ topic, payload }: Pick<Event, "topic" | "payload">): AlertEvent | null {
  return TOPICS.has(topic) ? (payload as AlertEvent) : null;
}
