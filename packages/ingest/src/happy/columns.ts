const SUMMARY_RATES = ["METRIC.Recall", "METRIC.Precision", "METRIC.Frac_NA"] as const;
const SIDES = ["TRUTH.TOTAL", "TRUTH.TP", "TRUTH.FN", "QUERY.TOTAL", "QUERY.TP", "QUERY.FP", "QUERY.UNK"] as const;
const PARTS = ["ti", "tv", "het", "homalt", "TiTv_ratio", "het_hom_ratio"] as const;

/** What `summary.csv` has in every version of hap.py. */
export const NEEDED_OF_SUMMARY: readonly string[] = [
  "Type",
  "Filter",
  ...SIDES.filter((side) => side !== "QUERY.TP"),
  "FP.gt",
  ...SUMMARY_RATES,
];

/** What `extended.csv` and `roc.*.csv.gz` have beside that. */
export const NEEDED_OF_EXTENDED: readonly string[] = [
  ...NEEDED_OF_SUMMARY,
  "QUERY.TP",
  "Subtype",
  "Subset",
  "Genotype",
  "QQ",
];

/** What newer versions add, or what is kept beside the counts. */
export const OPTIONAL: readonly string[] = [
  "FP.al",
  "METRIC.F1_Score",
  "QQ.Field",
  "Subset.Size",
  "Subset.IS_CONF.Size",
  "Subset.Level",
  ...SIDES.flatMap((side) => PARTS.map((part) => `${side}.${part}`)),
];
