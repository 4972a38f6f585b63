import { blandAltmanChart } from "@touchstone/charts";
import { blandAltmanData, type StudyStratum, studyPoints } from "@touchstone/report/chart-data";
import { type ReactElement, useMemo } from "react";
import { ChartFigure } from "../../ui/chart-figure.tsx";
import { ChartNumbers } from "../../ui/chart-numbers.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { Panel } from "../../ui/page.tsx";
import { intervalText } from "./agreement-panel.tsx";
import { decimalText, reportOf, type StudyRecord, type VariantSample } from "./study-data.ts";

type Pair = StudyStratum["pairs"][number];

const COLUMNS: readonly Column<Pair>[] = [
  { id: "pair", title: "Runs", cell: ({ first, second }) => `${first} − ${second}` },
  { id: "n", title: "Variants", width: 6, isNumber: true, cell: ({ agreement }) => agreement.n },
  { id: "bias", title: "Bias", width: 6, isNumber: true, cell: ({ agreement }) => decimalText(agreement.bias, 4) },
  { id: "sd", title: "SD", width: 6, isNumber: true, cell: ({ agreement }) => decimalText(agreement.sd, 4) },
  {
    id: "limits",
    title: "Limits of agreement",
    width: 12,
    isNumber: true,
    cell: ({ agreement }) => intervalText(agreement.limits, 4),
  },
  { id: "jaccard", title: "Jaccard", width: 6, isNumber: true, cell: ({ jaccard }) => decimalText(jaccard) },
  { id: "reason", title: "Why not", cell: ({ agreement }) => agreement.reason ?? "–" },
];

/** Bland-Altman plots of all pairs of runs. */
export function DifferencesPanel(props: { readonly study: StudyRecord; readonly sample: VariantSample }): ReactElement {
  const { study, sample } = props;
  const report = reportOf(study);
  const svg = useMemo(() => blandAltmanChart(blandAltmanData(report, studyPoints(sample.variants))), [report, sample]);
  return (
    <Panel title="Differences of all pairs">
      <p className="muted">
        Limits are those of all variants. {sampleText(sample)} They take variants as independent: they are about sites,
        not about runs.
      </p>
      <ChartFigure svg={svg} />
      <ChartNumbers
        label="Agreement of all pairs"
        columns={COLUMNS}
        rows={report.strata[0]?.pairs ?? []}
        rowId={({ first, second }) => JSON.stringify([first, second])}
        minWidth={54}
      />
    </Panel>
  );
}

/** How many points are drawn of how many. */
export function sampleText({ of, variants }: VariantSample): string {
  if (of === 0) return "Single variants were not sent with the study, so no points are drawn.";
  if (of === variants.length) return `All ${of.toLocaleString("en")} variants are drawn.`;
  return `Drawn are ${variants.length.toLocaleString("en")} of ${of.toLocaleString("en")} variants, evenly along the genome.`;
}
