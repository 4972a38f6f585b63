/** The clock of this process while a year is replayed. */
export interface SimulatedClock {
  /** The present moment. */
  now(): Date;
  /** Moves it to a later moment; it stands still between. @throws RangeError for an earlier one. */
  moveTo(moment: Date): void;
  /** Moves it ahead by milliseconds. */
  advance(milliseconds: number): void;
  /** Gives the process its own clock back. */
  restore(): void;
}

/**
 * Sets the clock of the whole process: `Date`, and with it the embedded database, whose `now()` and `clock_timestamp()` ask
 * `Date` as well. The audit trail keeps the database's time, so that nothing less would give a replayed year its own times.
 * Timers and `performance.now()` go on as they are.
 */
export function startSimulatedClock(start: Date): SimulatedClock {
  const RealDate = globalThis.Date;
  let moment = start.getTime();

  class SimulatedDate extends RealDate {
    constructor(...given: readonly unknown[]) {
      if (given.length === 0) super(moment);
      else super(...(given as [number]));
    }

    static override now(): number {
      return moment;
    }

    /** Files' times and other dates that Node makes by itself are dates too. */
    static override [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof RealDate;
    }
  }

  globalThis.Date = SimulatedDate as DateConstructor;
  return {
    now: () => new RealDate(moment),
    moveTo: (later) => {
      if (later.getTime() < moment) {
        throw new RangeError(`${later.toISOString()} is before ${new RealDate(moment).toISOString()}: time went on`);
      }
      moment = later.getTime();
    },
    advance: (milliseconds) => {
      moment += milliseconds;
    },
    restore: () => {
      globalThis.Date = RealDate;
    },
  };
}
