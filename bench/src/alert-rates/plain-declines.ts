import { normalUpperTail } from "@touchstone/statistics";
import type { Random } from "@touchstone/test-support";
import { normalDraw } from "./draws.ts";

/** What a decline has to reach, in SD of a run and in runs. */
export interface PlainQuestion {
  readonly runs: number;
  /** Threshold less mean, in SD: negative. */
  readonly threshold: number;
  readonly horizonRuns: number;
  /** Two-sided level of all looks together. */
  readonly alpha: number;
}

const FIRST_LOOK = 8;
const EXACT_UP_TO = 50;

/**
 * Share of series of plain normal deviates that are found to decline at any look: the rule of docs/methods/monitoring.md
 * written once more. S is counted run by run; only what is significant by the uncorrected test, which p is never below,
 * needs the correction of Hamed and Rao, and Sen's line.
 */
export function plainDeclineShare(question: PlainQuestion, series: number, random: Random): number {
  const significant = significantScores(question);
  let declines = 0;
  for (let place = 0; place < series; place++) if (hasDecline(question, significant, random)) declines++;
  return declines / series;
}

function hasDecline(question: PlainQuestion, significant: readonly number[], random: Random): boolean {
  const values: number[] = [];
  let s = 0;
  while (values.length < question.runs) {
    const next = normalDraw(random);
    for (const value of values) s += next > value ? 1 : -1;
    values.push(next);
    if (values.length >= FIRST_LOOK && s <= significant[values.length] && isDecline(values, s, question)) return true;
  }
  return false;
}

/** For each number of values the largest S that is a significant fall at its look; -Infinity where none is. */
function significantScores({ runs, alpha }: PlainQuestion): number[] {
  let walk = [1];
  const scores: number[] = [];
  for (let n = 2; n <= runs; n++) {
    const after = new Array<number>(walk.length + n - 1).fill(0);
    for (const [place, share] of walk.entries()) for (let step = 0; step < n; step++) after[place + step] += share / n;
    walk = after;
    let [tail, largest] = [0, Number.NEGATIVE_INFINITY];
    for (const [place, share] of walk.entries()) {
      const s = 2 * place - (n * (n - 1)) / 2;
      tail += share;
      const p = n <= EXACT_UP_TO ? 2 * tail : normalP(s, varianceOf(n));
      if (s >= 0 || p >= levelAt(n, alpha)) break;
      largest = s;
    }
    scores[n] = largest;
  }
  return scores;
}

function isDecline(values: readonly number[], s: number, { threshold, horizonRuns, alpha }: PlainQuestion): boolean {
  const n = values.length;
  const slopes: number[] = [];
  for (let later = 1; later < n; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      slopes.push((values[later] - values[earlier]) / (later - earlier));
    }
  }
  const slope = middle(slopes);
  const factor = hamedRaoFactor(values.map((value, run) => value - slope * run));
  if (factor > 1 && normalP(s, varianceOf(n) * factor) >= levelAt(n, alpha)) return false;
  const margin = middle(values) + slope * (n - 1 - (n - 1) / 2) - threshold;
  return margin <= 0 || margin <= -slope * horizonRuns;
}

function hamedRaoFactor(residuals: readonly number[]): number {
  const n = residuals.length;
  const order = residuals.map((_, place) => place).sort((a, b) => residuals[a] - residuals[b]);
  const ranks = new Array<number>(n);
  for (const [rank, place] of order.entries()) ranks[place] = rank - (n - 1) / 2;
  const product = (lag: number): number => {
    let sum = 0;
    for (let place = lag; place < n; place++) sum += ranks[place] * ranks[place - lag];
    return sum;
  };
  let sum = 0;
  for (let lag = 1; lag < n; lag++) {
    const correlation = product(lag) / product(0);
    if (Math.abs(correlation) > 1.959963984540054 / Math.sqrt(n))
      sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
  }
  return 1 + (2 * sum) / (n * (n - 1) * (n - 2));
}

function normalP(s: number, variance: number): number {
  return 2 * normalUpperTail((Math.abs(s) - 1) / Math.sqrt(variance));
}

function varianceOf(n: number): number {
  return (n * (n - 1) * (2 * n + 5)) / 18;
}

function levelAt(n: number, alpha: number): number {
  const look = n - FIRST_LOOK + 1;
  return alpha / (look * (look + 1));
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
