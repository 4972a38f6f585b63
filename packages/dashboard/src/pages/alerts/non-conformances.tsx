import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import type { AlertDetail } from "./alerts.ts";

/** Non-conformances that the alert is part of. */
export function NonConformances({ alert }: { readonly alert: AlertDetail }): ReactElement {
  const params = { query: { alertId: alert.id, limit: 50 } };
  const query = useQuery(api.queryOptions("get", "/api/v1/non-conformances", { params }));
  return (
    <Panel title="Non-conformances">
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">None yet. Open one when the cause needs a corrective action.</p>
          ) : (
            <ul>
              {items.map(({ id, number, title, severity, status, openedBy, openedAt, openActions }) => (
                <li key={id}>
                  <StateBadge state={status} /> <strong>{number}</strong> {title} <small>{severity}</small> · opened by{" "}
                  {openedBy.printedName}, <Moment at={openedAt} /> · {openActions} open actions
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Panel>
  );
}
