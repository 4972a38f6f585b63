import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { shellRoute } from "../../app/shell-route.ts";

/** One run, by its id or its name. */
export const runRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/runs/$run",
  component: lazyRouteComponent(() => import("./run-page.tsx"), "RunPage"),
});
