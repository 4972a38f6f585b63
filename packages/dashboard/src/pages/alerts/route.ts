import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { compact, dayOf, oneOf, type RawSearch, textOf } from "../../app/search.ts";
import { shellRoute } from "../../app/shell-route.ts";
import { alertKinds, alertViews } from "./alerts.ts";

/** The queue of alerts; its filters are in the address. */
export const alertsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/alerts",
  validateSearch: ({ view, kind, assay, assignedTo, since }: RawSearch) =>
    compact({
      view: oneOf(view, alertViews),
      kind: oneOf(kind, alertKinds),
      assay: textOf(assay),
      assignedTo: textOf(assignedTo),
      since: dayOf(since),
    }),
  component: lazyRouteComponent(() => import("./alerts-page.tsx"), "AlertsPage"),
});

/** One alert with its evidence and history. */
export const alertRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/alerts/$alert",
  component: lazyRouteComponent(() => import("./alert-page.tsx"), "AlertPage"),
});
