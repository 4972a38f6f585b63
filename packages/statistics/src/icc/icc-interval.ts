import { fQuantile } from "../distributions/f.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import type { IccForm } from "./icc-form.ts";
import type { MeanSquares } from "./mean-squares-accumulator.ts";

/** Bounds of an intraclass correlation, with Satterthwaite's degrees of freedom where they are used. */
export interface IccInterval {
  readonly interval: Interval | null;
  readonly v: number | null;
  readonly reason: UndefinedReason | null;
}

/** Interval by Table 7 of McGraw & Wong (1996). */
export function iccInterval(ms: MeanSquares, form: IccForm, level: number): IccInterval {
  switch (form) {
    case "ICC(1,1)":
    case "ICC(1,k)":
      return fInterval(ms, ms.msWithin, ms.subjects * (ms.runs - 1), form === "ICC(1,k)", level);
    case "ICC(C,1)":
    case "ICC(C,k)":
      return fInterval(ms, ms.msError, (ms.subjects - 1) * (ms.runs - 1), form === "ICC(C,k)", level);
    case "ICC(A,1)":
      return agreementInterval(ms, level);
    case "ICC(A,k)":
      return steppedUp(agreementInterval(ms, level), ms.runs);
  }
}

/** Interval of the forms whose ratio of mean squares has an F distribution exactly. */
function fInterval(ms: MeanSquares, denominator: number, df2: number, average: boolean, level: number): IccInterval {
  if (denominator === 0) return ms.msSubjects > 0 ? certain : noInterval("no variation between subjects");
  const df1 = ms.subjects - 1;
  const upperTail = (1 + level) / 2;
  const forLow = fQuantile(upperTail, df1, df2);
  const forHigh = fQuantile(upperTail, df2, df1);
  if (forLow === null || forHigh === null) return noInterval("too few degrees of freedom");
  const f = ms.msSubjects / denominator;
  const bound = average ? averageFromF : singleFromF;
  const interval: Interval = [bound(f / forLow, ms.runs), bound(f * forHigh, ms.runs)];
  return interval.every(Number.isFinite) ? defined(interval) : noInterval("no variation between subjects");
}

/** (F - 1) / (F + k - 1), at most 1 even where F overflows. */
function singleFromF(f: number, k: number): number {
  return f > 1 ? (1 - 1 / f) / (1 + (k - 1) / f) : (f - 1) / (f + k - 1);
}

/** 1 - 1 / F, the average of any number of runs. */
function averageFromF(f: number): number {
  return 1 - 1 / f;
}

/**
 * ICC(A,1): Satterthwaite's approximation of a MSC + b MSE, in which a and b are taken at the estimate. Both carry the
 * factor 1 / (1 - ICC), which cancels in v and would overflow; it is left out here.
 */
function agreementInterval(ms: MeanSquares, level: number): IccInterval {
  const { subjects: n, runs: k, msSubjects, msRuns, msError } = ms;
  const spread = msSubjects + (k - 1) * msError + (k / n) * (msRuns - msError);
  if (spread === 0) return noInterval("denominator is zero");
  if (msRuns === 0 && msError === 0) return certain;
  const rho = (msSubjects - msError) / spread;
  const fromRuns = ((k * rho) / n) * msRuns;
  const fromError = (1 - rho + (k * rho * (n - 1)) / n) * msError;
  const scale = fromRuns ** 2 / (k - 1) + fromError ** 2 / ((n - 1) * (k - 1));
  const v = scale === 0 ? 0 : (fromRuns + fromError) ** 2 / scale;
  const upperTail = (1 + level) / 2;
  const forLow = v > 0 ? fQuantile(upperTail, n - 1, v) : null;
  const forHigh = v > 0 ? fQuantile(upperTail, v, n - 1) : null;
  if (forLow === null || forHigh === null) return { ...noInterval("too few degrees of freedom"), v };
  const error = k * msRuns + (k * n - k - n) * msError;
  const low = (n * (msSubjects - forLow * msError)) / (forLow * error + n * msSubjects);
  const high = (n * (forHigh * msSubjects - msError)) / (error + n * forHigh * msSubjects);
  if (!(Number.isFinite(low) && Number.isFinite(high))) return { ...noInterval("denominator is zero"), v };
  return { interval: [low, high], v, reason: null };
}

/** The interval of ICC(A,k): below -1 / (k - 1) the step-up formula has a pole, which an interval must not span. */
function steppedUp(single: IccInterval, runs: number): IccInterval {
  if (single.interval === null) return single;
  const pole = -1 / (runs - 1);
  const [low, high] = single.interval;
  const bounds = single.interval.map((bound) => stepUp(bound, runs));
  if ((low <= pole && high >= pole) || bounds[0] === null || bounds[1] === null) {
    return { interval: null, v: single.v, reason: "estimate outside of the interval's domain" };
  }
  return { interval: [bounds[0], bounds[1]], v: single.v, reason: null };
}

/** Reliability of the mean of k values from that of one (Spearman-Brown); null at its pole. */
export function stepUp(single: number, k: number): number | null {
  const denominator = 1 + (k - 1) * single;
  return denominator === 0 ? null : (k * single) / denominator;
}

const certain: IccInterval = { interval: [1, 1], v: null, reason: null };

function defined(interval: Interval): IccInterval {
  return { interval, v: null, reason: null };
}

function noInterval(reason: UndefinedReason): IccInterval {
  return { interval: null, v: null, reason };
}
