import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { pageOptions, usePages } from "../../api/use-pages.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { countText, scoreText } from "./format.ts";
import { type Comparison, type ScoreSummary, versionName } from "./records.ts";

/** The comparisons of a series, the last first. */
export function ComparisonsTable(props: {
  readonly series: {
    readonly assayId: string | null;
    readonly truthSetId: string;
    readonly format: ScoreSummary["format"];
  };
  readonly type: string;
}): ReactElement {
  const { series, type } = props;
  const { assayId, truthSetId, format } = series;
  const query = { truthSetId, format, ...(assayId === null ? {} : { assayId }), limit: 100 };
  const comparisons = usePages<Comparison>(
    api.useInfiniteQuery("get", "/api/v1/concordance", { params: { query } }, pageOptions),
  );
  return (
    <Panel title="Comparisons">
      <QueryView query={comparisons}>
        {(rows) => (
          <DataTable
            label={`Comparisons, scores of ${type}`}
            columns={columnsOf(
              type,
              rows.some(({ sample }) => sample !== null),
            )}
            rows={rows}
            rowId={({ id }) => id}
            hasMore={comparisons.hasMore}
            onMore={comparisons.readMore}
            height={30}
            minWidth={60}
          />
        )}
      </QueryView>
    </Panel>
  );
}

function columnsOf(type: string, hasSamples: boolean): readonly Column<Comparison>[] {
  const scoreOf = ({ scores }: Comparison) => scores.find(({ variantType }) => variantType === type) ?? null;
  return [
    { id: "time", title: "Performed (UTC)", width: 9, cell: ({ run }) => <Moment at={run.performedAt} /> },
    {
      id: "run",
      title: "Run",
      cell: ({ id, run }) => (
        <Link to="/concordance/$comparison" params={{ comparison: id }}>
          {run.name}
        </Link>
      ),
    },
    ...(hasSamples ? [{ id: "sample", title: "Sample", cell: ({ sample }: Comparison) => sample?.name ?? "–" }] : []),
    { id: "version", title: "Version", cell: versionName },
    {
      id: "precision",
      title: "Precision",
      isNumber: true,
      width: 5.5,
      cell: (row) => scoreText(scoreOf(row)?.precision ?? null),
    },
    {
      id: "recall",
      title: "Recall",
      isNumber: true,
      width: 5.5,
      cell: (row) => scoreText(scoreOf(row)?.recall ?? null),
    },
    { id: "f1", title: "F1", isNumber: true, width: 5.5, cell: (row) => scoreText(scoreOf(row)?.f1 ?? null) },
    { id: "fn", title: "FN", isNumber: true, width: 4, cell: (row) => countText(scoreOf(row)?.truthFn ?? null) },
    { id: "fp", title: "FP", isNumber: true, width: 4, cell: (row) => countText(scoreOf(row)?.queryFp ?? null) },
    {
      id: "state",
      title: "State",
      width: 9.5,
      cell: ({ state }) => (state === null ? "not judged" : <StateBadge state={state} />),
    },
  ];
}
