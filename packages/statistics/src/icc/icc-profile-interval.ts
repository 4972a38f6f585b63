import type { Interval } from "../interval.ts";

/** Where the deviance is least, and how far the interval reaches above that. */
export interface ProfileLimits {
  /** Least deviance. */
  readonly minimum: number;
  /** Deviance above the minimum at the bounds. */
  readonly excess: number;
  /** Correlation at the minimum. */
  readonly estimate: number;
  /** Nuisance parameter at the minimum. */
  readonly ratio: number;
}

const SECANT_STEPS = 60;
/** Accuracy of a bound's log odds. */
const BOUND_TOLERANCE = 1e-9;
/** Accuracy of the logarithm of the nuisance parameter; the deviance at its minimum is far more accurate. */
const RATIO_TOLERANCE = 1e-5;
/** Largest absolute log odds, or logarithm of the nuisance parameter, that is searched. */
const WIDEST = 34;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Profile likelihood interval of a correlation in [0, 1): where the deviance, minimised over the nuisance parameter,
 * exceeds its minimum by no more than `excess`. A bound that it never reaches is 0 or 1.
 *
 * @param deviance of the odds of the correlation and of the nuisance parameter, both at least 0.
 */
export function profileInterval(deviance: (odds: number, ratio: number) => number, limits: ProfileLimits): Interval {
  const { minimum, excess, estimate } = limits;
  // The root of the difference is nearly linear in the log odds, which makes the secants short.
  const beyond = (odds: number) =>
    Math.sqrt(Math.max(0, minimumOverRatio((ratio) => deviance(odds, ratio), limits.ratio) - minimum)) -
    Math.sqrt(excess);
  const start = Math.min(WIDEST, Math.max(-WIDEST / 2, Math.log(estimate / (1 - estimate))));
  const low = beyond(0) <= 0 ? 0 : probability(bound(-1, start, beyond));
  return [low, probability(bound(1, start, beyond))];
}

function probability(logOdds: number): number {
  if (Math.abs(logOdds) === Number.POSITIVE_INFINITY) return logOdds > 0 ? 1 : 0;
  return 1 / (1 + Math.exp(-logOdds));
}

/** Log odds in one direction at which `beyond` becomes positive; infinite where it never does. */
function bound(direction: 1 | -1, start: number, beyond: (odds: number) => number): number {
  const at = (logOdds: number) => beyond(Math.exp(logOdds));
  let [near, atNear] = [start, at(start)];
  let [far, atFar] = [near, atNear];
  for (let width = 0.5; atFar <= 0; width *= 2) {
    if (Math.abs(far) > WIDEST) return direction * Number.POSITIVE_INFINITY;
    [near, atNear] = [far, atFar];
    far += direction * width;
    atFar = at(far);
  }
  return root(at, near, atNear, far, atFar);
}

/** Root between two points of different sign by the Illinois method (Dowell & Jarratt 1971, BIT 11:168). */
function root(at: (x: number) => number, near: number, atNear: number, far: number, atFar: number): number {
  for (let step = 0; step < SECANT_STEPS && Math.abs(far - near) > BOUND_TOLERANCE; step++) {
    const secant = (near * atFar - far * atNear) / (atFar - atNear);
    const middle = Number.isFinite(secant) ? secant : (near + far) / 2;
    const atMiddle = at(middle);
    if (Math.abs(atMiddle) < BOUND_TOLERANCE) return middle;
    if (atMiddle > 0 === atFar > 0) atNear /= 2;
    else [near, atNear] = [far, atFar];
    [far, atFar] = [middle, atMiddle];
  }
  return far;
}

/** Least value over ratios of at least 0, by brackets around the start and golden section on the logarithm. */
function minimumOverRatio(value: (ratio: number) => number, start: number): number {
  const at = (logarithm: number) => value(Math.exp(logarithm));
  let middle = Math.log(Math.max(start, 1e-6));
  let best = at(middle);
  let width = 1;
  for (const direction of [-1, 1]) {
    for (let next = at(middle + direction * width); next < best && Math.abs(middle) < WIDEST; ) {
      middle += direction * width;
      best = next;
      width *= 2;
      next = at(middle + direction * width);
    }
  }
  let [low, high] = [middle - width, middle + width];
  let [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atA, atB] = [at(a), at(b)];
  while (high - low > RATIO_TOLERANCE) {
    if (atA < atB) {
      [high, b, atB] = [b, a, atA];
      a = high - GOLDEN * (high - low);
      atA = at(a);
    } else {
      [low, a, atA] = [a, b, atB];
      b = low + GOLDEN * (high - low);
      atB = at(b);
    }
  }
  return Math.min(value(0), best, atA, atB);
}
