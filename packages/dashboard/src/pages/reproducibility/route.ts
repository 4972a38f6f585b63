import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { compact, oneOf, type RawSearch, textOf } from "../../app/search.ts";
import { shellRoute } from "../../app/shell-route.ts";

/** Orders of the table of variants; the first is meant where the address says nothing. */
export const variantOrders = ["-cv", "position"] as const;

/** Studies of replicates: the one that the address names, or the latest; filters are those of its variants. */
export const reproducibilityRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/reproducibility",
  validateSearch: (search: RawSearch) =>
    compact({
      study: textOf(search.study),
      variantType: textOf(search.variantType),
      zygosity: textOf(search.zygosity),
      vafBin: textOf(search.vafBin),
      sort: oneOf(search.sort, variantOrders),
    }),
  component: lazyRouteComponent(() => import("./reproducibility-page.tsx"), "ReproducibilityPage"),
});
