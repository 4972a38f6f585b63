import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { compact, dayOf, oneOf, type RawSearch, textOf } from "../../app/search.ts";
import { shellRoute } from "../../app/shell-route.ts";

/** How a chart is drawn; the first of each is meant where the address says nothing. */
export const chartScales = ["z", "raw"] as const;
export const chartAxes = ["run", "date"] as const;

/** Control charts: the list of series, or the one that the address names. */
export const controlChartsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/control-charts",
  validateSearch: (search: RawSearch) =>
    compact({
      find: textOf(search.find),
      state: textOf(search.state),
      material: textOf(search.material),
      lot: textOf(search.lot),
      analyte: textOf(search.analyte),
      level: textOf(search.level),
      from: dayOf(search.from),
      before: dayOf(search.before),
      scale: oneOf(search.scale, chartScales),
      axis: oneOf(search.axis, chartAxes),
      baseline: textOf(search.baseline),
      other: textOf(search.other),
    }),
  component: lazyRouteComponent(() => import("./control-charts-page.tsx"), "ControlChartsPage"),
});
