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

/** The genotypes of a run, asked by two names. */
export class Agreements {
  readonly #pairs = new Map<string, GenotypePair>();
  readonly #options: IdentityOptions;

  constructor(pairs: readonly GenotypePair[], options: IdentityOptions) {
    for (const pair of pairs) this.#pairs.set(key(pair.first, pair.second), pair);
    this.#options = options;
  }

  /** What the genotypes of two samples say, whichever is named first; nothing compared where there are none. */
  between(first: string, second: string): Agreement {
    const { compared, discordant } = this.#pairs.get(key(first, second)) ?? { compared: 0, discordant: 0 };
    const discordance = compared === 0 ? null : discordant / compared;
    const isSame =
      discordance === null || compared < this.#options.minSites ? null : discordance <= this.#options.maxDiscordance;
    return { compared, discordant, discordance, isSame };
  }
}

function key(first: string, second: string): string {
  return JSON.stringify(first < second ? [first, second] : [second, first]);
}
