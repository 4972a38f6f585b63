import { useSuspenseQuery } from "@tanstack/react-query";
import { api, client } from "./api.ts";
import type { Caller, Right } from "./caller.ts";
import { leaveToSignIn } from "./server-url.ts";

/** The query that says who is signed in; it fails with status 401 when nobody is. */
export const callerQuery = api.queryOptions("get", "/api/v1/session", {}, { staleTime: Number.POSITIVE_INFINITY });

/** Who is signed in. For pages within the shell, which shows nothing before it is known. */
export function useCaller(): Caller {
  return useSuspenseQuery(callerQuery).data as Caller;
}

/** Whether who is signed in may do it. The server decides; this only keeps away what it would refuse. */
export function useMay(right: Right): boolean {
  return useCaller().rights.includes(right);
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  await client.DELETE("/api/v1/session", {});
  leaveToSignIn();
}
