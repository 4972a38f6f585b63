import { daysAfter } from "./calendar.ts";
import type { Position } from "./people.ts";
import { contentOf, signature } from "./sign.ts";
import type { Story } from "./story.ts";

const DAY = 86_400_000;

/** A corrective or preventive action as the story plans it, in days after its non-conformance was opened. */
export interface PlannedAction {
  readonly kind: "corrective" | "preventive";
  readonly description: string;
  readonly owner: Position;
  readonly dueInDays: number;
  /** Null for one that is still to be done when the year ends. */
  readonly done: { readonly inDays: number; readonly restarts?: { readonly assayId: string } } | null;
  readonly verified: { readonly by: Position; readonly inDays: number; readonly outcome: string } | null;
}

/** A non-conformance, what is done about it, and how it is closed. */
export interface NonConformanceStory {
  readonly title: string;
  readonly description: string;
  readonly severity: "minor" | "major" | "critical";
  readonly runId: string | null;
  readonly alertIds: readonly string[];
  readonly actions: readonly PlannedAction[];
  readonly closing: { readonly inDays: number; readonly rootCause: string } | null;
}

/** Opens a non-conformance, plans its actions, and puts what follows from it on the agenda. */
export async function openNonConformance(story: Story, of: NonConformanceStory): Promise<void> {
  const { laboratory, agenda } = story;
  const reviewer = await laboratory.person("reviewer");
  const { title, description, severity, runId, alertIds, actions, closing } = of;
  const { id } = contentOf(
    await reviewer.POST("/api/v1/non-conformances", {
      body: { title, description, severity, ...(runId === null ? {} : { runId }), alertIds: [...alertIds] },
    }),
  );
  const openedAt = laboratory.clock.now();
  const later = (days: number) => new Date(openedAt.getTime() + days * DAY);
  for (const action of actions) await planAction(story, id, action, later);
  if (closing === null) return;
  agenda.add(later(closing.inDays), "non-conformance", async () => {
    const director = await laboratory.person("director");
    const body = { rootCause: closing.rootCause, signature: signature("closed: effective") };
    await director.POST("/api/v1/non-conformances/{id}/close", { params: { path: { id } }, body });
  });
}

async function planAction(
  { laboratory, agenda }: Story,
  nonConformance: string,
  { kind, description, owner, dueInDays, done, verified }: PlannedAction,
  later: (days: number) => Date,
): Promise<void> {
  const reviewer = await laboratory.person("reviewer");
  const dueOn = daysAfter(later(0), dueInDays);
  const { id } = contentOf(
    await reviewer.POST("/api/v1/non-conformances/{id}/corrective-actions", {
      params: { path: { id: nonConformance } },
      body: { kind, description, assignedTo: laboratory.personId(owner), dueOn },
    }),
  );
  const params = { path: { id } };
  if (done === null) return;
  agenda.add(later(done.inDays), "corrective action", async () => {
    const client = await laboratory.person(owner);
    const restarts = done.restarts === undefined ? {} : { restartsCounters: { ...done.restarts } };
    await client.PATCH("/api/v1/corrective-actions/{id}", { params, body: { status: "done", ...restarts } });
  });
  if (verified === null) return;
  agenda.add(later(verified.inDays), "corrective action", async () => {
    const client = await laboratory.person(verified.by);
    await client.PATCH("/api/v1/corrective-actions/{id}", {
      params,
      body: { status: "verified", outcome: verified.outcome },
    });
  });
}
