import { Client, type ClientConfig } from "pg";
import { StoreError } from "../error.ts";
import { describeDatabaseError } from "./database-error.ts";

/** First pause before another attempt to connect, in milliseconds; doubled each time up to the longest. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 10_000;
/** Milliseconds after which listeners are called in any case. */
const POLL_INTERVAL = 30_000;

/**
 * Hears PostgreSQL's notifications on one connection of its own, open as long as anybody listens. A connection that is
 * lost is made anew; since notifications are lost meanwhile, all listeners are called then, and every half minute.
 */
export class PostgresListener {
  readonly #config: ClientConfig;
  readonly #channels = new Map<string, Set<() => void>>();
  #client: Client | null = null;
  #connecting: Promise<void> | null = null;
  #poll: NodeJS.Timeout | null = null;
  #retry: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(config: ClientConfig) {
    this.#config = config;
  }

  /** As `Database.listen`. */
  async listen(channel: string, onNotify: () => void): Promise<() => Promise<void>> {
    if (this.#isClosed) throw new StoreError("TS_DATABASE_UNAVAILABLE", "the database was closed");
    // One of its own for each call: the same function may listen twice.
    const listener = () => onNotify();
    const listeners = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, listeners.add(listener));
    try {
      if (this.#client !== null) await listenTo(this.#client, channel);
      else if (this.#retry === null) await this.#connect();
    } catch (error) {
      await this.#remove(channel, listener);
      throw describeDatabaseError(error);
    }
    return () => this.#remove(channel, listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#channels.clear();
    await this.#disconnect();
  }

  async #remove(channel: string, listener: () => void): Promise<void> {
    const listeners = this.#channels.get(channel);
    listeners?.delete(listener);
    if (listeners?.size !== 0) return;
    this.#channels.delete(channel);
    if (this.#channels.size === 0) await this.#disconnect();
    else await this.#client?.query(`unlisten ${this.#client.escapeIdentifier(channel)}`).catch(() => {});
  }

  #connect(): Promise<void> {
    this.#connecting ??= this.#connectOnce().finally(() => {
      this.#connecting = null;
    });
    return this.#connecting;
  }

  async #connectOnce(): Promise<void> {
    const client = new Client(this.#config);
    client.on("notification", ({ channel }) => this.#call(channel));
    // Unheard, an error would end the process; 'end' follows it.
    client.on("error", () => {});
    try {
      await client.connect();
      for (const channel of this.#channels.keys()) await listenTo(client, channel);
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    if (this.#channels.size === 0) {
      await client.end();
      return;
    }
    this.#client = client;
    client.once("end", () => this.#lose(client));
    this.#poll ??= setInterval(() => this.#callAll(), POLL_INTERVAL).unref();
  }

  #lose(client: Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.#reconnect(FIRST_PAUSE);
  }

  #reconnect(pause: number): void {
    if (this.#channels.size === 0) return;
    const attempt = async () => {
      this.#retry = null;
      try {
        await this.#connect();
        this.#callAll();
      } catch {
        this.#reconnect(Math.min(2 * pause, LONGEST_PAUSE));
      }
    };
    // Varied, so that processes that lost the same server part.
    this.#retry = setTimeout(attempt, pause * (0.5 + Math.random()));
  }

  async #disconnect(): Promise<void> {
    clearInterval(this.#poll ?? undefined);
    clearTimeout(this.#retry ?? undefined);
    this.#poll = null;
    this.#retry = null;
    await this.#connecting?.catch(() => {});
    if (this.#channels.size > 0) return; // somebody listens again
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => {});
  }

  #call(channel: string): void {
    for (const listener of this.#channels.get(channel) ?? []) listener();
  }

  #callAll(): void {
    for (const channel of this.#channels.keys()) this.#call(channel);
  }
}

async function listenTo(client: Client, channel: string): Promise<void> {
  await client.query(`listen ${client.escapeIdentifier(channel)}`);
}
