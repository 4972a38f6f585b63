import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { BaselinesPanel } from "./baselines-panel.tsx";
import { ChartFilters } from "./chart-filters.tsx";
import { type SeriesQuery, seriesText } from "./control-data.ts";
import { EwmaCusumPanel } from "./ewma-cusum-panel.tsx";
import { FlaggedPoints } from "./flagged-points.tsx";
import { LeveyJenningsPanel } from "./levey-jennings-panel.tsx";
import { controlChartsRoute } from "./route.ts";
import { TwoMaterialsPanel } from "./two-materials-panel.tsx";

/** Points of one answer at most; the latest ones. */
const MOST_POINTS = 5000;

/** All about one series: its charts, what was flagged, and what its limits come from. */
export function ChartOfSeries(props: { readonly material: string; readonly analyte: string }): ReactElement {
  const { material, analyte } = props;
  const { lot, level, from, before, other } = controlChartsRoute.useSearch();
  const series: SeriesQuery = {
    ...{ material, analyte },
    ...(lot === undefined ? {} : { materialLot: lot }),
    ...(level === undefined ? {} : { level }),
    ...(from === undefined ? {} : { from: `${from}T00:00:00Z` }),
    ...(before === undefined ? {} : { before: `${before}T00:00:00Z` }),
  };
  const chart = api.useQuery("get", "/api/v1/charts/levey-jennings", {
    params: { query: { ...series, limit: MOST_POINTS } },
  });
  return (
    <Page
      title={seriesText({
        material,
        analyte,
        level: level ?? null,
        ...(lot === undefined ? {} : { materialLot: lot }),
      })}
      lead={
        <Link to="/control-charts" search={{}}>
          All control charts
        </Link>
      }
    >
      <ChartFilters series={series} chart={chart.data} />
      <QueryView query={chart}>
        {(data) =>
          data.points.length === 0 ? (
            <EmptyState title="Nothing was measured in this time">
              <p>Widen the days, or leave them out. Without days the latest 5,000 measurements are shown.</p>
            </EmptyState>
          ) : (
            <>
              <LeveyJenningsPanel chart={data} />
              {other === undefined ? null : <TwoMaterialsPanel chart={data} otherId={other} series={series} />}
              <EwmaCusumPanel series={series} />
              <FlaggedPoints chart={data} />
              <BaselinesPanel chart={data} series={series} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
