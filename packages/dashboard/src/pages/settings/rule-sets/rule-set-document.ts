/** A rule: its name alone where all its defaults hold. */
export type RuleEntry =
  | string
  | {
      readonly rule: string;
      readonly scopes?: readonly string[];
      readonly severity?: string;
      readonly rangeForm?: string;
    };

/** Policies as they are written; what is not there has its default. */
export type PoliciesDocument = Readonly<Record<string, unknown>>;

/** The parts of a rule set that are shown. */
export interface RuleSetDocument {
  readonly rules: readonly RuleEntry[];
  readonly policies?: PoliciesDocument;
}

const POLICY_NAMES: Readonly<Record<string, string>> = {
  rejectedRuns: "Values of runs out of control, in later windows",
  countersResetBy: "Windows of rules start anew after",
  approvals: "People who approve a baseline",
  newControlLot: "A control lot that the baseline was not made with",
  pipelineVersionChange: "A pipeline version that the baseline was not made with",
  depthOutsideRange: "A depth that the baseline does not cover",
  missingDepth: "A value without depth where the baseline has depths",
  provisionalBaseline: "A baseline of fewer than 20 points, runs or days",
  limits: "Limits from",
  missingControl: "A control that a run has no value of",
};

const DISPOSITION_NAMES: Readonly<Record<string, string>> = {
  outOfControl: "Proposed for a run out of control",
  notEvaluable: "Proposed for a run not evaluable",
  warning: "Proposed for a run with a warning",
};

/** Policies in their usual order, as pairs of what they decide and how; of a policy that is not known here, the name as it is written. */
export function policyRows(policies: PoliciesDocument): { readonly name: string; readonly decision: string }[] {
  const order = Object.keys(POLICY_NAMES);
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const entries = Object.entries(policies).sort(([one], [other]) => place(one) - place(other));
  return entries.flatMap(([key, value]) =>
    key === "dispositions" && typeof value === "object" && value !== null
      ? Object.entries(value).map(([state, disposition]) => ({
          name: DISPOSITION_NAMES[state] ?? state,
          decision: String(disposition),
        }))
      : [{ name: POLICY_NAMES[key] ?? key, decision: decisionText(value) }],
  );
}

function decisionText(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value.length === 0 ? "nothing" : value.join(", ");
}
