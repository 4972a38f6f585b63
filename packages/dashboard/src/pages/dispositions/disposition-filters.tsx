import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { ANY, SelectField } from "../../ui/select-field.tsx";
import { type Disposition, dispositions } from "./dispositions.ts";
import { dispositionsRoute } from "./route.ts";

const PROPOSED = [
  { id: ANY, label: "Any proposal" },
  ...dispositions.map((disposition) => ({ id: disposition, label: disposition })),
] as const;

/** Filters of a queue; they are in the page's address. */
export function DispositionFilters(): ReactElement {
  const { assay, proposed, queue } = dispositionsRoute.useSearch();
  const navigate = useNavigate({ from: dispositionsRoute.fullPath });
  const { data } = useQuery(api.queryOptions("get", "/api/v1/assays", { params: { query: { limit: 500 } } }));
  const names = [...new Set([...(data?.items.map(({ name }) => name) ?? []), ...(assay === undefined ? [] : [assay])])];
  const show = (chosen: { assay?: string | undefined; proposed?: Disposition | undefined }) => {
    const search = { queue, assay, proposed, ...chosen };
    void navigate({ search: Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) });
  };
  return (
    <div className="filters">
      <SelectField
        label="Assay"
        options={[{ id: ANY, label: "All assays" }, ...names.map((name) => ({ id: name, label: name }))]}
        value={assay ?? ANY}
        onChange={(name) => show({ assay: name === ANY ? undefined : name })}
      />
      <SelectField
        label="Proposed"
        options={PROPOSED}
        value={proposed ?? ANY}
        onChange={(id) => show({ proposed: id === ANY ? undefined : id })}
      />
    </div>
  );
}
