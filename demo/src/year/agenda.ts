/** Something that happens at a moment of the year. */
export interface Appointment {
  readonly at: Date;
  /** For the progress that is shown. */
  readonly what: string;
  readonly act: () => Promise<void>;
}

/** What is still to happen, the earliest first; what happens at one moment happens in the order in which it was added. */
export class Agenda {
  readonly #appointments: (Appointment & { readonly number: number })[] = [];
  #added = 0;

  add(at: Date, what: string, act: () => Promise<void>): void {
    this.#appointments.push({ at, what, act, number: this.#added++ });
  }

  get length(): number {
    return this.#appointments.length;
  }

  /** How many appointments there were in all. */
  get added(): number {
    return this.#added;
  }

  /** Takes out the earliest; null when nothing is left. */
  next(): Appointment | null {
    this.#appointments.sort((a, b) => a.at.getTime() - b.at.getTime() || a.number - b.number);
    return this.#appointments.shift() ?? null;
  }
}
