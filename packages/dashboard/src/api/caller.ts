import type { paths } from "@touchstone/client";

/** Who is signed in. */
export type Caller = paths["/api/v1/session"]["get"]["responses"]["200"]["content"]["application/json"];

/** What somebody may do. */
export type Right = Caller["rights"][number];

/** Key of the query that says who is signed in. */
export const callerQueryKey = ["get", "/api/v1/session", {}] as const;
