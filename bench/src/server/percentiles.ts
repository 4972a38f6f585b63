import { quantile } from "@touchstone/statistics";

/** The times in milliseconds that half, 95 and 99 of 100 took at most. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export function percentilesOf(times: readonly number[]): Percentiles {
  const at = (share: number) => quantile(times, share) ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
