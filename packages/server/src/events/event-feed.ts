import type { Database } from "@touchstone/store";
import { type EventWindow, lastEventNumber, readEvents } from "./read-events.ts";
import type { Event } from "./schema.ts";

/** Events that are read at once, and most that a reader holds. */
const BATCH = 100;
/** Latest events that are kept at hand, so that many readers cost one query. */
const AT_HAND = 1000;
/** Milliseconds until the database is asked again after it did not answer. */
const PAUSE = 1000;

/**
 * The stored events as they come, whichever replica wrote them. Each reader goes through them by number at its own pace:
 * the latest are at hand, older ones are in the table.
 */
export class EventFeed {
  readonly #database: Database;
  readonly #waiting = new Set<() => void>();
  #started: Promise<void> | null = null;
  #unlisten: (() => Promise<void>) | null = null;
  /** Every event after `#before` up to `#last`. */
  #recent: Event[] = [];
  #before = 0;
  #last = 0;
  #isReady = false;
  #isReading = false;
  #isCalled = false;
  #retry: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Listens for new events from now on; a second call waits for the first. */
  start(): Promise<void> {
    this.#started ??= this.#start().catch((error) => {
      this.#started = null;
      throw error;
    });
    return this.#started;
  }

  /** Number of the last event that was seen. */
  get last(): number {
    return this.#last;
  }

  /** The events after a number: some of them, or none when there are none yet. */
  async read(after: number): Promise<EventWindow> {
    if (after < this.#before) return readEvents(this.#database.kysely, after, BATCH);
    const first = this.#recent.findIndex(({ number }) => number > after);
    return { events: first === -1 ? [] : this.#recent.slice(first, first + BATCH), reset: null };
  }

  /** Waits until there may be an event after a number, `timeout` milliseconds have passed, or the signal comes. */
  waitBeyond(number: number, timeout: number, signal: AbortSignal): Promise<void> {
    if (this.#last > number || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#waiting.delete(end);
        signal.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, timeout);
      this.#waiting.add(end);
      signal.addEventListener("abort", end);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    await this.#started?.catch(() => {});
    await this.#unlisten?.();
    for (const end of this.#waiting) end();
  }

  async #start(): Promise<void> {
    this.#unlisten = await this.#database.listen("event", () => void this.#readNew());
    this.#last = await lastEventNumber(this.#database.kysely);
    this.#before = this.#last;
    this.#isReady = true;
    await this.#readNew(); // what came between the two
  }

  async #readNew(): Promise<void> {
    this.#isCalled = true;
    if (!this.#isReady || this.#isReading || this.#isClosed) return;
    this.#isReading = true;
    try {
      while (this.#isCalled) {
        this.#isCalled = false;
        await this.#readBatch();
      }
    } catch {
      this.#retry = setTimeout(() => void this.#readNew(), PAUSE).unref();
    } finally {
      this.#isReading = false;
    }
  }

  async #readBatch(): Promise<void> {
    const { events, reset } = await readEvents(this.#database.kysely, this.#last, BATCH);
    if (reset !== null) {
      this.#recent = [];
      this.#before = reset.continuesAfter;
    }
    const last = events.at(-1);
    if (last === undefined) return;
    this.#recent.push(...events);
    this.#last = last.number;
    const surplus = this.#recent.splice(0, Math.max(0, this.#recent.length - AT_HAND)).at(-1);
    if (surplus !== undefined) this.#before = surplus.number;
    if (events.length === BATCH) this.#isCalled = true;
    for (const end of this.#waiting) end();
  }
}
