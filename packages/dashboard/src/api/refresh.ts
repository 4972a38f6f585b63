import { queryClient } from "./query-client.ts";

/** Reads anew what is known of a path and of those below it, after a change that no event tells of. */
export async function refresh(path: string): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => typeof queryKey[1] === "string" && queryKey[1].startsWith(path),
  });
}
