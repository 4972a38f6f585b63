import type { RuleSetDocument } from "@touchstone/model";

type PoliciesDocument = NonNullable<RuleSetDocument["policies"]>;

/** What is proposed for the results of a run. */
export type Disposition = "released" | "held" | "rejected" | "repeat";

/** Everything that a laboratory has to decide beside the rules; docs/methods/monitoring.md gives the reasons. */
export interface Policies extends Omit<Required<PoliciesDocument>, "dispositions"> {
  readonly dispositions: Readonly<Record<"outOfControl" | "notEvaluable" | "warning", Disposition>>;
}

/** What holds where a rule set says nothing. */
export const defaultPolicies: Policies = {
  rejectedRuns: "counted",
  countersResetBy: ["corrective action", "reagent lot"],
  approvals: 1,
  newControlLot: "not evaluable",
  pipelineVersionChange: "not evaluable",
  depthOutsideRange: "adjust",
  missingDepth: "not evaluable",
  provisionalBaseline: "judge",
  limits: "baseline",
  missingControl: "hold",
  dispositions: { outOfControl: "held", notEvaluable: "held", warning: "released" },
};

/** The policies with every default filled in. */
export function completePolicies(policies: PoliciesDocument = {}): Policies {
  const dispositions = { ...defaultPolicies.dispositions, ...policies.dispositions };
  return { ...defaultPolicies, ...policies, dispositions };
}
