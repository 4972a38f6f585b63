/** How the measurements of a step lie to one side of a limit: all beyond it, possibly all, at least one not. */
export type Certainty = "yes" | "maybe" | "no";

const LENGTH_ABOVE = 0;
const LENGTH_BELOW = 1;
const NEW_ABOVE = 2;
const NEW_BELOW = 3;
const POSSIBLE_ABOVE = 4;
const POSSIBLE_BELOW = 5;

/**
 * Counts consecutive measurements on one side of a limit, in constant time a step. Beside the measurements that are
 * surely beyond it, those are counted that may be (their score is not evaluable), and those since the last news.
 */
export class Streak {
  readonly #count: number;
  readonly #lengths: Int32Array = new Int32Array(6);
  readonly #saved: Int32Array = new Int32Array(6);
  #begins = false;

  /** @param count measurements that violate the rule. */
  constructor(count: number) {
    this.#count = count;
  }

  /** Adds a step of some measurements taken together. */
  extend(above: Certainty, below: Certainty, measurements: number): void {
    this.#extendSide(LENGTH_ABOVE, above, measurements);
    this.#extendSide(LENGTH_BELOW, below, measurements);
    this.#begins = Math.max(this.#lengths[NEW_ABOVE], this.#lengths[NEW_BELOW]) >= this.#count;
    if (this.#begins) this.#lengths.fill(0, NEW_ABOVE, NEW_BELOW + 1);
  }

  #extendSide(side: number, certainty: Certainty, measurements: number): void {
    const lengths = this.#lengths;
    const grown = (place: number): number => lengths[place] + measurements;
    lengths[side] = certainty === "yes" ? grown(side) : 0;
    lengths[NEW_ABOVE + side] = certainty === "yes" ? grown(NEW_ABOVE + side) : 0;
    lengths[POSSIBLE_ABOVE + side] = certainty === "no" ? 0 : grown(POSSIBLE_ABOVE + side);
  }

  /** Side on which the last measurements violate the rule. */
  get side(): "above" | "below" | null {
    if (this.#lengths[LENGTH_ABOVE] >= this.#count) return "above";
    return this.#lengths[LENGTH_BELOW] >= this.#count ? "below" : null;
  }

  /** Whether the violation may hold. */
  get isPossible(): boolean {
    return Math.max(this.#lengths[POSSIBLE_ABOVE], this.#lengths[POSSIBLE_BELOW]) >= this.#count;
  }

  /** Whether the violation consists of measurements after the last news only. */
  get begins(): boolean {
    return this.#begins;
  }

  reset(): void {
    this.#lengths.fill(0);
  }

  save(): void {
    this.#saved.set(this.#lengths);
  }

  restore(): void {
    this.#lengths.set(this.#saved);
  }
}
