import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { compact, oneOf, type RawSearch } from "../../app/search.ts";
import { shellRoute } from "../../app/shell-route.ts";

/** What an assay can be. */
export const states = ["out of control", "not evaluable", "warning", "in control"] as const;

/** How all assays are; which of them are shown is in the address. */
export const overviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/overview",
  validateSearch: ({ state }: RawSearch) => compact({ state: oneOf(state, states) }),
  component: lazyRouteComponent(() => import("./overview-page.tsx"), "OverviewPage"),
});
