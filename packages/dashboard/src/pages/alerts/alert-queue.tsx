import { type ReactElement, useState } from "react";
import { api } from "../../api/api.ts";
import { useMay } from "../../api/session.ts";
import { pageOptions, usePages } from "../../api/use-pages.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordList } from "../../ui/record-card.tsx";
import { AlertCard } from "./alert-card.tsx";
import type { Alert } from "./alerts.ts";
import { OpenNonConformance } from "./open-non-conformance.tsx";
import { alertsRoute } from "./route.ts";

const PAGE_SIZE = 50;

/** Alerts of a status, those opened last first; some of them together can become a non-conformance. */
export function AlertQueue({ status }: { readonly status: Alert["status"] }): ReactElement {
  const { kind, assay, assignedTo, since } = alertsRoute.useSearch();
  const mayIngest = useMay("ingest");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isOpening, setOpening] = useState(false);
  const query = {
    status,
    ...(kind === undefined ? {} : { kind }),
    ...(assay === undefined ? {} : { assay }),
    ...(assignedTo === undefined ? {} : { assignedTo }),
    ...(since === undefined ? {} : { since: `${since}T00:00:00Z` }),
    limit: PAGE_SIZE,
  };
  const alerts = usePages<Alert>(api.useInfiniteQuery("get", "/api/v1/alerts", { params: { query } }, pageOptions));
  const choose = (id: string, isChosen: boolean) => {
    const others = [...chosen].filter((one) => one !== id);
    setChosen(new Set(isChosen ? [...others, id] : others));
  };
  return (
    <QueryView query={alerts}>
      {(rows) => {
        if (rows.length === 0) return <NoAlert status={status} />;
        const of = rows.filter(({ id }) => chosen.has(id));
        return (
          <>
            <RecordList label="Alerts">
              {rows.map((alert) => (
                <AlertCard
                  key={alert.id}
                  alert={alert}
                  {...(mayIngest
                    ? { isChosen: chosen.has(alert.id), onChoose: (isChosen) => choose(alert.id, isChosen) }
                    : {})}
                />
              ))}
            </RecordList>
            <div className="filters">
              {alerts.hasMore ? <Button onPress={alerts.readMore}>Show more</Button> : null}
              {of.length === 0 ? null : (
                <Button onPress={() => setOpening(true)}>
                  Open a non-conformance of {of.length === 1 ? "this alert" : `these ${of.length} alerts`} …
                </Button>
              )}
            </div>
            <OpenNonConformance alerts={of} isOpen={isOpening && of.length > 0} onClose={() => setOpening(false)} />
          </>
        );
      }}
    </QueryView>
  );
}

function NoAlert({ status }: { readonly status: Alert["status"] }): ReactElement {
  const { view: _, ...filters } = alertsRoute.useSearch();
  if (Object.keys(filters).length > 0) {
    return (
      <EmptyState title={`No ${status} alert is like this`}>
        <p>Widen the filters, or show all.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`No alert is ${status}`}>
      <p>
        {status === "open"
          ? "Alerts are raised when a control rule or threshold fails, a score declines, replicates vary, a control is overdue or a lot expires. Verdicts that could not be evaluated raise none: look at their list too."
          : "Open alerts are acknowledged first, and resolved with a reason when their cause was put right."}
      </p>
    </EmptyState>
  );
}
