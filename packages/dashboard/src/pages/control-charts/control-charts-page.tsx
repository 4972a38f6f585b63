import type { ReactElement } from "react";
import { Page } from "../../ui/page.tsx";
import { ChartOfSeries } from "./chart-of-series.tsx";
import { controlChartsRoute } from "./route.ts";
import { SeriesList } from "./series-list.tsx";
import "./control-charts.css";

/** The control measurements of a series with their limits, or which series there are. */
export function ControlChartsPage(): ReactElement {
  const { material, analyte } = controlChartsRoute.useSearch();
  if (material !== undefined && analyte !== undefined) {
    return <ChartOfSeries key={JSON.stringify([material, analyte])} material={material} analyte={analyte} />;
  }
  return (
    <Page
      title="Control charts"
      lead="Each analyte of each control material, with the verdict on its latest measurement."
    >
      <SeriesList />
    </Page>
  );
}
