import type { ReactElement } from "react";
import { Page } from "../../ui/page.tsx";
import { RunFilters } from "./run-filters.tsx";
import { RunTable } from "./run-table.tsx";

/** Every run, with its state and what may become of its results. */
export function RunsPage(): ReactElement {
  return (
    <Page title="Runs" lead="Every run of a pipeline: where it stands, and whether its results may leave the house.">
      <RunFilters />
      <RunTable />
    </Page>
  );
}
