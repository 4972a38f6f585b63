import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { compact, type RawSearch, textOf } from "../../app/search.ts";
import { shellRoute } from "../../app/shell-route.ts";

/** Two runs side by side; the address holds the id or the name of each. */
export const runComparisonRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/runs/compare",
  validateSearch: ({ a, b }: RawSearch) => compact({ a: textOf(a), b: textOf(b) }),
  component: lazyRouteComponent(() => import("./run-comparison-page.tsx"), "RunComparisonPage"),
});
