import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { pageOptions } from "../../api/use-pages.ts";
import { useWholeList } from "../../api/use-whole-list.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import type { NonConformance } from "./run-records.ts";

const COLUMNS: readonly Column<NonConformance>[] = [
  { id: "number", title: "Number", isNumber: true, width: 5, cell: ({ number }) => number },
  { id: "title", title: "What", cell: ({ title }) => title },
  { id: "severity", title: "Severity", width: 7, cell: ({ severity }) => severity },
  {
    id: "status",
    title: "Status",
    width: 7,
    cell: ({ status }) => <StateBadge state={status} tone={status === "open" ? "warning" : "in-control"} />,
  },
  { id: "opened", title: "Opened (UTC)", width: 10, cell: ({ openedAt }) => <Moment at={openedAt} /> },
  { id: "actions", title: "Open actions", isNumber: true, width: 7, cell: ({ openActions }) => openActions },
];

/** Non-conformances of the run. */
export function NonConformancePanel({ runId }: { readonly runId: string }): ReactElement {
  const params = { query: { runId, limit: 500 } };
  const found = useWholeList<NonConformance>(
    api.useInfiniteQuery("get", "/api/v1/non-conformances", { params }, pageOptions),
  );
  return (
    <Panel title="Non-conformances">
      <QueryView<readonly NonConformance[]> query={found}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="muted">None was opened for this run.</p>
          ) : (
            <DataTable
              label="Table of non-conformances"
              columns={COLUMNS}
              rows={rows}
              rowId={({ id }) => id}
              minWidth={46}
            />
          )
        }
      </QueryView>
    </Panel>
  );
}
