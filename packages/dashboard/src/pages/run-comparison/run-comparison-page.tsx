import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { ComparedRuns } from "./compared-runs.tsx";
import { runComparisonRoute } from "./route.ts";

/** Two runs side by side, with what differs between them. */
export function RunComparisonPage(): ReactElement {
  const { a, b } = runComparisonRoute.useSearch();
  return (
    <Page
      title="Two runs compared"
      lead="Versions, parameters, inputs, scores and verdicts side by side. What differs is marked ≠."
    >
      {a === undefined || b === undefined ? (
        <EmptyState title="Two runs are needed">
          <p>
            Tick two in <Link to="/runs">the table of runs</Link>.
          </p>
        </EmptyState>
      ) : (
        <FoundRuns a={a} b={b} />
      )}
    </Page>
  );
}

function FoundRuns({ a, b }: { readonly a: string; readonly b: string }): ReactElement {
  const first = api.useQuery("get", "/api/v1/runs/{run}", { params: { path: { run: a } } });
  const second = api.useQuery("get", "/api/v1/runs/{run}", { params: { path: { run: b } } });
  return (
    <QueryView query={first}>
      {(one) => <QueryView query={second}>{(other) => <ComparedRuns first={one} second={other} />}</QueryView>}
    </QueryView>
  );
}
