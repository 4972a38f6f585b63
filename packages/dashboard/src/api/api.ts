import { createClient } from "@touchstone/client";
import createQueryApi from "openapi-react-query";
import { type Caller, callerQueryKey } from "./caller.ts";
import { queryClient } from "./query-client.ts";
import { serverUrl } from "./server-url.ts";

/** The API for single requests: `client.GET("/api/v1/runs/{run}", ...)`. Every refusal is thrown as a `ClientError`. */
export const client = createClient({
  url: serverUrl,
  csrfToken: () => queryClient.getQueryData<Caller>(callerQueryKey)?.csrfToken ?? null,
});

/** The API as queries and mutations of TanStack Query, each path with the types of its requests and answers. */
export const api = createQueryApi(client);
