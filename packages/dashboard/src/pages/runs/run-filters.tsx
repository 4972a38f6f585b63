import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { compact } from "../../app/search.ts";
import { Button } from "../../ui/button.tsx";
import { ANY, SelectField, type SelectOption } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { type RunSearch, runsRoute, useRunSearch } from "./route.ts";
import { runDispositions, runStatuses } from "./run-words.ts";
import { useRunOrigins } from "./use-run-origins.ts";

const wordOptions = (words: readonly string[]): SelectOption<string>[] => words.map((id) => ({ id, label: id }));

/** What the table of runs is narrowed to; each choice is in the page's address at once. */
export function RunFilters(): ReactElement {
  const search = useRunSearch();
  const navigate = useNavigate({ from: runsRoute.fullPath });
  const origins = useRunOrigins();
  const set = (changed: Partial<Record<keyof RunSearch, string | undefined>>) =>
    void navigate({ search: (before) => compact({ ...before, ...changed }) as RunSearch, replace: true });
  const choice = (name: keyof RunSearch, label: string, options: readonly SelectOption<string>[]) => (
    <SelectField
      label={label}
      options={[{ id: ANY, label: "all" }, ...options]}
      value={search[name] ?? ANY}
      onChange={(id) => set({ [name]: id === ANY ? undefined : id })}
    />
  );
  return (
    <search className="filters run-filters" aria-label="Filters">
      {choice("status", "Status", wordOptions(runStatuses))}
      {choice("disposition", "Disposition", wordOptions(runDispositions))}
      {choice("assay", "Assay", origins.assays)}
      {choice("pipelineVersion", "Pipeline version", origins.pipelineVersions)}
      {choice("instrument", "Instrument", origins.instruments)}
      <TextField
        label="From (UTC)"
        type="date"
        value={search.from ?? ""}
        onChange={(day) => set({ from: day === "" ? undefined : day })}
      />
      <TextField
        label="Before (UTC)"
        type="date"
        value={search.before ?? ""}
        onChange={(day) => set({ before: day === "" ? undefined : day })}
      />
      <SelectField
        label="Sorted by"
        options={[
          { id: "-performedAt", label: "newest first" },
          { id: "performedAt", label: "oldest first" },
        ]}
        value={search.sort ?? "-performedAt"}
        onChange={(sort) => set({ sort: sort === "performedAt" ? sort : undefined })}
      />
      <Button variant="quiet" onPress={() => void navigate({ search: {} })}>
        Show all
      </Button>
    </search>
  );
}
