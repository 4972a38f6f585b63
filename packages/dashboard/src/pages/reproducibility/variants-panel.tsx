import { useNavigate } from "@tanstack/react-router";
import { formatNumber } from "@touchstone/charts";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { pageOptions, usePages } from "../../api/use-pages.ts";
import { compact } from "../../app/search.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { ANY, SelectField } from "../../ui/select-field.tsx";
import { reproducibilityRoute } from "./route.ts";
import { percentText, type StudyRecord, type StudyVariant, type VariantSample } from "./study-data.ts";

const PAGE_SIZE = 200;
const ORDERS = [
  { id: "-cv", label: "largest CV first" },
  { id: "position", label: "along the genome" },
] as const;
const FILTERS = [
  ["variantType", "Type"],
  ["zygosity", "Zygosity"],
  ["vafBin", "VAF"],
] as const;

/** The variants that differ most between runs, or all along the genome. */
export function VariantsPanel(props: { readonly study: StudyRecord; readonly sample: VariantSample }): ReactElement {
  const { study, sample } = props;
  const { study: _, ...search } = reproducibilityRoute.useSearch();
  const navigate = useNavigate({ from: reproducibilityRoute.fullPath });
  const change = (name: (typeof FILTERS)[number][0] | "sort", value: string) => {
    void navigate({ search: (old) => compact({ ...old, study: study.id, [name]: value === ANY ? undefined : value }) });
  };
  const variants = usePages<StudyVariant>(
    api.useInfiniteQuery(
      "get",
      "/api/v1/reproducibility/{id}/variants",
      { params: { path: { id: study.id }, query: { ...search, limit: PAGE_SIZE } } },
      pageOptions,
    ),
  );
  return (
    <Panel title="Variants that differ most">
      <div className="filters">
        {FILTERS.map(([name, label]) => (
          <SelectField
            key={name}
            label={label}
            options={[
              { id: ANY, label: "any" },
              ...valuesOf(sample, name, search[name]).map((id) => ({ id, label: id })),
            ]}
            value={search[name] ?? ANY}
            onChange={(value) => change(name, value)}
          />
        ))}
        <SelectField
          label="Order"
          options={ORDERS}
          value={search.sort ?? "-cv"}
          onChange={(sort) => change("sort", sort)}
        />
      </div>
      <QueryView query={variants}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={sample.of === 0 ? "Single variants were not sent" : "No variant is like this"}>
              <p>
                {sample.of === 0 ? (
                  <>
                    Send <code>P.variants.tsv.gz</code> with the study.
                  </>
                ) : (
                  "Change the filters."
                )}
              </p>
            </EmptyState>
          ) : (
            <DataTable
              label="Variants of the study"
              columns={columnsOf(study)}
              rows={rows}
              rowId={({ number }) => String(number)}
              hasMore={variants.hasMore}
              onMore={variants.readMore}
              height={32}
              minWidth={46 + 5 * study.runs.length}
            />
          )
        }
      </QueryView>
    </Panel>
  );
}

function columnsOf({ runs }: StudyRecord): Column<StudyVariant>[] {
  return [
    { id: "analyte", title: "Variant", width: 14, cell: ({ analyte }) => analyte },
    { id: "type", title: "Type", width: 5, cell: ({ variantType }) => variantType ?? "–" },
    { id: "zygosity", title: "Zygosity", width: 6, cell: ({ zygosity }) => zygosity ?? "–" },
    { id: "cv", title: "CV", width: 6, isNumber: true, cell: ({ cv }) => percentText(cv) },
    { id: "floor", title: "Floor", width: 6, isNumber: true, cell: ({ floorCv }) => percentText(floorCv) },
    { id: "mean", title: "Mean", width: 6, isNumber: true, cell: ({ mean }) => numberText(mean) },
    { id: "sd", title: "SD", width: 6, isNumber: true, cell: ({ sd }) => numberText(sd) },
    ...runs.map(
      ({ name, position }): Column<StudyVariant> => ({
        id: `run ${position}`,
        title: name,
        isNumber: true,
        cell: ({ values, states }) => valueText(values[position] ?? null, states[position]),
      }),
    ),
  ];
}

/** A value, or why there is none. */
function valueText(value: number | null, state: string | undefined): string {
  return value === null ? `– ${state ?? ""}`.trim() : formatNumber(value, 4);
}

function numberText(value: number | null): string {
  return value === null ? "–" : formatNumber(value, 4);
}

/** What a filter offers: the values among the variants that are drawn, and the one that the address names. */
function valuesOf(
  { variants }: VariantSample,
  name: "variantType" | "zygosity" | "vafBin",
  chosen: string | undefined,
) {
  const values = new Set(variants.flatMap((variant) => variant[name] ?? []));
  if (chosen !== undefined) values.add(chosen);
  return [...values].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}
