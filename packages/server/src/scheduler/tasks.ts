import { escalateDueAlerts } from "../alerts/escalate-due-alerts.ts";
import type { ServerContext } from "../context.ts";
import { removeDeliveries } from "../deliveries/remove-deliveries.ts";
import { raiseExpiringLots, raiseOverdueControls } from "../due/raise-due-findings.ts";
import { removeEvents } from "../events/remove-events.ts";
import { failSilentRuns } from "../nextflow/fail-silent-runs.ts";
import { endExpiredSessions } from "../sessions/end-expired-sessions.ts";
import { forgetAnswers } from "../writing/forget-answers.ts";
import { perform, type Writing } from "../writing/perform.ts";

/** Something that time alone makes necessary. It may be carried out twice at once: what is done is not done again. */
export interface Task {
  readonly name: string;
  readonly run: (context: ServerContext) => Promise<unknown>;
}

/** What the scheduler does in each round, in this order. */
export const tasks: readonly Task[] = [
  task("escalate alerts", escalateDueAlerts),
  task("find overdue controls", raiseOverdueControls),
  task("find expiring lots", (writing, { lotWarningDays }) => raiseExpiringLots(writing, lotWarningDays)),
  task("fail silent runs", failSilentRuns),
  task("end sessions", endExpiredSessions),
  task("forget answers", forgetAnswers),
  task("remove deliveries", (writing, { eventDays }) => removeDeliveries(writing, eventDays)),
  task("remove events", (writing, { eventDays }) => removeEvents(writing, eventDays)),
];

function task(name: string, work: (writing: Writing, settings: ServerContext["settings"]) => Promise<unknown>): Task {
  return { name, run: (context) => perform(context, null, (writing) => work(writing, context.settings)) };
}
