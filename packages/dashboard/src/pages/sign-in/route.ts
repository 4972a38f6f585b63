import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root-route.ts";
import { compact, type RawSearch, textOf } from "../../app/search.ts";

/** The page for signing in; `returnTo` is shown afterwards. */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: ({ returnTo }: RawSearch) => compact({ returnTo: ownPath(textOf(returnTo)) }),
  component: lazyRouteComponent(() => import("./sign-in-page.tsx"), "SignInPage"),
});

/** Only a path of this server: nobody is sent elsewhere by an address that somebody made up. */
function ownPath(path: string | undefined): string | undefined {
  return path !== undefined && /^\/(?![/\\])/.test(path) ? path : undefined;
}
