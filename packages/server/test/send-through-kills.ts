import { type Replica, startReplica } from "./replica.ts";
import type { TestServer } from "./test-server.ts";

/** Requests that clients send at the same time while their server is killed and started again. */
export interface KilledRequests<Acknowledged> {
  readonly count: number;
  readonly clients: number;
  /** Acknowledged answers after which the server is killed; it is killed after the last one too. */
  readonly killedAfter: readonly number[];
  /** Sends the request of that number, from 0; throws unless it is acknowledged. */
  readonly send: (replica: Replica, number: number) => Promise<Acknowledged>;
  /** Looks at what is there, while no server has it. */
  readonly inspect: (acknowledged: readonly Acknowledged[]) => Promise<void>;
}

/**
 * Serves the records of a test's server in processes that are killed at once, as by a crash. A request whose answer was lost
 * is sent again to the next server.
 *
 * @returns all answers.
 */
export async function sendThroughKills<Acknowledged>(
  { source, context }: Pick<TestServer, "source" | "context">,
  { count, clients, killedAfter, send, inspect }: KilledRequests<Acknowledged>,
): Promise<Acknowledged[]> {
  const waiting = Array.from({ length: count }, (_, number) => number);
  const acknowledged: Acknowledged[] = [];
  for (const killAfter of [...killedAfter, count]) {
    const serving = await startReplica({ source, objects: context.objects.location });
    let killed: Promise<void> | null = null;
    const client = async () => {
      while (waiting.length > 0 && killed === null) {
        const number = waiting.shift() as number;
        try {
          acknowledged.push(await send(serving, number));
        } catch (error) {
          if (killed === null) throw error;
          waiting.push(number);
        }
        if (acknowledged.length >= killAfter) killed ??= serving.kill();
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    await killed;
    await inspect(acknowledged);
  }
  return acknowledged;
}
