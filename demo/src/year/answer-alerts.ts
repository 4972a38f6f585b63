import type { paths } from "@touchstone/client";
import type { Position } from "./people.ts";
import { weekOf } from "./plan.ts";
import { contentOf } from "./sign.ts";
import type { Story } from "./story.ts";

/** An alert as lists show it. */
export type Alert = paths["/api/v1/alerts"]["get"]["responses"]["200"]["content"]["application/json"]["items"][number];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Alerts that are younger than this when the year ends are still looked into. */
const STILL_OPEN = 10 * DAY;

/** Who looks into an alert, and how it ends. */
interface AlertAnswer {
  /** Null for one that nobody has looked at yet. */
  readonly owner: Position | null;
  /** Null for one that is not resolved in this year. */
  readonly resolution: { readonly at: Date; readonly reason: string } | null;
}

/** People answer every alert that is new: it is acknowledged, given to somebody, and resolved when its cause is known. */
export async function answerAlerts(
  story: Story,
  answered: Set<string>,
  found: (alert: Alert) => Promise<void>,
): Promise<void> {
  const client = await story.laboratory.person("technologist");
  const query = { status: "open", limit: 100 } as const;
  const { items } = contentOf(await client.GET("/api/v1/alerts", { params: { query } }));
  for (const alert of items.toReversed()) {
    if (answered.has(alert.id)) continue;
    answered.add(alert.id);
    scheduleAnswer(story, alert, answerOf(story, alert));
    await found(alert);
  }
}

function scheduleAnswer({ agenda, laboratory }: Story, alert: Alert, { owner, resolution }: AlertAnswer): void {
  const params = { path: { id: alert.id } };
  if (owner === null) return;
  agenda.add(new Date(laboratory.clock.now().getTime() + 50 * MINUTE), `alert: ${alert.subject}`, async () => {
    const client = await laboratory.person("technologist");
    await client.PATCH("/api/v1/alerts/{id}/acknowledge", { params });
    const body = { assignedTo: laboratory.personId(owner) };
    await client.PATCH("/api/v1/alerts/{id}/assign", { params, body });
  });
  if (resolution === null) return;
  agenda.add(resolution.at, `alert: ${alert.subject}`, async () => {
    const client = await laboratory.person("reviewer");
    await client.PATCH("/api/v1/alerts/{id}/resolve", { params, body: { reason: resolution.reason } });
  });
}

function answerOf({ calendar, laboratory }: Story, alert: Alert): AlertAnswer {
  const now = laboratory.clock.now();
  const isBefore = (week: number) => now < calendar.at(week, "23:59", 3);
  const later = (days: number, reason: string) => ({ at: new Date(now.getTime() + days * DAY), reason });
  const { assay, kind, subject } = alert;
  const isLotShift = now > calendar.at(weekOf.lotShift, "00:00") && isBefore(weekOf.lotShift);
  if (alert.run?.name.endsWith("validation") === true) {
    return { owner: "engineer", resolution: later(3, "The candidate failed its gate and was not put into use.") };
  }
  if (assay === "germline-genome" && subject.startsWith("recall of INDEL") && isBefore(weekOf.declineEnds)) {
    const reason = "Kit lot PF-2391 is in use: indel recall is back where it was. See the non-conformance.";
    return { owner: "engineer", resolution: { at: calendar.at(weekOf.declineEnds + 1, "15:30", 1), reason } };
  }
  if (assay === "tumour-panel" && kind === "immediate" && isLotShift) {
    const reason = "Lot HC-0412 was taken out of use; controls of the repeat are in control. See the non-conformance.";
    return { owner: "reviewer", resolution: later(9, reason) };
  }
  if (kind === "predictive" && !isBefore(weekOf.newVersion)) return { owner: "engineer", resolution: null };
  if (now > new Date(calendar.lastDay.getTime() + DAY - STILL_OPEN)) {
    return { owner: kind === "due" ? null : "deputy", resolution: null };
  }
  const reason =
    "Looked into without finding a cause; the next run was in control. A false alarm is expected at times.";
  return { owner: "technologist", resolution: later(4, reason) };
}
