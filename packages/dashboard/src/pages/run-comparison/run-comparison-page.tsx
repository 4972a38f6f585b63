import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { runComparisonRoute } from "./route.ts";

/** Two runs side by side, with what differs between them. */
export function RunComparisonPage(): ReactElement {
  const { a, b } = runComparisonRoute.useSearch();
  return (
    <Page title="Two runs compared">
      {a === undefined || b === undefined ? (
        <EmptyState title="Two runs are needed">
          <p>
            Tick two in <Link to="/runs">the table of runs</Link>.
          </p>
        </EmptyState>
      ) : null}
    </Page>
  );
}
