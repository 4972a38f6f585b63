import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { compact, oneOf, type RawSearch, textOf } from "../../app/search.ts";
import { shellRoute } from "../../app/shell-route.ts";

/** Two runs side by side; the address holds the id or the name of each, and whether only differences are shown. */
export const runComparisonRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/runs/compare",
  validateSearch: ({ a, b, only }: RawSearch) =>
    compact({ a: textOf(a), b: textOf(b), only: oneOf(only, ["differences"]) }),
  component: lazyRouteComponent(() => import("./run-comparison-page.tsx"), "RunComparisonPage"),
});
