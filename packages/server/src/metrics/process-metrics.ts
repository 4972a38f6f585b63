import { collectDefaultMetrics, Registry } from "prom-client";

let registry: Registry | null = null;

/** Memory, processor time, event loop and the like of this process: measured once, however many servers it runs. */
export function processMetrics(): Registry {
  if (registry === null) {
    registry = new Registry();
    collectDefaultMetrics({ register: registry });
  }
  return registry;
}
