import type { ComparisonMetrics, SideRecords } from "./metrics.ts";

/**
 * What a reader of the summary must not miss: a side of which no record was assessed, as when the regions are those of
 * another genome. The comparison is complete then, and says nothing.
 */
export function assessmentWarnings({ records }: ComparisonMetrics): string[] {
  return [...warningsOf("truth", records.truth), ...warningsOf("query", records.query)];
}

function warningsOf(side: string, { total, assessed, notAssessed }: SideRecords): string[] {
  if (total === 0 || assessed > 0) return [];
  const reasons = Object.entries(notAssessed).map(([reason, records]) => `${records} ${reason}`);
  return [`none of the ${total} records of the ${side} was assessed: ${reasons.join(", ")}`];
}
