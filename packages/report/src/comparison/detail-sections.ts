import type { ComparisonMetricsDocument } from "@touchstone/model";
import type { Html } from "../page/html.ts";
import { paragraph } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { table } from "../page/table.ts";
import { count } from "../page/values.ts";
import { curvesFigure, indelLengthFigure, strataForests } from "./charts-of-comparison.ts";
import { ALL, type ComparisonInput, filtersOf, type MetricsRow, typesOf } from "./comparison-input.ts";
import { byClass, subtypeName } from "./indel-classes.ts";
import { SCORE_COLUMNS } from "./score-cells.ts";

/** Scores in stratification regions, and how large these are. */
export function strataSection(input: ComparisonInput): ReportSection {
  const { metrics } = input;
  const title = "By stratification region";
  if (metrics.strata.length < 2) {
    const none = "Not assessed: no stratification regions were given (--stratifications).";
    return { title, content: [paragraph(none), sizes(metrics)] };
  }
  const of = (type: MetricsRow["type"]): Html[] => [
    ...strataForests(input, type),
    ...filtersOf(metrics).map((filter) =>
      table({
        caption: `${type} by stratum, ${filter}`,
        rows: metrics.rows.filter(
          (row) => row.type === type && row.filter === filter && row.stratum !== ALL && row.subtype === ALL,
        ),
        columns: [{ title: "Stratum", cell: ({ stratum }) => stratum, isHeading: true }, ...SCORE_COLUMNS],
      }),
    ),
  ];
  return { title, content: [...typesOf(metrics).flatMap(of), sizes(metrics)] };
}

function sizes({ strata }: ComparisonMetricsDocument): Html {
  return table({
    caption: "Size of what was compared, in bases",
    rows: strata,
    columns: [
      { title: "Stratum", cell: ({ name }) => (name === ALL ? "all that was compared" : name), isHeading: true },
      { title: "Size", cell: ({ sizeBases }) => count(sizeBases), isNumber: true },
      { title: "Confident", cell: (one) => count(one.confidentBases, "no confident regions given"), isNumber: true },
      { title: "Assessed", cell: ({ assessedBases }) => count(assessedBases), isNumber: true },
    ],
  });
}

/** The precision-recall curve with the operating point. */
export function curveSection(input: ComparisonInput): ReportSection {
  const figures = curvesFigure(input);
  const none = paragraph("Not shown: there are no roc tables beside the metrics.");
  return { title: "Precision against recall", content: figures.length === 0 ? none : figures };
}

/** Scores by length of the indel. */
export function indelSection(input: ComparisonInput): ReportSection {
  const { metrics } = input;
  const tables = filtersOf(metrics).map((filter) =>
    table({
      caption: `INDEL by length and kind, ${filter}`,
      none: "Not assessed: the metrics have no subtypes of INDEL.",
      rows: byClass(metrics.rows.filter((row) => row.filter === filter && row.stratum === ALL && row.subtype !== ALL)),
      columns: [{ title: "Bases", cell: subtypeName, isHeading: true }, ...SCORE_COLUMNS],
    }),
  );
  return { title: "Indels by length", content: [...indelLengthFigure(input), ...tables] };
}
