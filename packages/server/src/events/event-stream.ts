import type { EventFeed } from "./event-feed.ts";
import type { Event, Reset } from "./schema.ts";
import { isWanted } from "./topics.ts";

/** Milliseconds after which a client that lost the stream comes back. */
const RETRY = 3000;

/** How one client is served. */
export interface EventStreamOptions {
  /** Number to go on after. */
  readonly after: number;
  /** What is to be told first: that the number which the client gave is no place to go on after. */
  readonly reset: Reset | null;
  readonly topics: readonly string[] | undefined;
  /** Milliseconds between signs of life. */
  readonly heartbeat: number;
  /** Ends the stream. */
  readonly signal: AbortSignal;
  /** Whether the client may still see events; asked at every sign of life. */
  readonly mayContinue: () => Promise<boolean>;
}

/**
 * The text of a stream of server-sent events. Nothing is read ahead: whoever takes the text slowly is a number in a
 * table, not a queue in memory. Events have no `event` field, so that `onmessage` gets all of them; `reset` has.
 */
export async function* eventStream(feed: EventFeed, options: EventStreamOptions): AsyncGenerator<string> {
  const { signal, heartbeat, topics } = options;
  let position = options.after;
  yield `retry: ${RETRY}\n${options.reset === null ? positionText(position) : resetText(options.reset)}`;
  let nextBeat = performance.now() + heartbeat;
  while (!signal.aborted) {
    if (performance.now() >= nextBeat) {
      if (!(await options.mayContinue())) return;
      yield `: still here\n${positionText(position)}`;
      nextBeat = performance.now() + heartbeat;
    }
    const { events, reset } = await feed.read(position);
    const text = reset === null ? eventsText(events, topics) : resetText(reset);
    if (text !== "") yield text;
    position = reset?.continuesAfter ?? events.at(-1)?.number ?? position;
    if (reset === null && events.length === 0) {
      await feed.waitBeyond(position, Math.max(0, nextBeat - performance.now()), signal);
    }
  }
}

/** Moves the client's place without telling it anything, past events that it did not ask for. */
function positionText(number: number): string {
  return `id: ${number}\n\n`;
}

function resetText(reset: Reset): string {
  return `id: ${reset.continuesAfter}\nevent: reset\ndata: ${JSON.stringify(reset)}\n\n`;
}

function eventsText(events: readonly Event[], topics: readonly string[] | undefined): string {
  return events
    .filter(({ topic }) => isWanted(topic, topics))
    .map((event) => `id: ${event.number}\ndata: ${JSON.stringify(event)}\n\n`)
    .join("");
}
