import { cvProfileChart } from "@touchstone/charts";
import { cvProfileData, type StudyStratum, studyPoints } from "@touchstone/report/chart-data";
import { type ReactElement, useMemo } from "react";
import { ChartFigure } from "../../ui/chart-figure.tsx";
import { ChartNumbers } from "../../ui/chart-numbers.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { Panel } from "../../ui/page.tsx";
import { sampleText } from "./differences-panel.tsx";
import { decimalText, percentText, reportOf, type StudyRecord, type VariantSample } from "./study-data.ts";

const COLUMNS: readonly Column<StudyStratum>[] = [
  { id: "stratum", title: "Stratum", cell: ({ name }) => name },
  { id: "n", title: "Variants", width: 6, isNumber: true, cell: ({ cv }) => cv.n },
  { id: "low", title: "Mean too low", width: 7, isNumber: true, cell: ({ cv }) => cv.belowLeastMean },
  { id: "median", title: "Median CV", width: 7, isNumber: true, cell: ({ cv }) => percentText(cv.median) },
  { id: "p90", title: "90th percentile", width: 8, isNumber: true, cell: ({ cv }) => percentText(cv.p90) },
  { id: "floor", title: "Floor", width: 7, isNumber: true, cell: ({ cv }) => percentText(cv.floorMedian) },
  { id: "ratio", title: "CV / floor", width: 6, isNumber: true, cell: ({ cv }) => decimalText(cv.ratioToFloor, 2) },
  { id: "reason", title: "Why not", cell: ({ cv }) => cv.reason ?? "–" },
];

/** Coefficient of variation against the VAF, beside what counting reads makes of it. */
export function VariationPanel(props: { readonly study: StudyRecord; readonly sample: VariantSample }): ReactElement {
  const { study, sample } = props;
  const report = reportOf(study);
  const svg = useMemo(() => cvProfileChart(cvProfileData(report, studyPoints(sample.variants))), [report, sample]);
  return (
    <Panel title="CV against VAF">
      <p className="muted">
        The floor is the scatter of counting reads at the typical depth: no assay comes below it. {sampleText(sample)}
      </p>
      <ChartFigure svg={svg} />
      <ChartNumbers
        label="Variation by stratum"
        columns={COLUMNS}
        rows={report.strata}
        rowId={({ name }) => name}
        minWidth={58}
      />
    </Panel>
  );
}
