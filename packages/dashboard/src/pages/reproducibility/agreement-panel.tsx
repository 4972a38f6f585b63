import { iccForestChart } from "@touchstone/charts";
import { iccForestData, type StudyStratum } from "@touchstone/report/chart-data";
import { type ReactElement, useMemo } from "react";
import { ChartFigure } from "../../ui/chart-figure.tsx";
import { ChartNumbers } from "../../ui/chart-numbers.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { Panel } from "../../ui/page.tsx";
import { decimalText, reportOf, type StudyRecord } from "./study-data.ts";

const COLUMNS: readonly Column<StudyStratum>[] = [
  { id: "stratum", title: "Stratum", cell: ({ name }) => name },
  { id: "n", title: "In all runs", width: 6, isNumber: true, cell: ({ complete }) => complete },
  { id: "icc", title: "ICC(A,1)", width: 6, isNumber: true, cell: ({ icc }) => decimalText(icc.agreement.value) },
  {
    id: "interval",
    title: "95% interval",
    width: 9,
    isNumber: true,
    cell: ({ icc }) => intervalText(icc.agreement.interval),
  },
  {
    id: "consistency",
    title: "ICC(C,1)",
    width: 6,
    isNumber: true,
    cell: ({ icc }) => decimalText(icc.consistency.value),
  },
  { id: "within", title: "SD within", width: 6, isNumber: true, cell: ({ within }) => decimalText(within.sd, 4) },
  { id: "rate", title: "Call rate", width: 6, isNumber: true, cell: ({ calls }) => decimalText(calls.callRate) },
  { id: "reason", title: "Why not", cell: ({ icc }) => icc.agreement.reason ?? "–" },
];

/** Intraclass correlation by stratum: over all variants together it says more of the sample than of the runs. */
export function AgreementPanel({ study }: { readonly study: StudyRecord }): ReactElement {
  const report = reportOf(study);
  const svg = useMemo(() => iccForestChart(iccForestData(report)), [report]);
  return (
    <Panel title="Agreement by stratum">
      <p className="muted">
        Look at the strata: over heterozygous and homozygous variants together ICC is near 1 on noise alone. ICC(A,1)
        below ICC(C,1) means that runs differ by a bias.
      </p>
      <ChartFigure svg={svg} />
      <ChartNumbers
        label="ICC by stratum"
        columns={COLUMNS}
        rows={report.strata}
        rowId={({ name }) => name}
        minWidth={58}
      />
    </Panel>
  );
}

/** `0.912 to 0.954`; a dash where there is none. */
export function intervalText(interval: readonly [number, number] | null, digits = 3): string {
  return interval === null ? "–" : `${decimalText(interval[0], digits)} to ${decimalText(interval[1], digits)}`;
}
