import { readText } from "./labels.ts";
import type { Recount } from "./recount.ts";
import type { Comparison } from "./run-comparison.ts";

/** Count columns of each row over all records, without those that are 0 or do not apply. */
export function countsOf(comparison: Comparison): Map<string, Recount> {
  const [header, ...lines] = readText(comparison.file("extended.csv")).trimEnd().split("\n");
  const columns = header.split(",");
  const counts = new Map<string, Recount>();
  for (const line of lines) {
    const cells = line.split(",");
    if (cells[2] !== "*") continue;
    const row = new Map<string, number>();
    columns.forEach((column, i) => {
      const counted = /^(FP\.|TRUTH\.|QUERY\.)/.test(column) && !column.endsWith("_ratio");
      if (counted && Number(cells[i]) > 0) row.set(column, Number(cells[i]));
    });
    if (row.size > 0) counts.set(`${cells[0]},${cells[1]},${cells[3]}`, row);
  }
  return counts;
}

/** Counts in an order of their own, to compare them. */
export function sorted(counts: Map<string, Recount>): unknown {
  return Object.fromEntries(
    [...counts].map(([key, row]) => [key, Object.fromEntries([...row].sort())] as const).sort(),
  );
}
