import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { Button } from "../../ui/button.tsx";
import { ANY, SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { alertKinds } from "./alerts.ts";
import { alertsRoute } from "./route.ts";
import { usePeople } from "./use-people.ts";

const KINDS = [{ id: ANY, label: "Any kind" }, ...alertKinds.map((kind) => ({ id: kind, label: kind }))];

/** Filters of the queue; they are in the page's address. */
export function AlertFilters(): ReactElement {
  const search = alertsRoute.useSearch();
  const navigate = useNavigate({ from: alertsRoute.fullPath });
  const people = usePeople();
  const { data: assays } = useQuery(api.queryOptions("get", "/api/v1/assays", { params: { query: { limit: 500 } } }));
  const { kind, assay, assignedTo, since } = search;
  const names = new Set([...(assays?.items.map(({ name }) => name) ?? []), ...(assay === undefined ? [] : [assay])]);
  const show = (field: "kind" | "assay" | "assignedTo" | "since", value: string) => {
    const { [field]: _, ...others } = search;
    void navigate({ search: value === ANY || value === "" ? others : { ...others, [field]: value } });
  };
  return (
    <div className="filters">
      <SelectField
        label="Assay"
        options={[{ id: ANY, label: "All assays" }, ...[...names].map((name) => ({ id: name, label: name }))]}
        value={assay ?? ANY}
        onChange={(id) => show("assay", id)}
      />
      <SelectField label="Kind" options={KINDS} value={kind ?? ANY} onChange={(id) => show("kind", id)} />
      <SelectField
        label="Assigned to"
        options={[
          { id: ANY, label: "Anybody or nobody" },
          ...people.map(({ id, printedName }) => ({ id, label: printedName })),
        ]}
        value={assignedTo ?? ANY}
        onChange={(id) => show("assignedTo", id)}
      />
      <TextField label="Opened since (UTC)" type="date" value={since ?? ""} onChange={(day) => show("since", day)} />
      <Button
        variant="quiet"
        onPress={() => void navigate({ search: search.view === undefined ? {} : { view: search.view } })}
      >
        Show all
      </Button>
    </div>
  );
}
