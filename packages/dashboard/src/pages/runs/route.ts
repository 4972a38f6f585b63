import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { compact, dayOf, oneOf, type RawSearch, textOf } from "../../app/search.ts";
import { shellRoute } from "../../app/shell-route.ts";
import { runDispositions, runStatuses } from "./run-words.ts";

/** What the table of runs is narrowed to: assay, pipeline version and instrument by their ids. */
const readSearch = ({ status, disposition, assay, pipelineVersion, instrument, from, before, sort }: RawSearch) =>
  compact({
    status: oneOf(status, runStatuses),
    disposition: oneOf(disposition, runDispositions),
    assay: textOf(assay),
    pipelineVersion: textOf(pipelineVersion),
    instrument: textOf(instrument),
    from: dayOf(from),
    before: dayOf(before),
    sort: oneOf(sort, ["performedAt"]),
  });

/** The same as a type. */
export type RunSearch = ReturnType<typeof readSearch>;

/** The table of runs; its filters are in the address. */
export const runsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/runs",
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import("./runs-page.tsx"), "RunsPage"),
});

/** The filters of the address. The router keeps what it does not know beside them, which no filter is. */
export function useRunSearch(): RunSearch {
  return readSearch(runsRoute.useSearch());
}
