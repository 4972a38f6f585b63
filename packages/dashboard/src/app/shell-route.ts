import { createRoute, redirect } from "@tanstack/react-router";
import { isUnauthenticated, queryClient } from "../api/query-client.ts";
import { callerQuery } from "../api/session.ts";
import { rootRoute } from "./root-route.ts";
import { Shell } from "./shell.tsx";
import { ShellError } from "./shell-error.tsx";

/** Around every page that shows records: only for those who are signed in. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "shell",
  component: Shell,
  errorComponent: ShellError,
  async beforeLoad({ location }) {
    try {
      await queryClient.ensureQueryData(callerQuery);
    } catch (error) {
      if (isUnauthenticated(error)) throw redirect({ to: "/sign-in", search: { returnTo: location.href } });
      throw error;
    }
  },
});
