import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { compact, oneOf, type RawSearch, textOf } from "../../app/search.ts";
import { shellRoute } from "../../app/shell-route.ts";
import { dispositions, queues } from "./dispositions.ts";

/** What may be released, what is held and why; `sign` is the run whose disposition is being signed. */
export const dispositionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/dispositions",
  validateSearch: ({ queue, assay, proposed, sign }: RawSearch) =>
    compact({
      queue: oneOf(queue, queues),
      assay: textOf(assay),
      proposed: oneOf(proposed, dispositions),
      sign: textOf(sign),
    }),
  component: lazyRouteComponent(() => import("./dispositions-page.tsx"), "DispositionsPage"),
});
