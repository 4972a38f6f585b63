import { createRouter } from "@tanstack/react-router";
import { basePath } from "../api/server-url.ts";
import { auditRoute } from "../pages/audit/route.ts";
import { runRoute } from "../pages/run/route.ts";
import { runComparisonRoute } from "../pages/run-comparison/route.ts";
import { runsRoute } from "../pages/runs/route.ts";
import { signInRoute } from "../pages/sign-in/route.ts";
import { firstPageRoute } from "./first-page-route.ts";
import { rootRoute } from "./root-route.ts";
import { shellRoute } from "./shell-route.ts";

/** Every page, each with the type of its address; a page's code is loaded when it is first shown. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    shellRoute.addChildren([firstPageRoute, runsRoute, runComparisonRoute, runRoute, auditRoute]),
  ]),
  basepath: `${basePath}/`,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
