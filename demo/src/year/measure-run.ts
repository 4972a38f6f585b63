import { randomOf } from "@touchstone/test-support/generate";
import { measureControls } from "../model/measure-controls.ts";
import { methylationControls, panelControls } from "../model/parameters.ts";
import { type ControlRun, lots } from "./plan.ts";
import type { Story } from "./story.ts";

/** Measures the controls of a run, and records them. */
export async function measureRun({ laboratory, seed }: Story, run: ControlRun): Promise<void> {
  await laboratory.pipelines.POST("/api/v1/measurements", {
    body: { run: { name: run.name }, measurements: drawMeasurements(seed, run) },
  });
}

/** The control measurements of a run as a request holds them. */
export function drawMeasurements(
  seed: number,
  { key, assay, lot, controlLot, lotShift, ownShift }: Omit<ControlRun, "kind" | "name" | "at" | "instrument">,
) {
  const isPanel = assay === "tumour-panel";
  const models = isPanel ? panelControls : methylationControls;
  const { reagent } = isPanel ? lots.panelKit : lots.methylationKit;
  return measureControls(randomOf(seed, key), models, { lotShift, ownShift }).map((measured) => ({
    ...measured,
    ...(controlLot === null ? {} : { materialLot: controlLot }),
    reagentLot: { reagent, lot },
  }));
}
