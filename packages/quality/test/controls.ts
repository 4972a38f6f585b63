import {
  approveBaseline,
  type Baseline,
  type EstablishOptions,
  establishBaseline,
  type Measurement,
} from "../src/index.ts";

const DAY_MILLISECONDS = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 0, 1);

/** The moment at midnight so many days after 1 January 2026. */
export function day(days: number): string {
  return new Date(FIRST_DAY + days * DAY_MILLISECONDS).toISOString();
}

/** A measurement on a day, of a run named after it; everything else can be changed. */
export function measured(days: number, value: number, changes: Partial<Measurement> = {}): Measurement {
  return {
    run: `R${days}`,
    time: day(days),
    material: "HD200",
    materialLot: null,
    analyte: "EGFR L858R",
    level: null,
    kind: "quantity",
    value,
    depth: null,
    instrument: null,
    reagentLot: null,
    pipelineVersion: null,
    ...changes,
  };
}

/**
 * Points of days 0 to n - 1 with exactly this mean and sample SD: half of them on either side, at the same distance.
 *
 * @param n even.
 */
export function baselinePoints(mean: number, sd: number, changes: Partial<Measurement> = {}, n = 20): Measurement[] {
  const distance = sd * Math.sqrt((n - 1) / n);
  return Array.from({ length: n }, (_, index) =>
    measured(index, mean + (index % 2 === 0 ? distance : -distance), changes),
  );
}

/** Days after the baseline period of `baselinePoints`. */
export const AFTER = 100;

/** A draft of the points. */
export function draftOf(points: readonly Measurement[], options: Partial<EstablishOptions> = {}): Baseline {
  return establishBaseline(points, {
    name: "controls",
    establishedAt: day(50),
    source: { file: "controls.csv", sha256: "0".repeat(64) },
    touchstone: "0.0.0",
    ...options,
  });
}

/** An approved baseline of the points. */
export function baselineOf(points: readonly Measurement[], options: Partial<EstablishOptions> = {}): Baseline {
  const draft = draftOf(points, options);
  return approveBaseline(draft, {
    name: "A. Director",
    at: draft.content.establishedAt,
    meaning: "limits for routine",
  });
}
