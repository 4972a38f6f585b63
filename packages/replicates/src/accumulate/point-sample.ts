/** A variant or analyte chosen for the plots. */
export interface SampledPoint {
  readonly hash: number;
  readonly cell: number;
  /** One a run; NaN where not measured. */
  readonly values: Float64Array;
  readonly mean: number;
  /** NaN when undefined. */
  readonly cv: number;
  /** Mean depth of the runs that measured it; NaN when unknown. */
  readonly depth: number;
}

/**
 * The points that plots show, where there are more than can be seen: those whose name has the smallest hash. So the
 * choice depends on the variants and the seed alone, not on their order, nor on how the work was shared.
 */
export class PointSample {
  readonly #size: number;
  #points: SampledPoint[] = [];
  /** Hashes above it are not among the smallest. */
  #limit = Number.POSITIVE_INFINITY;

  constructor(size: number) {
    this.#size = size;
  }

  /** Whether a point with this hash may be one of the sample: asked before the point is made. */
  wants(hash: number): boolean {
    return hash <= this.#limit;
  }

  add(point: SampledPoint): void {
    if (!this.wants(point.hash)) return;
    this.#points.push(point);
    if (this.#points.length >= 2 * this.#size + 16) this.#trim();
  }

  /** The points by hash; at most as many as the sample's size. */
  points(): readonly SampledPoint[] {
    this.#trim();
    return this.#points;
  }

  #trim(): void {
    // Points of one hash keep the order in which they came, which is that of the genome.
    this.#points.sort((first, second) => first.hash - second.hash);
    this.#points.length = Math.min(this.#points.length, this.#size);
    if (this.#points.length === this.#size) this.#limit = this.#points[this.#size - 1]?.hash ?? -1;
  }
}

/** Hash of numbers and a seed, 0 to 2^32 - 1: MurmurHash3 (Appleby, public domain), one number a round. */
export function hashNumbers(seed: number, first: number, second: number, third: number): number {
  let hash = mix(mix(mix(seed | 0, first), second), third);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function mix(hash: number, number: number): number {
  let mixed = Math.imul(number, 0xcc9e2d51);
  mixed = (mixed << 15) | (mixed >>> 17);
  const joined = hash ^ Math.imul(mixed, 0x1b873593);
  return (Math.imul((joined << 13) | (joined >>> 19), 5) + 0xe6546b64) | 0;
}

/** A 32-bit number that stands for a name (FNV-1a, Fowler, Noll & Vo). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash | 0;
}
