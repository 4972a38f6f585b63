import type { Choice } from "../parts/choices.tsx";

/** Kinds of events that a webhook can be told of. */
export const topicChoices: readonly Choice<string>[] = [
  { id: "run.*", label: "Runs", hint: "begun, judged, finished, disposition" },
  { id: "alert.*", label: "Alerts", hint: "raised, acknowledged, resolved" },
  { id: "comparison.*", label: "Comparisons" },
  { id: "measurements.*", label: "Measurements" },
  { id: "non-conformance.*", label: "Non-conformances" },
  { id: "corrective-action.*", label: "Corrective actions" },
  { id: "baseline.*", label: "Baselines" },
  { id: "assay.*", label: "Assays" },
  { id: "threshold.*", label: "Thresholds" },
  { id: "rule-set.*", label: "Rule sets" },
  { id: "reagent-lot.*", label: "Reagent lots" },
  { id: "material.*", label: "Materials" },
];

/** Topics written in a text, by spaces, commas or lines. */
export function topicsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((topic) => topic !== "");
}
