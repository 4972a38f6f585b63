import { type AlertFinding, declineFinding, MINIMUM_TREND_VALUES, type WatchedSeries } from "@touchstone/quality";
import { raiseFindings } from "../alerts/raise-findings.ts";
import type { Writing } from "../writing/perform.ts";
import { describeRecords, type JudgedComparison } from "./judged-comparison.ts";
import { type RoutineThreshold, routineThresholds } from "./routine-thresholds.ts";
import { type ScoreSegment, type SegmentRun, segmentOfScores, valuesOfSegment } from "./score-segment.ts";
import { describeSeries, type NamedSeries, nameSeries, type ScoreSeries, seriesOf } from "./score-series.ts";
import { daysOfSegment, looksAtSegment } from "./score-trend.ts";

/**
 * Looks whether the scores that a comparison belongs to decline: Mann-Kendall over the runs of its series since the last
 * change, in the order in which the runs were performed, whichever came in first. Each threshold with a horizon watches
 * one score. A decline is found in the last run of its series, and is one cause for as long as nothing changes, so that
 * runs that come in late add occurrences to its alert and raise no second one.
 */
export async function watchTrends(writing: Writing, comparison: JudgedComparison): Promise<void> {
  const { transaction } = writing;
  const { assay } = comparison.run;
  const series = seriesOf(comparison);
  if (series === null || assay === null) return;
  const thresholds = await routineThresholds(transaction, assay.id);
  const watched = thresholds.filter((one) => one.trend_horizon_days !== null);
  if (watched.length === 0) return;
  const names = await nameSeries(transaction, series);
  const segment = await segmentOfScores(transaction, series, names);
  if (segment.runs.length < MINIMUM_TREND_VALUES) return;
  for (const threshold of watched) {
    const values = await valuesOfSegment(transaction, segment, series, threshold);
    const found = declineOf({ assay, series, names, segment, values, threshold });
    if (found === null || found.last.isImported) continue;
    await raiseFindings(writing, [found.finding], { runId: found.last.id });
  }
}

interface WatchedScore {
  readonly assay: { readonly name: string; readonly version: number };
  readonly series: ScoreSeries;
  readonly names: NamedSeries;
  readonly segment: ScoreSegment;
  /** Of the segment's runs. */
  readonly values: readonly (number | null)[];
  readonly threshold: RoutineThreshold;
}

interface Decline {
  readonly finding: AlertFinding;
  /** The last run with a value. */
  readonly last: SegmentRun;
}

function declineOf({ assay, series, names, segment, values, threshold }: WatchedScore): Decline | null {
  const { runs, since } = segment;
  const place = values.findLastIndex((value) => value !== null);
  const last = runs[place];
  if (last === undefined || threshold.trend_horizon_days === null) return null;
  const records = describeRecords({ variantType: threshold.variant_type, stratum: threshold.stratum });
  const watched: WatchedSeries = {
    assay: assay.name,
    series: `${threshold.score} of ${records} ${describeSeries(names, series)}`,
    unit: "day",
    points: runs.map(({ name, time }, index) => {
      return { run: name, value: values[index] ?? null, event: null, time: time.toISOString() };
    }),
    positions: daysOfSegment(segment),
  };
  const finding = declineFinding(watched, {
    threshold: { value: threshold.minimum, badSide: "below" },
    horizon: threshold.trend_horizon_days,
    look: looksAtSegment(segment, values),
  });
  if (finding === null) return null;
  // The change that began the segment names it: its first run may be another one once a late run has come in.
  const cause = ["decline", assay.name, assay.version, watched.series, series.format, since?.toISOString() ?? null];
  return { last, finding: { ...finding, cause: JSON.stringify(cause) } };
}
