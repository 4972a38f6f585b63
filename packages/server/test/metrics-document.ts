import type { ComparisonMetricsDocument } from "@touchstone/model";
import { type ScoreCounts, scoreOfCounts } from "@touchstone/quality";

type MetricsRow = ComparisonMetricsDocument["rows"][number];

/** Counts of the rows of a document, by type. */
export type CountsByType = Partial<Record<MetricsRow["type"], ScoreCounts>>;

/** A `metrics.json` as `touchstone compare` writes it, of PASS records over all that was compared. */
export function metricsDocument(counts: CountsByType, stratum = "*"): ComparisonMetricsDocument {
  const side = { total: 0, assessed: 0, notAssessed: {}, bounded: 0 };
  const entries = Object.entries(counts) as [MetricsRow["type"], ScoreCounts][];
  return {
    schema: "touchstone/comparison-metrics/1",
    scoreField: "QUAL",
    records: { truth: side, query: side },
    phase: null,
    strata: [{ name: stratum, sizeBases: 1_000_000, confidentBases: null, assessedBases: 1_000_000 }],
    rows: entries.map(([type, of]) => metricsRow(type, of, stratum)),
  };
}

function metricsRow(type: MetricsRow["type"], counts: ScoreCounts, stratum: string): MetricsRow {
  const { truthTp, truthFn, queryTp, queryFp } = counts;
  const proportionOf = (score: "recall" | "precision") => {
    const { value, interval } = scoreOfCounts(score, counts);
    return { value, wilson95: interval === null ? null : ([interval[0], interval[1]] as [number, number]) };
  };
  const total = queryTp + queryFp;
  return {
    type,
    subtype: "*",
    stratum,
    filter: "PASS",
    truth: { total: truthTp + truthFn, tp: truthTp, fn: truthFn, titv: null, hetHom: null },
    query: { total, tp: queryTp, fp: queryFp, fpGenotype: 0, fpAllele: 0, unk: 0, titv: null, hetHom: null },
    recall: proportionOf("recall"),
    precision: proportionOf("precision"),
    f1: scoreOfCounts("f1", counts).value,
    fracNa: total === 0 ? null : 0,
    fpPerMb: queryFp,
  };
}
