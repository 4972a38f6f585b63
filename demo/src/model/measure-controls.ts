import { binomial, normal, type Random } from "@touchstone/test-support/generate";
import { logistic, logit } from "./logistic.ts";
import { type ControlModel, controlScatter } from "./parameters.ts";

/** A control as it was measured. */
export interface MeasuredControl {
  readonly material: string;
  readonly analyte: string;
  readonly kind: ControlModel["kind"];
  /** Share of the reads, 0 to 1. */
  readonly value: number;
  /** Reads. */
  readonly depth: number;
}

/** What is wrong with the controls of a run, in log odds. */
export interface ControlFaults {
  /** Of the reagent lot: shifts every control. */
  readonly lotShift: number;
  /** Of one control alone; null where nothing is. */
  readonly ownShift: { readonly material: string; readonly analyte: string; readonly logit: number } | null;
}

/**
 * Measures the controls of one run: each one's reads are drawn binomially from its fraction, shifted on the logit scale by
 * reagent lot, day and the control's own handling.
 */
export function measureControls(
  random: Random,
  controls: readonly ControlModel[],
  { lotShift, ownShift }: ControlFaults,
): MeasuredControl[] {
  const day = controlScatter.day * normal(random);
  return controls.map(({ material, analyte, kind, fraction, depth: meanDepth }) => {
    const isFaulty = ownShift?.material === material && ownShift.analyte === analyte;
    const own = controlScatter.within * normal(random) + (isFaulty ? ownShift.logit : 0);
    const depth = Math.round(meanDepth * Math.exp(controlScatter.depth * normal(random)));
    const reads = binomial(random, depth, logistic(logit(fraction) + lotShift + day + own));
    return { material, analyte, kind, value: reads / depth, depth };
  });
}
