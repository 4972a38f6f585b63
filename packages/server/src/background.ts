import type { ServerContext } from "./context.ts";
import { startDeliveries } from "./deliveries/deliver.ts";
import { type Background, type BackgroundLog, startScheduler } from "./scheduler/scheduler.ts";

const SILENT: BackgroundLog = { error: () => {} };

/**
 * Starts what a server does without being asked: messages to webhooks and by e-mail, which every process delivers some of,
 * and the scheduler, in one process of all that use the records. Stop it before the database is closed.
 */
export async function startBackground(context: ServerContext, log: BackgroundLog = SILENT): Promise<Background> {
  const parts = [await startDeliveries(context, log), startScheduler(context, log)];
  return {
    stop: async () => {
      await Promise.all(parts.map((part) => part.stop()));
    },
  };
}
