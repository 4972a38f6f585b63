/** A cause with how often it was found, the most frequent first. */
export interface ParetoRow {
  readonly cause: string;
  readonly count: number;
  /** Of all that were counted, 0 to 1. */
  readonly share: number;
  /** The same of this cause and those before it. */
  readonly cumulativeShare: number;
}

/** How often each cause was found, in the order of frequency, by name where they are as frequent. */
export function pareto(causes: readonly string[]): ParetoRow[] {
  const counts = new Map<string, number>();
  for (const cause of causes) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  let sum = 0;
  return sorted.map(([cause, count]) => {
    sum += count;
    return { cause, count, share: count / causes.length, cumulativeShare: sum / causes.length };
  });
}
