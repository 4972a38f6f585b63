import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";

/** What was done about an alert, by whom and when, oldest first. */
export function AlertHistory({ id }: { readonly id: string }): ReactElement {
  const query = useQuery(api.queryOptions("get", "/api/v1/alerts/{id}/history", { params: { path: { id } } }));
  return (
    <Panel title="History">
      <QueryView query={query}>
        {({ items }) => (
          <ol className="history">
            {items.map(({ action, at, by, reason, level, assignedTo }) => (
              <li key={`${at} ${action} ${level} ${assignedTo?.id}`}>
                <Moment at={at} />
                <div>
                  <strong>{action}</strong>
                  {action === "assigned" ? ` to ${assignedTo?.printedName ?? "nobody"}` : ""} by {by ?? "policy"}
                  {action === "escalated" ? ` to level ${level}` : ""}
                  {reason === null ? null : <p>{reason}</p>}
                </div>
              </li>
            ))}
          </ol>
        )}
      </QueryView>
    </Panel>
  );
}
