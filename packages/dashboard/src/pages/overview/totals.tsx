import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { StateBadge } from "../../ui/state-badge.tsx";
import { counted, draftsAwaiting, type Overview, runsAwaiting } from "./overview.ts";
import { overviewRoute, states } from "./route.ts";

/** How many assays are in each state, and what is open in all; each leads to what it counts. */
export function Totals({ overview: { assays, others } }: { readonly overview: Overview }): ReactElement {
  const { state: chosen } = overviewRoute.useSearch();
  const all = [...assays, others];
  const sum = (count: (of: (typeof all)[number]) => number) => all.reduce((total, of) => total + count(of), 0);
  const alerts = sum((of) => of.alerts.count);
  const runs = sum(runsAwaiting);
  const drafts = sum(draftsAwaiting);
  const notJudged = sum((of) => of.awaiting.notJudged);
  return (
    <nav className="totals" aria-label="Totals">
      <ul>
        {states.map((state) => (
          <li key={state}>
            <Link
              to={overviewRoute.fullPath}
              search={chosen === state ? {} : { state }}
              aria-current={chosen === state ? "true" : undefined}
            >
              <strong>{assays.filter((line) => line.state === state).length}</strong> <StateBadge state={state} />
            </Link>
          </li>
        ))}
        <li>
          <Link to="/alerts" search={{}}>
            <strong>{alerts}</strong> {alerts === 1 ? "alert not resolved" : "alerts not resolved"}
          </Link>
        </li>
        <li>
          <Link to="/dispositions" search={{}}>
            <strong>{runs}</strong> {runs === 1 ? "run" : "runs"} awaiting a signature
          </Link>
        </li>
        {drafts === 0 ? null : (
          <li>
            <Link to="/settings/$section" params={{ section: "assays" }} search={{ status: "draft" }}>
              <strong>{drafts}</strong> {drafts === 1 ? "draft" : "drafts"} awaiting approval
            </Link>
          </li>
        )}
        {notJudged === 0 ? null : (
          <li>
            <Link to="/dispositions" search={{ queue: "not judged" }}>
              {counted(notJudged, "finished run")} not judged
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
