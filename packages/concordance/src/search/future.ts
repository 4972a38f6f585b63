import { type Haplotype, IN_SYNC } from "./haplotype.ts";
import { LengthBalance } from "./length-balance.ts";
import { LookAhead } from "./look-ahead.ts";
import type { SearchEvent } from "./search-event.ts";

/** Fewer events are searched faster than their future is looked into. */
export const EVENTS_WORTH_LOOKING_AHEAD = 9;

/** What tells early that a node cannot be finished. */
export class Future {
  readonly #balance: LengthBalance;
  readonly #lookAhead: LookAhead;

  constructor(events: readonly SearchEvent[], reference: string) {
    this.#balance = new LengthBalance(events);
    this.#lookAhead = new LookAhead(events, reference);
  }

  isOpen(haplotypes: readonly Haplotype[], index: number): boolean {
    for (const haplotype of haplotypes) {
      if (haplotype === IN_SYNC) continue;
      if (!this.#balance.canBalance(haplotype, index) || !this.#lookAhead.hasFuture(haplotype, index)) return false;
    }
    return true;
  }
}
