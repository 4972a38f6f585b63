import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { Page } from "../../ui/page.tsx";
import { AlertFilters } from "./alert-filters.tsx";
import { AlertQueue } from "./alert-queue.tsx";
import { type AlertView, alertViews } from "./alerts.ts";
import { NotEvaluable } from "./not-evaluable.tsx";
import { alertsRoute } from "./route.ts";
import "../../ui/tabs.css";
import "./alerts.css";

const LABELS: Readonly<Record<AlertView, string>> = {
  open: "Open",
  acknowledged: "Acknowledged",
  resolved: "Resolved",
  "not evaluable": "Not evaluable verdicts",
};

/** What somebody has to look into, and the verdicts that could not be made: these raise no alert, and are not hidden. */
export function AlertsPage(): ReactElement {
  const { view = "open", ...filters } = alertsRoute.useSearch();
  return (
    <Page
      title="Alerts"
      lead="Causes that somebody has to look into. Nothing closes an alert but a person, with the reason."
    >
      <nav aria-label="Lists">
        <ul className="tabs">
          {alertViews.map((one) => (
            <li key={one}>
              <Link
                to={alertsRoute.fullPath}
                search={{ ...filters, view: one }}
                aria-current={one === view ? "page" : undefined}
                activeOptions={{ exact: true }}
              >
                {LABELS[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {view === "not evaluable" ? (
        <NotEvaluable />
      ) : (
        <>
          <AlertFilters />
          <AlertQueue key={view} status={view} />
        </>
      )}
    </Page>
  );
}
