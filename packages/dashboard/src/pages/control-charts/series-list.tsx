import { Link, useNavigate } from "@tanstack/react-router";
import { formatNumber } from "@touchstone/charts";
import { type ReactElement, useEffect } from "react";
import { api } from "../../api/api.ts";
import { pageOptions, usePages } from "../../api/use-pages.ts";
import { compact } from "../../app/search.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Moment } from "../../ui/moment.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { ANY, SelectField } from "../../ui/select-field.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { type ControlSeries, deviationText, versionText } from "./control-data.ts";
import { controlChartsRoute } from "./route.ts";

const STATES = ["in control", "warning", "out of control", "not evaluable", "not judged"] as const;
const STATE_OPTIONS = [{ id: ANY, label: "any" }, ...STATES.map((state) => ({ id: state, label: state }))];
const PAGE_SIZE = 500;

const COLUMNS: readonly Column<ControlSeries>[] = [
  { id: "state", title: "Latest verdict", width: 10, cell: (series) => <StateBadge state={stateOf(series)} /> },
  { id: "analyte", title: "Analyte", cell: (series) => <SeriesLink series={series} /> },
  { id: "material", title: "Material", cell: ({ material }) => material },
  { id: "lot", title: "Lot", width: 5.5, cell: ({ materialLot }) => materialLot ?? "–" },
  { id: "level", title: "Level", width: 4.5, cell: ({ level }) => level ?? "–" },
  { id: "value", title: "Value", width: 5, isNumber: true, cell: ({ latest }) => numberText(latest?.value) },
  { id: "z", title: "z (SD)", width: 4.5, isNumber: true, cell: ({ latest }) => deviationText(latest?.score ?? null) },
  { id: "time", title: "Measured (UTC)", width: 10, cell: ({ latest }) => <Moment at={latest?.time ?? null} /> },
  { id: "baseline", title: "Baseline", cell: ({ latest }) => versionText(latest?.baseline ?? null) },
];

/** The series that there are, those found by a word or by the state of their latest measurement. */
export function SeriesList(): ReactElement {
  const { find, state } = controlChartsRoute.useSearch();
  const navigate = useNavigate({ from: controlChartsRoute.fullPath });
  const query = { limit: PAGE_SIZE };
  const series = usePages<ControlSeries>(
    api.useInfiniteQuery("get", "/api/v1/charts/series", { params: { query } }, pageOptions),
  );
  // Words are looked for in all series, so all are read; each page holds hundreds.
  useEffect(() => {
    if (series.hasMore) series.readMore();
  }, [series.hasMore, series.readMore]);
  const words = find?.toLowerCase().split(/\s+/) ?? [];
  const matches = (one: ControlSeries) => {
    const text = [one.analyte, one.material, one.materialLot, one.level].join(" ").toLowerCase();
    return words.every((word) => text.includes(word)) && (state === undefined || state === stateOf(one));
  };
  return (
    <>
      <div className="filters">
        <TextField
          label="Find analyte, material or lot"
          value={find ?? ""}
          onChange={(text) =>
            void navigate({ search: (old) => compact({ ...old, find: text || undefined }), replace: true })
          }
        />
        <SelectField
          label="Latest verdict"
          options={STATE_OPTIONS}
          value={state ?? ANY}
          onChange={(id) => void navigate({ search: (old) => compact({ ...old, state: id === ANY ? undefined : id }) })}
        />
      </div>
      <QueryView query={series}>
        {(all) => {
          const rows = all.filter(matches);
          if (all.length === 0) return <NothingMeasured />;
          if (rows.length === 0)
            return <EmptyState title="No series is like this">Change the word or the state.</EmptyState>;
          return (
            <DataTable
              label="Series of control measurements"
              columns={COLUMNS}
              rows={rows}
              rowId={({ id }) => id}
              minWidth={61}
              height={40}
            />
          );
        }}
      </QueryView>
    </>
  );
}

function NothingMeasured(): ReactElement {
  return (
    <EmptyState title="No control was measured yet">
      <p>
        Send the controls of a run with <code>touchstone ingest controls.csv</code>; the history of a spreadsheet comes
        in the same way, and makes the first baseline.
      </p>
    </EmptyState>
  );
}

function SeriesLink({ series }: { readonly series: ControlSeries }): ReactElement {
  const { material, materialLot, analyte, level } = series;
  return (
    <Link
      to="/control-charts"
      search={{
        material,
        analyte,
        ...(materialLot === null ? {} : { lot: materialLot }),
        ...(level === null ? {} : { level }),
      }}
    >
      {analyte}
    </Link>
  );
}

function stateOf({ latest }: ControlSeries): string {
  return latest?.state ?? "not judged";
}

function numberText(value: number | undefined): string {
  return value === undefined ? "–" : formatNumber(value);
}
