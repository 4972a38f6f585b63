import type { ControlVerdict } from "@touchstone/statistics";
import type { Disposition, Policies } from "../rule-set/policies.ts";

/** What is proposed for the results of a run; a person decides and signs. */
export interface DispositionProposal {
  readonly disposition: Disposition;
  /** Sentences; what speaks against release first. */
  readonly reasons: readonly string[];
}

/**
 * The disposition that policy proposes for a run: released only when every control is in control, or warns and the
 * policy lets warnings pass.
 *
 * @param state the worst verdict of the run; null when no control was judged, which is not evaluable.
 * @param concerns what is not in control, in sentences.
 */
export function proposeDisposition(
  state: ControlVerdict | null,
  concerns: readonly string[],
  { dispositions }: Pick<Policies, "dispositions">,
): DispositionProposal {
  switch (state) {
    case "in control":
      return { disposition: "released", reasons: ["All controls are in control."] };
    case "warning":
      return { disposition: dispositions.warning, reasons: concerns };
    case "out of control":
      return { disposition: dispositions.outOfControl, reasons: concerns };
    default: {
      const reasons = concerns.length > 0 ? concerns : ["No control of the run was judged."];
      return { disposition: dispositions.notEvaluable, reasons };
    }
  }
}
