import type { GenotypePair, IdentityOptions } from "./identity-input.ts";

/** Sites that two samples have in common, and what they say. */
export interface Agreement {
  readonly compared: number;
  readonly discordant: number;
  /** Null where nothing was compared. */
  readonly discordance: number | null;
  /** Whether both are of one individual; null where too few sites were compared to say. */
  readonly isSame: boolean | null;
}

/** What two samples are held to: being of one individual, or of two. */
type Expectation = "same" | "different";

const NOTHING_COMPARED: Agreement = { compared: 0, discordant: 0, discordance: null, isSame: null };

/**
 * The genotypes of a run, asked by two names. Two names can have several pairs: a truth set has one with its own genotypes
 * and one with those that the panel has under its name. All are kept, in any order.
 */
export class Agreements {
  readonly #agreements = new Map<string, Agreement[]>();

  constructor(pairs: readonly GenotypePair[], options: IdentityOptions) {
    for (const pair of pairs) {
      const ofNames = key(pair.first, pair.second);
      const others = this.#agreements.get(ofNames) ?? [];
      this.#agreements.set(ofNames, [...others, agreementOf(pair, options)]);
    }
  }

  /**
   * What the genotypes of two samples say, whichever is named first; nothing compared where there are none. Of several pairs
   * the one that speaks most against the expectation, of those with enough sites: one with too few hides no other, and is
   * the answer only where all have too few (then the one with most sites).
   */
  between(first: string, second: string, expected: Expectation): Agreement {
    const [worst = NOTHING_COMPARED, ...others] = this.#agreements.get(key(first, second)) ?? [];
    return others.reduce((kept, next) => (isWorse(next, kept, expected) ? next : kept), worst);
  }
}

function agreementOf({ compared, discordant }: GenotypePair, options: IdentityOptions): Agreement {
  if (compared === 0) return NOTHING_COMPARED;
  const discordance = discordant / compared;
  const isSame = compared < options.minSites ? null : discordance <= options.maxDiscordance;
  return { compared, discordant, discordance, isSame };
}

/** An order of all that differ, so that the order of rows in a file decides nothing. */
function isWorse(one: Agreement, other: Agreement, expected: Expectation): boolean {
  if ((one.isSame === null) !== (other.isSame === null)) return other.isSame === null;
  const more = (one.discordance ?? 0) - (other.discordance ?? 0);
  const against = expected === "same" ? more : -more;
  const sites = one.compared - other.compared;
  const [first, second] = one.isSame === null ? [sites, against] : [against, sites];
  return first === 0 ? second > 0 : first > 0;
}

function key(first: string, second: string): string {
  return JSON.stringify(first < second ? [first, second] : [second, first]);
}
