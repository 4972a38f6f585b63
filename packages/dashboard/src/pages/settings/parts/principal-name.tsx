import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";

/** The printed name of a person or program; a dash where nobody is on record. */
export function PrincipalName({ id }: { readonly id: string | null }): ReactElement {
  const options = api.queryOptions("get", "/api/v1/principals/{id}", { params: { path: { id: id ?? "" } } });
  const { data } = useQuery({ ...options, enabled: id !== null });
  if (id === null) return <span title="Nobody is on record: it came with the installation">–</span>;
  return <>{data?.printedName ?? "…"}</>;
}
