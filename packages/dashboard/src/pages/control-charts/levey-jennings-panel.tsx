import { formatNumber, leveyJenningsChart } from "@touchstone/charts";
import { controlChart } from "@touchstone/report/chart-data";
import { type ReactElement, useMemo } from "react";
import { ChartFigure } from "../../ui/chart-figure.tsx";
import { ChartNumbers } from "../../ui/chart-numbers.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { type Chart, type ChartPoint, deviationText, pointState, versionText } from "./control-data.ts";
import { controlChartsRoute } from "./route.ts";

const COLUMNS: readonly Column<ChartPoint>[] = [
  { id: "time", title: "Time (UTC)", width: 10, cell: ({ time }) => <Moment at={time} /> },
  { id: "run", title: "Run", cell: ({ run }) => run.name },
  { id: "lot", title: "Lot", width: 7, cell: ({ materialLot }) => materialLot ?? "–" },
  { id: "value", title: "Value", width: 8, isNumber: true, cell: ({ value }) => formatNumber(value) },
  { id: "depth", title: "Depth", width: 6, isNumber: true, cell: ({ depth }) => depth ?? "–" },
  { id: "z", title: "z (SD)", width: 6, isNumber: true, cell: ({ score }) => deviationText(score) },
  { id: "state", title: "Verdict", width: 10, cell: (point) => <StateBadge state={pointState(point)} /> },
  {
    id: "rules",
    title: "Rules",
    cell: ({ violations }) => [...new Set(violations.map(({ rule }) => rule))].join(", ") || "–",
  },
  { id: "ruleSet", title: "Rule set", width: 14, cell: ({ ruleSet }) => versionText(ruleSet) },
];

/** The Levey-Jennings chart with its numbers. */
export function LeveyJenningsPanel({ chart }: { readonly chart: Chart }): ReactElement {
  const { scale = "z", axis: xAxis = "run", baseline: baselineId = null } = controlChartsRoute.useSearch();
  const svg = useMemo(
    () => leveyJenningsChart(controlChart(chart, { baselineId, scale, xAxis })),
    [chart, baselineId, scale, xAxis],
  );
  const newest = useMemo(() => chart.points.toReversed(), [chart]);
  const hidden =
    chart.next === null ? null : `The latest ${chart.points.length} measurements; choose days to see earlier ones.`;
  return (
    <Panel title="Levey-Jennings chart">
      <ChartFigure svg={svg} {...(hidden === null ? {} : { caption: hidden })} />
      <ChartNumbers
        label="Measurements of the chart"
        columns={COLUMNS}
        rows={newest}
        rowId={({ measurementId }) => measurementId}
        minWidth={76}
      />
    </Panel>
  );
}
