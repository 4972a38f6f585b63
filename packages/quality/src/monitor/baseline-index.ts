import { retiredAt } from "../baseline/approval.ts";
import { type Baseline, type BaselineSeries, describeBaseline } from "../baseline/baseline.ts";
import { QualityError } from "../error.ts";
import {
  controlKey,
  describeSeries,
  type Measurement,
  type MeasurementKind,
  type SeriesIdentity,
  seriesKey,
} from "../measurements/measurement.ts";
import type { NotEvaluableReason } from "../verdict/verdict.ts";
import { SeriesLimits } from "./series-limits.ts";

/** The limits that hold for a point, or the reason why none do. */
export type LimitsChoice =
  | { readonly limits: SeriesLimits }
  | { readonly reason: NotEvaluableReason; readonly explanation: string };

/** All baselines of a laboratory, to find the one that holds for a point. Making it costs more than asking it. */
export class BaselineIndex {
  readonly #candidates = new Map<string, SeriesLimits[]>();
  /** The same by analyte, material and level: found without a key being made for each of thousands of measurements. */
  readonly #byAnalyte = new Map<string, Map<string, Map<string | null, SeriesLimits[]>>>();
  readonly #identities = new Map<string, SeriesIdentity>();
  readonly #controls = new Map<string, BaselineSeries>();
  /** Newest first. */
  readonly baselines: readonly Baseline[];

  /** @param baselines approved or retired ones, in any order; the same one twice is one. */
  constructor(baselines: readonly Baseline[]) {
    const distinct = new Map(baselines.map((baseline) => [baseline.contentSha256, baseline]));
    this.baselines = [...distinct.values()].sort(newestFirst);
    for (const baseline of this.baselines) {
      for (const series of baseline.content.series) {
        const key = seriesKey(series);
        this.#identities.set(key, series);
        this.#controls.set(controlKey(series), series);
        const candidates = this.#candidates.get(key) ?? [];
        if (candidates.length === 0) {
          this.#candidates.set(key, candidates);
          this.#remember(series, candidates);
        }
        candidates.push(new SeriesLimits(baseline, series));
      }
    }
  }

  #remember({ analyte, material, level }: SeriesIdentity, candidates: SeriesLimits[]): void {
    const ofAnalyte = this.#byAnalyte.get(analyte) ?? new Map();
    const ofMaterial = ofAnalyte.get(material) ?? new Map();
    this.#byAnalyte.set(analyte, ofAnalyte.set(material, ofMaterial.set(level, candidates)));
  }

  #candidatesOf({ analyte, material, level }: SeriesIdentity): readonly SeriesLimits[] | undefined {
    return this.#byAnalyte.get(analyte)?.get(material)?.get(level);
  }

  /** Material, analyte and level of every series, by key. */
  get series(): ReadonlyMap<string, SeriesIdentity> {
    return this.#identities;
  }

  /** Every lot of a material, with analyte and level, by `controlKey`. */
  get controls(): ReadonlyMap<string, BaselineSeries> {
    return this.#controls;
  }

  /** What the newest baseline says that the values of a series are: others are refused. Null without a baseline. */
  kindOf(series: SeriesIdentity): MeasurementKind | null {
    return this.#candidatesOf(series)?.[0]?.series.kind ?? null;
  }

  /** Before this moment no baseline holds for the series, UTC; null when none ever does. */
  firstEffect(series: SeriesIdentity): string | null {
    // Newest first by this very moment.
    return this.#candidatesOf(series)?.at(-1)?.baseline.content.effectiveFrom ?? null;
  }

  /** Keys of all series that a baseline in effect at a time expects, if it also expects one of those measured. */
  expectedWith(measured: ReadonlySet<string>, time: string): string[] {
    const concerned = new Set<string>();
    for (const key of measured) {
      const choice = this.#candidates.get(key)?.find(({ baseline }) => isInEffect(baseline, time));
      if (choice !== undefined) concerned.add(choice.baseline.contentSha256);
    }
    const expected: string[] = [];
    for (const [key, candidates] of this.#candidates) {
      const choice = candidates.find(({ baseline }) => isInEffect(baseline, time));
      if (choice !== undefined && concerned.has(choice.baseline.contentSha256)) expected.push(key);
    }
    return expected;
  }

  /**
   * The limits of the newest baseline in effect at the point's time with the point's control lot and pipeline version.
   * A baseline never judges the runs that it was made of.
   *
   * @throws QualityError TS_MEASUREMENT_INVALID when the point is of another kind than the baseline's.
   */
  choose(measurement: Measurement): LimitsChoice {
    const candidates = this.#candidatesOf(measurement);
    if (candidates === undefined) return { reason: "no baseline", explanation: "there is no baseline for it" };
    requireSameKind(measurement, candidates[0]);
    const { materialLot, pipelineVersion, time } = measurement;
    const isOfLot = ({ series }: SeriesLimits) => series.materialLot === materialLot;
    const isOfVersion = ({ baseline }: SeriesLimits) => baseline.content.pipelineVersion === pipelineVersion;
    for (const limits of candidates) {
      if (!isOfLot(limits) || !isOfVersion(limits)) continue;
      if (!limits.isOwnRun(measurement) && isInEffect(limits.baseline, time)) return { limits };
    }
    const ofLot = candidates.filter(isOfLot);
    if (ofLot.length === 0) return otherLot(measurement, candidates[0]);
    const ofVersion = ofLot.filter(isOfVersion);
    if (ofVersion.length === 0) return otherVersion(measurement, ofLot[0]);
    const own = ofVersion.find((candidate) => candidate.isOwnRun(measurement));
    if (own !== undefined) {
      return { reason: "baseline period", explanation: `the run is one of those that ${named(own)} was made of` };
    }
    const begun = ofVersion.find(({ baseline }) => baseline.content.effectiveFrom <= time);
    if (begun !== undefined) {
      return { reason: "baseline retired", explanation: `${named(begun)} was retired before the run` };
    }
    const { effectiveFrom } = ofVersion[0].baseline.content;
    return { reason: "before baseline", explanation: `${named(ofVersion[0])} judges runs from ${effectiveFrom} on` };
  }
}

function newestFirst({ content: a }: Baseline, { content: b }: Baseline): number {
  if (a.effectiveFrom !== b.effectiveFrom) return a.effectiveFrom < b.effectiveFrom ? 1 : -1;
  return b.version - a.version;
}

function isInEffect(baseline: Baseline, time: string): boolean {
  const retired = retiredAt(baseline);
  return baseline.content.effectiveFrom <= time && (retired === null || time < retired);
}

function otherLot({ materialLot }: Measurement, { baseline, series }: SeriesLimits): LimitsChoice {
  const explanation =
    `${describeLot(materialLot)} and baseline ${describeBaseline(baseline.content)} was made with ` +
    `${series.materialLot === null ? "a lot that was not given" : `lot ${series.materialLot}`}; ` +
    "a new control lot needs a baseline of its own";
  return { reason: "control lot", explanation };
}

function describeLot(lot: string | null): string {
  return lot === null ? "its control lot is not given" : `it is of control lot ${lot}`;
}

function otherVersion({ pipelineVersion }: Measurement, { baseline }: SeriesLimits): LimitsChoice {
  const made = baseline.content.pipelineVersion;
  const explanation =
    `${pipelineVersion === null ? "its pipeline version is not given" : `it was made by pipeline ${pipelineVersion}`} and ` +
    `baseline ${describeBaseline(baseline.content)} by ${made === null ? "a version that was not given" : made}; ` +
    "a new pipeline version needs a release gate and a baseline of its own";
  return { reason: "pipeline version", explanation };
}

function requireSameKind(measurement: Measurement, { baseline, series }: SeriesLimits): void {
  if (measurement.kind === series.kind) return;
  const message =
    `run ${measurement.run}: ${describeSeries(measurement)} is a ${measurement.kind}, and in baseline ` +
    `${describeBaseline(baseline.content)} a ${series.kind}`;
  throw new QualityError("TS_MEASUREMENT_INVALID", message, { field: "kind" });
}

function named({ baseline }: SeriesLimits): string {
  return `baseline ${describeBaseline(baseline.content)}`;
}
