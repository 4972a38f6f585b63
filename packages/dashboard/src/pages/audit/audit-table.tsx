import type { paths } from "@touchstone/client";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { pageOptions, usePages } from "../../api/use-pages.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Moment } from "../../ui/moment.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { auditRoute } from "./route.ts";

type AuditEvent = paths["/api/v1/audit"]["get"]["responses"]["200"]["content"]["application/json"]["items"][number];

const PAGE_SIZE = 200;

const COLUMNS: readonly Column<AuditEvent>[] = [
  { id: "sequence", title: "Row", isNumber: true, width: 5, cell: ({ sequence }) => sequence },
  { id: "time", title: "Time (UTC)", width: 10, cell: ({ time }) => <Moment at={time} /> },
  { id: "actor", title: "Who", width: 12, cell: ({ actor }) => actor },
  { id: "action", title: "Action", width: 14, cell: ({ action }) => action },
  { id: "subject", title: "Record", cell: ({ subject }) => `${subject.kind} ${subject.id}` },
  { id: "reason", title: "Reason", cell: ({ reason }) => reason ?? "–" },
];

/** Rows of the trail, the newest first. */
export function AuditTable(): ReactElement {
  const { from, before, ...search } = auditRoute.useSearch();
  const query = {
    ...search,
    ...(from === undefined ? {} : { from: `${from}T00:00:00Z` }),
    ...(before === undefined ? {} : { before: `${before}T00:00:00Z` }),
    limit: PAGE_SIZE,
  };
  const events = usePages<AuditEvent>(api.useInfiniteQuery("get", "/api/v1/audit", { params: { query } }, pageOptions));
  return (
    <QueryView query={events}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title="No row of the trail is like this">
            <p>Widen the filters, or show all.</p>
          </EmptyState>
        ) : (
          <DataTable
            label="Audit trail"
            columns={COLUMNS}
            rows={rows}
            rowId={({ sequence }) => String(sequence)}
            hasMore={events.hasMore}
            onMore={events.readMore}
            height={40}
            minWidth={56}
          />
        )
      }
    </QueryView>
  );
}
