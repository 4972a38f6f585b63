import type { Random } from "../random/random.ts";

/** Qualities that are reported lie between these, as on an instrument of today. */
export const LOWEST_QUALITY = 2;
export const HIGHEST_QUALITY = 40;

/** Read-to-read spread of the mean quality, Phred. */
const READ_SD_STEP = 0.75;
/** Second reads are worse. */
const SECOND_READ_LOSS = 1.5;
/** Share of bases whose signal is poor. */
const POOR_SHARE = 0.01;
const POOR_RANGE = 14;

/** What the error of a base depends on beside its reported quality. */
export interface BaseContext {
  /** 0-based place in the read. */
  readonly cycle: number;
  readonly readLength: number;
  /** Whether this base and the one before it in the read are both G. */
  readonly afterG: boolean;
  /** 1-based. */
  readonly lane: number;
}

/**
 * Chance that a base is wrong. Reported qualities are too good, as on real instruments: those above 20 by 12 % of what they are
 * above 20, by 1.5 more in the last fifth of the read, by 2 more for a G after a G, by 0.5 more in each lane after the first.
 * These are the covariates of base quality score recalibration: read group, reported quality, cycle and context.
 *
 * @param reported Phred.
 * @returns in (0, 0.75]: of a random base one of four is right.
 */
export function errorProbability(reported: number, { cycle, readLength, afterG, lane }: BaseContext): number {
  const isLate = cycle >= 0.8 * readLength;
  const overstated = 0.12 * Math.max(0, reported - 20) + (isLate ? 1.5 : 0) + (afterG ? 2 : 0) + 0.5 * (lane - 1);
  return Math.min(0.75, 10 ** (-(reported - overstated) / 10));
}

/** Draws reported qualities: they rise over the first cycles, fall towards the end, and vary by read and by base. */
export class QualitySource {
  readonly #random: Random;
  readonly #means: Float64Array;

  constructor(random: Random, readLength: number) {
    this.#random = random;
    this.#means = Float64Array.from({ length: readLength }, (_, cycle) => meanQuality(cycle, readLength));
  }

  /** Phred qualities of a whole read, as numbers. */
  draw(isSecond: boolean): Uint8Array {
    const ofRead = READ_SD_STEP * bell(this.#random.uint32()) - (isSecond ? SECOND_READ_LOSS : 0);
    return Uint8Array.from(this.#means, (mean) => {
      const bits = this.#random.uint32();
      if (bits >>> 8 < POOR_SHARE * 2 ** 24) return LOWEST_QUALITY + (bits % POOR_RANGE);
      const quality = Math.round(mean + ofRead + 0.5 * bell(bits));
      return Math.max(LOWEST_QUALITY, Math.min(HIGHEST_QUALITY, quality));
    });
  }
}

function meanQuality(cycle: number, readLength: number): number {
  const rise = 4 * Math.max(0, 1 - cycle / 5);
  const fall = 8 * (cycle / readLength) ** 3;
  return 37 - rise - fall;
}

/** The sum of two draws of 0 to 7 about its mean: bell-shaped, from -7 to 7, standard deviation 3.2. */
function bell(bits: number): number {
  return (bits & 7) + ((bits >>> 3) & 7) - 7;
}
