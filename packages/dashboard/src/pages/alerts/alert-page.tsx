import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { ageText, Moment } from "../../ui/moment.tsx";
import { Facts, Page, Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RunLink } from "../../ui/record-link.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { AlertActions } from "./alert-actions.tsx";
import { AlertHistory } from "./alert-history.tsx";
import type { AlertDetail } from "./alerts.ts";
import { EvidenceFacts } from "./evidence-facts.tsx";
import { NonConformances } from "./non-conformances.tsx";
import { alertRoute } from "./route.ts";
import "./alerts.css";

/** One alert: what was found when, with the evidence, what was done about it, and what can be done next. */
export function AlertPage(): ReactElement {
  const { alert: id } = alertRoute.useParams();
  const query = useQuery(api.queryOptions("get", "/api/v1/alerts/{id}", { params: { path: { id } } }));
  // The query's types tell no pair from a list.
  return <QueryView query={query}>{(alert) => <Detail key={alert.id} alert={alert as AlertDetail} />}</QueryView>;
}

function Detail({ alert }: { readonly alert: AlertDetail }): ReactElement {
  return (
    <Page title={alert.subject} lead={<Link to="/alerts">All alerts</Link>} actions={<AlertActions alert={alert} />}>
      <Panel title="Now">
        <Facts facts={factsOf(alert)} />
      </Panel>
      <Panel
        title={alert.occurrences.length === 1 ? "What was found" : `What was found, ${alert.occurrences.length} times`}
      >
        <ol className="occurrences">
          {alert.occurrences.toReversed().map((occurrence) => (
            <li key={occurrence.key}>
              <p>
                <Moment at={occurrence.time} /> · <RunLink run={occurrence.run} />
              </p>
              <p>{occurrence.sentence}</p>
              <details>
                <summary>Evidence</summary>
                <EvidenceFacts evidence={occurrence.evidence} />
              </details>
            </li>
          ))}
        </ol>
      </Panel>
      <NonConformances alert={alert} />
      <AlertHistory id={alert.id} />
    </Page>
  );
}

function factsOf(alert: AlertDetail): [string, ReactElement | string][] {
  const { status, level, kind, assay, run, openedAt, assignedTo, acknowledgedBy, acknowledgedAt } = alert;
  const { resolvedBy, resolvedAt, resolution, follows } = alert;
  const facts: [string, ReactElement | string][] = [
    ["Status", <StateBadge key="status" state={status} />],
    ["Kind", kind],
    [
      "Level of escalation",
      level === 0 ? "0" : <StateBadge key="level" state={`level ${level}`} tone="out-of-control" />,
    ],
    ["Assay", assay ?? "– (of none)"],
    ["First found in", <RunLink key="run" run={run} />],
    [
      "Opened",
      <span key="opened">
        <Moment at={openedAt} /> <small>{ageText(openedAt)} ago</small>
      </span>,
    ],
    ["Owner", assignedTo?.printedName ?? "– (nobody yet)"],
  ];
  if (acknowledgedAt !== null) {
    facts.push(["Acknowledged", <Done key="acknowledged" by={acknowledgedBy?.printedName} at={acknowledgedAt} />]);
  }
  if (resolvedAt !== null) {
    facts.push(["Resolved", <Done key="resolved" by={resolvedBy?.printedName} at={resolvedAt} />]);
    facts.push(["Reason", resolution ?? "–"]);
  }
  if (follows !== null) {
    facts.push([
      "Follows",
      <Link key="follows" to="/alerts/$alert" params={{ alert: follows }}>
        the alert of the same cause that was resolved before
      </Link>,
    ]);
  }
  return facts;
}

function Done({ by, at }: { readonly by: string | undefined; readonly at: string }): ReactElement {
  return (
    <>
      {by ?? "–"}, <Moment at={at} />
    </>
  );
}
