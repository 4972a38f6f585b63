import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { compact, type RawSearch, textOf } from "../../app/search.ts";
import { shellRoute } from "../../app/shell-route.ts";

/** A section of the settings; which record of it is shown, and which of its list, are in the address. */
export const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/settings/$section",
  validateSearch: ({ record, from, status, assay }: RawSearch) =>
    compact({ record: textOf(record), from: textOf(from), status: textOf(status), assay: textOf(assay) }),
  component: lazyRouteComponent(() => import("./settings-page.tsx"), "SettingsPage"),
});

/** The settings without a section lead to the first. */
export const settingsIndexRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/settings",
  beforeLoad: () => {
    throw redirect({ to: "/settings/$section", params: { section: "assays" } });
  },
});
