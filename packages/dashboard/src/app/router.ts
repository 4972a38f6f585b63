import { createRouter } from "@tanstack/react-router";
import { basePath } from "../api/server-url.ts";
import { alertRoute, alertsRoute } from "../pages/alerts/route.ts";
import { auditRoute } from "../pages/audit/route.ts";
import { comparisonRoute, concordanceRoute, variantRoute } from "../pages/concordance/route.ts";
import { controlChartsRoute } from "../pages/control-charts/route.ts";
import { dispositionsRoute } from "../pages/dispositions/route.ts";
import { overviewRoute } from "../pages/overview/route.ts";
import { reproducibilityRoute } from "../pages/reproducibility/route.ts";
import { runRoute } from "../pages/run/route.ts";
import { runComparisonRoute } from "../pages/run-comparison/route.ts";
import { runsRoute } from "../pages/runs/route.ts";
import { settingsIndexRoute, settingsRoute } from "../pages/settings/route.ts";
import { signInRoute } from "../pages/sign-in/route.ts";
import { firstPageRoute } from "./first-page-route.ts";
import { rootRoute } from "./root-route.ts";
import { shellRoute } from "./shell-route.ts";

/** Every page, each with the type of its address; a page's code is loaded when it is first shown. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    shellRoute.addChildren([
      firstPageRoute,
      overviewRoute,
      runsRoute,
      runComparisonRoute,
      runRoute,
      concordanceRoute,
      comparisonRoute,
      variantRoute,
      reproducibilityRoute,
      controlChartsRoute,
      dispositionsRoute,
      alertsRoute,
      alertRoute,
      auditRoute,
      settingsIndexRoute,
      settingsRoute,
    ]),
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
