import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { compact, dayOf, type RawSearch, textOf } from "../../app/search.ts";
import { shellRoute } from "../../app/shell-route.ts";

/** The audit trail; its filters are in the address. */
export const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/audit",
  validateSearch: ({ actor, action, subjectKind, subjectId, from, before }: RawSearch) =>
    compact({
      actor: textOf(actor),
      action: textOf(action),
      subjectKind: textOf(subjectKind),
      subjectId: textOf(subjectId),
      from: dayOf(from),
      before: dayOf(before),
    }),
  component: lazyRouteComponent(() => import("./audit-page.tsx"), "AuditPage"),
});
