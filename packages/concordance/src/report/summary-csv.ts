import { addGroups, type CountTable, type Filter, ROW_KEYS, type RowCounts } from "../count/count-table.ts";
import { rateField, ratioField } from "./csv.ts";
import { hetHomRatio, rowRates, titvRatio } from "./rates.ts";
import { filtersOf, type ReportInput } from "./report-input.ts";

/** The columns of hap.py's `summary.csv`, in their order. */
export const SUMMARY_COLUMNS: readonly string[] = [
  "Type",
  "Filter",
  "TRUTH.TOTAL",
  "TRUTH.TP",
  "TRUTH.FN",
  "QUERY.TOTAL",
  "QUERY.FP",
  "QUERY.UNK",
  "FP.gt",
  "FP.al",
  "METRIC.Recall",
  "METRIC.Precision",
  "METRIC.Frac_NA",
  "METRIC.F1_Score",
  "TRUTH.TOTAL.TiTv_ratio",
  "QUERY.TOTAL.TiTv_ratio",
  "TRUTH.TOTAL.het_hom_ratio",
  "QUERY.TOTAL.het_hom_ratio",
];

/** Lines of `summary.csv`: header, then INDEL and SNP by filter, over all records. */
export function summaryLines(input: ReportInput, table: CountTable): string[] {
  const lines = [SUMMARY_COLUMNS.join(",")];
  ROW_KEYS.forEach((key, row) => {
    if (key.subtype !== "*") return;
    for (const filter of filtersOf(input)) lines.push(summaryRow(key.type, filter, table.row(0, filter, row)));
  });
  return lines;
}

function summaryRow(type: "SNP" | "INDEL", filter: Filter, row: RowCounts): string {
  const truth = addGroups(row.truthTp, row.truthFn);
  const query = addGroups(row.queryTp, addGroups(row.queryFp, row.queryUnk));
  const rates = rowRates(row);
  const snp = type === "SNP";
  return [
    type,
    filter,
    truth.records,
    row.truthTp.records,
    row.truthFn.records,
    query.records,
    row.queryFp.records,
    row.queryUnk.records,
    row.fpGenotype,
    row.fpAllele,
    rateField(rates.recall),
    rateField(rates.precision),
    rateField(rates.fracNa),
    rateField(rates.f1),
    snp ? ratioField(titvRatio(truth)) : "",
    snp ? ratioField(titvRatio(query)) : "",
    ratioField(hetHomRatio(truth)),
    ratioField(hetHomRatio(query)),
  ].join(",");
}
