import { addGroups, CountTable, type Filter, ROW_KEYS, type RowCounts, type RowKey } from "../count/count-table.ts";
import { QUERY_SIDE, TRUTH_SIDE } from "../count/outcome.ts";
import { MAX_REASONS } from "../count/tally.ts";
import type { StratumSize } from "../stratify/stratum.ts";
import { type Interval, loadProportions, type ProportionIntervals } from "./interval.ts";
import { hetHomRatio, rowRates, titvRatio } from "./rates.ts";
import { filtersOf, type PhaseCounts, type ReportInput } from "./report-input.ts";

/** A proportion in 0-1 with its 95% intervals; all null without trials. */
export interface Proportion {
  readonly value: number | null;
  readonly wilson95: Interval | null;
  /** Only for rows over all records (stratum `*`). */
  readonly jeffreys95?: Interval | null;
}

/** Counts and metrics of one type, subtype, stratum and filter. */
export interface MetricsRow {
  readonly type: "SNP" | "INDEL";
  /** `*` for the whole type, else an indel subtype such as `I1_5`. */
  readonly subtype: string;
  /** `*` for all records, else the name of a stratum. */
  readonly stratum: string;
  readonly filter: Filter;
  readonly truth: {
    readonly total: number;
    readonly tp: number;
    readonly fn: number;
    /** Transitions per transversion, by substituted base; null for INDEL. */
    readonly titv: number | null;
    /** Heterozygous per homozygous alternate record. */
    readonly hetHom: number | null;
  };
  readonly query: {
    readonly total: number;
    readonly tp: number;
    readonly fp: number;
    /** Of these, right allele with wrong genotype. */
    readonly fpGenotype: number;
    /** Of these, another allele near a truth variant. */
    readonly fpAllele: number;
    /** Outside the confident regions. */
    readonly unk: number;
    readonly titv: number | null;
    readonly hetHom: number | null;
  };
  /** Of truth records. */
  readonly recall: Proportion;
  /** Of query records inside the confident regions. */
  readonly precision: Proportion;
  /** Harmonic mean of recall and precision; null when one of them is. */
  readonly f1: number | null;
  /** Fraction of query records outside the confident regions. */
  readonly fracNa: number | null;
  /** False positives per million assessed bases; null when no base was assessed. */
  readonly fpPerMb: number | null;
}

/** What happened to the records of one input. */
export interface SideRecords {
  readonly total: number;
  /** TP, FN, FP or UNK. */
  readonly assessed: number;
  /** Number of records by reason, for the reasons that occurred. */
  readonly notAssessed: Readonly<Record<string, number>>;
  /** Assessed records whose superlocus was decided by a bounded search. */
  readonly bounded: number;
}

/** Contents of `metrics.json`. */
export interface ComparisonMetrics {
  readonly schema: "touchstone/comparison-metrics/1";
  /** Name of the score behind the roc tables. */
  readonly scoreField: string;
  readonly records: { readonly truth: SideRecords; readonly query: SideRecords };
  /** Null unless phase was respected. */
  readonly phase: PhaseCounts | null;
  /** Sizes in bases of the contigs compared (stratum `*`) and of each stratum. */
  readonly strata: readonly StratumSize[];
  /** INDEL before SNP; all records with subtypes, then each stratum without. */
  readonly rows: readonly MetricsRow[];
}

/** All metrics of a comparison. Jeffreys intervals are given for all records, Wilson intervals everywhere. */
export async function buildMetrics(input: ReportInput): Promise<ComparisonMetrics> {
  const intervals = await loadProportions();
  const table = new CountTable(input.tally);
  const whole = { ...input.whole, name: "*" };
  const strata = [whole, ...input.strata];
  const rows = strata.flatMap((stratum, column) =>
    ROW_KEYS.flatMap((key, row) =>
      column > 0 && key.subtype !== "*"
        ? []
        : filtersOf(input).map((filter) =>
            metricsRow(key, stratum, filter, table.row(column, filter, row), intervals, column === 0),
          ),
    ),
  );
  return {
    schema: "touchstone/comparison-metrics/1",
    scoreField: input.scoreField,
    records: {
      truth: sideRecords(input, rows, TRUTH_SIDE),
      query: sideRecords(input, rows, QUERY_SIDE),
    },
    phase: input.phase ?? null,
    strata,
    rows,
  };
}

function metricsRow(
  key: RowKey,
  stratum: StratumSize,
  filter: Filter,
  row: RowCounts,
  intervals: ProportionIntervals,
  withJeffreys: boolean,
): MetricsRow {
  const truth = addGroups(row.truthTp, row.truthFn);
  const query = addGroups(row.queryTp, addGroups(row.queryFp, row.queryUnk));
  const judged = row.queryTp.records + row.queryFp.records;
  const rates = rowRates(row);
  const snp = key.type === "SNP";
  return {
    type: key.type,
    subtype: key.subtype,
    stratum: stratum.name,
    filter,
    truth: {
      total: truth.records,
      tp: row.truthTp.records,
      fn: row.truthFn.records,
      titv: snp ? titvRatio(truth) : null,
      hetHom: hetHomRatio(truth),
    },
    query: {
      total: query.records,
      tp: row.queryTp.records,
      fp: row.queryFp.records,
      fpGenotype: row.fpGenotype,
      fpAllele: row.fpAllele,
      unk: row.queryUnk.records,
      titv: snp ? titvRatio(query) : null,
      hetHom: hetHomRatio(query),
    },
    recall: proportion(rates.recall, row.truthTp.records, truth.records, intervals, withJeffreys),
    precision: proportion(rates.precision, row.queryTp.records, judged, intervals, withJeffreys),
    f1: rates.f1,
    fracNa: rates.fracNa,
    fpPerMb: stratum.assessedBases === 0 ? null : (row.queryFp.records * 1e6) / stratum.assessedBases,
  };
}

function proportion(
  value: number | null,
  successes: number,
  trials: number,
  { wilsonInterval, jeffreysInterval }: ProportionIntervals,
  withJeffreys: boolean,
): Proportion {
  const wilson95 = wilsonInterval(successes, trials);
  return withJeffreys ? { value, wilson95, jeffreys95: jeffreysInterval(successes, trials) } : { value, wilson95 };
}

function sideRecords(input: ReportInput, rows: readonly MetricsRow[], side: number): SideRecords {
  const { tally, reasons, allRecords } = input;
  const notAssessed: Record<string, number> = {};
  let skipped = 0;
  reasons.forEach((reason, number) => {
    const records = tally.notAssessed[side * MAX_REASONS + number];
    if (records > 0 && reason !== "") notAssessed[reason] = records;
    skipped += records;
  });
  const filter: Filter = allRecords ? "ALL" : "PASS";
  const counted = rows.filter((row) => row.stratum === "*" && row.subtype === "*" && row.filter === filter);
  const assessed = counted.reduce((sum, row) => sum + (side === TRUTH_SIDE ? row.truth : row.query).total, 0);
  return { total: assessed + skipped, assessed, notAssessed, bounded: tally.bounded[side] };
}
