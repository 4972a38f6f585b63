import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { pageOptions, usePages } from "../../api/use-pages.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import type { TimelineEntry } from "./run-records.ts";

const PAGE_SIZE = 100;
const MOST_WHOLE = 12;

const COLUMNS: readonly Column<TimelineEntry>[] = [
  {
    id: "at",
    title: "Time (UTC)",
    width: 11,
    cell: ({ at }) => (
      <time dateTime={at} title={at} className="moment">
        {at.slice(0, 19).replace("T", " ")}
      </time>
    ),
  },
  { id: "kind", title: "Kind", width: 8, cell: ({ kind }) => kind },
  { id: "summary", title: "What happened", cell: ({ summary }) => summary },
  { id: "actor", title: "Who", width: 10, cell: ({ actor }) => actor ?? "–" },
];

/** What happened in the run and what was found out about it, the latest first. */
export function TimelinePanel({ runId }: { readonly runId: string }): ReactElement {
  const params = { path: { run: runId }, query: { sort: "-at" as const, limit: PAGE_SIZE } };
  const entries = usePages<TimelineEntry>(
    api.useInfiniteQuery("get", "/api/v1/runs/{run}/timeline", { params }, pageOptions),
  );
  return (
    <Panel title="Timeline">
      <QueryView<readonly TimelineEntry[]> query={entries}>
        {(rows) => (
          <DataTable
            label="Table of timeline"
            columns={COLUMNS}
            rows={rows}
            rowId={({ at, kind, recordId, summary }) => [at, kind, recordId, summary].join(" ")}
            hasMore={entries.hasMore}
            onMore={entries.readMore}
            minWidth={46}
            {...(rows.length > MOST_WHOLE ? { height: 30 } : {})}
          />
        )}
      </QueryView>
    </Panel>
  );
}
