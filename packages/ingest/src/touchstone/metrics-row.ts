import type { ComparisonMetricsDocument } from "@touchstone/model";
import { IngestError } from "../error.ts";
import type { ImportedStratum, StratumCounts } from "../imported-comparison.ts";
import { checkCounts, checkTotals } from "../strata/check-counts.ts";
import { ratesOf } from "../strata/rates.ts";
import type { StratumSource } from "../strata/strata-set.ts";

const TOLERANCE = 1e-9;

const FIELDS: Readonly<Record<keyof StratumCounts, string>> = {
  truthTotal: "truth.total",
  truthTp: "truth.tp",
  truthFn: "truth.fn",
  queryTotal: "query.total",
  queryTp: "query.tp",
  queryFp: "query.fp",
  queryFpGenotype: "query.fpGenotype",
  queryFpAllele: "query.fpAllele",
  queryUnk: "query.unk",
};

type MetricsRow = ComparisonMetricsDocument["rows"][number];

/** The row of `metrics.json` at `index` as a stratum, held to its own counts and to the size of its stratum. */
export function stratumOfMetrics(
  document: ComparisonMetricsDocument,
  index: number,
  file: string,
): [stratum: ImportedStratum, source: StratumSource] {
  const row = document.rows[index] as MetricsRow;
  const errorAt = (field: string, what: string) => {
    const path = field === "" ? `rows.${index}` : `rows.${index}.${field}`;
    return new IngestError("TS_RESULT_INVALID", `${file}: ${path}: ${what}`, { file, field: path });
  };
  for (const field of ["subtype", "stratum"] as const) {
    if (row[field] === "" || row[field].trim() !== row[field]) throw errorAt(field, "no name, or blanks around it");
  }
  const counts = countsOf(row);
  for (const [count, value] of Object.entries(counts)) {
    if (!Number.isSafeInteger(value)) throw errorAt(FIELDS[count as keyof StratumCounts], `${value} is no exact count`);
  }
  checkCounts(counts, (count, what) => errorAt(FIELDS[count], what));
  checkTotals(counts, (count, what) => errorAt(FIELDS[count], what));
  const rates = { ...ratesOf(counts), falsePositivesPerMegabase: ratePerMegabase(row, document) };
  const stated = [
    ["recall.value", rates.recall, row.recall.value],
    ["recall.wilson95.0", rates.recallLow, row.recall.wilson95?.[0] ?? null],
    ["recall.wilson95.1", rates.recallHigh, row.recall.wilson95?.[1] ?? null],
    ["precision.value", rates.precision, row.precision.value],
    ["precision.wilson95.0", rates.precisionLow, row.precision.wilson95?.[0] ?? null],
    ["precision.wilson95.1", rates.precisionHigh, row.precision.wilson95?.[1] ?? null],
    ["f1", rates.f1, row.f1],
    ["fracNa", rates.unknownFraction, row.fracNa],
    ["fpPerMb", rates.falsePositivesPerMegabase, row.fpPerMb],
  ] as const;
  for (const [field, computed, value] of stated) {
    if (!agree(computed, value)) throw errorAt(field, `${value} is written where the counts give ${computed}`);
  }
  const { type: variantType, subtype, stratum, filter } = row;
  return [
    { variantType, subtype, stratum, filter, ...counts, ...rates },
    { file, error: (what) => errorAt("", what) },
  ];
}

function countsOf({ truth, query }: MetricsRow): StratumCounts {
  return {
    truthTotal: truth.total,
    truthTp: truth.tp,
    truthFn: truth.fn,
    queryTotal: query.total,
    queryTp: query.tp,
    queryFp: query.fp,
    queryFpGenotype: query.fpGenotype,
    queryFpAllele: query.fpAllele,
    queryUnk: query.unk,
  };
}

function ratePerMegabase(row: MetricsRow, { strata }: ComparisonMetricsDocument): number | null {
  const bases = strata.find(({ name }) => name === row.stratum)?.assessedBases ?? 0;
  return bases === 0 ? null : (row.query.fp * 1e6) / bases;
}

function agree(computed: number | null, value: number | null): boolean {
  if (computed === null || value === null) return computed === value;
  return Math.abs(computed - value) <= TOLERANCE * Math.max(1, computed);
}
