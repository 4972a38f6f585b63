import { QualityError } from "../error.ts";
import type { Measurement } from "../measurements/measurement.ts";
import type { BaselinePoint } from "./baseline.ts";

/** Points that are to stay out of the limits, and why. What is not given stands for any. */
export interface Exclusion {
  readonly run: string;
  readonly material?: string;
  /** Null: without a lot. */
  readonly materialLot?: string | null;
  readonly analyte?: string;
  /** Null: without a level. */
  readonly level?: string | null;
  /** Who excludes. */
  readonly by: string;
  /** When, UTC: `2026-01-31T08:00:00.000Z`. */
  readonly at: string;
  /** The assignable cause. That a value lies far out is none. */
  readonly reason: string;
}

/** Finds the exclusion of each measurement, and notices exclusions that match none. */
export class Exclusions {
  readonly #exclusions: readonly Exclusion[];
  readonly #used = new Set<Exclusion>();

  /** @throws QualityError TS_BASELINE_INVALID for an exclusion without reason or name. */
  constructor(exclusions: readonly Exclusion[]) {
    for (const { run, by, reason } of exclusions) {
      if (reason.trim() === "" || by.trim() === "") {
        const what = reason.trim() === "" ? "a reason" : "the name of who excludes it";
        throw new QualityError("TS_BASELINE_INVALID", `run ${run} is excluded without ${what}`, { field: "exclude" });
      }
    }
    this.#exclusions = exclusions;
  }

  /** Why a measurement is excluded; null when it is not. */
  of(measurement: Measurement): BaselinePoint["excluded"] {
    const exclusion = this.#exclusions.find((candidate) => excludes(candidate, measurement));
    if (exclusion === undefined) return null;
    this.#used.add(exclusion);
    return { by: exclusion.by, at: exclusion.at, reason: exclusion.reason };
  }

  /** @throws QualityError TS_BASELINE_INVALID for an exclusion that no measurement matched: it is misspelt. */
  requireAllUsed(): void {
    const unused = this.#exclusions.find((exclusion) => !this.#used.has(exclusion));
    if (unused === undefined) return;
    const { run, material, materialLot, analyte, level } = unused;
    const what = [`run ${run}`, material, materialLot, analyte, level].filter((part) => part != null).join(", ");
    throw new QualityError("TS_BASELINE_INVALID", `nothing was measured that the exclusion of ${what} matches`, {
      field: "exclude",
    });
  }
}

/** Whether an exclusion is of a measurement. */
export function excludes(
  { run, material, materialLot, analyte, level }: Omit<Exclusion, "by" | "at" | "reason">,
  measurement: Measurement,
): boolean {
  return (
    run === measurement.run &&
    (material === undefined || material === measurement.material) &&
    (materialLot === undefined || materialLot === measurement.materialLot) &&
    (analyte === undefined || analyte === measurement.analyte) &&
    (level === undefined || level === measurement.level)
  );
}

/** Reasons that only say that the value lies far out, which is how limits become too narrow. */
export function isStatisticalReason(reason: string): boolean {
  return /outl(ier|ying)|\b[23]\s?sd?\b|too (high|low)|far (out|off)/i.test(reason);
}
