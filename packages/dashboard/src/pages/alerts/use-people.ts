import { useQuery } from "@tanstack/react-query";
import type { paths } from "@touchstone/client";
import { api } from "../../api/api.ts";

type Principal = paths["/api/v1/principals"]["get"]["responses"]["200"]["content"]["application/json"]["items"][number];

/** People who can be given something to do. */
export function usePeople(): readonly Principal[] {
  const { data } = useQuery(api.queryOptions("get", "/api/v1/principals", { params: { query: { limit: 500 } } }));
  return data?.items.filter(({ kind, disabledAt }) => kind === "person" && disabledAt === null) ?? [];
}
