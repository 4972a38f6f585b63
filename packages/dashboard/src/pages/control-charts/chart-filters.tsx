import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { compact } from "../../app/search.ts";
import { ANY, SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { type Chart, type ControlSeries, type SeriesQuery, seriesText, versionText } from "./control-data.ts";
import { controlChartsRoute } from "./route.ts";

const SCALES = [
  { id: "z", label: "SD from the mean (z)" },
  { id: "raw", label: "as measured" },
] as const;
const AXES = [
  { id: "run", label: "run by run" },
  { id: "date", label: "date" },
] as const;

/** How the series is shown; all of it is in the page's address. */
export function ChartFilters(props: { readonly series: SeriesQuery; readonly chart: Chart | undefined }): ReactElement {
  const { series, chart } = props;
  const search = controlChartsRoute.useSearch();
  const navigate = useNavigate({ from: controlChartsRoute.fullPath });
  const change = (changes: { readonly [Field in keyof typeof search]?: (typeof search)[Field] | undefined }) => {
    void navigate({ search: (old) => compact({ ...old, ...changes }) });
  };
  const { data } = api.useQuery("get", "/api/v1/charts/series", {
    params: { query: { analyte: series.analyte, limit: 500 } },
  });
  const others = (data?.items ?? []).filter((one) => !isShown(one, series));
  const lots = [...new Set((data?.items ?? []).filter(({ material }) => material === series.material).map(lotOf))];
  const baselines = [...new Map(chart?.limits.map(({ baseline }) => [baseline.id, baseline]) ?? []).values()];
  return (
    <div className="filters">
      <SelectField
        label="Vertical axis"
        options={SCALES}
        value={search.scale ?? "z"}
        onChange={(scale) => change({ scale })}
      />
      <SelectField
        label="Horizontal axis"
        options={AXES}
        value={search.axis ?? "run"}
        onChange={(axis) => change({ axis })}
      />
      <TextField
        label="From (UTC)"
        type="date"
        value={search.from ?? ""}
        onChange={(day) => change({ from: day || undefined })}
      />
      <TextField
        label="Before (UTC)"
        type="date"
        value={search.before ?? ""}
        onChange={(day) => change({ before: day || undefined })}
      />
      {lots.length < 2 ? null : (
        <SelectField
          label="Lot of the material"
          options={[{ id: ANY, label: "all lots" }, ...lots.map((lot) => ({ id: lot, label: lot }))]}
          value={search.lot ?? ANY}
          onChange={(lot) => change({ lot: lot === ANY ? undefined : lot, baseline: undefined })}
        />
      )}
      {baselines.length < 2 ? null : (
        <SelectField
          label="Limits drawn"
          options={baselines.map((baseline) => ({ id: baseline.id, label: versionText(baseline) }))}
          value={search.baseline ?? baselines.at(-1)?.id ?? null}
          onChange={(baseline) => change({ baseline })}
        />
      )}
      {others.length === 0 ? null : (
        <SelectField
          label="Beside"
          options={[{ id: ANY, label: "nothing" }, ...others.map((one) => ({ id: one.id, label: seriesText(one) }))]}
          value={search.other ?? ANY}
          onChange={(id) => change({ other: id === ANY ? undefined : id })}
        />
      )}
    </div>
  );
}

function isShown({ material, materialLot, level }: ControlSeries, series: SeriesQuery): boolean {
  const isLot = series.materialLot === undefined || series.materialLot === materialLot;
  return material === series.material && isLot && (series.level ?? null) === level;
}

function lotOf({ materialLot }: ControlSeries): string {
  return materialLot ?? "";
}
