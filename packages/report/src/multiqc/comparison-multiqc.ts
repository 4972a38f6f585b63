import type { ComparisonMetricsDocument } from "@touchstone/model";
import type { RocCurve } from "../comparison/comparison-input.ts";
import { known, type MultiqcFile, type MultiqcHeader, multiqcFile, partName, shownName } from "./section.ts";

const ALL = "*";
/** What a laboratory would report. */
const FILTER = "PASS";
/** Points of a curve: as many as a plot shows. */
const MOST_POINTS = 500;

type Row = ComparisonMetricsDocument["rows"][number];

/** What MultiQC shows of a comparison. */
export interface MultiqcComparison {
  /** By which MultiQC knows it, as it does the sample's other results. */
  readonly sample: string;
  readonly metrics: ComparisonMetricsDocument;
  readonly curves: readonly RocCurve[];
}

/**
 * A comparison as custom content of MultiQC: a table with a row for the sample, one with a row for each stratum where
 * there are strata, and precision-recall curves where there are points. Where there is no number there is no cell.
 */
export function comparisonMultiqc({ sample, metrics, curves }: MultiqcComparison): MultiqcFile[] {
  const rows = metrics.rows.filter(({ filter, subtype }) => filter === FILTER && subtype === ALL);
  const types = [...new Set(rows.map(({ type }) => type))].sort().reverse();
  const whole = rows.filter(({ stratum }) => stratum === ALL);
  const strata = [...new Set(rows.map(({ stratum }) => stratum))].filter((stratum) => stratum !== ALL);
  const headers = Object.assign({}, ...types.map(headersOf));
  const table = { plot_type: "table", headers } as const;
  const scores = multiqcFile("touchstone_comparison", {
    id: "touchstone_comparison",
    section_name: "Touchstone: agreement with truth",
    description: `Variants against a truth set, records that pass their filters. ${EMPTY}`,
    ...table,
    pconfig: { id: "touchstone_comparison_table", title: "Touchstone: agreement with truth" },
    data: { [shownName(sample)]: cellsOf(whole) },
  });
  const byStratum = multiqcFile("touchstone_strata", {
    id: "touchstone_strata",
    section_name: "Touchstone: agreement by stratum",
    description: `Variants against a truth set in stratification regions, records that pass their filters. ${EMPTY}`,
    ...table,
    pconfig: { id: "touchstone_strata_table", title: "Touchstone: agreement by stratum", col1_header: "Stratum" },
    data: Object.fromEntries(
      strata.map((name) => [partName(name, sample), cellsOf(rows.filter(({ stratum }) => stratum === name))]),
    ),
  });
  return [scores, ...(strata.length === 0 ? [] : [byStratum]), ...curveFile(sample, curves)];
}

const EMPTY = "A cell is empty where there is nothing to divide by.";

/** Columns of a type of variant. */
export function headersOf(type: Row["type"]): Record<string, MultiqcHeader> {
  const share = { min: 0, max: 1, format: "{:,.4f}" };
  const bound = { ...share, hidden: true, scale: false } as const;
  const count = { format: "{:,.0f}", hidden: true, scale: false } as const;
  const of = (column: string) => `${type}_${column}`;
  return {
    [of("f1")]: { title: `${type} F1`, description: "Harmonic mean of recall and precision", ...share },
    [of("recall")]: { title: `${type} recall`, description: "TP of the truth over truth records", ...share },
    [of("recall_low")]: { title: `${type} recall, low`, description: "Wilson 95% interval", ...bound },
    [of("recall_high")]: { title: `${type} recall, high`, description: "Wilson 95% interval", ...bound },
    [of("precision")]: { title: `${type} precision`, description: "TP of the query over TP and FP", ...share },
    [of("precision_low")]: { title: `${type} precision, low`, description: "Wilson 95% interval", ...bound },
    [of("precision_high")]: { title: `${type} precision, high`, description: "Wilson 95% interval", ...bound },
    [of("truth")]: { title: `${type} truth`, description: "Truth records", ...count },
    [of("fn")]: { title: `${type} FN`, description: "Truth records that the query lacks", ...count },
    [of("fp")]: { title: `${type} FP`, description: "Query records that are wrong", ...count },
    [of("unk")]: { title: `${type} UNK`, description: "Query records outside the confident regions", ...count },
  };
}

/** Scores and counts of rows, one of each type, that have a value. */
export function cellsOf(rows: readonly Row[]): Record<string, number | string> {
  return Object.assign(
    {},
    ...rows.map(({ type, recall, precision, f1, truth, query }) =>
      known({
        [`${type}_f1`]: f1,
        [`${type}_recall`]: recall.value,
        [`${type}_recall_low`]: recall.wilson95?.[0],
        [`${type}_recall_high`]: recall.wilson95?.[1],
        [`${type}_precision`]: precision.value,
        [`${type}_precision_low`]: precision.wilson95?.[0],
        [`${type}_precision_high`]: precision.wilson95?.[1],
        [`${type}_truth`]: truth.total,
        [`${type}_fn`]: truth.fn,
        [`${type}_fp`]: query.fp,
        [`${type}_unk`]: query.unk,
      }),
    ),
  );
}

function curveFile(sample: string, curves: readonly RocCurve[]): MultiqcFile[] {
  const lines = curves.flatMap(({ type, filter, points }) => {
    const drawn = points.flatMap(({ recall, precision }) =>
      recall === null || precision === null ? [] : [[recall, precision] as const],
    );
    return filter !== FILTER || drawn.length === 0 ? [] : [[partName(type, sample), evenly(drawn)] as const];
  });
  if (lines.length === 0) return [];
  const title = "Touchstone: precision against recall";
  return [
    multiqcFile("touchstone_precision_recall", {
      id: "touchstone_precision_recall",
      section_name: title,
      description: "Over thresholds of the score that ranks the query's records, which pass their filters.",
      plot_type: "linegraph",
      pconfig: {
        id: "touchstone_precision_recall_plot",
        title,
        xlab: "Recall",
        ylab: "Precision",
        ...{ xmin: 0, xmax: 1, ymin: 0, ymax: 1 },
      },
      data: Object.fromEntries(lines),
    }),
  ];
}

/** Points along the curve, its first and its last among them. */
function evenly<T>(points: readonly T[]): readonly T[] {
  if (points.length <= MOST_POINTS) return points;
  const step = (points.length - 1) / (MOST_POINTS - 1);
  return Array.from({ length: MOST_POINTS }, (_, index) => points[Math.round(index * step)] as T);
}
