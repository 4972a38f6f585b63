import type { ComparisonMetricsDocument } from "@touchstone/model";
import { type Html, html } from "../page/html.ts";
import { facts, paragraph } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { numberColumn, type TableColumn, table } from "../page/table.ts";
import { bounds, count, fraction, quantity } from "../page/values.ts";
import { ALL, filtersOf, type MetricsRow, typesOf } from "./comparison-input.ts";
import { SCORE_COLUMNS } from "./score-cells.ts";

const TYPE: TableColumn<MetricsRow> = { title: "Type", cell: ({ type }) => type, isHeading: true };
const FILTER: TableColumn<MetricsRow> = { title: "Filter", cell: ({ filter }) => filter };

const FURTHER: readonly TableColumn<MetricsRow>[] = [
  numberColumn("Query", ({ query }) => count(query.total)),
  numberColumn("FP, genotype", ({ query }) => count(query.fpGenotype)),
  numberColumn("FP, allele", ({ query }) => count(query.fpAllele)),
  numberColumn("UNK share", ({ fracNa }) => fraction(fracNa, "no query records")),
  numberColumn("FP per Mb", ({ fpPerMb }) => quantity(fpPerMb, "no assessed bases")),
  numberColumn("Recall, Jeffreys 95 %", ({ recall }) => bounds(recall.jeffreys95 ?? null)),
  numberColumn("Precision, Jeffreys 95 %", ({ precision }) => bounds(precision.jeffreys95 ?? null)),
];

const RATIOS: readonly TableColumn<MetricsRow>[] = [
  numberColumn("Ti/Tv, truth", ({ type, truth }) => quantity(truth.titv, noTiTv(type))),
  numberColumn("Ti/Tv, query", ({ type, query }) => quantity(query.titv, noTiTv(type))),
  numberColumn("Het/hom, truth", ({ truth }) => quantity(truth.hetHom, "no homozygous records")),
  numberColumn("Het/hom, query", ({ query }) => quantity(query.hetHom, "no homozygous records")),
];

function noTiTv(type: MetricsRow["type"]): string {
  return type === "SNP" ? "no transversions" : "of SNP only";
}

/** Counts and scores by variant type. No limit is applied, so nothing is called good or bad. */
export function summarySection(metrics: ComparisonMetricsDocument): ReportSection {
  const rows = typesOf(metrics).flatMap((type) =>
    filtersOf(metrics).flatMap((filter) =>
      metrics.rows.filter(
        (row) => row.type === type && row.filter === filter && row.stratum === ALL && row.subtype === ALL,
      ),
    ),
  );
  const leading = [TYPE, FILTER];
  return {
    title: "Result",
    content: [
      table({
        caption: "Agreement by variant type",
        rows,
        className: "strong",
        columns: [...leading, ...SCORE_COLUMNS],
      }),
      paragraph(
        "TP, FN: records of the truth that the query has, and lacks. TP, FP: records of the query that are right, and wrong. UNK: query records outside the confident regions, neither right nor wrong. Recall = TP (truth) / truth; precision = TP (query) / (TP + FP). Below each, its Wilson 95 % interval.",
      ),
      table({ caption: "Further counts and intervals", rows, columns: [...leading, ...FURTHER] }),
      table({ caption: "Composition of the call sets", rows, columns: [...leading, ...RATIOS] }),
      ...phase(metrics),
    ],
  };
}

function phase({ phase: counts }: ComparisonMetricsDocument): Html[] {
  if (counts === null) return [];
  return [
    html`<h3>Phase of the query</h3>\n`,
    facts({
      "Pairs of neighbouring heterozygotes": count(counts.pairs),
      "Switch errors": count(counts.switchErrors),
      "Flip errors": count(counts.flipErrors),
    }),
  ];
}
