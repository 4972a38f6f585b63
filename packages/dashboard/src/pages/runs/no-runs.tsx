import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";

/** In the place of the table: what to do about it. */
export function NoRuns({ isFiltered }: { readonly isFiltered: boolean }): ReactElement {
  if (isFiltered) {
    return (
      <EmptyState title="No run is like this">
        <p>
          Widen the filters, or <Link to="/runs">show all runs</Link>.
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No run has been recorded yet">
      <p>
        Record results with <code>touchstone compare --record RUN</code> or <code>touchstone ingest</code>, or let
        Nextflow report its runs here by <code>tower.endpoint</code>. They appear by themselves.
      </p>
    </EmptyState>
  );
}
