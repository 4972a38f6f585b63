import type { ComparisonMetricsDocument } from "@touchstone/model";
import type { BenchmarkedComparison, BenchmarkInput } from "../src/index.ts";
import { provenanceOf } from "./metrics.ts";

/** Two callers on one sample and one on another, against two truth sets; texts are `text`. */
export function benchmarkInput(text: string, metrics: ComparisonMetricsDocument): BenchmarkInput {
  const comparison = (
    caller: string,
    set: string,
    more: Partial<BenchmarkedComparison> = {},
  ): BenchmarkedComparison => {
    return {
      ...{ sample: text, caller, truthSet: { name: set, version: "4.2.1" }, stratification: null },
      ...{ metrics, provenance: provenanceOf(text) },
      ...more,
    };
  };
  return {
    comparisons: [
      comparison(`${text} 4.6`, "GIAB"),
      comparison("DeepVariant", "GIAB"),
      comparison("DeepVariant", "GIAB", { sample: "HG001" }),
      comparison("DeepVariant", text, { stratification: text, truthSet: { name: text, version: null } }),
    ],
    touchstone: "0.1.0",
  };
}
