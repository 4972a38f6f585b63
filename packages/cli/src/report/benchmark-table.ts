import type { BenchmarkedComparison } from "@touchstone/report";

type Row = BenchmarkedComparison["metrics"]["rows"][number];
type Cell = string | number | null | undefined;

const COLUMNS: Readonly<Record<string, (row: Row, of: BenchmarkedComparison) => Cell>> = {
  sample: (_, { sample }) => sample,
  caller: (_, { caller }) => caller,
  truth_set: (_, { truthSet }) => truthSet.name,
  truth_set_version: (_, { truthSet }) => truthSet.version,
  stratification: (_, { stratification }) => stratification,
  type: ({ type }) => type,
  stratum: ({ stratum }) => stratum,
  filter: ({ filter }) => filter,
  truth_total: ({ truth }) => truth.total,
  truth_tp: ({ truth }) => truth.tp,
  truth_fn: ({ truth }) => truth.fn,
  query_total: ({ query }) => query.total,
  query_tp: ({ query }) => query.tp,
  query_fp: ({ query }) => query.fp,
  query_unk: ({ query }) => query.unk,
  recall: ({ recall }) => recall.value,
  recall_low: ({ recall }) => recall.wilson95?.[0],
  recall_high: ({ recall }) => recall.wilson95?.[1],
  precision: ({ precision }) => precision.value,
  precision_low: ({ precision }) => precision.wilson95?.[0],
  precision_high: ({ precision }) => precision.wilson95?.[1],
  f1: ({ f1 }) => f1,
};

/**
 * A line for each comparison, type of variant, stratum (`*` for all) and filter; subtypes are in the comparisons' own files. A cell
 * is empty where there is no number. Bounds are Wilson's at 95 %.
 */
export function benchmarkTable(comparisons: readonly BenchmarkedComparison[]): string {
  const lines = comparisons.flatMap((of) =>
    of.metrics.rows
      .filter(({ subtype }) => subtype === "*")
      .map((row) =>
        Object.values(COLUMNS)
          .map((cell) => quoted(cell(row, of)))
          .join(","),
      ),
  );
  return `${[Object.keys(COLUMNS).join(","), ...lines].join("\n")}\n`;
}

function quoted(cell: Cell): string {
  const text = String(cell ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
