import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Page } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { AssayLine } from "./assay-line.tsx";
import { OtherRecords } from "./other-records.tsx";
import type { Overview } from "./overview.ts";
import { overviewRoute, states } from "./route.ts";
import { Totals } from "./totals.tsx";
import "./overview.css";

/** Which assays are in control, what is open, and what waits for a signature: a line for each. */
export function OverviewPage(): ReactElement {
  const query = useQuery(api.queryOptions("get", "/api/v1/overview"));
  return (
    <Page title="Overview" lead="Which assays are in control, what is open, and what waits for a signature.">
      <QueryView query={query}>{(overview) => <Lines overview={overview} />}</QueryView>
    </Page>
  );
}

function Lines({ overview }: { readonly overview: Overview }): ReactElement {
  const { state } = overviewRoute.useSearch();
  const { at, assays, others } = overview;
  const shown = assays
    .filter((line) => state === undefined || line.state === state)
    .toSorted((one, other) => states.indexOf(one.state) - states.indexOf(other.state));
  return (
    <>
      <Totals overview={overview} />
      {assays.length === 0 ? <NoAssay /> : null}
      {assays.length > 0 && shown.length === 0 ? (
        <EmptyState title={`No assay is ${state}`}>
          <p>
            <Link to={overviewRoute.fullPath} search={{}}>
              Show all assays
            </Link>
          </p>
        </EmptyState>
      ) : null}
      <ul className="assay-lines" aria-label="Assays">
        {shown.map((line) => (
          <AssayLine key={line.assay.id} line={line} now={Date.parse(at)} />
        ))}
      </ul>
      {state === undefined ? <OtherRecords others={others} now={Date.parse(at)} /> : null}
      <p>
        <small>
          As of <Moment at={at} /> UTC. States are those of the verdicts in force; nothing is judged for this page.
        </small>
      </p>
    </>
  );
}

function NoAssay(): ReactElement {
  return (
    <EmptyState title="No assay is in force yet">
      <p>
        An assay says what is watched and by which limits. Print an example with <code>touchstone assay example</code>,
        put your limits in it, send it as a draft, and have a second person approve it.
      </p>
    </EmptyState>
  );
}
