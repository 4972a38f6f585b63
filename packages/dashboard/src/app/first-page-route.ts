import { createRoute, redirect } from "@tanstack/react-router";
import { shellRoute } from "./shell-route.ts";

/** The address of the server alone leads to the first page. */
export const firstPageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/overview" });
  },
});
