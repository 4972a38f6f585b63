import { formatCount } from "@touchstone/charts";
import type { ComparisonMetricsDocument } from "@touchstone/model";
import type { Html } from "../page/html.ts";
import { notes } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { table } from "../page/table.ts";
import { count } from "../page/values.ts";
import { ALL, type ComparisonInput } from "./comparison-input.ts";

/** What the records are that were not assessed, by reason. */
const REASONS: Readonly<Record<string, string>> = {
  telomere: "POS 0 or the contig's length + 1",
  "ref-mismatch": "REF is not what the reference has there",
  "no-alt": "no called ALT that changes a base",
  ploidy: "a genotype of more than four alleles",
  "no-call": "no ALT called, and an allele of the genotype is missing",
  "hom-ref": "the reference only",
  symbolic: "symbolic alleles only",
  breakend: "breakends only",
  "spanning-deletion": "* only",
  filtered: "failed a FILTER",
  "outside-targets": "no base inside the targets",
  "outside-regions": "of the truth, no base inside the confident regions",
};

/** Warnings, and the records of both sides that were not assessed. */
export function cautionSection(input: ComparisonInput): ReportSection {
  return {
    title: "Warnings, and what was not assessed",
    content: [notes(warningsOf(input), "No warning."), notAssessed(input.metrics)],
  };
}

function warningsOf({ metrics, provenance, warnings }: ComparisonInput): string[] {
  const { truth, query } = metrics.records;
  const sides = { truth, query };
  const empty = metrics.rows.filter(({ subtype, recall }) => subtype === ALL && recall.value === null);
  const strata = new Set(
    empty.map(({ stratum, type }) => `${type} in ${stratum === ALL ? "all that was compared" : stratum}`),
  );
  return [
    ...(warnings ?? []),
    ...Object.entries(sides).flatMap(([side, { total, assessed }]) =>
      total > 0 && assessed === 0 ? [`None of the ${formatCount(total)} records of the ${side} was assessed.`] : [],
    ),
    ...Object.entries(sides).flatMap(([side, { bounded }]) =>
      bounded > 0
        ? [
            `${formatCount(bounded)} ${side} records are in superloci too large for an exhaustive search: their labels are proven, but more might match.`,
          ]
        : [],
    ),
    ...(strata.size > 0 ? [`Recall is undefined, for want of truth records, of ${[...strata].join(", ")}.`] : []),
    ...(provenance === null
      ? ["P.provenance.json is missing: inputs, options and versions of this comparison are not known."]
      : provenanceWarnings(provenance)),
    ...(warnings === null
      ? ["Warnings that the comparison printed as it ran are not kept in its files, and not part of this report."]
      : []),
  ];
}

function provenanceWarnings({ inputs, options }: NonNullable<ComparisonInput["provenance"]>): string[] {
  return [
    ...(inputs.regions === null
      ? [
          "No confident regions were given: a query record where the truth set knows nothing counts as a false positive.",
        ]
      : []),
    ...(options.match === "alleles" ? ["Genotypes were not compared: the presence of an allele is a match."] : []),
  ];
}

function notAssessed({ records }: ComparisonMetricsDocument): Html {
  const { truth, query } = records;
  const reasons = [...new Set([...Object.keys(truth.notAssessed), ...Object.keys(query.notAssessed)])];
  const rows = [
    { name: "all records", what: "", truth: truth.total, query: query.total },
    { name: "assessed", what: "with a verdict: TP, FN, FP or UNK", truth: truth.assessed, query: query.assessed },
    ...reasons.map((reason) => ({
      name: `not assessed: ${reason}`,
      what: REASONS[reason] ?? "",
      truth: truth.notAssessed[reason] ?? 0,
      query: query.notAssessed[reason] ?? 0,
    })),
    { name: "bounded search", what: "of the assessed", truth: truth.bounded, query: query.bounded },
  ];
  return table({
    caption: "Records of both call sets",
    rows,
    columns: [
      { title: "Records", cell: ({ name }) => name, isHeading: true },
      { title: "What they are", cell: ({ what }) => what },
      { title: "Truth", cell: (row) => count(row.truth), isNumber: true },
      { title: "Query", cell: (row) => count(row.query), isNumber: true },
    ],
  });
}
