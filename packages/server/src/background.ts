import type { ServerContext } from "./context.ts";
import { type Background, type BackgroundLog, startScheduler } from "./scheduler/scheduler.ts";

const SILENT: BackgroundLog = { error: () => {} };

/**
 * Starts what a server does without being asked: the scheduler, in one process of all that use the records. Stop it before
 * the database is closed.
 */
export async function startBackground(context: ServerContext, log: BackgroundLog = SILENT): Promise<Background> {
  return startScheduler(context, log);
}
