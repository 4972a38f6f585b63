import type { Interval } from "../interval.ts";

const BISECTIONS = 60;
const SEARCH_STEPS = 100;
/** Largest logarithm of run variance over residual variance that is searched. */
const WIDEST = 40;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Profile likelihood interval of a correlation in [0, 1): where the deviance, minimised over the nuisance parameter,
 * stays below the limit. A bound that the deviance never reaches is 0 or 1.
 *
 * @param deviance of a correlation and the ratio of run to residual variance.
 * @param estimate correlation at the minimum.
 * @param ratio the ratio at the minimum, where each search begins.
 */
export function profileInterval(
  deviance: (rho: number, ratio: number) => number,
  estimate: number,
  ratio: number,
  limit: number,
): Interval {
  const inside = (rho: number) => minimumOverRatio((x) => deviance(rho, x), ratio) <= limit;
  return [boundBetween(0, estimate, inside), boundBetween(1, estimate, inside)];
}

/** The farthest point from `within` towards `end` that is inside. */
function boundBetween(end: number, within: number, inside: (rho: number) => boolean): number {
  if (end === 0 && inside(0)) return 0;
  let [near, far] = [within, end];
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (near + far) / 2;
    if (middle === near || middle === far) break;
    if (inside(middle)) near = middle;
    else far = middle;
  }
  return near;
}

/** Least value over ratios of at least 0, by brackets around the start and golden section on the logarithm. */
function minimumOverRatio(value: (ratio: number) => number, start: number): number {
  const at = (logarithm: number) => value(Math.exp(logarithm));
  let middle = Math.log(Math.max(start, 1e-6));
  let width = 1;
  let best = at(middle);
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
  for (let step = 0; step < SEARCH_STEPS && high - low > 1e-7; step++) {
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
