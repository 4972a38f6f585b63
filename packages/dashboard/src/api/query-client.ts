import { QueryCache, QueryClient } from "@tanstack/react-query";
import { ClientError } from "@touchstone/client";
import { callerQueryKey } from "./caller.ts";
import { currentPath, leaveToSignIn } from "./server-url.ts";

/** What is shown stays for so long before it is asked for anew without an event. */
const STALE_AFTER = 30_000;

/** What the pages know of the records. The client repeats requests by itself where that helps. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(error, query) {
      // The session ended. The shell's own question, who is signed in, is answered by its route.
      if (isUnauthenticated(error) && query.queryKey[1] !== callerQueryKey[1]) leaveToSignIn(currentPath());
    },
  }),
  defaultOptions: { queries: { retry: false, staleTime: STALE_AFTER, refetchOnWindowFocus: false } },
});

/** Whether the server asks for somebody to sign in. */
export function isUnauthenticated(error: unknown): boolean {
  return error instanceof ClientError && error.details.status === 401;
}
