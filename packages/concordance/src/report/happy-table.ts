import { addGroups, type GroupCounts, type RowCounts, type RowKey } from "../count/count-table.ts";
import { fixedField, rateField, ratioField, textField } from "./csv.ts";
import { hetHomRatio, type Rates, rowRates, titvRatio } from "./rates.ts";

const GROUP_NAMES: readonly string[] = [
  "TRUTH.TOTAL",
  "TRUTH.TP",
  "TRUTH.FN",
  "QUERY.TOTAL",
  "QUERY.TP",
  "QUERY.FP",
  "QUERY.UNK",
];

/** The 65 columns of hap.py's `extended.csv` and `roc.*.csv.gz`, in their order. */
export const EXTENDED_COLUMNS: readonly string[] = [
  "Type",
  "Subtype",
  "Subset",
  "Filter",
  "Genotype",
  "QQ.Field",
  "QQ",
  "METRIC.Recall",
  "METRIC.Precision",
  "METRIC.Frac_NA",
  "METRIC.F1_Score",
  "FP.gt",
  "FP.al",
  "Subset.Size",
  "Subset.IS_CONF.Size",
  "Subset.Level",
  ...GROUP_NAMES.flatMap((name) => [
    name,
    ...["ti", "tv", "het", "homalt", "TiTv_ratio", "het_hom_ratio"].map((part) => `${name}.${part}`),
  ]),
];

/** What identifies a row beside its type and subtype. */
export interface RowPlace {
  /** Stratum, `*` for all records. */
  readonly subset: string;
  readonly filter: string;
  readonly scoreField: string;
  readonly sizeBases: number;
  readonly confidentBases: number | null;
}

/** One line of `extended.csv`, without line break. */
export function extendedRow(key: RowKey, place: RowPlace, row: RowCounts): string {
  const snp = key.type === "SNP";
  return [
    leadingFields(key, place, "*", rowRates(row), row.fpGenotype, row.fpAllele),
    groupFields(addGroups(row.truthTp, row.truthFn), snp),
    groupFields(row.truthTp, snp),
    groupFields(row.truthFn, snp),
    groupFields(addGroups(row.queryTp, addGroups(row.queryFp, row.queryUnk)), snp),
    groupFields(row.queryTp, snp),
    groupFields(row.queryFp, snp),
    groupFields(row.queryUnk, snp),
  ].join(",");
}

/** Numbers of records at one score threshold. */
export interface ThresholdCounts {
  readonly truthTp: number;
  readonly truthFn: number;
  readonly queryTp: number;
  readonly queryFp: number;
  readonly queryUnk: number;
  readonly fpGenotype: number;
  readonly fpAllele: number;
}

/** One line of a roc table: records with a score of at least `score`. Counts by ti/tv and genotype are not kept. */
export function thresholdRow(key: RowKey, place: RowPlace, score: number, rates: Rates, at: ThresholdCounts): string {
  const records = [
    at.truthTp + at.truthFn,
    at.truthTp,
    at.truthFn,
    at.queryTp + at.queryFp + at.queryUnk,
    at.queryTp,
    at.queryFp,
    at.queryUnk,
  ];
  return [
    leadingFields(key, place, fixedField(score), rates, at.fpGenotype, at.fpAllele),
    ...records.map((count) => `${count},.,.,.,.,,`),
  ].join(",");
}

function leadingFields(
  key: RowKey,
  place: RowPlace,
  score: string,
  rates: Rates,
  fpGenotype: number,
  fpAllele: number,
): string {
  // hap.py writes the size of the whole as an integer and the sizes of subsets with decimals.
  const size = place.subset === "*" ? String(place.sizeBases) : fixedField(place.sizeBases);
  return [
    key.type,
    key.subtype,
    textField(place.subset),
    place.filter,
    "*",
    textField(place.scoreField),
    score,
    rateField(rates.recall),
    rateField(rates.precision),
    rateField(rates.fracNa),
    rateField(rates.f1),
    String(fpGenotype),
    String(fpAllele),
    size,
    place.confidentBases === null ? "" : fixedField(place.confidentBases),
    fixedField(0),
  ].join(",");
}

/** Substitutions are counted for SNPs only; for INDELs hap.py writes a point. */
function groupFields(group: GroupCounts, snp: boolean): string {
  const substitutions = snp ? `${fixedField(group.transitions)},${fixedField(group.transversions)}` : ".,.";
  const titv = snp ? ratioField(titvRatio(group)) : "";
  return (
    `${group.records},${substitutions},${fixedField(group.het)},${fixedField(group.homalt)},` +
    `${titv},${ratioField(hetHomRatio(group))}`
  );
}
