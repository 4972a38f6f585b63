import { Client, type ClientConfig } from "pg";
import { describeDatabaseError } from "./database-error.ts";
import type { Leadership } from "./leadership.ts";

/** In seconds: a server finds out in half a minute that the machine of a leader is gone, rather than in two hours. */
const KEEP_ALIVE = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4";

/**
 * Leadership by advisory locks of the session, which PostgreSQL gives back by itself when the session ends, however it
 * does. Each candidate keeps a connection of its own; waiting in the database would hold a snapshot, and with it keep all
 * that was ever updated.
 */
export class PostgresLeaderships {
  readonly #config: ClientConfig;
  readonly #candidates = new Map<string, Promise<Candidate>>();

  constructor(config: ClientConfig) {
    this.#config = { ...config, options: `${config.options ?? ""} ${KEEP_ALIVE}` };
  }

  /** As `Database.lead`. */
  async lead(subject: string): Promise<Leadership | null> {
    try {
      const candidate = await this.#candidate(subject);
      return await candidate.lead();
    } catch (error) {
      throw describeDatabaseError(error);
    }
  }

  async close(): Promise<void> {
    const candidates = await Promise.allSettled(this.#candidates.values());
    this.#candidates.clear();
    await Promise.all(candidates.map((one) => (one.status === "fulfilled" ? one.value.end() : undefined)));
  }

  #candidate(subject: string): Promise<Candidate> {
    const known = this.#candidates.get(subject);
    if (known !== undefined) return known;
    const forget = () => this.#candidates.delete(subject);
    const candidate = Candidate.connect(this.#config, subject, forget);
    this.#candidates.set(subject, candidate);
    candidate.catch(forget);
    return candidate;
  }
}

/** A connection that has the lock of a subject, or would like to. */
class Candidate {
  readonly #client: Client;
  readonly #subject: string;
  readonly #lost = new AbortController();
  #isLeader = false;

  private constructor(client: Client, subject: string, onEnd: () => void) {
    this.#client = client;
    this.#subject = subject;
    client.once("end", () => {
      onEnd();
      this.#lost.abort();
    });
  }

  static async connect(config: ClientConfig, subject: string, onEnd: () => void): Promise<Candidate> {
    const client = new Client(config);
    // Unheard, an error would end the process; 'end' follows it.
    client.on("error", () => {});
    const candidate = new Candidate(client, subject, onEnd);
    await client.connect();
    return candidate;
  }

  async lead(): Promise<Leadership | null> {
    if (this.#isLeader) return null;
    const { rows } = await this.#client.query<{ leads: boolean }>(
      "select pg_try_advisory_lock(hashtextextended($1, 0)) as leads",
      [`touchstone leads ${this.#subject}`],
    );
    if (rows[0]?.leads !== true) return null;
    this.#isLeader = true;
    // With the connection: another candidate begins with a new one.
    return { lost: this.#lost.signal, release: () => this.end() };
  }

  async end(): Promise<void> {
    await this.#client.end().catch(() => {});
  }
}
