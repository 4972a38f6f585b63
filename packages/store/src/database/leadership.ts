/** That this process is the one that leads something. */
export interface Leadership {
  /** Comes when it does not lead any more, whoever ended that. */
  readonly lost: AbortSignal;
  /** Lets another process lead. A second call does nothing. */
  release(): Promise<void>;
}

/** Leadership where there is one process: nobody else can have it. */
export class LocalLeaderships {
  readonly #led = new Map<string, AbortController>();

  /** As `Database.lead`. */
  readonly lead = async (subject: string): Promise<Leadership | null> => {
    if (this.#led.has(subject)) return null;
    const end = new AbortController();
    this.#led.set(subject, end);
    const release = async () => {
      if (this.#led.get(subject) === end) this.#led.delete(subject);
      end.abort();
    };
    return { lost: end.signal, release };
  };

  end(): void {
    for (const end of this.#led.values()) end.abort();
    this.#led.clear();
  }
}
