import type { AlertFinding } from "../src/index.ts";

/** Moments in order, a day apart. */
export const MOMENTS: readonly string[] = Array.from({ length: 60 }, (_, day) =>
  new Date(Date.UTC(2026, 0, 1 + day)).toISOString(),
);

/** A finding of a cause in a run. */
export function findingOf(cause: string, run: string, time: string = MOMENTS[0]): AlertFinding {
  return {
    kind: "immediate",
    cause,
    subject: `${cause} of EGFR L858R`,
    occurrence: {
      key: run,
      time,
      sentence: `Found in ${run}.`,
      evidence: {
        type: "threshold failed",
        run,
        score: "recall",
        value: 0.9,
        observations: 100,
        interval: [0.83, 0.94],
        minimum: 0.95,
        stage: "routine",
      },
    },
  };
}
