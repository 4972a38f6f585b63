import { precisionRecallChart } from "@touchstone/charts";
import { facts, figure, notes, paragraph } from "../page/parts.ts";
import { type ReportSection, reportPage } from "../page/report-page.ts";
import { table } from "../page/table.ts";
import { moment } from "../page/values.ts";
import type { RunScore } from "../run/run-input.ts";
import { RUN_SCORE_COLUMNS } from "../run/run-scores.ts";
import { ALL, type RocCurve } from "./comparison-input.ts";
import { comparedFilesSection, recordFacts, scoreVerdictsSection } from "./record-sections.ts";
import type { OtherComparisonInput } from "./recorded-comparison.ts";

/**
 * A comparison of the records by another program than Touchstone as a self-contained HTML document. Its numbers are those
 * of that program's files, and the intervals Wilson's of its counts.
 */
export function otherComparisonReport(input: OtherComparisonInput): string {
  const { record, scores, curves, touchstone } = input;
  return reportPage({
    kind: "Comparison with a truth set",
    title: `${record.run.name}${record.sample === null ? "" : `, ${record.sample.name},`} against ${record.truthSet.name} ${record.truthSet.version}`,
    facts: facts({
      ...recordFacts(record),
      Compared: moment(record.performedAt),
      By: `${record.format}; reported by Touchstone ${touchstone}`,
    }),
    sections: [
      resultSection(scores),
      scoreVerdictsSection(record),
      cautionSection(record.format),
      strataSection(scores),
      curveSection(curves, scores),
      comparedFilesSection(record),
    ],
  });
}

function resultSection(scores: readonly RunScore[]): ReportSection {
  return {
    title: "Result",
    content: table({
      caption: "Agreement by variant type",
      none: "The files have no counts of all that was compared.",
      rows: scores.filter(({ stratum, subtype }) => stratum === ALL && subtype === ALL),
      columns: RUN_SCORE_COLUMNS,
    }),
  };
}

function cautionSection(format: string): ReportSection {
  const origin = `Counted by ${format}, whose rules of matching and counting are not Touchstone's; numbers of different programs are not compared with each other.`;
  const inputs = "Which files were compared is known as far as the truth set's identity; see the files of the run.";
  return { title: "Warnings, and what was not assessed", content: notes([origin, inputs], "") };
}

function strataSection(scores: readonly RunScore[]): ReportSection {
  const title = "By stratification region and subtype";
  const rows = scores.filter(({ stratum, subtype }) => stratum !== ALL || subtype !== ALL);
  if (rows.length === 0)
    return { title, content: paragraph("Not assessed: the files have no strata and no subtypes.") };
  const types = [...new Set(rows.map(({ variantType }) => variantType))];
  return {
    title,
    content: types.map((type) =>
      table({
        caption: `${type} by stratum and subtype`,
        rows: rows.filter(({ variantType }) => variantType === type),
        columns: RUN_SCORE_COLUMNS,
      }),
    ),
  };
}

function curveSection(curves: readonly RocCurve[], scores: readonly RunScore[]): ReportSection {
  const title = "Precision against recall";
  const filters = [...new Set(curves.filter(({ points }) => points.length > 0).map(({ filter }) => filter))];
  const figures = filters.map((filter) => {
    const caption = `${title}, ${filter}`;
    const drawn = curves
      .filter((curve) => curve.filter === filter)
      .map(({ type, points }) => {
        const row = scores.find(
          (one) => one.variantType === type && one.filter === filter && one.stratum === ALL && one.subtype === ALL,
        );
        const operatingPoint = { recall: row?.recall ?? null, precision: row?.precision ?? null };
        return { name: type, points, operatingPoint };
      });
    return figure(caption, precisionRecallChart({ title: caption, score: "score", curves: drawn }));
  });
  return { title, content: figures.length === 0 ? paragraph("Not shown: there are no points of a curve.") : figures };
}
